package check

import "whichpm/internal/quiz"

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
