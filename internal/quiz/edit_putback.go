package quiz

import "strings"

// PutBack adds a part such as "questions.h1" that the draft does not have any
// more, under its key and with nothing in it, for a Set method to fill. It
// returns ErrNotFound for what is no part, or one that is there.
func (v *Version) PutBack(part string) error {
	list, key, _ := strings.Cut(part, ".")
	switch {
	case !keyForm.MatchString(key):
		return ErrNotFound
	case list == "questions" && v.QuestionIndex(key) < 0:
		v.Questions = append(v.Questions, Question{Key: key, Kind: Agree, Strength: 1, Options: newOptions(Agree)})
	case list == "dimensions" && v.DimensionIndex(key) < 0:
		v.addDimension(Dimension{Key: key})
	case list == "roles" && v.RoleIndex(key) < 0:
		v.addRole(Role{Key: key})
	case list == "scenarios" && v.ScenarioIndex(key) < 0:
		v.Scenarios = append(v.Scenarios, Scenario{Key: key, Answers: map[string]int{}})
	default:
		return ErrNotFound
	}
	return nil
}
