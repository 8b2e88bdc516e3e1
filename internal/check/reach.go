package check

import (
	"math"
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

// climbs and sweeps bound the search for a role between others, where an answer
// helps or harms depending on the rest.
const (
	climbs = 4
	sweeps = 4
)

// best scores the answers that suit a role best, as far as is found: those that
// point furthest its way and, unless these make it clear, those that come
// nearest to its own place, both changed for as long as that helps.
func (s *subject) best(role int) score.Result {
	a := s.towards(role)
	best := s.score(s.model, a)
	if s.clear(best, role) {
		return best
	}
	best = s.climb(role, a, best)
	if s.clear(best, role) {
		return best
	}
	a = s.near(role)
	if r := s.climb(role, a, s.score(s.model, a)); s.better(r, best, role) {
		return r
	}
	return best
}

// better puts being clear before being first, and that before being probable.
func (s *subject) better(one, other score.Result, role int) bool {
	rank := func(r score.Result) int {
		switch {
		case s.clear(r, role):
			return 2
		case r.Top == role:
			return 1
		}
		return 0
	}
	if rank(one) != rank(other) {
		return rank(one) > rank(other)
	}
	return one.Posterior[role] > other.Posterior[role]
}

// climb changes answers to what the slopes at them promise, and again from
// there: which dimensions count can depend on who is ahead.
func (s *subject) climb(role int, a quiz.Answers, r score.Result) score.Result {
	for range climbs {
		if s.clear(r, role) {
			break
		}
		next := s.uphill(role, a, r.Posterior)
		if slices.Equal(next, a) {
			break
		}
		found := s.score(s.model, next)
		if !s.better(found, r, role) {
			break
		}
		a, r = next, found
	}
	return r
}

// uphill changes each answer to what makes the role most probable, as long as
// the same dimensions count.
func (s *subject) uphill(role int, a quiz.Answers, p []float64) quiz.Answers {
	slopes := s.slopes(a)
	a, logs := slices.Clone(a), logsOf(p)
	tried := make([]float64, len(logs))
	for range sweeps {
		changed := false
		for _, q := range s.live {
			best := logChance(logs, role)
			kept, from := a[q], slices.Clone(logs)
			for option := range s.loads[q] {
				copy(tried, from)
				s.exchange(tried, slopes, q, kept, option)
				if x := logChance(tried, role); x > best+ties {
					best, changed, a[q] = x, true, option
					copy(logs, tried)
				}
			}
		}
		if !changed {
			break
		}
	}
	return a
}

// slopes are those of the model, which costs as much as a scoring.
func (s *subject) slopes(a quiz.Answers) [][]float64 {
	s.scorings++
	return s.model.Slopes(a)
}

// exchange changes the log scores from one answer to a question to another.
func (s *subject) exchange(logs []float64, slopes [][]float64, q, from, to int) {
	strength := s.Questions[q].Strength
	for role := range logs {
		for _, l := range s.loads[q][from] {
			logs[role] -= strength * l.x * slopes[role][l.dimension]
		}
		for _, l := range s.loads[q][to] {
			logs[role] += strength * l.x * slopes[role][l.dimension]
		}
	}
}

func logsOf(p []float64) []float64 {
	logs := make([]float64, len(p))
	for r := range p {
		logs[r] = math.Log(max(p[r], math.SmallestNonzeroFloat64))
	}
	return logs
}

// logChance is the logarithm of P(role) for log scores.
func logChance(logs []float64, role int) float64 {
	sum := 0.0
	for _, x := range logs {
		sum += math.Exp(min(x-logs[role], 700)) // beyond, it is no number
	}
	return -math.Log(sum)
}

func (s *subject) towards(role int) quiz.Answers {
	a := s.NoAnswers()
	for _, q := range s.live {
		furthest := math.Inf(-1)
		for option := range s.Questions[q].Options {
			if pull := s.pull(role, q, option); pull > furthest {
				a[q], furthest = option, pull
			}
		}
	}
	return a
}

// near answers so that the taker stands as near to the place of a role as the
// options go. There a role comes first that is as common as the others.
func (s *subject) near(role int) quiz.Answers {
	a := s.middle()
	t := make([]float64, len(s.Dimensions))
	for _, q := range s.live {
		s.move(t, q, a[q], 1)
	}
	for range sweeps {
		for _, q := range s.live {
			s.move(t, q, a[q], -1)
			best, nearest := a[q], math.Inf(1)
			for option := range s.loads[q] {
				s.move(t, q, option, 1)
				if far := s.far(t, role, q); far < nearest-ties {
					best, nearest = option, far
				}
				s.move(t, q, option, -1)
			}
			a[q] = best
			s.move(t, q, best, 1)
		}
	}
	return a
}

// move adds to a taker's place what an answer says, or takes it away.
func (s *subject) move(t []float64, q, option int, times float64) {
	for _, l := range s.loads[q][option] {
		t[l.dimension] += times * s.space.unit[l.dimension] * s.Questions[q].Strength * l.x
	}
}

// far is how far from a role a taker is on the dimensions of a question,
// squared.
func (s *subject) far(t []float64, role, q int) float64 {
	sum := 0.0
	for _, d := range s.asks[q] {
		x := t[d] - s.space.at[role][d]
		sum += s.space.sharp[d] * x * x
	}
	return sum
}

// middle answers everything as near to the middle as the options go.
func (s *subject) middle() quiz.Answers {
	a := s.NoAnswers()
	for _, q := range s.live {
		a[q] = len(s.Questions[q].Options) / 2
	}
	return a
}
