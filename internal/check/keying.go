package check

import (
	"fmt"
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
			o.error(field, fmt.Sprintf("“%s” counts for the verdict and nothing asks about it.", x.Name),
				"Add a question about it, or set its weight to 0 in every role.")
		case towards > 0 && away == 0:
			o.error(field, fmt.Sprintf("Agreeing to any statement about “%s” means “%s”.", x.Name, x.Positive),
				fmt.Sprintf("Add a statement that people who prefer “%s” agree to, or word one the other way.", x.Negative))
		case away > 0 && towards == 0:
			o.error(field, fmt.Sprintf("Agreeing to any statement about “%s” means “%s”.", x.Name, x.Negative),
				fmt.Sprintf("Add a statement that people who prefer “%s” agree to, or word one the other way.", x.Positive))
		}
	}
	o.value = fmt.Sprintf("%d of %d", len(o.findings), len(s.scored))
	return o
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
		case question.Kind != quiz.Agree:
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
		if s.Questions[q].Kind != quiz.Choice {
			continue
		}
		scenes++
		for d, x := range s.Dimensions {
			if sum := s.sum(q, d); math.Abs(sum) > rounding {
				o.error("questions."+s.Questions[q].Key+".options",
					fmt.Sprintf("The ways to act add up to %+.2f on “%s”, so choosing by chance pulls one way.", sum, x.Name),
					fmt.Sprintf("Change the loadings on “%s” until they add up to 0.", x.Name))
			}
		}
	}
	o.value = fmt.Sprintf("%d of %d", len(o.findings), scenes)
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
