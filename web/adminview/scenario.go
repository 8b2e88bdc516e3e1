package adminview

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// ScenarioLine is what an example person should get and gets.
type ScenarioLine struct {
	Key, Name             string
	Expected, Live, Draft string // verdicts in words
	OK                    bool   // the draft gives what is expected
}

func verdictChoices(l words.Language, v *quiz.Version) []ui.Choice {
	var list []ui.Choice
	for _, verdict := range slices.Backward(quiz.VerdictsFor(len(v.Roles))) {
		list = append(list, ui.Choice{Value: string(verdict), Label: l.Localize(verdict.Message())})
	}
	return list
}

// Scenario is the editor of a scenario; outcome is what the version makes of it.
func Scenario(f Form, key, outcome string) templ.Component {
	at := "scenarios." + key
	s := quiz.Scenario{Key: key}
	if i := f.Version.ScenarioIndex(key); i >= 0 {
		s = f.Version.Scenarios[i]
	}
	saved := url.Values{at + ".name": {s.Name}, at + ".verdict": {string(s.Verdict)}, at + ".role": {s.Role}}
	for question, option := range s.Answers {
		saved.Set(at+".answers."+question, strconv.Itoa(option))
	}
	return scenario(f.holding(saved).At(f.Say("adminscenarios.one"), site.AdminScenarios), s, outcome)
}

func roleChoices(l words.Language, v *quiz.Version) []ui.Choice {
	list := []ui.Choice{{Value: "", Label: l.Say("adminscenarios.any_role")}}
	for _, r := range v.Roles {
		list = append(list, ui.Choice{Value: r.Key, Label: r.Name})
	}
	return list
}

func answerChoices(l words.Language, q quiz.Question) []ui.Choice {
	list := []ui.Choice{{Value: "", Label: l.Say("profile.unanswered")}}
	for i := range q.Options {
		list = append(list, ui.Choice{Value: strconv.Itoa(i), Label: l.Said(q, i)})
	}
	return list
}
