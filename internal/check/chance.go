package check

import (
	"math"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

const (
	ties         = 1e-9  // chances that differ by less are as far off
	halfPoint    = 0.005 // nobody sees a chance move by less: loadings and strengths are rounded
	tiltMargin   = 0.02  // SD of a trait; strengths of two digits leave about half of it
	columnMargin = 0.05
)

// agreeToAll answers the statements only: a taker who agrees to everything
// must come out where they came in.
func agreeToAll(s *subject) outcome {
	a := s.agreeing(s.NoAnswers())
	r, untold := s.score(s.leveled, a), s.untold(a)
	_, off := mostUnfair(r.Posterior, s.fair(a))
	o := outcome{value: digits(3, math.Abs(off))}
	role, moved := mostUnfair(r.Posterior, untold)
	uneven, from := mostUnfair(untold, s.priors())
	switch {
	case math.Abs(moved) > halfPoint && s.oneWay:
		o.advice("questions",
			say("tilted_one_way", "role", s.Roles[role].Name, "chance", percent(r.Posterior[role]), "fair", percent(untold[role])),
			say("one_way_design_fix"))
		o.about(s.Roles[role])
	case math.Abs(moved) > halfPoint:
		s.tilted(&o, r, untold)
	case math.Abs(from) > halfPoint:
		s.uneven(&o, uneven, say("uneven_middle", "chance", percent(untold[uneven]), "fair", percent(s.Roles[uneven].Prior)))
	}
	return o
}

// agreeing has every statement agreed to.
func (s *subject) agreeing(a quiz.Answers) quiz.Answers {
	for _, q := range s.live {
		if question := s.Questions[q]; question.Kind.Statement() {
			a[q] = len(question.Options) - 1
		}
	}
	return a
}

// tilted names the dimensions on which agreeing to everything is no middle.
func (s *subject) tilted(o *outcome, r score.Result, untold []float64) {
	role, far := 0, 0.0
	for i := range untold {
		if r.Posterior[i]-untold[i] > r.Posterior[role]-untold[role] {
			role = i
		}
	}
	for _, d := range s.scored {
		far = max(far, math.Abs(r.Dimensions[d].T))
	}
	for _, d := range s.scored {
		if t := math.Abs(r.Dimensions[d].T); t > 0 && t >= min(far, tiltMargin) {
			x := s.Dimensions[d]
			o.error("dimensions."+x.Key,
				say("tilted",
					"far", digits(2, t), "dimension", x.Name, "role", s.Roles[role].Name,
					"chance", percent(r.Posterior[role]), "fair", percent(untold[role])),
				say("tilted_fix", "one", x.Positive, "other", x.Negative))
			o.about(s.Roles[role])
		}
	}
}

// straightColumns counts columns as the content lists them, scenes with fewer
// options at their last. What a column owes to statements that are meant to
// speak for one end is advice, once, for the column that goes furthest.
func straightColumns(s *subject) outcome {
	fair := s.fair(s.middle())
	var o outcome
	var design column
	most := 0.0
	for _, c := range s.columns() {
		role, off := mostUnfair(s.score(s.leveled, c.answers).Posterior, fair)
		most = max(most, math.Abs(off))
		switch {
		case math.Abs(off) <= columnMargin:
		case !s.oneWay || s.offWithoutStatements(c.answers, fair):
			o.error("questions",
				say("column", "option", c.option, "role", s.Roles[role].Name, "off", points(off)),
				say("column_fix"))
			o.about(s.Roles[role])
		case math.Abs(off) > math.Abs(design.off):
			design = column{option: c.option, role: role, off: off}
		}
	}
	if design.option > 0 {
		o.advice("questions",
			say("column_one_way", "option", design.option, "role", s.Roles[design.role].Name, "off", points(design.off)),
			say("one_way_design_fix"))
		o.about(s.Roles[design.role])
	}
	o.value = digits(3, most)
	return o
}

// column is the same option chosen everywhere, counted from 1.
type column struct {
	option  int
	answers quiz.Answers
	role    int
	off     float64
}

func (s *subject) columns() []column {
	most := 0
	for _, q := range s.live {
		most = max(most, len(s.Questions[q].Options))
	}
	columns := make([]column, most)
	for i := range columns {
		columns[i] = column{option: i + 1, answers: s.NoAnswers()}
		for _, q := range s.live {
			columns[i].answers[q] = min(i, len(s.Questions[q].Options)-1)
		}
	}
	return columns
}

// offWithoutStatements reports whether a column moves a role too far even if
// every statement says nothing.
func (s *subject) offWithoutStatements(a quiz.Answers, fair []float64) bool {
	a = slices.Clone(a)
	for _, q := range s.live {
		if s.Questions[q].Kind.Statement() {
			a[q] = len(s.Questions[q].Options)
		}
	}
	_, off := mostUnfair(s.score(s.leveled, a).Posterior, fair)
	return math.Abs(off) > columnMargin
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
		if further > ties || further > -ties && x > off {
			role, off = r, x
		}
	}
	return role, off
}

func percent(p float64) quiz.Number { return digits(1, 100*p) }

func points(p float64) quiz.Number { return quiz.Number{X: 100 * p, Digits: 1, Signed: true} }
