// Package browser drives a real Chromium in tests, with the verbs a story
// uses: go to, click, choose, press, read. Every verb waits for what it needs
// and ends the test when that does not come. It knows no page of the site.
package browser

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	startWithin = time.Minute // several may start at once on a small machine
	actWithin   = 15 * time.Second
	endWithin   = 10 * time.Second
)

// Options are the browser a person has. The zero value is a wide light screen
// without scripts.
type Options struct {
	Script        bool
	Width, Height int     // CSS pixels, 1200 × 900 if 0
	Scale         float64 // device pixels for a CSS pixel, 1 if 0
	Dark          bool    // what the device prefers
	Zone          string  // its time zone, "" for that of this machine
	Away          bool    // the server may be away: a request that nobody answers is no trouble
}

// Page is the one tab of a browser with an empty profile.
type Page struct {
	t     testing.TB
	ctx   context.Context
	watch Watch
	last  int  // status of the last page loaded
	walks bool // see Walk
	asked atomic.Int64
}

// see takes an event of the browser. A page that asks whether to leave it is
// left.
func (p *Page) see(event any) {
	p.watch.See(event)
	if dialog, ok := event.(*page.EventJavascriptDialogOpening); ok && dialog.Type == page.DialogTypeBeforeunload {
		p.asked.Add(1)
		go func() {
			ctx, cancel := context.WithTimeout(p.ctx, actWithin)
			defer cancel()
			_ = chromedp.Do(ctx, set(page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})) // what waits for the page says what is wrong
		}()
	}
}

// Asked is how often a page asked whether to leave it since this was asked.
func (p *Page) Asked() int { return int(p.asked.Swap(0)) }

// Open starts a browser that ends with the test. The test fails if anything
// leaves this machine, and on every error the browser reports.
func Open(t testing.TB, o Options) *Page {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	p := &Page{t: t, watch: Watch{away: o.Away}}
	program, err := Find()
	if err != nil {
		t.Fatal(err)
	}
	parent, stop := chromedp.NewExecAllocator(context.WithoutCancel(t.Context()), Flags(program, profile)...)
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithListener(p.see))
	p.ctx = ctx
	t.Cleanup(func() {
		p.end()
		cancel()
		stop()
		remove(ctx, profile)
	})
	late := time.AfterFunc(startWithin, cancel)
	defer late.Stop()
	if err := chromedp.Do(ctx, set(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	p.do("switch scripts", set(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !o.Script}))
	if o.Zone != "" {
		p.do("set the time zone", set(emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: o.Zone}))
	}
	p.Resize(o.Width, o.Height, o.Scale)
	p.Prefer(o.Dark)
	return p
}

// Find returns the browser's program, or an error that says what to install. The
// headless shell is the same engine without the windows of a desktop: it starts
// with a quarter of the processor time.
func Find() (string, error) {
	for _, name := range []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("there is no Chromium: run make setup, or install the package chromium-headless-shell or chromium")
}

// Quiet are the switches that keep the browser small and away from other
// machines.
var Quiet = []string{
	"headless", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
	"disable-component-update", "disable-sync",
}

// Flags keep the browser quiet. It would also drop what comes before its first
// paint, but tests are faster than that.
func Flags(program, profile string) []chromedp.ExecAllocatorOption {
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program),
		chromedp.UserDataDir(profile),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		chromedp.Flag("no-sandbox", os.Getuid() == 0),
	}
	for _, name := range append(slices.Clone(Quiet),
		"disable-breakpad", "disable-dev-shm-usage", "disable-background-timer-throttling", "disable-renderer-backgrounding", "allow-pre-commit-input") {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

// end closes the browser and reports what it complained about.
func (p *Page) end() {
	ctx, cancel := context.WithTimeout(p.ctx, endWithin)
	defer cancel()
	_ = chromedp.Cancel(ctx) // one that does not close in time is killed
	for _, trouble := range p.watch.Troubles() {
		p.t.Errorf("the browser reports %s", trouble)
	}
}

// remove tries again while the last of the browser's processes still write.
func remove(ctx context.Context, profile string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), endWithin)
	defer cancel()
	_, _ = until(ctx, func() (bool, bool) { return true, os.RemoveAll(profile) == nil }) // the test removes what is left
}

// Resize changes the screen: CSS pixels, and device pixels for each. Zero
// means 1200, 900 and 1.
func (p *Page) Resize(width, height int, scale float64) {
	p.t.Helper()
	screen := emulation.SetDeviceMetricsOverrideParams{Width: 1200, Height: 900, DeviceScaleFactor: 1}
	if width > 0 {
		screen.Width = int64(width)
	}
	if height > 0 {
		screen.Height = int64(height)
	}
	if scale > 0 {
		screen.DeviceScaleFactor = scale
	}
	p.do("resize", set(emulation.SetDeviceMetricsOverride, screen))
}

// Prefer changes what the device prefers: dark or light, and always no motion.
func (p *Page) Prefer(dark bool) {
	p.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	p.do("set preferences", set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: "reduce"},
	}}))
}

// set is a command whose answer says nothing.
func set[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}
