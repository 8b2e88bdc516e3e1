package insight_test

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"testing"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// parts are the sums of a day as a roll-up keeps them: apart by form.
func parts(t *testing.T, tallies map[quiz.Form]*insight.Tally) []quiz.DayPart {
	t.Helper()
	var rows []quiz.DayPart
	for form, tally := range tallies {
		for _, part := range insight.Parts {
			rows = append(rows, quiz.DayPart{Version: 1, Day: 20000, Form: form, Part: string(part), Sums: tally.Sums(part)})
		}
	}
	return rows
}

// walked is one person with these answers on their way through the quiz.
func (s takers) walked(t *testing.T, i int, all quiz.Answers) quiz.Result {
	t.Helper()
	var seed quiz.Seed
	binary.BigEndian.PutUint64(seed[:], uint64(i))
	j := quiz.Begin(s.v, seed, time.Unix(1.7e9, 0), false)
	for {
		j = s.model.Advance(s.v, j)
		n := j.Current()
		if n == 0 {
			return s.model.Finish(s.v, j, j.Touched)
		}
		var err error
		if j, err = j.Answer(s.v, n, all[j.Steps[n-1].Question], j.Touched.Add(7*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
}

// inOrder is somebody who answered every question, one after the other.
func (s takers) inOrder(all quiz.Answers) quiz.Result {
	asked, frozen := make([]byte, len(all)), s.model.Freeze(s.v, all)
	for q := range asked {
		asked[q] = byte(q)
	}
	return quiz.Result{
		Version: s.v.ID, Answers: all.Text(), Asked: hex.EncodeToString(asked),
		Verdict: frozen.Verdict, Top: frozen.Top, Probability: frozen.Probability,
	}
}

// The targets are those of docs/scoring.md. What is true is what the same people
// would answer to every question.
func TestStatisticsOfThoseAskedByLotAreTrueAndThoseOfAllResultsAreNot(t *testing.T) {
	t.Parallel()
	v := firstVersion()
	s, shape := newTakers(v, 11), insight.NewShape(v)
	truth, kept := shape.New(), map[quiz.Form]*insight.Tally{quiz.Short: shape.New(), quiz.Full: shape.New(), quiz.FullByLot: shape.New()}
	for i := range 20_000 {
		role := i % 2
		answers := s.model.Play(role, s.rng)
		job := &quiz.Outcome{Role: v.Roles[role].Key, Years: 3, Suits: 4}
		r := s.walked(t, i, answers)
		if err := kept[r.Form].Add(r, job); err != nil {
			t.Fatal(err)
		}
		if err := truth.Add(s.inOrder(answers), job); err != nil {
			t.Fatal(err)
		}
	}
	rows := parts(t, kept)
	lot, err := insight.Sum(shape, rows, insight.ByLot)
	if err != nil {
		t.Fatal(err)
	}
	all, err := insight.Sum(shape, rows, insight.Unhurried)
	if err != nil {
		t.Fatal(err)
	}
	if all.N() != 20_000 || lot.N() < 1900 || lot.N() > 2100 {
		t.Fatalf("%d results, %d by lot", all.N(), lot.N())
	}
	ours, old := differing(v, lot, truth), differing(v, all, truth)
	t.Logf("by lot, %d of %d: %+v; all results: %+v", lot.N(), all.N(), ours, old)
	if ours.alpha > 0.04 || ours.rest > 0.05 || ours.dPrime > 0.12 || ours.mean > 0.04 || ours.options > 0.05 {
		t.Errorf("statistics by lot are off by up to %+v", ours)
	}
	if old.alpha <= 0.04 {
		t.Errorf("statistics of all results are off by only %+v, so that nothing is tested here", old)
	}
}

// off is how far statistics are from the truth at most.
type off struct{ alpha, omega, rest, dPrime, mean, options float64 }

func differing(v *quiz.Version, from, truth *insight.Tally) off {
	o := off{}
	most := func(to *float64, a, b float64) { *to = max(*to, math.Abs(a-b)) }
	want := truth.Reliability()
	for i, r := range from.Reliability() {
		if r.Dimension >= 0 && scored(v, r.Dimension) {
			most(&o.alpha, r.Alpha, want[i].Alpha)
			most(&o.omega, r.Omega, want[i].Omega)
		}
	}
	wanted := truth.Items()
	for i, item := range from.Items() {
		if !scored(v, item.Dimension) {
			continue
		}
		most(&o.rest, item.ItemRest, wanted[i].ItemRest)
		most(&o.dPrime, item.DPrime.Value, wanted[i].DPrime.Value)
		most(&o.mean, item.Mean, wanted[i].Mean)
		for option, n := range item.Options {
			most(&o.options, float64(n)/float64(item.Answered), float64(wanted[i].Options[option])/float64(wanted[i].Answered))
		}
	}
	return o
}

func TestOnlyUnhurriedResultsByLotSaySomethingAboutQuestions(t *testing.T) {
	for _, form := range []quiz.Form{quiz.Short, quiz.Full, quiz.FullByLot} {
		for _, hurried := range []bool{false, true} {
			p := quiz.DayPart{Form: form, Hurried: hurried}
			if want := form == quiz.FullByLot && !hurried; insight.ByLot(p) != want {
				t.Errorf("of %s, hurried %v: %v", form, hurried, !want)
			}
		}
	}
}

// scored reports whether a dimension counts for the verdict.
func scored(v *quiz.Version, d int) bool {
	return d >= 0 && v.Scored(v.Dimensions[d].Key)
}
