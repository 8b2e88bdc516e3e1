package quiz

import (
	"maps"
	"slices"
)

// AddScenario adds a scenario at the end and returns its key, which it makes.
func (v *Version) AddScenario(s Scenario) (string, error) {
	if len(v.Scenarios) >= MaxScenarios {
		return "", refusal("scenarios", "draft_scenarios_most", "Delete a scenario first: a quiz has at most %d", "most", MaxScenarios)
	}
	s.Name = oneLine(s.Name)
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
	s.Name = retold(v.Scenarios[i].Name, s.Name, oneLine)
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
