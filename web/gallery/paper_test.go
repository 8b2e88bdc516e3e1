package gallery_test

import (
	"strings"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/gallery"
	"whichpm/web/site"
)

func TestTheGuideFitsOnPaperHoweverManyRolesThereAre(t *testing.T) {
	const printed = 703 // pixels of A4 within the margins a browser leaves
	url := serve(t) + site.Gallery + "/"
	p := browser.Open(t, browser.Options{Width: printed, Height: 1047})
	for _, s := range gallery.All() {
		if id := s.ID(); strings.HasPrefix(id, "many-guide") || strings.HasSuffix(id, "-roles") && strings.HasPrefix(id, "guide-") {
			p.Goto(url + id)
			p.Paper(false)
			if out := p.TooWide(); out != "" {
				t.Errorf("%s is wider than a sheet: %s", id, out)
			}
		}
	}
}
