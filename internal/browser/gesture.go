package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// ClickTwice clicks the link or button with these words and, after a gap, once
// more at the same place, whatever lies there by then. It waits for nothing
// else: Rest does.
func (p *Page) ClickTwice(text string, gap time.Duration) {
	p.t.Helper()
	p.do("click "+text+" twice", p.twice(text, gap, "control", text))
}

// ChooseTwice clicks the nth radio button of the page, and after a gap where
// another one lay.
func (p *Page) ChooseTwice(n, other int, gap time.Duration) {
	p.t.Helper()
	p.do(fmt.Sprintf("choose radio button %d, then %d", n, other), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		places := make([][]float64, 2)
		for range 2 { // looking at one may move the page; looked at both, it stays
			for i, option := range []int{n, other} {
				at, err := where(ctx, target, "optionAt", option)
				if err != nil {
					return err
				}
				places[i] = at
			}
		}
		return clicks(ctx, target, gap, places...)
	}))
}

func (p *Page) twice(what string, gap time.Duration, find string, argument any) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		at, err := where(ctx, target, find, argument)
		if err != nil {
			return fmt.Errorf("%q is not there to click: %w", what, err)
		}
		return clicks(ctx, target, gap, at, at)
	})
}

// where waits until something can be pointed at.
func where(ctx context.Context, target *chromedp.Target, find string, argument any) ([]float64, error) {
	return until(ctx, func() ([]float64, bool) {
		spot, err := chromedp.Evaluate[[]float64](call(find, argument))(ctx, target)
		return spot, err == nil && len(spot) == 2
	})
}

// clicks presses and releases at each place, with a gap between.
func clicks(ctx context.Context, target *chromedp.Target, gap time.Duration, places ...[]float64) error {
	for i, at := range places {
		if i > 0 {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(gap):
			}
		}
		_, err := chromedp.MouseClickXY(at[0], at[1], func(event *input.DispatchMouseEventParams) { event.ClickCount = int64(i + 1) })(ctx, target)
		if err != nil {
			return err
		}
	}
	return nil
}

// Rest waits until the page is whole and stays for a while.
func (p *Page) Rest(while time.Duration) {
	p.t.Helper()
	p.do("rest", chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		was, since := "", time.Now()
		_, err := until(ctx, func() (bool, bool) {
			now, err := chromedp.Evaluate[string]("document.readyState === 'complete' ? location.href + performance.timeOrigin : ''")(ctx, target)
			if err != nil || now == "" || now != was {
				was, since = now, time.Now()
			}
			return true, time.Since(since) > while
		})
		return err
	}))
}
