package admin

import (
	"slices"
	"strings"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// missing lists what keeps a draft from being published, in the order of the
// steps. While whole parts are missing they stand for all that the checks say
// of them, and what is measured on the whole waits.
func missing(l words.Language, v *quiz.Version) []adminview.Finding {
	unwritten, list := unwrittenParts(l, v)
	for _, f := range check.Version(v).In(l.Localize).Findings {
		switch {
		case !forbids(f), slices.ContainsFunc(unwritten, func(part string) bool { return within(f.Field, part) }):
		case len(list) > 0 && !slices.Contains(ofOneText, f.Check):
		default:
			list = append(list, adminview.Finding{Error: true, Field: f.Field, What: f.What, Fix: f.Fix, To: newEditor(v, f.Field)})
		}
	}
	slices.SortStableFunc(list, func(a, b adminview.Finding) int { return stepOf(a) - stepOf(b) })
	return list
}

// ofOneText are the checks that look at one text at a time.
var ofOneText = []string{"placeholder", "unsourced", "role_content"}

// unwrittenParts are the parts that nobody has written yet, and what to do
// about them.
func unwrittenParts(l words.Language, v *quiz.Version) (parts []string, list []adminview.Finding) {
	roles, dimensions, questions := 0, 0, 0
	for _, r := range v.Roles {
		if r.Unwritten() {
			parts = append(parts, "roles."+r.Key)
		} else {
			roles++
		}
	}
	for _, d := range v.Dimensions {
		if !d.Unwritten() {
			dimensions++
			continue
		}
		parts = append(parts, "dimensions."+d.Key)
		for _, r := range v.Roles {
			parts = append(parts, "roles."+r.Key+".profile."+d.Key)
		}
	}
	for _, q := range v.Questions {
		switch {
		case q.Retired:
		case q.Unwritten():
			parts = append(parts, "questions."+q.Key)
		default:
			questions++
		}
	}
	if roles < quiz.MinRoles {
		list = append(list, adminview.Finding{Error: true, What: l.Say("adminnew.no_roles", "n", quiz.MinRoles-roles), To: site.AdminNewRoles})
	}
	if dimensions == 0 {
		list = append(list, adminview.Finding{Error: true, What: l.Say("adminnew.no_dimension"), To: site.AdminNewDimensions})
	}
	if questions == 0 {
		list = append(list, adminview.Finding{Error: true, What: l.Say("adminnew.no_question"), To: site.AdminNewQuestions})
	}
	return parts, list
}

// newEditor is where a step edits a place, or the editor where none does.
func newEditor(v *quiz.Version, field string) string {
	if key, found := strings.CutPrefix(field, "questions."); found {
		key, rest, _ := strings.Cut(key, ".")
		if i := v.QuestionIndex(key); i >= 0 && rest == "text" && adminview.InSteps(v.Questions[i]) {
			return site.AdminNewQuestions + "#" + field
		}
	}
	return site.AdminNewEditor(field)
}

// stepOf is the number of the step that mends a finding, after all of them
// where none does.
func stepOf(f adminview.Finding) int {
	path, _, _ := strings.Cut(f.To, "#")
	if at := slices.Index(site.AdminNewSteps, path); at >= 0 {
		return at
	}
	return len(site.AdminNewSteps)
}
