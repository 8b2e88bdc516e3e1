package score

import (
	"encoding/hex"
	"time"

	"whichpm/internal/quiz"
)

// Finish freezes the verdict of a journey through v, whose model m is, ended
// at now.
func (m *Model) Finish(v *quiz.Version, j quiz.Journey, now time.Time) quiz.Result {
	answers := j.Answers(v)
	frozen := m.Freeze(v, answers)
	var asked [quiz.MaxQuestions]byte
	for i, step := range j.Steps {
		asked[i] = byte(step.Question) //nolint:gosec // at most quiz.MaxQuestions
	}
	return quiz.Result{
		ID:          j.Owner().ID(),
		Origin:      j.TakenFrom(),
		Version:     v.ID,
		FinishedAt:  now,
		Answers:     answers.Text(),
		Asked:       hex.EncodeToString(asked[:len(j.Steps)]),
		Shuffle:     j.Shuffle(),
		Verdict:     frozen.Verdict,
		Top:         frozen.Top,
		Probability: frozen.Probability,
		Duration:    max(now.Sub(j.Started), 0),
		Form:        m.form(v, j),
		Hurried:     Hurried(v, j),
	}
}

// form is how a journey that ends now was asked. Who was to be asked everything
// by lot and ends it before is one of many who left, and counts as short.
func (m *Model) form(v *quiz.Version, j quiz.Journey) quiz.Form {
	switch {
	case len(m.Unasked(j)) > 0:
		return quiz.Short
	case v.Settings.AsksAll(j):
		return quiz.FullByLot
	}
	return quiz.Full
}

// Frozen is what a stored result keeps of its scoring for ever.
type Frozen struct {
	Verdict     quiz.Verdict
	Top         string // role key
	Probability float64

	older quiz.Verdict // what results of before rules for many roles keep
}

// Freeze scores the answers and returns what a result of them stores.
func (m *Model) Freeze(v *quiz.Version, a quiz.Answers) Frozen {
	r := m.Score(a)
	f := Frozen{r.Verdict, v.Roles[r.Top].Key, r.Posterior[r.Top], r.Verdict}
	if r.Verdict != quiz.NotEnough {
		f.older = m.settings.ByTopAlone(f.Probability)
	}
	return f
}

// Is reports whether a stored result keeps the same, its probability to
// within 1e-9: processors differ in the last digits.
func (f Frozen) Is(r quiz.Result) bool {
	return (f.Verdict == r.Verdict || f.older == r.Verdict) && f.Top == r.Top && max(f.Probability-r.Probability, r.Probability-f.Probability) <= 1e-9
}
