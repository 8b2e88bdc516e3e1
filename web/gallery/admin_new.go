package gallery

import (
	"net/url"
	"strings"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// newPages are the steps of a quiz from nothing.
func newPages(l words.Language) []State {
	begun := func(path string) adminview.NewStep {
		s := newStepOf(l, content.Empty(), path)
		s.Missing = []adminview.Missing{
			oneMissing(adminview.Finding{What: l.Say("adminfindings.unwritten", "text", "Near"), Fix: l.Say("adminfindings.unwritten_text"), To: site.AdminNewTitle + "#title"}),
			oneMissing(adminview.Finding{What: l.Say("adminnew.no_role", "number", 1), To: site.AdminNewRoles}),
			oneMissing(adminview.Finding{What: l.Say("adminnew.no_role", "number", 2), To: site.AdminNewRoles}),
			oneMissing(adminview.Finding{What: l.Say("adminnew.no_dimension"), To: site.AdminNewDimensions}),
			oneMissing(adminview.Finding{What: l.Say("adminnew.no_question"), To: site.AdminNewQuestions}),
		}
		return s
	}
	further := func(path string) adminview.NewStep {
		s := newStepOf(l, published(), path)
		both := oneMissing(adminview.Finding{What: l.Say("adminnew.no_place", "number", 3), To: site.AdminNewDimensions})
		both.Name, both.Findings = s.Version.Dimensions[0].Name, append(both.Findings, adminview.Finding{What: l.Say("adminnew.no_place", "number", 4), Fix: l.Say("adminnew.unsourced_fix"), To: site.AdminNewDimensions})
		elsewhere := oneMissing(adminview.Finding{What: l.Say("adminfindings.unwritten", "text", "Near"), To: site.AdminGuide})
		elsewhere.Steps = nil
		s.Missing = []adminview.Missing{both, elsewhere}
		return s
	}
	refused := begun(site.AdminNewRoles)
	refused.Form = refusedAs(refused.Form, "", url.Values{
		"new.0.name": {""}, "new.0.content.tagline": {"<b>?</b>"}, "new.1.name": {"Near"}, "new.2.name": {""}, "new.3.name": {""},
	}, quiz.Problems{problemIn(l, "new.0.name", "draft_some")})
	over := adminview.NewQuizProps{
		Viewer: editor(l), Open: true, Revision: 12, Draft: "Which kind of manager are you?", By: editorEmail, At: moment, Now: moment.Add(3 * time.Hour),
		Changes: changed(l),
	}
	stale := over
	stale.Stale, stale.Draft, stale.Changes = true, strings.Repeat("A long title ", 9), nil
	return []State{
		{"admin", "new quiz", adminview.NewQuiz(adminview.NewQuizProps{Viewer: owner(l), Now: moment})},
		{"admin", "new quiz over a draft", adminview.NewQuiz(over)},
		{"admin", "new quiz over a draft stale", adminview.NewQuiz(stale)},
		{"admin", "new title", adminview.NewTitle(begun(site.AdminNewTitle))},
		{"admin", "new language", adminview.NewLanguage(begun(site.AdminNewLanguage))},
		{"admin", "new roles", adminview.NewRoles(begun(site.AdminNewRoles))},
		{"admin", "new roles refused", adminview.NewRoles(refused)},
		{"admin", "new dimensions without roles", adminview.NewDimensions(begun(site.AdminNewDimensions))},
		{"admin", "new dimensions", adminview.NewDimensions(further(site.AdminNewDimensions))},
		{"admin", "new questions without dimensions", adminview.NewQuestions(begun(site.AdminNewQuestions))},
		{"admin", "new questions", adminview.NewQuestions(further(site.AdminNewQuestions))},
		{"admin", "new roles longest text", adminview.NewRoles(newStepOf(l, wordy(), site.AdminNewRoles))},
	}
}

func newStepOf(l words.Language, v *quiz.Version, path string) adminview.NewStep {
	return adminview.NewStep{Form: editedAs(l, v, quiz.Draft), Path: path, Labels: quiz.Agree.Labels()}
}

// oneMissing is a thing that one step mends.
func oneMissing(f adminview.Finding) adminview.Missing {
	step, _, _ := strings.Cut(f.To, "#")
	return adminview.Missing{Steps: []string{step}, Findings: []adminview.Finding{f}}
}
