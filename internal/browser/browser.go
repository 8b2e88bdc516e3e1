// Package browser drives a real Chromium in tests, with the verbs a story
// uses: go to, click, choose, press, read. Every verb waits for what it needs
// and ends the test when that does not come. It knows no page of the site.
package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
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
}

// Page is the one tab of a browser with an empty profile.
type Page struct {
	t     testing.TB
	ctx   context.Context
	watch watch
	last  int  // status of the last page loaded
	walks bool // see Walk
}

// Open starts a browser that ends with the test. The test fails if anything
// leaves this machine, and on every error the browser reports.
func Open(t testing.TB, o Options) *Page {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	p := &Page{t: t}
	parent, stop := chromedp.NewExecAllocator(context.WithoutCancel(t.Context()), flags(t, profile)...)
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithListener(p.watch.see))
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
	p.Resize(o.Width, o.Height, o.Scale)
	p.Prefer(o.Dark)
	return p
}

// find returns the browser, or ends the test with what to install.
func find(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("There is no Chromium to test with: run make setup, or install the package chromium.")
	return ""
}

// flags keep the browser quiet, small and away from other machines. It would
// also drop what comes before its first paint, but tests are faster than that.
func flags(t testing.TB, profile string) []chromedp.ExecAllocatorOption {
	t.Helper()
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(find(t)),
		chromedp.UserDataDir(profile),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		chromedp.Flag("no-sandbox", os.Getuid() == 0),
	}
	for _, name := range []string{
		"headless", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
		"disable-component-update", "disable-sync", "disable-breakpad", "disable-dev-shm-usage",
		"disable-background-timer-throttling", "disable-renderer-backgrounding", "allow-pre-commit-input",
	} {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

// end closes the browser and reports what it complained about.
func (p *Page) end() {
	ctx, cancel := context.WithTimeout(p.ctx, endWithin)
	defer cancel()
	_ = chromedp.Cancel(ctx) // one that does not close in time is killed
	for _, trouble := range p.watch.troubles() {
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
