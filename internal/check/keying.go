package check

import (
	"math"

	"whichpm/internal/quiz"
)

// keyedBothWays lets no one gain on a dimension by agreeing. Pairs and scenes
// hold both ends themselves, so a dimension may do without statements.
func keyedBothWays(s *subject) outcome {
	var o outcome
	for _, d := range s.scored {
		x := s.Dimensions[d]
		towards, away, asked := s.keyed(x.Key)
		field := "dimensions." + x.Key
		switch {
		case !asked:
			o.error(field, say("unasked", "dimension", x.Name),
				say("unasked_fix"))
		case towards > 0 && away == 0:
			o.oneWay(field, x.Name, x.Positive, x.Negative)
		case away > 0 && towards == 0:
			o.oneWay(field, x.Name, x.Negative, x.Positive)
		}
	}
	o.value = of(len(o.findings), len(s.scored))
	return o
}

// oneWay says that all statements about a dimension speak for one end.
func (o *outcome) oneWay(field, dimension, end, other string) {
	o.error(field, say("one_way", "dimension", dimension, "end", end),
		say("one_way_fix", "end", other))
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

func sceneBalance(s *subject) outcome {
	var o outcome
	scenes := 0
	for _, q := range s.live {
		if s.Questions[q].Kind.Scale() {
			continue
		}
		scenes++
		for d, x := range s.Dimensions {
			if sum := s.sum(q, d); math.Abs(sum) > rounding {
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

// sum adds up the loadings of a question's options on a dimension.
func (s *subject) sum(q, d int) float64 {
	sum := 0.0
	for _, option := range s.Questions[q].Options {
		sum += option.Loadings[s.Dimensions[d].Key]
	}
	return sum
}
