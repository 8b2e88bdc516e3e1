package colour

import (
	"fmt"
	"regexp"
)

// Sheet is the colours a style sheet names, each for light and for dark pages.
type Sheet map[string]Pair

// Pair is the same colour on light and on dark pages.
type Pair struct{ Light, Dark Colour }

var named = regexp.MustCompile(`--([\w-]+): light-dark\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\)`)

// Read returns what a style sheet says as “--name: light-dark(#…, #…)”. A name
// that is said twice is an error: which would count?
func Read(css string) (Sheet, error) {
	sheet := Sheet{}
	for _, found := range named.FindAllStringSubmatch(css, -1) {
		if _, twice := sheet[found[1]]; twice {
			return nil, fmt.Errorf("--%s stands twice in the style sheet", found[1])
		}
		light, err := Hex(found[2])
		if err != nil {
			return nil, err
		}
		dark, err := Hex(found[3])
		if err != nil {
			return nil, err
		}
		sheet[found[1]] = Pair{light, dark}
	}
	return sheet, nil
}
