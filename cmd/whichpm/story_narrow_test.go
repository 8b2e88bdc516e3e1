package main

import (
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/site"
)

func TestNoPageScrollsSideways(t *testing.T) {
	p := visit(t, withScript)
	url := p.URL()
	for _, path := range []string{site.Guide, site.Method, site.Privacy, "/nothing", site.Home} {
		p.Goto(url + path[1:])
		fits(t, p)
	}
	p.ChooseAt(1) // all questions
	p.Follow("Start")
	fits(t, p)
	p.Follow("Continue") // with a problem
	kinds := map[string]bool{}
	for p.Path() != site.Review {
		fits(t, p)
		kinds[kind(p)] = true
		p.ChooseAt(0)
		p.Follow("Continue")
	}
	if len(kinds) != 3 {
		t.Errorf("only these kinds of question were asked: %v", kinds)
	}
	fits(t, p)
	p.Follow("See my result")
	fits(t, p)
	p.Choose("Result, profile and every answer")
	p.Follow("Make a share link")
	fits(t, p)
	p.Goto(p.Value("Share link"))
	fits(t, p)
}

// kind tells the question's kind by what it shows.
func kind(p *browser.Page) string {
	switch {
	case p.Count(".pair") > 0:
		return "pair"
	case p.Count("#answer-hint") > 0:
		return "agree"
	}
	return "choice"
}

// fits checks a small phone and a laptop at 200 % zoom, with everything open.
func fits(t *testing.T, p *browser.Page) {
	t.Helper()
	browser.Eval[int](p, "document.querySelectorAll('details').forEach(d => d.open = true), 0")
	for _, screen := range []struct {
		width, height int
		scale         float64
	}{{320, 640, 2}, {600, 450, 2}} {
		p.Resize(screen.width, screen.height, screen.scale)
		if out := p.TooWide(); out != "" {
			t.Errorf("%s at %d pixels: %s", p.Path(), screen.width, out)
		}
	}
}
