package browser

import (
	"context"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// Crash ends the browser as a crash does: nothing on its page hears of it.
func (p *Page) Crash() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	_ = chromedp.Do(ctx, set(browser.Crash, cdp.Empty{})) // it does not live to answer
	if _, err := until(ctx, func() (bool, bool) {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("true"))
		return true, err != nil
	}); err != nil {
		p.t.Fatalf("the browser does not crash: %v", err)
	}
}
