package quiz_test

import (
	"reflect"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// place is one text of a version: which field it is and where it lies.
type place struct {
	field string
	text  *string
	list  bool
}

// textsOf lists every text of a version an admin writes.
func textsOf(v *quiz.Version) []place {
	d, q, c, r := &v.Dimensions[0], &v.Questions[0], &v.Roles[0].Content, &v.Roles[0]
	q.Left, q.Right = "left", "right"
	at, of := "questions."+q.Key, "roles."+r.Key+".content"
	return []place{
		{"title", &v.Title, false},
		{"about.lead", &v.About.Lead, false},
		{"about.rests_on", &v.About.RestsOn, false},
		{"about.limit", &v.About.Limit, false},
		{"about.roles", &v.About.Roles, false},
		{"about.balanced", &v.About.Balanced, false},
		{"about.trade_words", &v.About.TradeWords[0], true},
		{"dimensions." + d.Key + ".name", &d.Name, false},
		{"dimensions." + d.Key + ".positive_pole", &d.Positive, false},
		{"dimensions." + d.Key + ".negative_pole", &d.Negative, false},
		{"dimensions." + d.Key + ".question", &d.Question, false},
		{"dimensions." + d.Key + ".positive_words", &d.PositiveWords, false},
		{"dimensions." + d.Key + ".negative_words", &d.NegativeWords, false},
		{"dimensions." + d.Key + ".source", &d.Source, false},
		{at + ".text", &q.Text, false},
		{at + ".left", &q.Left, false},
		{at + ".right", &q.Right, false},
		{at + ".source", &q.Source, false},
		{at + ".options.1.label", &q.Options[1].Label, false},
		{"roles." + r.Key + ".name", &r.Name, false},
		{"roles." + r.Key + ".short", &r.Short, false},
		{of + ".subtitle", &c.Subtitle, false},
		{of + ".tagline", &c.Tagline, false},
		{of + ".summary", &c.Summary, false},
		{of + ".focus", &c.Focus, false},
		{of + ".day_in_the_life", &c.Day[0], true},
		{of + ".responsibilities", &c.Responsibilities[0], true},
		{of + ".skills", &c.Skills[0], true},
		{of + ".challenges", &c.Challenges[0], true},
		{of + ".environment", &c.Environment, false},
		{of + ".salary.currency", &c.Salary.Currency, false},
		{of + ".salary.period", &c.Salary.Period, false},
		{of + ".salary.label", &c.Salary.Label, false},
		{of + ".salary.source", &c.Salary.Source, false},
		{of + ".salary.note", &c.Salary.Note, false},
		{of + ".suits", &c.Suits, false},
		{of + ".hours.0.text", &c.Hours[0].Text, false},
		{of + ".pay.0.where", &c.Pay[0].Where, false},
		{of + ".pay.0.figure", &c.Pay[0].Figure, false},
		{of + ".pay.0.measure", &c.Pay[0].Measure, false},
		{of + ".pay.0.source", &c.Pay[0].Source, false},
		{of + ".ways_in", &c.WaysIn, false},
		{of + ".certificates", &c.Certificates, false},
		{of + ".ladder", &c.Ladder[0], true},
		{of + ".first_days", &c.FirstDays[0], true},
		{of + ".tools", &c.Tools, false},
		{of + ".next_steps", &c.NextSteps[0], true},
		{of + ".talk", &c.Talk, false},
		{of + ".read", &c.Read, false},
		{"guide.working_together", &v.Guide.WorkingTogether, false},
		{"guide.difference_in_one_line", &v.Guide.Difference, false},
		{"guide.level_of_responsibility", &v.Guide.Responsibility, false},
		{"guide.set_ups." + v.Guide.Companies[0].Key + ".name", &v.Guide.Companies[0].Name, false},
		{"guide.set_ups." + v.Guide.Companies[0].Key + ".text", &v.Guide.Companies[0].Text, false},
		{"guide.both_roles", &v.Guide.BothRoles, false},
		{"guide.caveats", &v.Guide.Caveats[0], true},
		{"guide.contradictions", &v.Guide.Contradictions[0], true},
		{"guide.questions_people_ask.0.question", &v.Guide.FAQ[0].Question, false},
		{"guide.questions_people_ask.0.answer", &v.Guide.FAQ[0].Answer, false},
		{"guide.decisions.0.decision", &v.Guide.Decisions[0].Decision, false},
		{"guide.decisions.0.parts." + v.Guide.Decisions[0].Parts[0].Role + ".text", &v.Guide.Decisions[0].Parts[0].Text, false},
		{"guide.close_roles.0.name", &v.Guide.CloseRoles[0].Name, false},
		{"guide.close_roles.0.text", &v.Guide.CloseRoles[0].Text, false},
		{"guide.myths.0.claim", &v.Guide.Myths[0].Claim, false},
		{"guide.myths.0.truth", &v.Guide.Myths[0].Truth, false},
		{"guide.glossary.0.word", &v.Guide.Glossary[0].Word, false},
		{"guide.glossary.0.meaning", &v.Guide.Glossary[0].Meaning, false},
		{"guide.group_points", &v.Guide.GroupPoints[0], true},
		{"guide.sources", &v.Guide.Sources[0], true},
		{"guide.profile_note", &v.Guide.ProfileNote, false},
		{"guide.credit", &v.Guide.Credit, false},
		{"scenarios." + v.Scenarios[0].Key + ".name", &v.Scenarios[0].Name, false},
	}
}

func TestEveryTextHasALimitThatIsHeld(t *testing.T) {
	v := content.First()
	v.About.TradeWords = []string{"backlog"}
	all := textsOf(v)
	if want := len(quiz.Texts) - 2; len(all) != want { // the note and a profile's source are tried below
		t.Errorf("tried %d texts of %d", len(all), want)
	}
	for _, p := range all {
		l, was := quiz.TextFor(p.field), *p.text
		for _, c := range []struct {
			what, text string
			fine       bool
		}{
			{"the longest text", strings.Repeat("ö", l.Most), true},
			{"one letter more", strings.Repeat("ö", l.Most+1), false},
			{"nothing", "", (!l.Required() || l.Later()) && !p.list},
			{"a second line", "a\nb", l.Form == quiz.Prose},
			{"NUL", "a\x00b", false},
			{"a bell", "a\x07b", false},
			{"a turn of direction", "a\u202eb", false},
			{"damaged UTF-8", "a\xffb", false},
			{"markup", "<b>&</b>", true},
			{"several scripts", "Ünï 日本語 עברית 👩‍🚀", l.Most > 12},
		} {
			*p.text = c.text
			if l.Most == 0 || (v.Validate().For(p.field) == "") != c.fine {
				t.Errorf("%s takes %s: %q", p.field, c.what, v.Validate().For(p.field))
			}
		}
		*p.text = was
	}
	for _, note := range []string{"", " ", strings.Repeat("x", 1001), "a\x00"} {
		refused(t, quiz.CheckNote(note), "note")
	}
	must(t, quiz.CheckNote("Clearer wording"))
	profile := v.Roles[0].Profile["lens"]
	profile.Source = strings.Repeat("x", 1001)
	v.Roles[0].Profile["lens"] = profile
	if v.Validate().For("roles.product_manager.profile.lens.source") == "" {
		t.Error("a source has no limit")
	}
}

func TestThereIsALimitToHowManyOfEach(t *testing.T) {
	for field, grow := range map[string]func(v *quiz.Version){
		"dimensions": func(v *quiz.Version) { v.Dimensions = repeat(v.Dimensions, quiz.MaxDimensions+1) },
		"questions":  func(v *quiz.Version) { v.Questions = repeat(v.Questions, quiz.MaxQuestions+1) },
		"roles":      func(v *quiz.Version) { v.Roles = repeat(v.Roles, quiz.MaxRoles+1) },
		"scenarios":  func(v *quiz.Version) { v.Scenarios = repeat(v.Scenarios, quiz.MaxScenarios+1) },
		"guide.set_ups": func(v *quiz.Version) {
			v.Guide.Companies = repeat(v.Guide.Companies, quiz.MaxListed+1)
		},
		"guide.questions_people_ask": func(v *quiz.Version) { v.Guide.FAQ = repeat(v.Guide.FAQ, quiz.MaxListed+1) },
		"guide.decisions":            func(v *quiz.Version) { v.Guide.Decisions = repeat(v.Guide.Decisions, quiz.MaxListed+1) },
		"guide.close_roles":          func(v *quiz.Version) { v.Guide.CloseRoles = repeat(v.Guide.CloseRoles, quiz.MaxListed+1) },
		"guide.myths":                func(v *quiz.Version) { v.Guide.Myths = repeat(v.Guide.Myths, quiz.MaxListed+1) },
		"guide.glossary":             func(v *quiz.Version) { v.Guide.Glossary = repeat(v.Guide.Glossary, quiz.MaxListed+1) },
		"roles.product_manager.content.hours": func(v *quiz.Version) {
			v.Roles[0].Content.Hours = repeat(v.Roles[0].Content.Hours, quiz.MaxListed+1)
		},
		"roles.product_manager.content.pay": func(v *quiz.Version) {
			v.Roles[0].Content.Pay = repeat(v.Roles[0].Content.Pay, quiz.MaxListed+1)
		},
		"guide.caveats": func(v *quiz.Version) { v.Guide.Caveats = repeat(v.Guide.Caveats, quiz.MaxLines+1) },
	} {
		v := content.First()
		grow(v)
		if v.Validate().For(field) == "" {
			t.Errorf("any number of %s passes", field)
		}
	}
}

func repeat[T any](list []T, n int) []T {
	for len(list) < n {
		list = append(list, list[0])
	}
	return list
}

func TestACloneSharesNothing(t *testing.T) {
	v := content.First()
	c := v.Clone()
	if !reflect.DeepEqual(v, c) {
		t.Error("the clone differs")
	}
	seen := map[uintptr]bool{}
	var memory func(x reflect.Value, note func(uintptr))
	memory = func(x reflect.Value, note func(uintptr)) {
		switch x.Kind() {
		case reflect.Slice:
			if x.Cap() > 0 {
				note(x.Pointer())
			}
			for i := range x.Len() {
				memory(x.Index(i), note)
			}
		case reflect.Map:
			note(x.Pointer())
			for _, key := range x.MapKeys() {
				memory(x.MapIndex(key), note)
			}
		case reflect.Struct:
			if x.Type().PkgPath() == "time" {
				return
			}
			for _, field := range x.Fields() {
				memory(field, note)
			}
		}
	}
	memory(reflect.ValueOf(*v), func(p uintptr) { seen[p] = true })
	memory(reflect.ValueOf(*c), func(p uintptr) {
		if seen[p] {
			t.Error("a part of the clone is a part of the original")
		}
	})
}
