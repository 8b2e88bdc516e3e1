package insight_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// worked is testdata/worked.json; its README says where the numbers are from.
type worked struct {
	Questions []struct {
		Key      string
		Kind     quiz.Kind
		Loadings []map[string]float64
		Retired  bool
	}
	Roles []struct {
		Key   string
		Means map[string]float64
	}
	People []struct {
		Answers, Asked, Shuffle, Top string
		Verdict                      quiz.Verdict
		Probability                  float64
		Job                          string
		Years                        int
	}
	Expected struct {
		Items []struct {
			Key                string
			Asked, Answered    int64
			Options            []int64
			Mean, SD           float64
			ItemRest           float64 `json:"item_rest"`
			RestN              int64   `json:"rest_n"`
			Reported, Internal float64
			ReportedN          [2]int64 `json:"reported_n"`
			Order              contrast
			Side               *contrast
		}
		Dimensions []struct {
			Questions    int
			N            int64
			Alpha, Omega float64
		}
		Together struct {
			Questions int
			N         int64
			Alpha     float64
		}
		Accuracy struct {
			Counts                     [][]int64
			Other, Short, Named, Right int64
			Share                      [3]float64
			Roles                      [][3]float64
			Chance                     float64
		}
	}
}

type contrast struct {
	NA, NB              int64
	A, B, Difference, P float64
}

func load(t testing.TB) worked {
	t.Helper()
	body, err := os.ReadFile("testdata/worked.json")
	if err != nil {
		t.Fatal(err)
	}
	var w worked
	if err := json.Unmarshal(body, &w); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w worked) version() *quiz.Version {
	v := &quiz.Version{ID: 1}
	for _, key := range []string{"alpha", "beta", "gamma"} {
		v.Dimensions = append(v.Dimensions, quiz.Dimension{Key: key})
	}
	for _, q := range w.Questions {
		question := quiz.Question{Key: q.Key, Kind: q.Kind, Strength: 1, Retired: q.Retired}
		for _, loadings := range q.Loadings {
			question.Options = append(question.Options, quiz.Option{Loadings: loadings})
		}
		v.Questions = append(v.Questions, question)
	}
	for _, r := range w.Roles {
		role := quiz.Role{Key: r.Key, Prior: 0.5, Profile: map[string]quiz.Profile{}}
		for d, mean := range r.Means {
			role.Profile[d] = quiz.Profile{Mean: mean, Spread: 1, Weight: 1}
		}
		v.Roles = append(v.Roles, role)
	}
	return v
}

