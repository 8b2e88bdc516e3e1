package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"whichpm/internal/test/browser"
)

// within is the time anything in the browser may take.
const within = 40 * time.Second

// tab is the one tab of a browser with an empty profile.
type tab struct {
	ctx   context.Context
	watch browser.Watch
	close func()
}

// open starts a browser that ends by close, also when ctx has ended. It keeps
// nothing between pages, so that each comes as on a first visit. Also may be nil.
func (a *audit) open(ctx context.Context, also func(event any)) (*tab, error) {
	program, err := browser.Find()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp(a.dir, "profile-")
	if err != nil {
		return nil, fmt.Errorf("make a profile: %w", err)
	}
	t := &tab{}
	parent, stop := chromedp.NewExecAllocator(context.WithoutCancel(ctx), browser.Flags(program, profile)...)
	inside, cancel := chromedp.NewContext(parent, chromedp.WithListener(func(event any) {
		t.watch.See(event)
		if also != nil {
			also(event)
		}
	}))
	t.ctx, t.close = inside, func() {
		ending, done := context.WithTimeout(inside, within)
		defer done()
		_ = chromedp.Cancel(ending) // one that does not close in time is killed
		cancel()
		stop()
	}
	late := time.AfterFunc(within, cancel)
	defer late.Stop()
	err = chromedp.Do(inside,
		set(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}),
		set(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}))
	if err != nil {
		t.close()
		return nil, fmt.Errorf("start the browser: %w", err)
	}
	return t, nil
}

// goTo opens an address and waits until it is there.
func (t *tab) goTo(url string) error {
	return t.leave(url, set(page.Navigate, page.NavigateParams{URL: url}))
}

// leave runs actions that lead to a page, and waits for that.
func (t *tab) leave(what string, actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, within)
	defer cancel()
	response, err := chromedp.RunResponse(ctx, actions...)
	if err != nil {
		return fmt.Errorf("go to %s: %w", what, err)
	}
	if response != nil && response.Status != http.StatusOK {
		return fmt.Errorf("%s answers %d", what, int(response.Status))
	}
	return nil
}

func (t *tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, within)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// eval returns the value of an expression, or of the promise it makes.
func eval[T any](t *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, within)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// set is a command whose answer says nothing.
func set[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}
