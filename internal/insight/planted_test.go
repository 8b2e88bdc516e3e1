package insight_test

import (
	"encoding/hex"
	"math/rand/v2"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// takers draws people of both roles from the profiles of the first version.
type takers struct {
	v     *quiz.Version
	model *score.Model
	rng   *rand.Rand
}

func newTakers(v *quiz.Version, seed uint64) takers {
	return takers{v, score.New(v), rand.New(rand.NewPCG(seed, 7))}
}

func firstVersion() *quiz.Version {
	v := content.First()
	v.ID = 1
	return v
}

// next is one taker, asked in random order, after their answers went through
// bend. Every fourth is asked half of the questions.
func (s takers) next(i int, bend func(quiz.Answers, quiz.Shuffle)) quiz.Result {
	answers, shuffle := s.model.Play(i%len(s.v.Roles), s.rng), quiz.Shuffle(s.rng.Uint64())
	if bend != nil {
		bend(answers, shuffle)
	}
	var asked []byte
	for _, q := range s.rng.Perm(len(s.v.Questions)) {
		if s.v.Questions[q].Retired || i%4 == 3 && len(asked) >= len(s.v.Questions)/2 {
			answers[q] = quiz.NoAnswer
			continue
		}
		asked = append(asked, byte(q))
	}
	r := s.model.Score(answers)
	return quiz.Result{
		Version: s.v.ID, Answers: answers.Text(), Asked: hex.EncodeToString(asked), Shuffle: shuffle,
		Verdict: r.Verdict, Top: s.v.Roles[r.Top].Key, Probability: r.Posterior[r.Top],
		Duration: time.Duration(s.rng.IntN(1500)) * time.Second, Form: quiz.FullByLot,
	}
}

func (s takers) tally(t *testing.T, n int, bend func(quiz.Answers, quiz.Shuffle)) *insight.Tally {
	t.Helper()
	tally := insight.NewShape(s.v).New()
	for i := range n {
		if err := tally.Add(s.next(i, bend), nil); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

// flagged lists the questions with a flag.
func flagged(tally *insight.Tally, kind insight.FlagKind) map[int]float64 {
	found := map[int]float64{}
	for _, item := range tally.Items() {
		for _, f := range item.Flags {
			if f.Kind == kind {
				found[item.Question] = f.Value
			}
		}
	}
	return found
}

func TestAQuestionAnsweredByChanceIsFlaggedAndGoodOnesAreNot(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 1), v.QuestionIndex("h1")
	tally := s.tally(t, 4000, func(a quiz.Answers, _ quiz.Shuffle) { a[bad] = s.rng.IntN(5) })
	found := flagged(tally, insight.FlagUnrelated)
	if _, ok := found[bad]; !ok {
		t.Error("the question answered by chance is not flagged")
	}
	for q, r := range found {
		if q != bad {
			t.Errorf("%s is flagged with %.2f", v.Questions[q].Key, r)
		}
	}
}

func TestAQuestionAlmostEveryoneAgreesToIsFlagged(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 2), v.QuestionIndex("u2")
	tally := s.tally(t, 2000, func(a quiz.Answers, _ quiz.Shuffle) {
		if s.rng.Float64() < 0.8 {
			a[bad] = 4
		}
	})
	for _, kind := range []insight.FlagKind{insight.FlagLopsided, insight.FlagCrowded} {
		found := flagged(tally, kind)
		if _, ok := found[bad]; !ok || len(found) != 1 {
			t.Errorf("%s: %v, want only question %d", kind, found, bad)
		}
	}
}

func TestAQuestionManySkipIsFlagged(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 3), v.QuestionIndex("u2")
	tally := s.tally(t, 1000, func(a quiz.Answers, _ quiz.Shuffle) {
		if s.rng.Float64() < 0.2 {
			a[bad] = quiz.NoAnswer
		}
	})
	if found := flagged(tally, insight.FlagSkipped); len(found) != 1 || found[bad] < 0.15 {
		t.Errorf("skipped: %v, want only question %d", found, bad)
	}
}

func TestAPairAnsweredByItsPlaceIsFlagged(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 4), v.QuestionIndex("rp")
	tally := s.tally(t, 2000, func(a quiz.Answers, shuffle quiz.Shuffle) {
		if s.rng.Float64() < 0.4 {
			a[bad] = shuffle.Order(v.Questions[bad])[0]
		}
	})
	if found := flagged(tally, insight.FlagSide); len(found) != 1 || found[bad] == 0 {
		t.Errorf("sides: %v, want only question %d", found, bad)
	}
	if found := flagged(tally, insight.FlagOrder); len(found) != 0 {
		t.Errorf("order: %v, want none", found)
	}
}

func TestAQuestionAnsweredOtherwiseLateIsFlagged(t *testing.T) {
	v := firstVersion()
	tired := v.QuestionIndex("h1")
	tally, s := insight.NewShape(v).New(), newTakers(v, 5)
	for i := range 2000 {
		r := s.next(i, nil)
		asked, _ := hex.DecodeString(r.Asked)
		answers, _ := v.AnswersFromText(r.Answers)
		for place, q := range asked {
			if int(q) == tired && 2*place >= len(asked) && s.rng.Float64() < 0.5 {
				answers[tired] = 4
			}
		}
		r.Answers = answers.Text()
		if err := tally.Add(r, nil); err != nil {
			t.Fatal(err)
		}
	}
	if found := flagged(tally, insight.FlagOrder); len(found) != 1 || found[tired] < 0.3 {
		t.Errorf("order: %v, want only question %d", found, tired)
	}
}

func TestASceneChosenByItsPlaceStandsOut(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 6), v.QuestionIndex("c1")
	tally := s.tally(t, 2000, func(a quiz.Answers, shuffle quiz.Shuffle) {
		if s.rng.Float64() < 0.3 {
			a[bad] = shuffle.Order(v.Questions[bad])[0]
		}
	})
	for _, e := range tally.PlaceEffects() {
		if e.Question == bad && !(e.P < 1e-9 && e.First.Low > e.Expected) {
			t.Errorf("the scene chosen by its place: %+v", e)
		}
		if e.Question != bad && e.P < 1e-4 {
			t.Errorf("%s: p %.6f", v.Questions[e.Question].Key, e.P)
		}
	}
}

func TestNothingIsFlaggedAboutFewAnswers(t *testing.T) {
	tally := newTakers(firstVersion(), 8).tally(t, insight.MinItem-1, nil)
	for _, item := range tally.Items() {
		if len(item.Flags) > 0 {
			t.Errorf("question %d: %v", item.Question, item.Flags)
		}
	}
}

// The ranges are those docs/scoring.md names.
func TestTakersDrawnFromTheProfilesAnswerReliably(t *testing.T) {
	for _, r := range newTakers(firstVersion(), 9).tally(t, 8000, nil).Reliability() {
		low, high := 0.55, 0.71
		if r.Dimension < 0 {
			low, high = 0.77, 0.81
		}
		if !r.Known || r.Alpha < low || r.Alpha > high {
			t.Errorf("dimension %d has alpha %.3f, want %.2f to %.2f", r.Dimension, r.Alpha, low, high)
		}
	}
}
