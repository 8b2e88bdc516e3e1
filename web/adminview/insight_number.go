package adminview

import (
	"math"

	"whichpm/internal/insight"
	"whichpm/web/words"
)

// portion is part of whole as a share, 0 of nothing.
func portion(part, whole int64) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// inPercent writes a share in whole percent. What is neither none nor all is
// never shown as such.
func inPercent(l words.Language, share float64) string {
	n := math.Round(100 * share)
	switch {
	case n == 0 && share > 0:
		return l.Say("admininsight.under", "share", l.Percent(.01))
	case n == 100 && share < 1:
		return l.Say("admininsight.over", "share", l.Percent(.99))
	}
	return l.Percent(share)
}

// ofAll writes a part of a whole in percent, "–" of nothing.
func ofAll(l words.Language, part, whole int64) string {
	if whole <= 0 {
		return "–"
	}
	return inPercent(l, portion(part, whole))
}

// between writes an interval of shares.
func between(l words.Language, low, high float64) string {
	return l.Say("profile.range", "low", inPercent(l, low), "high", inPercent(l, high))
}

// decimal writes a number with two digits after the point.
func decimal(l words.Language, x float64) string { return l.Fixed(x, 2) }

// decimalIf is decimal of what is known.
func decimalIf(l words.Language, known bool, x float64) string {
	if !known || math.IsNaN(x) {
		return "–"
	}
	return decimal(l, x)
}

// enoughFor reports whether so many people are enough for a number about how
// questions go together.
func enoughFor(people int64) bool { return people >= insight.MinGroup }

// tooFewPeople says how many such a number waits for.
func tooFewPeople(l words.Language, n int64) string {
	return l.Say("admininsight.few", "n", n, "enough", insight.MinGroup)
}
