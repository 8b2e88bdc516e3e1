package check

import (
	"fmt"
	"maps"
	"math"

	"whichpm/internal/quiz"
)

// like calls found for every option, of all questions that are asked, that is
// like another one of its question: once, with the first such.
func (s *subject) like(is func(x quiz.Question, i, j int) bool, found func(q, i, j int)) {
	for _, q := range s.live {
		for i := range s.Questions[q].Options {
			for j := range s.Questions[q].Options {
				s.comparisons++
				if i != j && is(s.Questions[q], i, j) {
					found(q, i, j)
					break
				}
			}
		}
	}
}

func (s *subject) optionField(q, option int) string {
	return fmt.Sprintf("questions.%s.options.%d", s.Questions[q].Key, option)
}

// deadOption lets the middle of a scale say nothing, and nothing else.
func deadOption(s *subject) outcome {
	var o outcome
	for _, q := range s.live {
		x := s.Questions[q]
		if x.Strength == 0 || !loads(x) {
			what := say("dead_question", "question", x.Text)
			if x.Unwritten() {
				what = say("dead_unwritten")
			}
			o.error("questions."+x.Key, what,
				say("dead_question_fix"))
			continue
		}
		for i, option := range x.Options {
			middle := x.Kind.Scale() && 2*i == len(x.Options)-1
			if len(nonZero(option)) == 0 && !middle {
				o.error(s.optionField(q, i), say("dead_option", "answer", quiz.Pick{Question: x, Option: i}),
					say("dead_option_fix"))
			}
		}
	}
	o.value = len(o.findings)
	return o
}

func loads(q quiz.Question) bool {
	for _, option := range q.Options {
		if len(nonZero(option)) > 0 {
			return true
		}
	}
	return false
}

func nonZero(o quiz.Option) map[string]float64 {
	out := maps.Clone(o.Loadings)
	maps.DeleteFunc(out, func(_ string, loading float64) bool { return loading == 0 })
	return out
}

func duplicateOption(s *subject) outcome {
	var o outcome
	s.like(func(x quiz.Question, i, j int) bool {
		one := nonZero(x.Options[i])
		return i > j && len(one) > 0 && maps.Equal(one, nonZero(x.Options[j]))
	}, func(q, i, j int) {
		o.error(s.optionField(q, i), s.both(q, i, j, "duplicate"),
			say("duplicate_fix"))
	})
	o.value = len(o.findings)
	return o
}

// dominatedOption looks at scenes only: on a scale, steps of the same
// direction are the point.
func dominatedOption(s *subject) outcome {
	var o outcome
	s.like(func(x quiz.Question, i, j int) bool {
		return !x.Kind.Scale() && weaker(nonZero(x.Options[i]), nonZero(x.Options[j]))
	}, func(q, i, j int) {
		o.advice(s.optionField(q, i), s.both(q, i, j, "dominated"),
			say("dominated_fix"))
	})
	o.value = len(o.findings)
	return o
}

// both names two answers to a question in a text.
func (s *subject) both(q, one, other int, id string) quiz.Message {
	x := s.Questions[q]
	return say(id, "one", quiz.Pick{Question: x, Option: one}, "other", quiz.Pick{Question: x, Option: other})
}

// weaker reports whether one points the same way as other on the same
// dimensions, never further and somewhere less far.
func weaker(one, other map[string]float64) bool {
	if len(one) == 0 || len(one) != len(other) || maps.Equal(one, other) {
		return false
	}
	for d, loading := range one {
		if loading*other[d] <= 0 || math.Abs(loading) > math.Abs(other[d]) {
			return false
		}
	}
	return true
}

const (
	placeMargin = 0.5
	fewScenes   = 2 // fewer say nothing about places
)

// optionPosition averages, over the scenes, how far the way to act at one
// place points to a role; 1 is as far as any way to act of the scene does.
func optionPosition(s *subject) outcome {
	var o outcome
	most := 0.0
	for place := range quiz.MaxOptions {
		for role, x := range s.Roles {
			lean, scenes := s.lean(place, role)
			if scenes < fewScenes {
				continue
			}
			most = max(most, math.Abs(lean))
			if lean > placeMargin {
				o.advice("questions",
					say("place", "place", place+1, "role", x.Name, "lean", digits(2, lean)),
					say("place_fix"))
				o.about(x)
			}
		}
	}
	o.value = digits(2, most)
	return o
}

func (s *subject) lean(place, role int) (mean float64, scenes int) {
	sum := 0.0
	for _, q := range s.live {
		x, most := s.Questions[q], 0.0
		if x.Kind.Scale() || place >= len(x.Options) {
			continue
		}
		for option := range x.Options {
			most = max(most, math.Abs(s.pull(role, q, option)))
		}
		if most > 0 {
			sum += s.pull(role, q, place) / most
			scenes++
		}
	}
	return sum / float64(max(scenes, 1)), scenes
}
