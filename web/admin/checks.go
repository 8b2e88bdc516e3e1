package admin

import (
	"net/http"

	"whichpm/internal/check"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showChecks says what keeps the draft from being published, and what a person
// should look at. Without a draft it is about the published version.
func (a *Admin) showChecks(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	report := check.Version(form.Version).In(language(r).Localize)
	props := adminview.ChecksProps{}
	for _, l := range report.Lines {
		props.Lines = append(props.Lines, adminview.CheckLine{Name: l.Name, Measures: l.Measures, Value: l.Value, OK: l.OK})
	}
	props.Errors = findings(report, forbids)
	props.Advice = findings(report, func(f check.Finding) bool { return !forbids(f) })
	return page.Render(w, r, http.StatusOK, adminview.Checks(form, props))
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
				Check: names[f.Check], Error: forbids(f), Field: f.Field, What: f.What, Fix: f.Fix, To: site.AdminEditor(f.Field),
			})
		}
	}
	return list
}
