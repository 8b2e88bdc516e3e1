package gallery_test

import (
	"fmt"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/internal/test/limits"
	"whichpm/web/site"
)

// bothLanguages are states of the gallery in English and in German.
func bothLanguages(states []string) (all []string) {
	for _, s := range states {
		all = append(all, s, limits.InGerman(s))
	}
	return all
}

func TestAResultEndsWithinAFewScreens(t *testing.T) {
	url := serve(t) + site.Gallery + "/"
	states := bothLanguages(limits.Results)
	browser.Walk(t, browser.Options{Script: true}, len(states), func(p *browser.Page, i int) {
		p.Goto(url + states[i])
		for _, h := range limits.Heights {
			p.Resize(h.Width, 800, 1)
			height := browser.Eval[int](p, limits.Height)
			if why := limits.Over(fmt.Sprintf("%s at %d px", states[i], h.Width), height, h.Most, "px of height"); why != "" {
				t.Error(why)
			}
			if height < h.Most/4 {
				t.Errorf("%s at %d px is %d px high: that is no result", states[i], h.Width, height)
			}
		}
	})
}

func TestAPrintedResultTakesTwoSheetsAndSaysWhoseItIs(t *testing.T) {
	url := serve(t) + site.Gallery + "/"
	states := bothLanguages(limits.Results)
	browser.Walk(t, browser.Options{Script: true}, len(states), func(p *browser.Page, i int) {
		p.Goto(url + states[i])
		sheets := limits.Sheets(p.Print())
		if why := limits.Over(states[i], sheets, limits.MostSheets, "sheets of A4"); why != "" || sheets == 0 {
			t.Errorf("%d sheets: %s", sheets, why)
		}
		p.Paper(false)
		head := browser.Eval[string](p, `document.querySelector(".paper").checkVisibility() && document.querySelector(".paper").innerText || ""`)
		name, day := "Name: __", "2 November 2026"
		if strings.Contains(states[i], "German") {
			day = "2. November 2026"
		}
		for _, part := range []string{name, day, "https://quiz.example/"} {
			if !strings.Contains(head, part) {
				t.Errorf("%s begins with %q on paper, without %q", states[i], head, part)
			}
		}
	})
}

// unprinted are the texts of the main part that are not on paper, but for what
// nobody can press there.
const unprinted = `(() => {
	const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), lost = [];
	while (walker.nextNode()) {
		const text = walker.currentNode, e = text.parentElement;
		if (!text.data.trim() || e.closest(".noprint, .btn, .js-only, .vh, svg")) continue;
		const range = document.createRange();
		range.selectNodeContents(text);
		if (!e.checkVisibility({ contentVisibilityAuto: true }) || !range.getClientRects().length) lost.push(text.data.trim());
	}
	return lost;
})()`

func TestPrintAllPrintsEverything(t *testing.T) {
	url := serve(t) + site.Gallery + "/"
	p := browser.Open(t, browser.Options{Script: true})
	lost, sheets := map[string][]string{}, map[string]int{}
	for _, state := range []string{"result-leaning", "result-whole"} {
		p.Prefer(false)
		p.Goto(url + state)
		sheets[state] = limits.Sheets(p.Print())
		p.Paper(false)
		lost[state] = browser.Eval[[]string](p, unprinted)
	}
	if len(lost["result-whole"]) > 0 {
		t.Errorf("the whole result leaves out on paper %q", lost["result-whole"])
	}
	if len(lost["result-leaning"]) == 0 {
		t.Error("a short result leaves out nothing")
	}
	if sheets["result-whole"] <= sheets["result-leaning"] {
		t.Errorf("the whole result takes %d sheets, the short one %d", sheets["result-whole"], sheets["result-leaning"])
	}
}

func TestWhatIsOverALimitIsToldByHowMuch(t *testing.T) {
	const want = "result-clear at 390 px takes 4512 px of height: 12 over the limit of 4500"
	if got := limits.Over("result-clear at 390 px", 4512, limits.MostNarrow, "px of height"); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if got := limits.Over("result-clear", 2, limits.MostSheets, "sheets"); got != "" {
		t.Errorf("what is at its limit is told as over it: %q", got)
	}
}
