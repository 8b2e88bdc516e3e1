package check

import (
	"math"

	"whichpm/internal/quiz"
)

// keyedBothWays lets no one gain on a dimension by agreeing. Pairs and scenes
// hold both ends themselves, so a dimension may do without statements. Where
// the whole quiz is keyed one way, as interests and team roles are, that is how
// it is meant, and the check says what it costs.
func keyedBothWays(s *subject) outcome {
	var o outcome
	found := 0
	for _, d := range s.scored {
		x := s.Dimensions[d]
		towards, away, asked := s.keyed(x.Key)
		field := "dimensions." + x.Key
		switch {
		case !asked:
			o.error(field, say("unasked", "dimension", x.Name),
				say("unasked_fix"))
		case towards > 0 && away == 0:
			s.endOnly(&o, field, x.Name, x.Positive, x.Negative)
		case away > 0 && towards == 0:
			s.endOnly(&o, field, x.Name, x.Negative, x.Positive)
		default:
			continue
		}
		found++
	}
	if s.oneWay {
		s.costOfOneWay(&o)
	}
	o.value = of(found, len(s.scored))
	return o
}

// endOnly says that all statements about a dimension speak for one end.
func (s *subject) endOnly(o *outcome, field, dimension, end, other string) {
	if s.oneWay { // said once, for all dimensions
		return
	}
	o.error(field, say("one_way", "dimension", dimension, "end", end),
		say("one_way_fix", "end", other))
}

// costOfOneWay says how far agreeing to everything gets.
func (s *subject) costOfOneWay(o *outcome) {
	a := s.agreeing(s.NoAnswers())
	p, untold := s.score(s.leveled, a).Posterior, s.untold(a)
	role, off := mostUnfair(p, untold)
	cost := say("one_way_cost", "role", s.Roles[role].Name, "chance", percent(p[role]), "fair", percent(untold[role]))
	if math.Abs(off) <= halfPoint {
		cost = say("one_way_no_cost")
	}
	o.advice("questions", say("one_way_design", "cost", cost), say("one_way_design_fix"))
}

// keyedOneWay reports whether statements speak for one end of every dimension
// and nothing in the quiz speaks for another one alone: no statement, no side of
// a pair, no way to act. Then it is made so; otherwise it could do otherwise.
func (s *subject) keyedOneWay() bool {
	towards, away, statements := false, false, false
	for _, q := range s.live {
		x := s.Questions[q]
		if x.Strength == 0 {
			continue
		}
		if x.Kind.Statement() {
			way := s.way(q)
			statements = statements || way != 0
			towards, away = towards || way > 0, away || way < 0
			continue
		}
		for option := range x.Options {
			one, other := s.speaksFor(q, option)
			towards, away = towards || one && !other, away || other && !one
		}
	}
	return statements && towards != away
}

// way is the end that agreeing to a statement speaks for most, of dimensions
// that count: above or below 0.
func (s *subject) way(q int) float64 {
	way := 0.0
	for _, l := range s.loads[q][len(s.loads[q])-1] {
		if s.Scored(s.Dimensions[l.dimension].Key) && math.Abs(l.x) > math.Abs(way) {
			way = l.x
		}
	}
	return way
}

// speaksFor reports whether an option speaks for first ends, and for second
// ones, of dimensions that count.
func (s *subject) speaksFor(q, option int) (first, second bool) {
	for _, l := range s.loads[q][option] {
		if s.Scored(s.Dimensions[l.dimension].Key) {
			first, second = first || l.x > 0, second || l.x < 0
		}
	}
	return first, second
}

// keyed counts the statements whose agreement points towards the positive end
// of a dimension and away from it.
func (s *subject) keyed(dimension string) (towards, away int, asked bool) {
	for _, q := range s.live {
		question := s.Questions[q]
		if question.Strength == 0 || !question.Loads(dimension) {
			continue
		}
		asked = true
		agree := question.Options[len(question.Options)-1].Loadings[dimension]
		switch {
		case !question.Kind.Statement():
		case agree > 0:
			towards++
		case agree < 0:
			away++
		}
	}
	return towards, away, asked
}

// roundedBy is how far a loading written with two digits may be from the one
// that was meant, and a little for the arithmetic.
const roundedBy = 0.005 + ties

// sceneBalance lets the ways to act miss zero by what rounding each can add up
// to: .33, .33 and −.67 are thirds. That moves no chance by half a point.
func sceneBalance(s *subject) outcome {
	var o outcome
	scenes := 0
	for _, q := range s.live {
		if s.Questions[q].Kind.Scale() {
			continue
		}
		scenes++
		sums := make([]float64, len(s.Dimensions))
		for _, loads := range s.loads[q] {
			for _, l := range loads {
				sums[l.dimension] += l.x
			}
		}
		for d, sum := range sums {
			if x := s.Dimensions[d]; math.Abs(sum) > roundedBy*float64(len(s.Questions[q].Options)) {
				o.error("questions."+s.Questions[q].Key+".options",
					say("scene",
						"sum", quiz.Number{X: sum, Digits: 2, Signed: true}, "dimension", x.Name),
					say("scene_fix", "dimension", x.Name))
			}
		}
	}
	o.value = of(len(o.findings), scenes)
	return o
}
