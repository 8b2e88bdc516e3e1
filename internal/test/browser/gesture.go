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
// else: Rest does. It reports whether the second came in time, which a busy
// machine may miss: what it does then says nothing.
func (p *Page) ClickTwice(text string, gap time.Duration) bool {
	p.t.Helper()
	return p.twice("click "+text+" twice", gap, func(ctx context.Context, target *chromedp.Target) ([][]float64, error) {
		at, err := where(ctx, target, "control", text)
		return [][]float64{at, at}, err
	})
}

// ClickTwiceAt does the same at a place of the screen.
func (p *Page) ClickTwiceAt(x, y float64, gap time.Duration) bool {
	p.t.Helper()
	return p.twice("click a place twice", gap, func(context.Context, *chromedp.Target) ([][]float64, error) {
		return [][]float64{{x, y}, {x, y}}, nil
	})
}

// ChooseTwice clicks the nth radio button of the page, and after a gap where
// another one lay.
func (p *Page) ChooseTwice(n, other int, gap time.Duration) bool {
	p.t.Helper()
	return p.twice(fmt.Sprintf("choose radio button %d, then %d", n, other), gap, func(ctx context.Context, target *chromedp.Target) ([][]float64, error) {
		places := make([][]float64, 2)
		for range 2 { // looking at one may move the page; looked at both, it stays
			for i, option := range []int{n, other} {
				at, err := where(ctx, target, "optionAt", option)
				if err != nil {
					return nil, err
				}
				places[i] = at
			}
		}
		return places, nil
	})
}

// ClickAt clicks a place of the screen once.
func (p *Page) ClickAt(x, y float64) {
	p.t.Helper()
	p.do("click a place", chromedp.MouseClickXY(x, y))
}

// doubleWithin is how long a double click takes at most, as systems count it.
const doubleWithin = 500 * time.Millisecond

func (p *Page) twice(what string, gap time.Duration, find func(context.Context, *chromedp.Target) ([][]float64, error)) (inTime bool) {
	p.t.Helper()
	p.do(what, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		places, err := find(ctx, target)
		if err != nil {
			return fmt.Errorf("it is not there to click: %w", err)
		}
		began := time.Now()
		err = clicks(ctx, target, gap, places...)
		inTime = time.Since(began) < max(doubleWithin, gap+doubleWithin/10)
		return err
	}))
	return inTime
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
