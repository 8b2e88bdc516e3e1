package gallery_test

import (
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/site"
)

// inView counts, for each table of questions, the cells of its first row that
// can be read to their end without scrolling.
const inView = `document.querySelectorAll("details").forEach(d => { d.open = true; }), [...document.querySelectorAll("table.wide-first")].map(t => {
	const right = t.closest(".scroll").getBoundingClientRect().right;
	return [...t.tBodies[0].rows[0].cells].filter(c => c.getBoundingClientRect().right <= right).length;
})`

func TestOnASmallPhoneTheFirstNumbersStandBesideTheirQuestion(t *testing.T) {
	url := serve(t)
	for _, state := range []string{"admin-insight-questions", "admin-insight-questions-longest-text", "admin-insight-of-a-year"} {
		p := browser.Open(t, browser.Options{Width: 320, Height: 640})
		p.Goto(url + site.Gallery + "/" + state)
		for _, cells := range browser.Eval[[]int](p, inView) {
			if cells < 3 {
				t.Errorf("of %s a row shows %d cells, want the question and two numbers", state, cells)
			}
		}
	}
}
