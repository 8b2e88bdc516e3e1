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
// steps: all errors of the checks, and what belongs to one part as one thing.
// Of what nobody has written yet stands instead what to write.
//
// A thing that is mended must not bring a new one. So what is measured on all
// questions is one thing, there from the start: “Write the first questions”.
func missing(l words.Language, v *quiz.Version) []adminview.Missing {
	t := unwrittenThings(l, v)
	for _, f := range check.Version(v).In(l.Localize).Findings {
		if forbids(f) {
			t.find(f)
		}
	}
	slices.SortStableFunc(t.list, func(a, b adminview.Missing) int { return stepOf(a) - stepOf(b) })
	return t.list
}

// things are what is missing, by place.
type things struct {
	words.Language

	v       *quiz.Version
	list    []adminview.Missing
	unnamed map[string]int // roles and dimensions nobody has named, with the number in their step
	asked   bool           // somebody has written a question
}

// unwrittenThings are the parts that nobody has written yet.
func unwrittenThings(l words.Language, v *quiz.Version) *things {
	t := &things{Language: l, v: v, unnamed: map[string]int{}}
	number := 1 + len(slices.DeleteFunc(slices.Clone(v.Roles), quiz.Role.Unwritten))
	for _, r := range v.Roles {
		if place := "roles." + r.Key; r.Unwritten() {
			t.unnamed[place] = number
			t.add(place, adminview.Finding{What: l.Say("adminnew.no_role", "number", number), To: site.AdminNewRoles})
			number++
		}
	}
	for _, d := range v.Dimensions {
		if place := "dimensions." + d.Key; d.Unwritten() {
			t.unnamed[place] = 1
			t.add(place, adminview.Finding{What: l.Say("adminnew.no_dimension"), To: site.AdminNewDimensions})
		}
	}
	t.asked = slices.ContainsFunc(v.Questions, func(q quiz.Question) bool { return !q.Retired && !q.Unwritten() })
	if !t.asked {
		t.add(allQuestions, adminview.Finding{What: l.Say("adminnew.no_question"), To: site.AdminNewQuestions})
	}
	return t
}

// find adds what a check found.
func (t *things) find(f check.Finding) {
	place := partOf(f)
	shown := adminview.Finding{Error: true, Field: f.Field, What: f.What, Fix: f.Fix, To: newEditor(t.v, f.Field)}
	role, _, _ := strings.Cut(strings.TrimPrefix(f.Field, "roles."), ".")
	switch number := t.unnamed["roles."+role]; {
	case t.unnamed[place] > 0:
		return // to be named first
	case !t.asked && (place == allQuestions || strings.HasPrefix(place, "questions.")):
		return // to be written first
	case place == allQuestions && len(t.unnamed) > 0:
		if t.has(place) {
			return
		}
		shown = adminview.Finding{What: t.Say("adminnew.whole_later"), To: site.AdminNewQuestions}
	case number > 0:
		shown.What, shown.Fix = t.Say("adminnew.no_place", "number", number), ""
	case f.Check == "unsourced":
		shown.Fix = t.Say("adminnew.unsourced_fix")
	}
	t.add(place, shown)
}

func (t *things) has(place string) bool {
	return slices.ContainsFunc(t.list, func(m adminview.Missing) bool { return m.Place == place })
}

func (t *things) add(place string, f adminview.Finding) {
	if !t.has(place) {
		t.list = append(t.list, adminview.Missing{Place: place, Name: t.name(place)})
	}
	m := &t.list[slices.IndexFunc(t.list, func(m adminview.Missing) bool { return m.Place == place })]
	step, _, _ := strings.Cut(f.To, "#")
	if strings.HasPrefix(place, "questions") {
		step = site.AdminNewQuestions // also what it does not show
	}
	if slices.Contains(site.AdminNewSteps, step) && !slices.Contains(m.Steps, step) {
		m.Steps = append(m.Steps, step)
	}
	m.Findings = append(m.Findings, f)
}

// name is what a place is called, where several things are found there.
func (t *things) name(place string) string {
	list, key, _ := strings.Cut(place, ".")
	switch list {
	case "roles":
		if i := t.v.RoleIndex(key); i >= 0 {
			return t.v.Roles[i].Name
		}
	case "dimensions":
		if d, ok := t.v.Dimension(key); ok {
			return d.Name
		}
	case allQuestions:
		if i := t.v.QuestionIndex(key); i >= 0 {
			return t.v.Questions[i].Text
		}
		return t.Say("adminnew.whole")
	}
	return ""
}

// allQuestions is the place of what is measured on all questions.
const allQuestions = "questions"

// ofAllQuestions are checks that name one part, and measure it on all that is
// asked.
var ofAllQuestions = []string{"agree_to_all", "same_profile", "single_answer"}

// partOf is the part a finding is about. Where a role stands on a dimension is
// about the dimension.
func partOf(f check.Finding) string {
	parts := strings.Split(f.Field, ".")
	switch {
	case slices.Contains(ofAllQuestions, f.Check):
		return allQuestions
	case len(parts) < 2:
		return f.Field
	case len(parts) > 3 && parts[0] == "roles" && parts[2] == "profile":
		return "dimensions." + parts[3]
	case parts[0] == "roles" || parts[0] == "dimensions" || parts[0] == "questions":
		return parts[0] + "." + parts[1]
	}
	return f.Field
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

// stepOf is the number of the first step that mends a thing, after all of them
// where none does.
func stepOf(m adminview.Missing) int {
	first := len(site.AdminNewSteps)
	for _, step := range m.Steps {
		first = min(first, slices.Index(site.AdminNewSteps, step))
	}
	return first
}
