package takerview

import (
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/ui"
)

// noRole is the place of no role.
const noRole = -1

// look is how the role at a place looks on the pages of a version.
func look(v *quiz.Version, place int) ui.Role { return ui.RoleAt(place, len(v.Roles)) }

// compares reports whether the page holds two roles against each other: where
// there are two, and among more where the headline names one.
func (r Reading) compares() bool { return !r.many() || len(r.named()) > 0 }

// speaksFor is the place of the role that a dimension speaks for: of the two the
// page compares the one its points go to, so that as many bars have the colour
// of a role as the sentence above them says.
func (r Reading) speaksFor(d score.Dimension) int {
	switch {
	case !r.compares() || d.Contribution == 0:
		return noRole
	case d.Contribution > 0:
		return r.Score.Top
	}
	return r.Score.Second
}

// legend are the places of the two roles that bars speak for, the one ahead
// first: none among two roles, where the whole page speaks of no other.
func (r Reading) legend() []int {
	if !r.many() || !r.compares() {
		return nil
	}
	return []int{r.Score.Top, r.Score.Second}
}

// legendText says what the look of a bar tells.
func (r Reading) legendText() string {
	if look(r.Version, 0).Numbered() {
		return r.Say("profile.by_number")
	}
	return r.Say("profile.by_colour")
}

// named are the places of the roles the headline names, the one ahead first.
func (r Reading) named() []int {
	order, near := r.order(), r.near()
	switch {
	case r.Result.Verdict.NamesRole():
		return order[:1]
	case r.Result.Verdict != quiz.Balanced || r.many() && near > quiz.MostInReach:
		return nil
	case r.many():
		return order[:near]
	}
	return order
}

// verdictLook is how the tag of the verdict looks: like the role it names.
func (r Reading) verdictLook() ui.Role {
	if !r.Result.Verdict.NamesRole() {
		return ui.Role{}
	}
	return look(r.Version, r.named()[0])
}
