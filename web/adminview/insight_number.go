package adminview

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"whichpm/internal/insight"
)

const thin = "\u202f" // a narrow space that does not break

// thousands writes a count with thin separators: 1 234 567.
func thousands(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if len(digits) < 4 || n < 0 {
		return digits
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(thin)
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// counted writes a count with its noun: counted(1, "result", "results").
func counted(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// portion is part of whole as a share, 0 of nothing.
func portion(part, whole int64) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// inPercent writes a share in whole percent. What is neither none nor all is
// never shown as such.
func inPercent(share float64) string {
	n := math.Round(100 * share)
	switch {
	case n == 0 && share > 0:
		return "under 1\u00a0%"
	case n == 100 && share < 1:
		return "over 99\u00a0%"
	}
	return strconv.Itoa(int(n)) + "\u00a0%"
}

// ofAll writes a part of a whole in percent, "–" of nothing.
func ofAll(part, whole int64) string {
	if whole <= 0 {
		return "–"
	}
	return inPercent(portion(part, whole))
}

// decimal writes a number with two digits after the point and a true minus.
func decimal(x float64) string {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	if text == "-0.00" {
		return "0.00"
	}
	return strings.Replace(text, "-", "−", 1)
}

// decimalIf is decimal of what is known.
func decimalIf(known bool, x float64) string {
	if !known || math.IsNaN(x) {
		return "–"
	}
	return decimal(x)
}

// enoughFor reports whether so many people are enough for a number about how
// questions go together.
func enoughFor(people int64) bool { return people >= insight.MinGroup }

// tooFewPeople says how many such a number waits for.
func tooFewPeople(n int64) string {
	return fmt.Sprintf("too few people yet (%s of %d)", thousands(n), insight.MinGroup)
}

// capital and lower write a text with its first letter large or small.
func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
func lower(text string) string   { return strings.ToLower(text[:1]) + text[1:] }
