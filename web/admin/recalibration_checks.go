package admin

import (
	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// newErrors is what the publishing checks would find in a version with a
// proposal and do not find in the one it was made from, in a language.
func newErrors(l words.Language, live, tried *quiz.Version) []adminview.FindingLine {
	type place struct{ check, field string }
	known := map[place]bool{}
	for _, f := range check.Version(live).Findings {
		known[place{f.Check, f.Field}] = known[place{f.Check, f.Field}] || f.Severity == check.Error
	}
	var list []adminview.FindingLine
	for _, f := range check.Version(tried).In(l.Tell).Findings {
		if f.Severity == check.Error && !known[place{f.Check, f.Field}] {
			list = append(list, adminview.FindingLine{What: f.What, Mend: f.Mend, To: site.AdminEditor(f.Field)})
		}
	}
	return list
}
