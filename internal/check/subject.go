package check

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// subject is the version under check, made ready once for all checks.
type subject struct {
	*quiz.Version
	model  *score.Model
	even   *score.Model // see level
	live   []int        // questions that are asked, by index
	scored []int        // dimensions that count for the verdict, by index
	lead   [][]float64  // role × dimension: how far the role stands from the middle of all

	translated map[string]quiz.TranslationCount // by language

	scorings, comparisons int // the work done, which bounds how long it takes
}

func newSubject(v *quiz.Version) *subject {
	s := &subject{Version: v, model: score.New(v), even: score.New(level(v)), translated: map[string]quiz.TranslationCount{}}
	for _, language := range v.TranslationLanguages() {
		s.translated[language] = v.CountTranslated(language)
	}
	for q, question := range v.Questions {
		if !question.Retired {
			s.live = append(s.live, q)
		}
	}
	for d, dimension := range v.Dimensions {
		if v.Scored(dimension.Key) {
			s.scored = append(s.scored, d)
		}
	}
	for r := range v.Roles {
		s.lead = append(s.lead, s.pullPerDimension(r))
	}
	return s
}

// level takes the priors out, so that what is left comes from the answers, and
// gives every question two more options, which do not change how the others
// count: one that says nothing and one that says what its options say on
// average.
func level(v *quiz.Version) *quiz.Version {
	out := *v
	out.Roles, out.Questions = slices.Clone(v.Roles), slices.Clone(v.Questions)
	for r := range out.Roles {
		out.Roles[r].Prior = 1 / float64(len(out.Roles))
	}
	for q := range out.Questions {
		options := out.Questions[q].Options
		average := quiz.Option{Loadings: map[string]float64{}}
		for _, option := range options {
			for d, loading := range option.Loadings {
				average.Loadings[d] += loading / float64(len(options))
			}
		}
		out.Questions[q].Options = append(slices.Clip(options), quiz.Option{}, average)
	}
	return &out
}

// neutral replaces every answer with one that says nothing. Only the level
// model knows it.
func (s *subject) neutral(a quiz.Answers) quiz.Answers { return s.replaced(a, 0) }

// average replaces every answer with the average of its question. Only the
// level model knows it.
func (s *subject) average(a quiz.Answers) quiz.Answers { return s.replaced(a, 1) }

func (s *subject) replaced(a quiz.Answers, extra int) quiz.Answers {
	a = slices.Clone(a)
	for q := range a {
		if a[q] != quiz.NoAnswer {
			a[q] = len(s.Questions[q].Options) + extra
		}
	}
	return a
}

// chance is what each role gets from answers that tell nothing.
func (s *subject) chance() float64 { return 1 / float64(len(s.Roles)) }

func (s *subject) score(m *score.Model, a quiz.Answers) score.Result {
	s.scorings++
	return m.Score(a)
}

// pullPerDimension is how far a point on each dimension pulls towards a role, 0
// on a dimension that does not count for the verdict.
func (s *subject) pullPerDimension(role int) []float64 {
	lead := make([]float64, len(s.Dimensions))
	for _, d := range s.scored {
		key, middle := s.Dimensions[d].Key, 0.0
		for _, r := range s.Roles {
			middle += r.Profile[key].Mean / float64(len(s.Roles))
		}
		p := s.Roles[role].Profile[key]
		lead[d] = p.Weight * (p.Mean - middle)
	}
	return lead
}

// pull is how far an option points towards a role.
func (s *subject) pull(role int, o quiz.Option) float64 {
	sum := 0.0
	for _, d := range s.scored {
		sum += s.lead[role][d] * o.Loadings[s.Dimensions[d].Key]
	}
	return sum
}
