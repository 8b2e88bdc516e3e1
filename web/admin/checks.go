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
	report := check.Version(form.Version).In(language(r).Tell)
	props := adminview.ChecksProps{}
	names := map[string]string{}
	for _, l := range report.Lines {
		names[l.Check] = l.Name
		props.Lines = append(props.Lines, adminview.CheckLine{Name: l.Name, Measures: l.Measures, Value: l.Value, OK: l.OK})
	}
	for _, f := range report.Findings {
		finding := adminview.CheckFinding{Check: names[f.Check], What: f.What, Fix: f.Fix, To: site.AdminEditor(f.Field)}
		if f.Severity == check.Error {
			props.Errors = append(props.Errors, finding)
		} else {
			props.Advice = append(props.Advice, finding)
		}
	}
	return page.Render(w, r, http.StatusOK, adminview.Checks(form, props))
}
