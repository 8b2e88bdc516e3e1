package score

import "whichpm/internal/quiz"

// Frozen is what a stored result keeps of its scoring for ever.
type Frozen struct {
	Verdict     quiz.Verdict
	Top         string // role key
	Probability float64
}

// Freeze scores the answers and returns what a result of them stores.
func (m *Model) Freeze(v *quiz.Version, a quiz.Answers) Frozen {
	r := m.Score(a)
	return Frozen{r.Verdict, v.Roles[r.Top].Key, r.Posterior[r.Top]}
}

// Is reports whether a stored result keeps the same, its probability to
// within 1e-9: processors differ in the last digits.
func (f Frozen) Is(r quiz.Result) bool {
	return f.Verdict == r.Verdict && f.Top == r.Top && max(f.Probability-r.Probability, r.Probability-f.Probability) <= 1e-9
}
