package check

import (
	"math"
	"math/rand/v2"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

const (
	rounding     = 1e-9 // what agreeing to everything may differ from an even chance
	columnMargin = 0.05
	randomMargin = 0.01
	randomPairs  = 1000 // pairs of opposite takers: a standard error under .001
)

// agreeToAll answers the statements only: a taker who agrees to everything
// must come out where they came in.
func agreeToAll(s *subject) outcome {
	a := s.NoAnswers()
	for _, q := range s.live {
		if question := s.Questions[q]; question.Kind.Statement() {
			a[q] = len(question.Options) - 1
		}
	}
	r := s.score(s.even, a)
	p := r.Posterior[r.Top]
	o := outcome{value: digits(3, p)}
	neutral := s.score(s.even, s.neutral(a)).Posterior
	if _, off := mostUnfair(r.Posterior, neutral); math.Abs(off) > rounding {
		s.tilted(&o, r)
	} else if p-s.chance() > rounding {
		s.uneven(&o, r.Top, say("uneven_middle", "chance", percent(p)))
	}
	return o
}

// tilted names the dimensions on which agreeing to everything is no middle.
func (s *subject) tilted(o *outcome, r score.Result) {
	for _, d := range s.scored {
		if t := r.Dimensions[d].T; math.Abs(t) > rounding {
			x := s.Dimensions[d]
			o.error("dimensions."+x.Key,
				say("tilted",
					"far", digits(2, math.Abs(t)), "dimension", x.Name, "role", s.Roles[r.Top].Name, "chance", percent(r.Posterior[r.Top])),
				say("tilted_fix", "one", x.Positive, "other", x.Negative))
		}
	}
}

// straightColumns counts columns as the content lists them, scenes with fewer
// options at their last.
func straightColumns(s *subject) outcome {
	all, columns := s.middle(), 0
	for _, q := range s.live {
		columns = max(columns, len(s.Questions[q].Options))
	}
	fair := s.fair(all)
	var o outcome
	most := 0.0
	for column := range columns {
		for _, q := range s.live {
			all[q] = min(column, len(s.Questions[q].Options)-1)
		}
		role, off := mostUnfair(s.score(s.even, all).Posterior, fair)
		most = max(most, math.Abs(off))
		if math.Abs(off) > columnMargin {
			o.error("questions",
				say("column",
					"option", column+1, "role", s.Roles[role].Name, "off", points(off)),
				say("column_fix"))
		}
	}
	o.value = digits(3, most)
	return o
}

// fair is what each role may expect from answers that tell nothing: with two,
// half. Of more, one that stands further out gets less from a taker in the
// middle, however even the questions are.
func (s *subject) fair(a quiz.Answers) []float64 {
	if len(s.Roles) > 2 {
		return s.score(s.even, s.neutral(a)).Posterior
	}
	return []float64{s.chance(), s.chance()}
}

// randomTakers is an error if the questions are to blame: then the average
// answer to each of them is no middle.
func randomTakers(s *subject) outcome {
	mean := s.play()
	role, off := mostUnfair(mean, slices.Repeat([]float64{s.chance()}, len(mean)))
	o := outcome{value: digits(3, math.Abs(off))}
	if math.Abs(off) <= randomMargin {
		return o
	}
	all := s.middle()
	average, neutral := s.score(s.even, s.average(all)).Posterior, s.score(s.even, s.neutral(all)).Posterior
	if _, tilt := mostUnfair(average, neutral); math.Abs(tilt) > randomMargin {
		o.error("questions",
			say("random", "role", s.Roles[role].Name, "off", points(off)),
			say("random_fix"))
	} else {
		s.uneven(&o, role, say("uneven_random", "off", points(off)))
	}
	return o
}

// play returns the average chance of each role over takers who answer by
// chance. Each is played together with one who chose the opposite place on
// every question, which halves the noise.
func (s *subject) play() []float64 {
	rng := rand.New(rand.NewPCG(1, randomPairs)) //nolint:gosec // a check finds the same each time
	mean := make([]float64, len(s.Roles))
	a, b := s.NoAnswers(), s.NoAnswers()
	for range randomPairs {
		for _, q := range s.live {
			n := len(s.Questions[q].Options)
			a[q] = rng.IntN(n)
			b[q] = n - 1 - a[q]
		}
		one, other := s.score(s.even, a), s.score(s.even, b)
		for r := range mean {
			mean[r] += (one.Posterior[r] + other.Posterior[r]) / (2 * randomPairs)
		}
	}
	return mean
}

// uneven is advice and no error: the questions are fair, but the roles do not
// lie evenly around the middle, which measured profiles and three or more
// roles hardly ever do.
func (s *subject) uneven(o *outcome, role int, what quiz.Message) {
	o.advice("roles."+s.Roles[role].Key+".profile",
		say("uneven", "role", s.Roles[role].Name, "what", what),
		say("uneven_fix"))
}

// mostUnfair returns the role whose p is farthest from what is fair and how
// far, below 0 if it gets less. Of two as far it is the one that gets more.
func mostUnfair(p, fair []float64) (role int, off float64) {
	for r := range p {
		x := p[r] - fair[r]
		further := math.Abs(x) - math.Abs(off)
		if further > rounding || further > -rounding && x > off {
			role, off = r, x
		}
	}
	return role, off
}

func percent(p float64) quiz.Number { return digits(1, 100*p) }

func points(p float64) quiz.Number { return quiz.Number{X: 100 * p, Digits: 1, Signed: true} }
