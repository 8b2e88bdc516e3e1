package takerview

import (
	"slices"

	"whichpm/internal/quiz"
)

// sideBySideMost is how many roles stand beside each other: more would be columns
// too narrow to read.
const sideBySideMost = 3

// inFront are the places of the roles a verdict names, and where no role stands
// out of those in front, if they are few. Without a verdict there are none.
func (r Reading) inFront() []int {
	if n := r.near(); r.Result.Verdict == quiz.NoneStandsOut && n <= sideBySideMost {
		return r.order()[:n]
	}
	return r.named()
}

// worthReading are the places of the roles a result tells about: of a few all, in
// the order of the quiz, of many those it names.
func (r Reading) worthReading() []int {
	if len(r.Version.Roles) > sideBySideMost {
		return r.inFront()
	}
	all := make([]int, len(r.Version.Roles))
	for i := range all {
		all[i] = i
	}
	return all
}

func (r Reading) rolesHeading() string {
	if len(r.Version.Roles) <= sideBySideMost {
		return r.Say("roles.side_by_side")
	}
	if n := len(r.inFront()); n > 0 {
		return r.Say("roles.in_front", "n", n)
	}
	return r.Say("roles.about")
}

func (r Reading) guideLabel() string {
	if len(r.Version.Roles) <= sideBySideMost {
		return r.Say("roles.guide")
	}
	return r.Say("roles.guide_many", "n", len(r.Version.Roles))
}

// advised returns the roles whose next steps are worth reading, if there are any.
func (r Reading) advised() []quiz.Role {
	places := r.worthReading()
	if r.Result.Verdict.NamesRole() {
		places = r.named()
	}
	var roles []quiz.Role
	for _, i := range places {
		roles = append(roles, r.Version.Roles[i])
	}
	return slices.DeleteFunc(roles, func(role quiz.Role) bool { return len(role.Content.NextSteps) == 0 })
}
