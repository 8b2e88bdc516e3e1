package quiz

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

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

// AddScenario adds a scenario at the end and returns its key, which it makes.
func (v *Version) AddScenario(s Scenario) (string, error) {
	if len(v.Scenarios) >= MaxScenarios {
		return "", Refusal("scenarios", "draft_scenarios_most", "most", MaxScenarios)
	}
	s.Name = OneLine(s.Name)
	s.Key = v.namedKey(s.Name, "scenario", v.ScenarioIndex)
	v.Scenarios = append(v.Scenarios, s.separate())
	return s.Key, v.problemsAt("scenarios." + s.Key)
}

// SetScenario replaces the scenario with the same key.
func (v *Version) SetScenario(s Scenario) error {
	i := v.ScenarioIndex(s.Key)
	if i < 0 {
		return ErrNotFound
	}
	tidyTexts(v.Scenarios[i].Texts(), s.Texts())
	v.Scenarios[i] = s.separate()
	return v.problemsAt("scenarios." + s.Key)
}

// DeleteScenario takes out a scenario.
func (v *Version) DeleteScenario(key string) error {
	i := v.ScenarioIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	v.Scenarios = slices.Delete(v.Scenarios, i, i+1)
	return nil
}

// separate shares nothing with s.
func (s Scenario) separate() Scenario {
	s.Answers = maps.Clone(s.Answers)
	if s.Answers == nil {
		s.Answers = map[string]int{}
	}
	return s
}

// CarryOptions follows options to new places: was holds, for each option a
// question is about to have, its place before, or a place it never had.
// Scenarios that chose an option which is not there any more skip the question;
// translations go along.
func (v *Version) CarryOptions(question string, was []int) {
	for _, s := range v.Scenarios {
		old, answered := s.Answers[question]
		if !answered {
			continue
		}
		delete(s.Answers, question)
		if place := slices.Index(was, old); place >= 0 {
			s.Answers[question] = place
		}
	}
	v.carryTexts("questions."+question+".options.", was)
}

// CarryListed follows the entries of a list such as "guide.myths" in the same
// way.
func (v *Version) CarryListed(list string, was []int) { v.carryTexts(list+".", was) }

// carryTexts follows translations of texts that are known by their place.
func (v *Version) carryTexts(at string, was []int) {
	for _, texts := range v.Translations {
		moved := map[string]Translated{}
		for field, t := range texts {
			number, rest, _ := strings.Cut(strings.TrimPrefix(field, at), ".")
			place, err := strconv.Atoi(number)
			if !strings.HasPrefix(field, at) || err != nil {
				continue
			}
			delete(texts, field)
			if to := slices.Index(was, place); to >= 0 {
				moved[at+strconv.Itoa(to)+"."+rest] = t
			}
		}
		maps.Copy(texts, moved)
	}
}

// copyTexts gives what is at a new place the translations of what it was
// copied from, as ones that nobody has reviewed there yet.
func (v *Version) copyTexts(from, to string) {
	for _, texts := range v.Translations {
		copied := map[string]Translated{}
		for field, t := range texts {
			if rest, within := strings.CutPrefix(field, from+"."); within {
				t.Reviewed = false
				copied[to+"."+rest] = t
			}
		}
		maps.Copy(texts, copied)
	}
}
