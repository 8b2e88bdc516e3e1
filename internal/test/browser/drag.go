package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Drag presses the first element of a selector, draws it to below the middle of
// another and, unless a key is pressed before, lets go there. What it leads to
// is waited for by whoever drags.
func (p *Page) Drag(from, to string, keys ...string) {
	p.t.Helper()
	p.do("draw "+from+" to "+to, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		start, err := where(ctx, target, "at", from)
		if err != nil {
			return fmt.Errorf("%q is not there to draw: %w", from, err)
		}
		end, err := where(ctx, target, "low", to)
		if err != nil {
			return fmt.Errorf("%q is not there to draw to: %w", to, err)
		}
		held := func(event *input.DispatchMouseEventParams) { event.Button, event.ClickCount = input.MouseButtonLeft, 1 }
		steps := []chromedp.Action[chromedp.Void]{
			chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, start[0], start[1]),
			chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, start[0], start[1], held),
			chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, (start[0]+end[0])/2, (start[1]+end[1])/2, held),
			chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, end[0], end[1], held),
		}
		for _, key := range keys {
			steps = append(steps, stroke(key))
		}
		steps = append(steps, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, end[0], end[1], held))
		for _, step := range steps {
			if _, err := step(ctx, target); err != nil {
				return err
			}
		}
		return nil
	}))
}

// DragToGoOn is Drag that waits for the page it leads to.
func (p *Page) DragToGoOn(from, to string) {
	p.t.Helper()
	before := Eval[float64](p, "performance.timeOrigin")
	p.Drag(from, to)
	p.Wait("drawing leads to another page", fmt.Sprintf("document.readyState === 'complete' && performance.timeOrigin !== %v", before))
}
