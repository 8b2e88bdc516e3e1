package check

import (
	"math"
	"math/rand/v2"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// climbs and sweeps bound the search for a role between others, where an answer
// helps or harms depending on the rest.
const (
	climbs = 4
	sweeps = 4
)

// best scores the answers that suit a role best, as far as is found: those that
// point furthest its way and, unless these make it clear, those that come
// nearest to its own place, both changed for as long as that helps. If neither
// puts it first, it is looked for where it is ahead, however little.
func (s *subject) best(role int) score.Result {
	best := found{role: role}
	s.climb(&best, s.towards(role), probable)
	if !s.clear(best.result, role) {
		s.climb(&best, s.near(role), probable)
	}
	if best.result.Top == role || s.hopeless(role) {
		return best.result
	}
	rng := rand.New(rand.NewPCG(1, uint64(role))) //nolint:gosec // a check finds the same each time
	starts := []quiz.Answers{s.near(role), s.towards(role)}
	for range s.tries() {
		starts = append(starts, s.model.Play(role, rng))
	}
	for _, a := range starts {
		for _, sharp := range []float64{ahead, barelyAhead} {
			if s.climb(&best, a, sharp); best.result.Top == role {
				return best.result
			}
		}
	}
	return best.result
}

// tries are fewer where a scoring takes long.
func (s *subject) tries() int {
	const most, least, work = 60, 2, 200_000
	return min(max(work/scoringWork(s.Version), least), most)
}

// found is the best that was found for a role.
type found struct {
	role   int
	result score.Result
}

// take keeps a result that is better: being clear comes before being first, and
// that before being probable.
func (s *subject) take(best *found, r score.Result) {
	rank := func(r score.Result) int {
		switch {
		case r.Posterior == nil:
			return -1
		case s.clear(r, best.role):
			return 2
		case r.Top == best.role:
			return 1
		}
		return 0
	}
	is, was := rank(r), rank(best.result)
	if is > was || is == was && r.Posterior[best.role] > best.result.Posterior[best.role] {
		best.result = r
	}
}

// How sharply others are weighed that are nearly as probable: as they are, for a
// role to become probable, or so that only the one that is ahead counts.
const (
	probable    = 1.0
	ahead       = 50.0
	barelyAhead = 2000.0 // among roles that hardly differ
)

// climb changes answers to what the slopes at them promise, and again from
// there: which dimensions count can depend on who is ahead.
func (s *subject) climb(best *found, a quiz.Answers, sharp float64) {
	r := s.score(s.model, a)
	s.take(best, r)
	for range climbs {
		if s.clear(r, best.role) || sharp > probable && r.Top == best.role {
			return
		}
		next := s.uphill(best.role, a, r.Posterior, sharp)
		if slices.Equal(next, a) {
			return
		}
		was := height(logsOf(r.Posterior), best.role, sharp)
		a, r = next, s.score(s.model, next)
		s.take(best, r)
		if height(logsOf(r.Posterior), best.role, sharp) <= was {
			return
		}
	}
}

// uphill changes each answer to what helps the role most, as long as the same
// dimensions count.
func (s *subject) uphill(role int, a quiz.Answers, p []float64, sharp float64) quiz.Answers {
	slopes := s.slopes(a)
	a, logs := slices.Clone(a), logsOf(p)
	tried := make([]float64, len(logs))
	for range sweeps {
		changed := false
		for _, q := range s.live {
			best := height(logs, role, sharp)
			kept, from := a[q], slices.Clone(logs)
			for option := range s.loads[q] {
				copy(tried, from)
				s.exchange(tried, slopes, q, kept, option)
				if x := height(tried, role, sharp); x > best+ties {
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

// height is how well a role does by log scores: the logarithm of its chance if
// these counted so many times as much.
func height(logs []float64, role int, sharp float64) float64 {
	sum := 0.0
	for _, x := range logs {
		sum += math.Exp(min(sharp*(x-logs[role]), 700)) // beyond, it is no number
	}
	return -math.Log(sum)
}

// hopeless reports whether some other role stays well ahead even if each answer
// is the best against that one alone.
func (s *subject) hopeless(role int) bool {
	const well = 1.0 // log-odds, because other dimensions may count elsewhere
	a := s.near(role)
	slopes, logs := s.slopes(a), logsOf(s.score(s.model, a).Posterior)
	for rival := range s.Roles {
		lead := logs[role] - logs[rival]
		for _, q := range s.live {
			lead += s.mostGain(slopes, q, a[q], role, rival)
		}
		if rival != role && lead < -well {
			return true
		}
	}
	return false
}

// mostGain is the most a role gains on another one by another answer.
func (s *subject) mostGain(slopes [][]float64, q, from, role, rival int) float64 {
	says := func(option int) float64 {
		sum := 0.0
		for _, l := range s.loads[q][option] {
			sum += s.Questions[q].Strength * l.x * (slopes[role][l.dimension] - slopes[rival][l.dimension])
		}
		return sum
	}
	most := 0.0
	for option := range s.loads[q] {
		most = max(most, says(option)-says(from))
	}
	return most
}
