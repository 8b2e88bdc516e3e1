// Package limits holds how long pages for takers may be, on a screen and on
// paper, and how easily they read, with what measures it. The tests of the
// gallery hold pages to it and make audit writes the figures down. It opens no
// browser.
package limits

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// A result is read as a whole, so it ends within a few screens.
const (
	Wide   = 1280 // CSS pixels, a desk
	Narrow = 390  // a phone

	MostWide   = 2800 // CSS pixels of height, with everything closed
	MostNarrow = 4500
	MostSheets = 2 // of A4
)

// Results are the results of the gallery that keep these limits, in English.
var Results = []string{"result-clear", "result-leaning", "result-balanced", "result-among-others"}

// Heights are the limits by the width of the window.
var Heights = []struct{ Width, Most int }{{Wide, MostWide}, {Narrow, MostNarrow}}

// InGerman is the name of the same state of the gallery in German.
func InGerman(state string) string {
	page, name, _ := strings.Cut(state, "-")
	return page + "-in-German-" + name
}

// Height is the expression of how high a page is.
const Height = "document.documentElement.scrollHeight"

// Sheets counts the sheets of a document as Chromium prints it.
func Sheets(pdf []byte) int { return bytes.Count(pdf, []byte("/Type /Page\n")) }

// Over says by how much a figure is over its limit, "" if it is not.
func Over(what string, figure, most int, unit string) string {
	if figure <= most {
		return ""
	}
	return fmt.Sprintf("%s takes %d %s: %d over the limit of %d", what, figure, unit, figure-most, most)
}

// Limited reports whether a state of the gallery keeps these limits.
func Limited(state string) bool { return slices.Contains(Results, state) }
