package quiz

import "maps"

// Scenario is a saved set of answers with the verdict it must give, to try a
// version out before anybody is asked.
type Scenario struct {
	Key     string
	Name    string
	Answers map[string]int // option by question key; what is missing is skipped
	Verdict Verdict
	Role    string // the role that must be ahead, "" for any
}

// ScenarioAnswers turns the answers of a scenario into those of the version.
// What the version does not have is left out, so that one scenario can be
// tried on several versions.
func (v *Version) ScenarioAnswers(s Scenario) Answers {
	answers := v.NoAnswers()
	for key, option := range s.Answers {
		if q := v.QuestionIndex(key); q >= 0 && option >= 0 && option < len(v.Questions[q].Options) {
			answers[q] = option
		}
	}
	return answers
}

// ScenarioIndex returns the position of the scenario with that key, or -1.
func (v *Version) ScenarioIndex(key string) int {
	for i, s := range v.Scenarios {
		if s.Key == key {
			return i
		}
	}
	return -1
}

// forgetAnswers takes answers out of all scenarios.
func (v *Version) forgetAnswers(unwanted func(question string, option int) bool) {
	for i := range v.Scenarios {
		maps.DeleteFunc(v.Scenarios[i].Answers, unwanted)
	}
}
