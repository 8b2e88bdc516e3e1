package static_test

import (
	"fmt"
	"testing"

	"whichpm/internal/colour"
)

// roleTones are those that may stand beside each other and mean somebody else:
// the six roles and “no role ahead”.
var roleTones = []string{"role1", "role2", "role3", "role4", "role5", "role6", "both"}

// toldApart is the least difference (CIEDE2000) between two of them. About 1 is
// seen of two patches that touch, about 2.3 of two that do not; ours are thin
// bars and words, apart from each other and seen at a glance, so it is several
// times that. It is near the most there is: with two of the seven given and all
// of them AA, a search without any other wish found 15 on light ground and 13 on
// dark, with colours that were nearly black and nearly white.
const toldApart = 10

// sheet is the colours of the style sheet by theme.
func sheet(t *testing.T) map[string]map[string]colour.Colour {
	t.Helper()
	pairs, err := colour.Read(body(t, "app.css"))
	if err != nil {
		t.Fatal(err)
	}
	themes := map[string]map[string]colour.Colour{"light": {}, "dark": {}}
	for name, pair := range pairs {
		themes["light"][name], themes["dark"][name] = pair.Light, pair.Dark
	}
	return themes
}

// of is the colour with that name; a name nobody gave would be black.
func of(t *testing.T, theme map[string]colour.Colour, name string) colour.Colour {
	t.Helper()
	c, ok := theme[name]
	if !ok {
		t.Fatalf("the style sheet has no --%s", name)
	}
	return c
}

func TestEveryToneIsReadOnEveryGround(t *testing.T) {
	own := map[string]string{"muted": "sunken", "ok": "ok-bg", "warn": "warn-bg", "error": "error-bg"}
	for _, name := range roleTones {
		own[name] = name + "-bg"
	}
	for theme, colours := range sheet(t) {
		for name, ground := range own {
			for _, on := range []string{ground, "bg", "surface", "sunken"} {
				if c := colour.Contrast(of(t, colours, name), of(t, colours, on)); c < 4.5 {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f, AA asks for 4.5", theme, name, on, c)
				}
			}
			if c := colour.Contrast(of(t, colours, name), of(t, colours, "track")); c < 3 {
				t.Errorf("%s: a bar of --%s on its track has a contrast of %.2f, AA asks for 3", theme, name, c)
			}
		}
	}
}

func TestEveryTwoRolesAreToldApartWhateverColoursSomebodySees(t *testing.T) {
	for theme, colours := range sheet(t) {
		for _, s := range colour.Sights {
			t.Run(theme+", "+s.Name, func(t *testing.T) {
				least, which := 100.0, ""
				for i, a := range roleTones {
					for _, b := range roleTones[:i] {
						d := colour.Difference(s.See(of(t, colours, a)), s.See(of(t, colours, b)))
						if d < toldApart {
							t.Errorf("--%s and --%s look %.1f different, at least %d is needed", b, a, d, toldApart)
						}
						if d < least {
							least, which = d, fmt.Sprintf("--%s and --%s", b, a)
						}
					}
				}
				t.Logf("nearest are %s: %.1f", which, least)
			})
		}
	}
}
