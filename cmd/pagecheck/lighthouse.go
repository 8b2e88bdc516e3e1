package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/network"

	"whichpm/internal/test/browser"
)

// runs is how often Lighthouse looks at a page; the median counts.
const runs = 3

var categories = []string{"performance", "accessibility", "best-practices", "seo"}

// report is what is read of Lighthouse's own.
type report struct {
	Categories map[string]struct {
		Score     *float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Score        *float64
		NumericValue float64
		Title        string
	}
	RuntimeError struct{ Message string }
}

// lighthouse looks at the pages of a visit as on a phone.
func (a *audit) lighthouse(ctx context.Context, v visit) (table, error) {
	out := table{
		title: "Lighthouse", numbers: 6,
		head: []string{"page", "performance", "accessibility", "best practices", "SEO", "first paint, s", "largest paint, s", ""},
	}
	for _, s := range v.stops() {
		var reports []report
		for n := range runs {
			a.say("lighthouse: %s, %d of %d", s.name, n+1, runs)
			r, err := a.lighthouseOnce(ctx, s)
			if err != nil { // on a busy machine it may miss the start of the page
				a.say("once more: %v", err)
				r, err = a.lighthouseOnce(ctx, s)
			}
			if err != nil {
				return out, fmt.Errorf("%s: %w", s.name, err)
			}
			reports = append(reports, r)
		}
		out.rows = append(out.rows, a.lighthouseRow(s, reports))
	}
	return out, nil
}

func (a *audit) lighthouseRow(s stop, reports []report) []string {
	row, verdict := []string{s.name}, "met"
	for _, c := range categories {
		if c == "seo" && !s.indexed {
			row = append(row, "")
			continue
		}
		score := median(reports, func(r report) float64 { return 100 * *r.Categories[c].Score })
		if row = append(row, fmt.Sprintf("%.0f", score)); score < 100 {
			verdict = "not met"
			a.say("%s, %s: %s", s.name, c, strings.Join(reports[0].lost(c), "; "))
		}
	}
	for _, paint := range []string{"first-contentful-paint", "largest-contentful-paint"} {
		row = append(row, fmt.Sprintf("%.1f", median(reports, func(r report) float64 { return r.Audits[paint].NumericValue / 1000 })))
	}
	return append(row, verdict)
}

// lost lists the audits that cost points in a category.
func (r report) lost(category string) (titles []string) {
	for _, ref := range r.Categories[category].AuditRefs {
		if a := r.Audits[ref.ID]; ref.Weight > 0 && a.Score != nil && *a.Score < 1 {
			titles = append(titles, fmt.Sprintf("%s (%.2f)", a.Title, *a.Score))
		}
	}
	return titles
}

func (a *audit) lighthouseOnce(ctx context.Context, s stop) (report, error) {
	var r report
	program, err := browser.Find()
	if err != nil {
		return r, err
	}
	headers, err := json.Marshal(s.headers())
	if err != nil {
		return r, err
	}
	file := filepath.Join(a.dir, "lighthouse.json")
	node := exec.CommandContext(ctx, "node", "node_modules/lighthouse/cli/index.js", a.address+s.path,
		"--quiet", "--no-enable-error-reporting", "--output=json", "--output-path="+file, "--extra-headers="+string(headers),
		"--only-categories="+strings.Join(categories, ","), "--chrome-flags="+chromeFlags())
	node.Env = append(os.Environ(), "CHROME_PATH="+program)
	node.Cancel = func() error { return node.Process.Signal(os.Interrupt) } // so that it ends its browser
	node.WaitDelay = within
	var said bytes.Buffer
	node.Stdout, node.Stderr = &said, &said
	if err := node.Run(); err != nil {
		return r, fmt.Errorf("run lighthouse (.ci/setup audit installs it): %w: %s", err, said.String())
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return r, fmt.Errorf("read what lighthouse wrote: %w", err)
	}
	if r.RuntimeError.Message != "" {
		return r, fmt.Errorf("lighthouse: %s", r.RuntimeError.Message)
	}
	for _, c := range categories {
		if r.Categories[c].Score == nil {
			return r, fmt.Errorf("lighthouse gives no score for %s", c)
		}
	}
	return r, nil
}

// headers are those of somebody who is that far in the quiz.
func (s stop) headers() network.Headers {
	if s.cookie == "" {
		return network.Headers{}
	}
	return network.Headers{"Cookie": s.cookie}
}

func chromeFlags() string {
	flags := "--host-resolver-rules=\"MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost\""
	if os.Getuid() == 0 {
		flags += " --no-sandbox"
	}
	return flags + " --" + strings.Join(browser.Quiet, " --")
}

func median(reports []report, of func(report) float64) float64 {
	all := make([]float64, len(reports))
	for i, r := range reports {
		all[i] = of(r)
	}
	slices.Sort(all)
	return all[len(all)/2]
}
