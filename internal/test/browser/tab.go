package browser

import (
	"context"
	"strings"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// OtherTab waits until a tab that the page opened shows an address with this
// path, and returns the address.
func (p *Page) OtherTab(path string) string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	address, err := until(ctx, func() (string, bool) {
		tabs, err := chromedp.Targets(ctx)
		return withPath(tabs, path), err == nil && withPath(tabs, path) != ""
	})
	if err != nil {
		p.fail("wait for another tab at "+path, err)
	}
	return address
}

func withPath(tabs []*target.Info, path string) string {
	for _, tab := range tabs {
		if tab.Type == "page" && strings.HasSuffix(tab.URL, path) {
			return tab.URL
		}
	}
	return ""
}