func (w worked) tally(t testing.TB, outcomes bool) *insight.Tally {
	t.Helper()
	tally := insight.NewShape(w.version()).New()
	for i, p := range w.People {
		shuffle, err := strconv.ParseUint(p.Shuffle, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		r := quiz.Result{
			Version: 1, Answers: p.Answers, Asked: p.Asked, Shuffle: quiz.Shuffle(shuffle),
			Verdict: p.Verdict, Top: p.Top, Probability: p.Probability,
		}
		var o *quiz.Outcome
		if outcomes && p.Job != "" {
			o = &quiz.Outcome{Role: p.Job, Years: p.Years, Suits: 3}
		}
		if err := tally.Add(r, o); err != nil {
			t.Fatalf("person %d: %v", i, err)
		}
	}
	return tally
}

func TestItemStatisticsComeOutAsWorked(t *testing.T) {
	w := load(t)
	reported, internal := w.tally(t, true).Items(), w.tally(t, false).Items()
	if len(reported) != len(w.Expected.Items) {
		t.Fatalf("%d questions, want %d: the retired one is not counted", len(reported), len(w.Expected.Items))
	}
	for i, want := range w.Expected.Items {
		got := reported[i]
		same(t, want.Key+" asked", got.Asked, want.Asked)
		same(t, want.Key+" answered", got.Answered, want.Answered)
		same(t, want.Key+" skipped", got.Skipped(), want.Asked-want.Answered)
		for o, n := range want.Options {
			same(t, want.Key+" option", got.Options[o], n)
		}
		near(t, want.Key+" mean", got.Mean, want.Mean)
		near(t, want.Key+" SD", got.SD, want.SD)
		near(t, want.Key+" item-rest", got.ItemRest, want.ItemRest)
		same(t, want.Key+" pairs", got.RestN, want.RestN)
		near(t, want.Key+" d′ reported", got.DPrime.Value, want.Reported)
		same(t, want.Key+" first role", got.DPrime.A, want.ReportedN[0])
		same(t, want.Key+" second role", got.DPrime.B, want.ReportedN[1])
		near(t, want.Key+" d′ internal", internal[i].DPrime.Value, want.Internal)
		if got.DPrime.Internal || !internal[i].DPrime.Internal {
			t.Errorf("%s: d′ is not marked right", want.Key)
		}
	}
}

func TestReliabilityComesOutAsWorked(t *testing.T) {
	w := load(t)
	got := w.tally(t, false).Reliability()
	for d, want := range w.Expected.Dimensions {
		same(t, "questions", int64(got[d].Questions), int64(want.Questions))
		same(t, "people", got[d].N, want.N)
		near(t, "alpha", got[d].Alpha, want.Alpha)
		near(t, "omega", got[d].Omega, want.Omega)
		if !got[d].Known || !got[d].OmegaKnown {
			t.Errorf("dimension %d is not known", d)
		}
	}
	all, want := got[len(got)-1], w.Expected.Together
	same(t, "dimension of all", int64(all.Dimension), -1)
	same(t, "questions of all", int64(all.Questions), int64(want.Questions))
	same(t, "people who answered all", all.N, want.N)
	near(t, "alpha of all", all.Alpha, want.Alpha)
}

func TestEffectsComeOutAsWorked(t *testing.T) {
	w := load(t)
	tally := w.tally(t, false)
	sides := tally.SideEffects()
	for i, got := range tally.OrderEffects() {
		want := w.Expected.Items[i]
		agree(t, want.Key+" order", got, want.Order)
		if want.Side != nil {
			agree(t, want.Key+" side", sides[0], *want.Side)
			sides = sides[1:]
		}
	}
	if len(sides) > 0 {
		t.Errorf("%d sides too many", len(sides))
	}
}

func agree(t *testing.T, what string, got insight.Contrast, want contrast) {
	t.Helper()
	same(t, what+" n", got.NA, want.NA)
	same(t, what+" n", got.NB, want.NB)
	near(t, what+" A", got.A, want.A)
	near(t, what+" B", got.B, want.B)
	near(t, what+" difference", got.Difference, want.Difference)
	near(t, what+" p", got.P, want.P)
}

func TestAccuracyComesOutAsWorked(t *testing.T) {
	w := load(t)
	got, want := w.tally(t, true).Matrix().Accuracy(), w.Expected.Accuracy
	for i, row := range want.Counts {
		for j, n := range row {
			same(t, "cell", got.Counts[i][j], n)
		}
		near(t, "role share", got.Roles[i].Share.Value, want.Roles[i][0])
		near(t, "role low", got.Roles[i].Share.Low, want.Roles[i][1])
		near(t, "role high", got.Roles[i].Share.High, want.Roles[i][2])
	}
	same(t, "other", got.Other, want.Other)
	same(t, "short", got.Short, want.Short)
	same(t, "named", got.Named, want.Named)
	same(t, "right", got.Right, want.Right)
	near(t, "share", got.Share.Value, want.Share[0])
	near(t, "low", got.Share.Low, want.Share[1])
	near(t, "high", got.Share.High, want.Share[2])
	near(t, "chance", got.Chance, want.Chance)
	if !got.Measured || got.Fewest != 48 || got.N != 96 {
		t.Errorf("measured %v, fewest %d, n %d", got.Measured, got.Fewest, got.N)
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) < 1e-9) {
		t.Errorf("%s is %.12f, want %.12f", what, got, want)
	}
}

func same(t *testing.T, what string, got, want int64) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %d, want %d", what, got, want)
	}
}
