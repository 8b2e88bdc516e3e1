package check

import (
	"math"
	"math/rand/v2"

	"whichpm/internal/quiz"
)

const (
	randomMargin = 0.01
	randomErrors = 3 // standard errors on top, because the takers are drawn
	mostPairs    = 1000
	leastPairs   = 200
)

// randomTakers is an error if the questions are to blame: then the average
// answer to each of them is no middle.
func randomTakers(s *subject) outcome {
	off, sure := s.play()
	role, most := mostUnfair(off, make([]float64, len(off)))
	o := outcome{value: digits(3, math.Abs(most))}
	if math.Abs(most) <= randomMargin+randomErrors*sure[role] {
		return o
	}
	all := s.middle()
	average, neutral := s.score(s.leveled, s.average(all)).Posterior, s.untold(all)
	if _, tilt := mostUnfair(average, neutral); math.Abs(tilt) > randomMargin {
		o.error("questions",
			say("random", "role", s.Roles[role].Name, "off", points(most)),
			say("random_fix"))
		o.about(s.Roles[role])
	} else {
		s.uneven(&o, role, say("uneven_random", "off", points(most)))
	}
	return o
}

// play returns how far the average chance of each role is off its fair share,
// and the standard error of that, over takers who answer by chance. Each is
// played together with one who chose the opposite place on every question,
// which takes out most of the noise.
func (s *subject) play() (off, sure []float64) {
	rng := rand.New(rand.NewPCG(1, mostPairs)) //nolint:gosec // a check finds the same each time
	off, sure = make([]float64, len(s.Roles)), make([]float64, len(s.Roles))
	a, b := s.NoAnswers(), s.NoAnswers()
	priors, pairs := s.priors(), float64(s.pairs())
	for range s.pairs() {
		for _, q := range s.live {
			n := len(s.Questions[q].Options)
			a[q] = rng.IntN(n)
			b[q] = n - 1 - a[q]
		}
		one, other := s.score(s.leveled, a).Posterior, s.score(s.leveled, b).Posterior
		fairOne, fairOther := fairShare(one, priors), fairShare(other, priors)
		for r := range off {
			x := (one[r] + other[r] - fairOne[r] - fairOther[r]) / 2
			off[r] += x / pairs
			sure[r] += x * x / pairs
		}
	}
	for r := range sure {
		sure[r] = math.Sqrt(max(sure[r]-off[r]*off[r], 0) / pairs)
	}
	return off, sure
}

// pairs are fewer where a scoring takes long.
func (s *subject) pairs() int {
	const work = 8_000_000
	return min(max(work/scoringWork(s.Version), leastPairs), mostPairs)
}

// fairShare is what a role as common would get from such answers if it did not
// matter which role has which profile: the average over the roles taking turns
// with them. With roles equally common it is the same for each. It is not quite
// the prior, because chance answers bring the chances of all nearer together.
func fairShare(p, priors []float64) []float64 {
	n := len(p)
	share := make([]float64, n)
	for turn := range n {
		sum := 0.0
		for r := range n {
			sum += priors[r] * lifted(p, priors, r+turn)
		}
		for r := range n {
			share[r] += priors[r] * lifted(p, priors, r+turn) / sum / float64(n)
		}
	}
	return share
}

// lifted is how much more probable the answers made a role.
func lifted(p, priors []float64, role int) float64 {
	role %= len(p)
	return p[role] / priors[role]
}

// scoringWork is about how long it takes to score answers to a version; only
// the proportion counts.
func scoringWork(v *quiz.Version) int { return len(v.Roles) * len(v.Dimensions) * len(v.Dimensions) }
