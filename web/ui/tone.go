package ui

// Tone is a pair of colours with a meaning. It always comes with words: no
// page says anything by colour alone.
type Tone string

// The tones. A role has the tone of its place in the version, so that roles
// can be added without a new style sheet.
const (
	TonePlain   Tone = "plain"
	ToneRole1   Tone = "role1"
	ToneRole2   Tone = "role2"
	ToneRole3   Tone = "role3"
	ToneRole4   Tone = "role4"
	ToneBoth    Tone = "both" // no role ahead
	ToneGood    Tone = "good"
	ToneWarning Tone = "warning"
	ToneDanger  Tone = "danger"
)

// RoleTone returns the tone of the role at that place, from 0. Roles after
// the fourth share the plain one.
func RoleTone(place int) Tone {
	tones := []Tone{ToneRole1, ToneRole2, ToneRole3, ToneRole4}
	if place < 0 || place >= len(tones) {
		return TonePlain
	}
	return tones[place]
}

func (t Tone) class() string {
	if t == "" {
		t = TonePlain
	}
	return "tone-" + string(t)
}
