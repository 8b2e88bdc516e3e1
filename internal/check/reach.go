package check

import (
	"math"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// roleReachable looks for answers that make each role the clear verdict.
func roleReachable(s *subject) outcome {
	var o outcome
	lowest := 1.0
	for role, x := range s.Roles {
		r := s.best(role)
		p := r.Posterior[role]
		lowest = min(lowest, p)
		if s.clear(r, role) {
			continue
		}
		o.error("roles."+x.Key+".profile",
			say("unreachable",
				"role", x.Name, "chance", percent(p), "verdict", r.Verdict.Message()),
			say("unreachable_fix"))
	}
	o.value = digits(3, lowest)
	return o
}

func (s *subject) clear(r score.Result, role int) bool {
	return r.Top == role && r.Verdict == quiz.Clear
}

// sweeps bound the search for a role between others, where an answer helps or
// harms depending on the rest.
const sweeps = 3

// best scores the answers that suit a role best: those that point furthest
// its way, and, while that is not clear, with each answer changed to what
// helps most.
func (s *subject) best(role int) score.Result {
	a := s.towards(role)
	best := s.score(s.model, a)
	for range sweeps {
		before := best.Posterior[role]
		if s.clear(best, role) {
			break
		}
		for _, q := range s.live {
			kept := a[q]
			for option := range s.Questions[q].Options {
				a[q] = option
				if r := s.score(s.model, a); r.Posterior[role] > best.Posterior[role] {
					best, kept = r, option
				}
			}
			a[q] = kept
		}
		if best.Posterior[role] == before {
			break
		}
	}
	return best
}

func (s *subject) towards(role int) quiz.Answers {
	a := s.NoAnswers()
	for _, q := range s.live {
		furthest := math.Inf(-1)
		for i, option := range s.Questions[q].Options {
			if pull := s.pull(role, option); pull > furthest {
				a[q], furthest = i, pull
			}
		}
	}
	return a
}

// singleAnswer holds that, everything being answered, no change of one answer
// carries a taker from an even chance to a clear verdict. The shift does not
// depend on the other answers, so one set of them is enough.
func singleAnswer(s *subject) outcome {
	most, limit := 0.0, odds(s.Settings.ClearFrom)-odds(s.chance())
	a := s.middle()
	var o outcome
	for _, q := range s.live {
		swing, one, other := s.swing(a, q)
		most = max(most, swing)
		if swing > 0 && swing >= limit {
			o.error("questions."+s.Questions[q].Key+".strength",
				say("alone",
					"role", s.Roles[one].Name, "other", s.Roles[other].Name, "swing", digits(2, swing), "limit", digits(2, limit)),
				say("alone_fix"))
		}
	}
	o.value = of(digits(2, most), digits(2, limit))
	return o
}

// odds of a probability, as a logarithm.
func odds(p float64) float64 { return math.Log(p / (1 - p)) }

// middle answers everything as near to the middle as the options go.
func (s *subject) middle() quiz.Answers {
	a := s.NoAnswers()
	for _, q := range s.live {
		a[q] = len(s.Questions[q].Options) / 2
	}
	return a
}

// swing is the most that another answer to a question moves the log-odds
// between two roles, and those roles.
func (s *subject) swing(a quiz.Answers, q int) (most float64, one, other int) {
	kept := a[q]
	logs := make([][]float64, len(s.Questions[q].Options))
	for option := range logs {
		a[q] = option
		for _, p := range s.score(s.model, a).Posterior {
			logs[option] = append(logs[option], math.Log(max(p, math.SmallestNonzeroFloat64)))
		}
	}
	a[q] = kept
	for i := range s.Roles {
		for j := range i {
			low, high := math.Inf(1), math.Inf(-1)
			for _, log := range logs {
				low, high = min(low, log[i]-log[j]), max(high, log[i]-log[j])
			}
			if high-low > most {
				most, one, other = high-low, i, j
			}
		}
	}
	return most, one, other
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
