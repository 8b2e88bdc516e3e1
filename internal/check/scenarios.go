package check

import (
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// ScenarioOutcome is what a version makes of a scenario.
type ScenarioOutcome struct {
	Scenario quiz.Scenario
	Verdict  quiz.Verdict
	Role     string  // key of the role ahead, also when the verdict names none
	P        float64 // its probability
	OK       bool    // the verdict and the role are the expected ones
}

// Scenarios tries out the version's own scenarios.
func Scenarios(v *quiz.Version) []ScenarioOutcome { return ScenariosOn(v, v.Scenarios) }

// ScenariosOn tries scenarios out on a version, which need not be the one they
// were saved with.
func ScenariosOn(v *quiz.Version, scenarios []quiz.Scenario) []ScenarioOutcome {
	model := score.New(v)
	outcomes := make([]ScenarioOutcome, len(scenarios))
	for i, s := range scenarios {
		r := model.Score(v.ScenarioAnswers(s))
		o := ScenarioOutcome{Scenario: s, Verdict: r.Verdict, Role: v.Roles[r.Top].Key, P: r.Posterior[r.Top]}
		o.OK = o.Verdict == s.Verdict && (s.Role == "" || o.Role == s.Role)
		outcomes[i] = o
	}
	return outcomes
}
