package takerview

import (
	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// Length is how many questions the short form usually asks; the zero value is
// for a quiz of which that is not known.
type Length struct{ Low, High int }

func (n Length) known() bool { return n.High > 0 }

// minutes it usually takes.
func (n Length) minutes() int { return minutesOf((n.Low + n.High + 1) / 2) } //nolint:mnd // the middle

// minutesOf is how long so many questions take, at ten seconds each.
func minutesOf(questions int) int { return max(1, (questions+3)/6) }

// sayLength says how many questions are asked and how long that takes, of a quiz
// of which it is not known how many at most.
func sayLength(l words.Language, usual Length, most, minutes int) []string {
	if !usual.known() {
		return []string{l.Say("landing.at_most", "n", most), l.Say("landing.about", "n", minutes)}
	}
	said := l.Say("landing.usually", "low", usual.Low, "high", usual.High)
	if usual.Low == usual.High {
		said = l.Say("landing.usually_one", "n", usual.Low)
	}
	return []string{said, l.Say("landing.about", "n", usual.minutes())}
}

// aFew is how many minutes are still a few.
const aFew = 8

// sayMinutes chooses the text for a quiz of a few minutes, or the one that says
// how many.
func sayMinutes(l words.Language, v *quiz.Version, id string, values ...any) string {
	minutes := minutesOf(v.Asked())
	if minutes <= aFew {
		return l.Say(id, values...)
	}
	return l.Say(id+"_about", append(values, "minutes", l.Say("landing.about", "n", minutes))...)
}
