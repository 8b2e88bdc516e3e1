package card

import (
	"fmt"
	"image/color"
	"os"
	"testing"

	"whichpm/internal/colour"
)

func TestThePictureHasTheColoursOfTheLightPages(t *testing.T) {
	css, err := os.ReadFile("../static/app.css")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := colour.Read(string(css))
	if err != nil {
		t.Fatal(err)
	}
	light := map[string]color.RGBA{"bg": paper, "sunken": sunken, "track": rail, "control": middle, "muted": grey, "ink": black, "both": both}
	for i, c := range roles {
		light[fmt.Sprintf("role%d", i+1)] = c
	}
	if _, more := sheet[fmt.Sprintf("role%d", len(roles)+1)]; more {
		t.Errorf("the pages have more colours for roles than the picture's %d", len(roles))
	}
	same := func(name string, c color.RGBA, page colour.Colour) {
		if got, _ := colour.Hex(fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)); got != page {
			t.Errorf("--%s is %v in the picture and another colour on the page", name, c)
		}
	}
	for name, c := range light {
		pair, ok := sheet[name]
		if !ok {
			t.Errorf("the style sheet has no --%s", name)
		}
		same(name, c, pair.Light)
	}
	for name, c := range map[string]color.RGBA{"role1": markBlue, "role2": markRust, "ink": markWhite} { // the mark stands on black
		same(name, c, sheet[name].Dark)
	}
}
