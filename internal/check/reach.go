package check

import (
	"slices"

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
// the middle: which dimensions are left out depends on which two roles are ahead,
// so a finding names these.
func suppressor(s *subject) outcome {
	type pair struct{ one, other int }
	between := map[int][]pair{}
	takers := []quiz.Answers{s.middle()}
	for role := range s.Roles {
		takers = append(takers, s.towards(role))
	}
	for _, a := range takers {
		r := s.score(s.model, a)
		for _, d := range r.Suppressed {
			ahead := pair{min(r.Top, r.Second), max(r.Top, r.Second)}
			if !slices.Contains(between[d], ahead) {
				between[d] = append(between[d], ahead)
			}
		}
	}
	o := outcome{value: of(len(between), len(s.scored))}
	for d, x := range s.Dimensions {
		pairs := between[d]
		switch {
		case len(pairs) == 0:
		case s.together(d):
			o.advice("dimensions."+x.Key, say("suppressed_all", "dimension", x.Name), say("suppressed_all_fix"))
		default:
			one, other := s.Roles[pairs[0].one].Name, s.Roles[pairs[0].other].Name
			what := say("suppressed", "dimension", x.Name, "one", one, "other", other)
			if more := len(pairs) - 1; more > 0 {
				what = say("suppressed_more", "dimension", x.Name, "one", one, "other", other, "n", more)
			}
			o.advice("dimensions."+x.Key, what, say("suppressed_fix"))
		}
	}
	return o
}

// together reports whether all roles stand at the same place on a dimension.
func (s *subject) together(d int) bool {
	for r := range s.Roles {
		if s.Roles[r].Profile[s.Dimensions[d].Key].Mean != s.Roles[0].Profile[s.Dimensions[d].Key].Mean {
			return false
		}
	}
	return true
}
