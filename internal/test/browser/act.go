package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The keys a story presses, beside letters and digits.
const (
	Tab    = kb.Tab
	Enter  = kb.Enter
	Escape = kb.Escape
	Space  = " "
	Down   = kb.ArrowDown
)

// Goto opens an address.
func (p *Page) Goto(url string) {
	p.t.Helper()
	p.leave("go to "+url, set(page.Navigate, page.NavigateParams{URL: url}))
}

// Reload opens the same address again.
func (p *Page) Reload() {
	p.t.Helper()
	p.leave("reload", set(page.Reload, page.ReloadParams{}))
}

// Back uses the browser's own way back. The page may come from the server or
// as it was left.
func (p *Page) Back() {
	p.t.Helper()
	p.do("go back", chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		history, err := cdp.Call(ctx, target, page.GetNavigationHistory, cdp.Empty{})
		if err != nil {
			return err
		}
		if history.CurrentIndex == 0 {
			return errors.New("there is no page before this one")
		}
		before := history.Entries[history.CurrentIndex-1]
		if _, err := cdp.Call(ctx, target, page.NavigateToHistoryEntry, page.NavigateToHistoryEntryParams{EntryID: before.ID}); err != nil {
			return err
		}
		_, err = until(ctx, func() (bool, bool) {
			there, err := chromedp.Evaluate[bool]("document.readyState === 'complete' && location.href === "+quote(before.URL))(ctx, target)
			return there, err == nil && there
		})
		return err
	}))
}

// Click clicks the link, button, switch or label with these words and stays.
func (p *Page) Click(text string) {
	p.t.Helper()
	p.do("click "+text, p.pointer(text, "control", text))
}

// Follow clicks it and waits for the page it leads to.
func (p *Page) Follow(text string) {
	p.t.Helper()
	p.leave("follow "+text, p.pointer(text, "control", text))
}

// Choose clicks the radio button with this label.
func (p *Page) Choose(label string) {
	p.t.Helper()
	p.do("choose "+label, p.pointer(label, "option", label))
}

// ChooseAt clicks the nth radio button of the page, from 0.
func (p *Page) ChooseAt(n int) {
	p.t.Helper()
	p.do(fmt.Sprintf("choose radio button %d", n), p.pointer(fmt.Sprintf("radio button %d", n), "optionAt", n))
}

// ChooseAtAndGoOn clicks it and waits for the page that opens by itself.
func (p *Page) ChooseAtAndGoOn(n int) {
	p.t.Helper()
	p.leave(fmt.Sprintf("choose radio button %d and go on", n), p.pointer(fmt.Sprintf("radio button %d", n), "optionAt", n))
}

// Fill types into the field with this label.
func (p *Page) Fill(label, text string) {
	p.t.Helper()
	p.do("fill "+label, p.pointer(label, "control", label), set(input.InsertText, input.InsertTextParams{Text: text}))
}

// Press presses one key and stays.
func (p *Page) Press(key string) {
	p.t.Helper()
	p.do("press "+key, stroke(key))
}

// PressToGoOn presses one key and waits for the page it leads to.
func (p *Page) PressToGoOn(key string) {
	p.t.Helper()
	p.leave("press "+key, stroke(key))
}

// stroke is a key as a keyboard sends it: when the page uses the key itself,
// no character follows.
func stroke(key string) chromedp.Action[chromedp.Void] {
	return chromedp.KeyEvent(key, func(event *input.DispatchKeyEventParams) {
		if event.Type == kb.KeyDown {
			event.Type = input.DispatchKeyEventTypeRawKeyDown
		}
	})
}

// pointer clicks where find.js says, once it says so.
func (p *Page) pointer(what, find string, argument any) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		at, err := where(ctx, target, find, argument)
		if err != nil {
			return fmt.Errorf("%q is not there to click: %w", what, err)
		}
		_, err = chromedp.MouseClickXY(at[0], at[1])(ctx, target)
		return err
	})
}

// do runs actions within the time every action has.
func (p *Page) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.fail(what, err)
	}
}

// leave runs actions that lead to another page and waits for that.
func (p *Page) leave(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actWithin)
	defer cancel()
	response, err := chromedp.RunResponse(ctx, actions...)
	if err != nil {
		p.fail(what, err)
	}
	if response != nil {
		p.last = int(response.Status)
	}
}

const lookEvery = 10 * time.Millisecond

// until looks again and again until there is something, or the time is over.
func until[T any](ctx context.Context, look func() (T, bool)) (T, error) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		if found, ok := look(); ok {
			return found, nil
		}
		select {
		case <-ctx.Done():
			var none T
			return none, ctx.Err()
		case <-tick.C:
		}
	}
}

// Forget makes the browser someone who was never here: without cookies.
func (p *Page) Forget() {
	p.t.Helper()
	p.do("forget", set(network.ClearBrowserCookies, cdp.Empty{}))
}

// Paper lays the page out as for printing, on a device that prefers dark or
// light, without what scripts do before they print.
func (p *Page) Paper(dark bool) {
	p.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	p.do("lay out for paper", set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media:    "print",
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}))
}

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
