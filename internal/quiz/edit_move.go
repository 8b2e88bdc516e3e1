package quiz

import "slices"

// Move is where something in a list goes: to a place counted from 1, or so many
// places on, or back, as far as there are any.
type Move struct {
	To int
	By int // other than 0: To does not count
}

// MoveQuestion moves a question among the others.
func (v *Version) MoveQuestion(key string, m Move) error {
	return moved(&v.Questions, v.QuestionIndex(key), m, "questions."+key)
}

// MoveDimension moves a dimension among the others.
func (v *Version) MoveDimension(key string, m Move) error {
	return moved(&v.Dimensions, v.DimensionIndex(key), m, "dimensions."+key)
}

// MoveRole moves a role among the others.
func (v *Version) MoveRole(key string, m Move) error {
	return moved(&v.Roles, v.RoleIndex(key), m, "roles."+key)
}

// MoveScenario moves a scenario among the others.
func (v *Version) MoveScenario(key string, m Move) error {
	return moved(&v.Scenarios, v.ScenarioIndex(key), m, "scenarios."+key)
}

func moved[T any](list *[]T, i int, m Move, part string) error {
	if i < 0 {
		return ErrNotFound
	}
	last := len(*list)
	to := m.To
	if m.By != 0 {
		to = min(max(i+1+m.By, 1), last)
	}
	if to < 1 || to > last {
		return Refusal(part+".position", "draft_place", "last", last)
	}
	it := (*list)[i]
	*list = slices.Insert(slices.Delete(*list, i, i+1), to-1, it)
	return nil
}
