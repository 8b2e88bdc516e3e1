package browser

import (
	"net/http"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
)

func TestABrowserThatCrashesOnAWalkIsOpenedAgain(t *testing.T) {
	url := serve(t, http.StatusOK, "", "<p>here</p>")
	visits := []int{0, 0, 0}
	Walk(t, Options{}, len(visits), func(p *Page, i int) {
		p.Goto(url)
		visits[i]++
		if visits[1] == 1 && i == 1 {
			p.do("crash", set(browser.Crash, cdp.Empty{}))
		}
		if p.Text("p") != "here" {
			t.Errorf("place %d says %q", i, p.Text("p"))
		}
	})
	if visits[0] != 1 || visits[1] != 2 || visits[2] != 1 {
		t.Errorf("the places were visited %v times", visits)
	}
}
