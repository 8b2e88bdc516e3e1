package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// a4 is in inches. The margins are those a browser leaves.
var a4 = page.PrintToPDFParams{PaperWidth: 8.27, PaperHeight: 11.69}

// Print prints the page on A4, with what scripts do before they print, and
// returns the document.
func (p *Page) Print() []byte {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	pdf, err := chromedp.Run(ctx, PDF)
	if err != nil {
		p.fail("print", err)
	}
	return pdf
}

// PDF is the action of that.
func PDF(ctx context.Context, target *chromedp.Target) ([]byte, error) {
	r, err := cdp.Call(ctx, target, page.PrintToPDF, a4)
	return r.Data, err
}
