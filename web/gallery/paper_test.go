package gallery_test

import (
	"slices"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/internal/test/limits"
	"whichpm/web/gallery"
	"whichpm/web/site"
)

func TestTheGuideFitsOnPaperHoweverManyRolesThereAre(t *testing.T) {
	fitOnPaper(t, "guide", "many-guide")
}

func TestWideTablesForAdminsFitOnPaper(t *testing.T) {
	fitOnPaper(t, "admin-question-", "admin-insight-questions")
}

// fitOnPaper checks the states whose names begin with one of these.
func fitOnPaper(t *testing.T, names ...string) {
	t.Helper()
	const printed = 703 // pixels of A4 within the margins a browser leaves
	url := serve(t) + site.Gallery + "/"
	p := browser.Open(t, browser.Options{Width: printed, Height: 1047})
	for _, s := range gallery.All() {
		id := s.ID()
		if slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(id, name) }) {
			p.Goto(url + id)
			p.Paper(false)
			if out := p.TooWide(); out != "" {
				t.Errorf("%s is wider than a sheet: %s", id, out)
			}
		}
	}
}

func TestTheHandOutOfAGroupTakesTwoSheets(t *testing.T) {
	url := serve(t) + site.Gallery + "/"
	p := browser.Open(t, browser.Options{})
	for state, most := range map[string]int{
		"group-hand-out": 2, "group-hand-out-in-German": 2, "group-hand-out-without-names": 2, "group-hand-out-with-names-in-German": 2, "group-hand-out-twelve-roles": 3,
	} {
		p.Goto(url + state)
		if sheets := limits.Sheets(p.Print()); sheets < 2 || sheets > most {
			t.Errorf("%s takes %d sheets of A4, want 2 to %d", state, sheets, most)
		}
	}
}
