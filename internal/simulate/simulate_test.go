package simulate

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"sync/atomic"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

func play(t *testing.T, v *quiz.Version, c Config) Report {
	t.Helper()
	r, err := Run(t.Context(), v, c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheScoringDoesInItsOwnWorldWhatItClaims(t *testing.T) {
	r := play(t, content.First(), Config{Takers: 2000, Seed: 1})
	t.Logf("%+v", r)
	if r.Short.MeanQuestions > 15 || r.Short.Agreement < 0.97 {
		t.Errorf("%.2f questions with %.3f agreement", r.Short.MeanQuestions, r.Short.Agreement)
	}
	if r.Full.ECE > 0.03 || r.Full.Brier > 0.21 || r.Full.Accuracy < 0.67 {
		t.Errorf("%+v", r.Full)
	}
	if r.Short.StopsEarly < 0.9 || r.Full.Accuracy-r.Short.Accuracy > 0.02 {
		t.Errorf("%+v", r.Short)
	}
	for _, g := range r.Groups {
		for form, told := range map[string]Told{"full": g.Full, "short": g.Short} {
			sum := 0.0
			for _, share := range told.Verdicts {
				sum += share
			}
			if g.Kind == Mirrored && form == "short" {
				continue // the mirror image is for the formulas
			}
			if math.Abs(sum-1) > 1e-9 || math.Abs(told.MeanP-0.5) > 0.03 {
				t.Errorf("%s %+v", form, g)
			}
		}
	}
	if r.MirrorError > 1e-12 {
		t.Errorf("mirror error %g", r.MirrorError)
	}
	if p := r.Groups[1].Full.MeanP + r.Groups[2].Full.MeanP; math.Abs(p-1) > 1e-9 {
		t.Errorf("random takers and their mirror images have %f together", p)
	}
}

func TestTheNumberOfCoresDoesNotMatter(t *testing.T) {
	c := Config{Takers: 400, Seed: 3}
	before := runtime.GOMAXPROCS(1)
	one := play(t, content.First(), c)
	runtime.GOMAXPROCS(4)
	four := play(t, content.First(), c)
	runtime.GOMAXPROCS(before)
	if !reflect.DeepEqual(one, four) {
		t.Errorf("%+v\n%+v", one, four)
	}
	c.Seed = 4
	if other := play(t, content.First(), c); reflect.DeepEqual(one.Full, other.Full) {
		t.Error("another seed plays the same takers")
	}
}

func TestProgressEndsWithEveryTaker(t *testing.T) {
	var most atomic.Int64
	play(t, content.First(), Config{Takers: 260, Progress: func(done, total int) {
		if total != len(kinds)*260 {
			t.Errorf("%d in all", total)
		}
		for {
			before := most.Load()
			if int64(done) <= before || most.CompareAndSwap(before, int64(done)) {
				return
			}
		}
	}})
	if most.Load() != int64(len(kinds)*260) {
		t.Errorf("ends with %d", most.Load())
	}
}

func TestASimulationCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, content.First(), Config{Takers: 1000}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestALazyTakerStaysInTheColumnTheySee(t *testing.T) {
	v := content.First()
	g := newGame(v, Config{})
	a := g.lazy(rand.New(rand.NewPCG(1, 1)))
	column := quiz.NoAnswer
	for q, question := range v.Questions {
		if question.Kind != quiz.Agree {
			continue
		}
		if column != quiz.NoAnswer && a[q] != column {
			t.Errorf("%s is answered in column %d, others in %d", question.Key, a[q], column)
		}
		column = a[q]
	}
}

func TestARetiredQuestionIsNotPlayed(t *testing.T) {
	v := content.First()
	v.Questions[1].Retired = true
	g := newGame(v, Config{})
	rng := rand.New(rand.NewPCG(1, 1))
	for name, a := range map[string]quiz.Answers{"lazy": g.lazy(rng), "random": g.random(rng)} {
		if a[1] != quiz.NoAnswer || a.Count() != len(v.Questions)-1 {
			t.Errorf("%s: %v", name, a)
		}
	}
	if all := newGame(content.First(), Config{}); len(g.counts) != len(all.counts)-1 {
		t.Errorf("%d questions count", len(g.counts))
	}
}

func TestCalibrationIsTheDistanceBetweenSureAndRight(t *testing.T) {
	sum, more := newTally(), newTally()
	judge := func(t *tally, p float64, role int) {
		r := score.Result{Posterior: []float64{p, 1 - p}}
		t.full.add(r, 0)
		t.judge(r, role)
	}
	judge(&sum, 0.8, 0)
	judge(&sum, 0.8, 1)
	judge(&more, 0.6, 0)
	judge(&more, 1, 0)
	sum.merge(more)
	if got, want := sum.calibrationError(), (0.6+0.4+0)/4; math.Abs(got-want) > 1e-12 {
		t.Errorf("error %f, want %f", got, want)
	}
	if got, want := sum.full.per(sum.brier), (0.04+0.64+0.16+0)/4; math.Abs(got-want) > 1e-12 {
		t.Errorf("Brier score %f, want %f", got, want)
	}
}

// BenchmarkTaker plays takers of all kinds on one core, ten an operation.
func BenchmarkTaker(b *testing.B) {
	g := newGame(content.First(), Config{Seed: 1})
	b.ReportAllocs()
	for part := 0; b.Loop(); part++ {
		g.play(kinds[part%len(kinds)], part, usualShort)
	}
	b.ReportMetric(float64(usualShort*b.N)/b.Elapsed().Seconds(), "takers/s")
}
