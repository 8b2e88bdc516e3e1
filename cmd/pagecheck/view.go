package main

import (
	"context"
	"fmt"
	"os"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"whichpm/internal/test/browser"
)

// view is a way in which people meet a page.
type view struct {
	name          string
	width, height int64   // CSS pixels
	scale         float64 // device pixels for each
	text          int     // size of text in percent, at the same width
	dark, forced  bool
	print         bool
	axe           bool // its colours are its own
}

// A window of 1280 × 900 at 200 % has 640 × 450 CSS pixels. Paper is A4 within
// the margins a browser leaves.
var views = []view{
	{name: "light, 1200 px", width: 1200, height: 900, scale: 1, axe: true},
	{name: "dark, 1200 px", width: 1200, height: 900, scale: 1, dark: true, axe: true},
	{name: "320 px", width: 320, height: 640, scale: 1},
	{name: "200 % zoom", width: 640, height: 450, scale: 2},
	{name: "text at 200 %", width: 1280, height: 900, scale: 1, text: 200},
	{name: "print, A4", width: 718, height: 1047, scale: 1, print: true},
	{name: "forced colours", width: 1200, height: 900, scale: 1, forced: true, axe: true},
}

// show lays the page out as in a view.
func (t *tab) show(v view) error {
	scheme, colours, media, size := "light", "none", "", ""
	if v.dark {
		scheme = "dark"
	}
	if v.forced {
		colours = "active"
	}
	if v.print {
		media = "print"
	}
	if v.text > 0 {
		size = fmt.Sprintf("%d%%", v.text)
	}
	err := t.do(
		set(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: v.width, Height: v.height, DeviceScaleFactor: v.scale}),
		set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "forced-colors", Value: colours},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		}}))
	if err == nil {
		_, err = eval[bool](t, fmt.Sprintf("document.documentElement.style.fontSize = %q, true", size))
	}
	if err != nil {
		return fmt.Errorf("show the page in %s: %w", v.name, err)
	}
	return nil
}

// unfold opens what is folded.
const unfold = `document.querySelectorAll("details").forEach(d => { d.open = true; }), true`

// tooWide says what makes the page scroll sideways, "" if nothing does.
func (t *tab) tooWide() (string, error) { return eval[string](t, browser.TooWide) }

// picture takes the whole page.
func (t *tab) picture(file string) error {
	height, err := eval[float64](t, "document.documentElement.scrollHeight")
	if err != nil {
		return err
	}
	width, err := eval[float64](t, "innerWidth")
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(t.ctx, within)
	defer cancel()
	beyond := true
	png, err := chromedp.Run(ctx, func(ctx context.Context, target *chromedp.Target) ([]byte, error) {
		shot, err := cdp.Call(ctx, target, page.CaptureScreenshot, page.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond,
			Clip:                  &page.Viewport{Width: width, Height: height, Scale: 1},
		})
		return shot.Data, err
	})
	if err != nil {
		return fmt.Errorf("take a picture: %w", err)
	}
	return os.WriteFile(file, png, 0o644)
}
