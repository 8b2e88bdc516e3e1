package check

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// subject is the version under check, made ready once for all checks.
type subject struct {
	*quiz.Version
	language string // it is written in, wherever that is spoken
	model    *score.Model
	leveled  *score.Model  // see level
	live     []int         // questions that are asked, by index
	scored   []int         // dimensions that count for the verdict, by index
	loads    [][][]loading // by question and option, in the order of the dimensions
	asks     [][]int       // by question: the dimensions an answer says something about
	lead     [][]float64   // role × dimension: how far the role stands from the middle of all
	space    space         // where the roles stand
	oneWay   bool          // see keyedOneWay

	translated map[string]quiz.TranslationCount // by language

	scorings, comparisons int // the work done, which bounds how long it takes
}

// loading is how far an option speaks for an end of a dimension; never 0.
type loading struct {
	dimension int
	x         float64
}

func newSubject(v *quiz.Version) *subject {
	s := &subject{
		Version: v, language: v.BaseLanguage(), model: score.New(v), leveled: score.New(level(v)),
		translated: map[string]quiz.TranslationCount{},
	}
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
	for _, question := range v.Questions {
		s.loads = append(s.loads, loadingsOf(v, question))
		s.asks = append(s.asks, dimensionsOf(v, question))
	}
	s.space = s.newSpace()
	s.oneWay = s.keyedOneWay()
	return s
}

func loadingsOf(v *quiz.Version, q quiz.Question) [][]loading {
	loads := make([][]loading, len(q.Options))
	for i, option := range q.Options {
		for d, dimension := range v.Dimensions {
			if x := option.Loadings[dimension.Key]; x != 0 {
				loads[i] = append(loads[i], loading{d, x})
			}
		}
	}
	return loads
}

func dimensionsOf(v *quiz.Version, q quiz.Question) []int {
	var asks []int
	for d, dimension := range v.Dimensions {
		if q.Loads(dimension.Key) {
			asks = append(asks, d)
		}
	}
	return asks
}

// level gives every question two more options, which do not change how the
// others count: one that says nothing and one that says what its options say on
// average.
func level(v *quiz.Version) *quiz.Version {
	out := *v
	out.Questions = slices.Clone(v.Questions)
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

// readsEnglish reports whether a check that knows English only can read the
// version.
func (s *subject) readsEnglish() bool { return s.language == quiz.English }

// notMeasured is what a check says that does not know the language: its line
// tells so, and it finds nothing.
func (s *subject) notMeasured() outcome {
	return outcome{value: say("unknown_language", "language", quiz.LanguageTag(s.language))}
}

// neutral replaces every answer with one that says nothing. Only the level
// model knows it.
func (s *subject) neutral(a quiz.Answers) quiz.Answers { return s.replaced(a, 0) }

// average replaces every answer with the average of its question. Only the
// leveled model knows it.
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

// priors are what each role gets before any answer.
func (s *subject) priors() []float64 {
	priors := make([]float64, len(s.Roles))
	for r, role := range s.Roles {
		priors[r] = role.Prior
	}
	return priors
}

// untold is what each role gets from such answers if they tell nothing.
func (s *subject) untold(a quiz.Answers) []float64 { return s.score(s.leveled, s.neutral(a)).Posterior }

// fair is what each role may expect from answers that tell nothing: of two, its
// prior. Of more, one that stands further out gets less from a taker in the
// middle, however even the questions are.
func (s *subject) fair(a quiz.Answers) []float64 {
	if len(s.Roles) > 2 {
		return s.untold(a)
	}
	return s.priors()
}

func (s *subject) score(m *score.Model, a quiz.Answers) score.Result {
	s.scorings++
	return m.Score(a)
}

// pullPerDimension is how far a point on each dimension pulls towards a role, 0
// on a dimension that does not count for the verdict.
func (s *subject) pullPerDimension(role int) []float64 {
	lead := make([]float64, len(s.Dimensions))
	for _, d := range s.scored {
		p := s.Roles[role].Profile[s.Dimensions[d].Key]
		lead[d] = p.Weight * (p.Mean - s.centre(d))
	}
	return lead
}

// centre is the middle of all roles on a dimension.
func (s *subject) centre(d int) float64 {
	middle := 0.0
	for _, r := range s.Roles {
		middle += r.Profile[s.Dimensions[d].Key].Mean / float64(len(s.Roles))
	}
	return middle
}

// pull is how far an option of a question points towards a role.
func (s *subject) pull(role, q, option int) float64 {
	sum := 0.0
	for _, l := range s.loads[q][option] {
		sum += s.lead[role][l.dimension] * l.x
	}
	return sum
}
