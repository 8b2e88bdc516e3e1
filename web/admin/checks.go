package admin

import (
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// showChecks says what keeps the draft from being published, and what a person
// should look at. Without a draft it is about the published version.
func (a *Admin) showChecks(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, checksPage(language(r), form))
}

func backToChecks(w http.ResponseWriter, r *http.Request) error {
	return page.Redirect(w, r, site.AdminChecks)
}

func checksPage(l words.Language, form adminview.Form) templ.Component {
	report := check.Version(form.Version).In(l.Localize)
	props := adminview.ChecksProps{}
	for _, line := range report.Lines {
		props.Lines = append(props.Lines, adminview.CheckLine{Name: line.Name, Measures: line.Measures, Value: line.Value, OK: line.OK})
	}
	for _, f := range mendable(l, form.Version, func(check.Finding) bool { return true }) {
		if f.Error {
			props.Errors = append(props.Errors, f)
		} else {
			props.Advice = append(props.Advice, f)
		}
	}
	return adminview.Checks(form, props)
}

// forbids reports whether a finding keeps a version from being published.
func forbids(f check.Finding) bool { return f.Severity == check.Error }

// findings are those a page shows.
func findings(report check.Report, shown func(check.Finding) bool) []adminview.Finding {
	names := map[string]string{}
	for _, l := range report.Lines {
		names[l.Check] = l.Name
	}
	var list []adminview.Finding
	for _, f := range report.Findings {
		if shown(f) {
			list = append(list, adminview.Finding{
				Check: names[f.Check], Error: forbids(f), Field: f.Field, What: f.What, Fix: f.Fix, To: site.AdminEditor(f.Field), Spreads: f.Spreads(),
			})
		}
	}
	return list
}

// mendable are the same with the buttons that mend them.
func mendable(l words.Language, v *quiz.Version, shown func(check.Finding) bool) []adminview.Finding {
	report := check.Version(v).In(l.Localize)
	chosen := slices.DeleteFunc(report.Findings, func(f check.Finding) bool { return !shown(f) })
	slices.SortStableFunc(chosen, func(a, b check.Finding) int { // what forbids it first
		switch {
		case forbids(a) == forbids(b):
			return 0
		case forbids(a):
			return -1
		}
		return 1
	})
	list := findings(check.Report{Lines: report.Lines, Findings: chosen}, func(check.Finding) bool { return true })
	spread, _ := check.Spread(v)
	for i, steps := range check.Steps(v, chosen, spread) {
		for _, step := range steps[:min(len(steps), mostMends)] {
			list[i].Mends = append(list[i].Mends, mendOf(l, v, step))
		}
	}
	return list
}

// mostMends is how many buttons a finding has: the whole list stands on the page
// that spreads the keying.
const mostMends = 4
