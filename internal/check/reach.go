package check

import (
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// roleReachable looks for answers that make each role the clear verdict. It is
// an error only if none are found that so much as put it first. Of roles with
// the same profile another check tells.
func roleReachable(s *subject) outcome {
	var o outcome
	lowest := 1.0
	for role, x := range s.Roles {
		r := s.best(role)
		p := r.Posterior[role]
		lowest = min(lowest, p)
		if s.clear(r, role) || s.hasTwin(role) {
			continue
		}
		what, fix := say("never_clear", "role", x.Name, "chance", percent(p), "verdict", r.Verdict.Message()), say("never_clear_fix")
		if r.Top != role {
			what, fix = say("never_first", "role", x.Name, "chance", percent(p), "other", s.Roles[r.Top].Name), say("never_first_fix")
		}
		if one, other, found := s.space.between(role); found {
			first, second := s.Roles[one].Name, s.Roles[other].Name
			what = say("between", "what", what, "one", first, "other", second)
			if own := s.space.own(one, other); len(own) > 0 {
				fix = say("between_fix", "role", x.Name, "dimensions", s.either(own), "one", first, "other", second)
			}
		}
		severity := Error
		if r.Top == role {
			severity = Advice
		}
		o.add(severity, "roles."+x.Key+".profile", what, fix)
	}
	o.value = digits(3, lowest)
	return o
}

// either names one dimension or two.
func (s *subject) either(dimensions []int) quiz.Message {
	first := s.Dimensions[dimensions[0]].Name
	if len(dimensions) == 1 {
		return say("on_one", "dimension", first)
	}
	return say("on_either", "dimension", first, "other", s.Dimensions[dimensions[1]].Name)
}

func (s *subject) clear(r score.Result, role int) bool {
	return r.Top == role && r.Verdict == quiz.Clear
}

// suppressor asks on behalf of the clearest taker of each role and of one in
// the middle: which dimensions are left out can depend on who is ahead.
func suppressor(s *subject) outcome {
	left := map[int]bool{}
	takers := []quiz.Answers{s.middle()}
	for role := range s.Roles {
		takers = append(takers, s.towards(role))
	}
	for _, a := range takers {
		for _, d := range s.score(s.model, a).Suppressed {
			left[d] = true
		}
	}
	o := outcome{value: of(len(left), len(s.scored))}
	for d, x := range s.Dimensions {
		if left[d] {
			o.advice("dimensions."+x.Key,
				say("suppressed", "dimension", x.Name),
				say("suppressed_fix"))
		}
	}
	return o
}
