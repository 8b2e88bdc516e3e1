package brand

import (
	"fmt"
	"slices"

	"whichpm/internal/colour"
	"whichpm/internal/quiz"
)

// Grounds are the colours that texts of the site stand on.
type Grounds struct{ Light, Dark []colour.Colour }

// LeastContrast is what a link needs to be read on its ground (WCAG 2.2, 1.4.3). A
// control needs less (1.4.11: 3).
const LeastContrast = 4.5

// checkAccent refuses what is no colour, and a colour that is not read on the
// grounds; it names the nearest that is.
func checkAccent(field, text string, grounds []colour.Colour) quiz.Problems {
	if text == "" {
		return nil
	}
	c, err := colour.Hex(text)
	if err != nil {
		return quiz.Refusal(field, "brand_colour")
	}
	if has := c.Least(grounds); has < LeastContrast {
		near := colour.Nearest(c, LeastContrast, grounds)
		return quiz.Refusal(field, "brand_pale", "has", fmt.Sprintf("%.1f", has), "least", fmt.Sprint(LeastContrast), "near", near.String())
	}
	return nil
}

// Offered is the nearest colour that passes, in the place of one that a problem
// refuses; "" for none.
func Offered(problems quiz.Problems, field string) string {
	for _, p := range problems {
		if i := slices.Index(p.Values, any("near")); p.Field == field && i >= 0 && i+1 < len(p.Values) {
			near, _ := p.Values[i+1].(string)
			return near
		}
	}
	return ""
}

// TextOn is the colour of a text on a colour: black or white, whichever is read
// better.
func TextOn(accent string) string {
	c, err := colour.Hex(accent)
	if err != nil {
		return ""
	}
	black, white := colour.Colour{}, colour.Colour{1, 1, 1}
	if colour.Contrast(c, black) > colour.Contrast(c, white) {
		return black.String()
	}
	return white.String()
}
