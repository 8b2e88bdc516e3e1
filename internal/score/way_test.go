package score

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// walk takes a person with these answers through the quiz, to its end or until
// so many questions are answered.
func walk(v *quiz.Version, m *Model, seed uint64, all quiz.Answers, most int) quiz.Journey {
	var from quiz.Seed
	binary.BigEndian.PutUint64(from[:], seed)
	j := quiz.Begin(v, from, time.Now(), false)
	for {
		j = m.Advance(v, j)
		n := j.Current()
		if n == 0 || n > most {
			return j
		}
		j, _ = j.Answer(v, n, all[j.Steps[n-1].Question], j.Touched)
	}
}

func TestTheLotFallsOnTheShareThatIsSetAndTheyAreAskedEverything(t *testing.T) {
	v := content.First()
	m, rng, byLot := New(v), dice(31), 0.0
	const people = 2000
	for seed := range uint64(people) {
		j := walk(v, m, seed, m.Play(rng.IntN(2), rng), len(v.Questions))
		all, form := len(j.Steps) == v.Asked(), m.Finish(v, j, time.Now()).Form
		if !v.Settings.AsksAll(j) {
			if form == quiz.FullByLot {
				t.Fatal("a result is by lot that the lot did not fall on")
			}
			continue
		}
		byLot++
		if !all || form != quiz.FullByLot || j.Stopped {
			t.Fatalf("%d questions give the form %s; stopped: %v", len(j.Steps), form, j.Stopped)
		}
	}
	near(t, "share asked everything by lot", byLot/people, 0.1, 0.02)
}

func TestTheLotIsTheSameInEveryBrowserAndNobodyChoosesIt(t *testing.T) {
	v := content.First()
	v.Settings.FullByLot = 0.5
	for seed := range uint64(50) {
		j := walk(v, New(v), seed, v.NoAnswers(), 0)
		elsewhere := j.Link().TakeUp([16]byte{1})
		if v.Settings.AsksAll(j) != v.Settings.AsksAll(elsewhere) {
			t.Error("it falls otherwise where the quiz is gone on with")
		}
		if j.Full = true; v.Settings.AsksAll(j) {
			t.Error("it falls on somebody who asked for every question")
		}
	}
}

func TestTheNextQuestionIsDrawnByTheSameRulesForWhoIsAskedEverything(t *testing.T) {
	v := content.First()
	rng := rand.New(rand.NewPCG(41, 2))
	for seed := range uint64(100) {
		short, whole := v.Clone(), v.Clone()
		short.Settings.FullByLot, whole.Settings.FullByLot = 0, 1
		all, before := New(v).Play(rng.IntN(2), rng), v.Settings.ShortMinAsked
		stops := walk(short, New(short), seed, all, before).Asked()
		goesOn := walk(whole, New(whole), seed, all, before).Asked()
		if !slices.Equal(stops[:before], goesOn[:before]) {
			t.Fatalf("before a form may stop they are asked %v and %v", stops, goesOn)
		}
	}
}

func TestWhoEndsEarlyCountsAsAskedInTheShortForm(t *testing.T) {
	v := content.First()
	v.Settings.FullByLot = 1
	m := New(v)
	all := v.NoAnswers()
	for q := range all {
		all[q] = 0
	}
	for _, most := range []int{1, 12, v.Asked() - 1} {
		j := walk(v, m, 3, all, most)
		ended := j.EndsNow()
		if ended.Current() != 0 || len(ended.Steps) != most || len(j.Steps) != most+1 {
			t.Fatalf("%d questions are left of %d", len(ended.Steps), len(j.Steps))
		}
		if form := m.Finish(v, ended, time.Now()).Form; form != quiz.Short {
			t.Errorf("after %d questions the form is %s", most, form)
		}
	}
}
