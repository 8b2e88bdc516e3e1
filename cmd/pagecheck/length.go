package main

import (
	"context"
	"fmt"

	"github.com/chromedp/chromedp"

	"whichpm/internal/test/browser"
	"whichpm/internal/test/limits"
	"whichpm/web/site"
)

// long are the pages whose height is measured, as the gallery shows them.
var long = []struct{ name, english, german string }{
	{"landing", "landing-first-visit", "landing-in-German"},
	{"question", "question-agree", "question-in-German"},
	{"result, clear", "result-clear", "result-in-German-clear"},
	{"result, leaning", "result-leaning", "result-in-German-leaning"},
	{"result, balanced", "result-balanced", "result-in-German-balanced"},
	{"result, among others", "result-among-others", "result-in-German-among-others"},
	{"shared page", "shared-answers", "shared-in-German"},
	{"comparison", "compare-two-who-differ", "compare-in-German"},
	{"guide", "guide-two-roles", "guide-in-German"},
}

// length measures how high pages are, with everything closed, and how many
// sheets a result takes.
func (a *audit) length(ctx context.Context, _ visit) (table, error) {
	out := table{
		title: "How long pages are", numbers: 5,
		head: []string{
			"page, closed", fmt.Sprintf("height, %d px", limits.Wide), "limit", fmt.Sprintf("height, %d px", limits.Narrow), "limit", "sheets of A4", "",
		},
		note: fmt.Sprintf("Heights are CSS pixels. A result takes at most %d sheets.", limits.MostSheets),
	}
	t, err := a.open(ctx, nil)
	if err != nil {
		return out, err
	}
	defer t.close()
	for _, language := range []string{"English", "German"} {
		for _, p := range long {
			state := p.english
			if language == "German" {
				state = p.german
			}
			a.say("length: %s", state)
			row, err := a.extent(t, state, limits.Limited(p.english))
			if err != nil {
				return out, fmt.Errorf("%s: %w", state, err)
			}
			out.rows = append(out.rows, append([]string{p.name + ", " + language}, row...))
		}
	}
	return out, nil
}

// extent is how long one state is: its heights with their limits, its sheets if
// these are limited too, and whether all limits are met.
func (a *audit) extent(t *tab, state string, limited bool) ([]string, error) {
	if err := t.show(views[0]); err != nil {
		return nil, err
	}
	if err := t.goTo(a.address + site.Gallery + "/" + state); err != nil {
		return nil, err
	}
	row, verdict := []string{}, ""
	judge := func(figure, most int) string {
		if !limited {
			return ""
		}
		if verdict == "" {
			verdict = "met"
		}
		if figure > most {
			verdict = "not met"
		}
		return "≤ " + number(float64(most))
	}
	for _, h := range limits.Heights {
		if err := t.show(view{width: int64(h.Width), height: 800, scale: 1}); err != nil {
			return nil, err
		}
		height, err := eval[int](t, limits.Height)
		if err != nil {
			return nil, err
		}
		row = append(row, number(float64(height)), judge(height, h.Most))
	}
	if !limited {
		return append(row, "", ""), nil
	}
	sheets, err := t.sheets()
	if err != nil {
		return nil, err
	}
	judge(sheets, limits.MostSheets)
	return append(row, fmt.Sprint(sheets), verdict), nil
}

// sheets prints the page.
func (t *tab) sheets() (int, error) {
	ctx, cancel := context.WithTimeout(t.ctx, within)
	defer cancel()
	pdf, err := chromedp.Run(ctx, browser.PDF)
	if err != nil {
		return 0, fmt.Errorf("print: %w", err)
	}
	return limits.Sheets(pdf), nil
}
