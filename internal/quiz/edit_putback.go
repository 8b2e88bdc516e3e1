package quiz

import "strings"

// PutBack adds a part such as "questions.h1" that the draft does not have any
// more, under its key and with nothing in it, for a Set method to fill. It
// returns ErrNotFound for what is no part, or one that is there.
func (v *Version) PutBack(part string) error {
	list, key, _ := strings.Cut(part, ".")
	if !keyForm.MatchString(key) || v.HasPart(part) {
		return ErrNotFound
	}
	switch list {
	case "questions":
		v.Questions = append(v.Questions, Question{Key: key, Kind: Agree, Strength: 1, Options: Agree.newOptions()})
	case "dimensions":
		v.addDimension(Dimension{Key: key})
	case "roles":
		v.addRole(Role{Key: key})
	case "scenarios":
		v.Scenarios = append(v.Scenarios, Scenario{Key: key, Answers: map[string]int{}})
	default:
		return ErrNotFound
	}
	return nil
}

// HasPart reports whether there is a part such as "questions.h1".
func (v *Version) HasPart(part string) bool {
	list, key, _ := strings.Cut(part, ".")
	switch list {
	case "questions":
		return v.QuestionIndex(key) >= 0
	case "dimensions":
		return v.DimensionIndex(key) >= 0
	case "roles":
		return v.RoleIndex(key) >= 0
	case "scenarios":
		return v.ScenarioIndex(key) >= 0
	}
	return false
}
