package insight_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func TestDaysAddedInAnyOrderEqualOneCount(t *testing.T) {
	v := firstVersion()
	s, shape := newTakers(v, 11), insight.NewShape(v)
	whole, days := shape.New(), make([]*insight.Tally, 9)
	for i := range days {
		days[i] = shape.New()
	}
	for i := range 600 {
		r := s.next(i, nil)
		var o *quiz.Outcome
		if i%3 == 0 {
			o = &quiz.Outcome{Role: []string{v.Roles[0].Key, v.Roles[1].Key, quiz.OtherRole}[i/3%3], Years: i % 5, Suits: 4}
		}
		for _, tally := range []*insight.Tally{whole, days[s.rng.IntN(len(days))]} {
			if err := tally.Add(r, o); err != nil {
				t.Fatal(err)
			}
		}
	}
	for range 5 {
		s.rng.Shuffle(len(days), func(i, j int) { days[i], days[j] = days[j], days[i] })
		sum, err := insight.Sum(shape, rowsOf(v, days), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range insight.Parts {
			if !bytes.Equal(sum.Sums(p), whole.Sums(p)) {
				t.Errorf("%s differs from one count", p)
			}
		}
	}
}

// rowsOf spells tallies as the rows of as many days, every other one hurried.
func rowsOf(v *quiz.Version, days []*insight.Tally) []quiz.DayPart {
	var rows []quiz.DayPart
	for i, day := range days {
		for _, p := range insight.Parts {
			rows = append(rows, quiz.DayPart{Version: v.ID, Day: quiz.Day(i / 2), Hurried: i%2 == 1, Part: string(p), Sums: day.Sums(p)})
		}
	}
	return rows
}

func TestTheSeriesCountsEachDay(t *testing.T) {
	v := firstVersion()
	s, shape := newTakers(v, 12), insight.NewShape(v)
	days := []*insight.Tally{shape.New(), shape.New(), shape.New(), shape.New(), shape.New()}
	for i, n := range []int{3, 1, 0, 0, 4} {
		for range n {
			if err := days[i].Add(s.next(0, nil), nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	rows := rowsOf(v, days)
	slices.Reverse(rows)
	series, err := insight.Series(shape, rows)
	if err != nil {
		t.Fatal(err)
	}
	if len(series) != 2 || series[0].Day != 0 || series[1].Day != 2 {
		t.Fatalf("days %+v, want 0 and 2", series)
	}
	if series[0].N != 4 || series[0].Hurried != 1 || series[1].N != 4 {
		t.Errorf("counts %+v", series)
	}
	n := int64(0)
	for _, count := range series[0].Headlines {
		n += count
	}
	if n != 3 {
		t.Errorf("%d headlines on the first day, want those of the 3 unhurried", n)
	}
	other := slices.Clone(rows)
	for i := range other {
		other[i].Version++
	}
	if series, err := insight.Series(shape, other); err != nil || len(series) != 0 {
		t.Errorf("another version's rows gave %v, %v", series, err)
	}
}

func TestTotalsAddUp(t *testing.T) {
	w := load(t)
	tally := w.tally(t, false)
	n, answered := int64(0), int64(0)
	for _, count := range tally.Headlines() {
		n += count
	}
	for _, item := range tally.Items() {
		answered += item.Answered
	}
	same(t, "headlines", n, tally.N())
	near(t, "mean answered", tally.MeanAnswered(), float64(answered)/float64(n))
	buckets := tally.Durations()
	same(t, "under a minute", buckets[0].N, n)
	same(t, "buckets", int64(len(buckets)), 8)
}

func TestDamagedSumsAreRefusedAndAddNothing(t *testing.T) {
	shape := insight.NewShape(firstVersion())
	full := newTakers(firstVersion(), 13).tally(t, 20, nil)
	good := full.Sums(insight.Totals)
	huge := append([]byte{1}, bytes.Repeat([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f}, 17)...)
	tally := shape.New()
	for name, sums := range map[string][]byte{
		"nothing": {}, "cut short": good[:len(good)-1], "too long": append(slices.Clone(good), 1),
		"another layout": append([]byte{9}, good[1:]...), "another part": full.Sums(insight.Items),
		"too many zeros": {1, 0, 200, 1}, "endless": bytes.Repeat([]byte{0xff}, 30),
	} {
		if err := tally.AddSums(insight.Totals, sums); !errors.Is(err, insight.ErrSums) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := tally.AddSums("rumours", good); !errors.Is(err, insight.ErrSums) {
		t.Errorf("an unknown part: %v", err)
	}
	if tally.N() != 0 {
		t.Error("something was added")
	}
	if err := tally.AddSums(insight.Totals, huge); err != nil {
		t.Fatal(err)
	}
	if err := tally.AddSums(insight.Totals, good); !errors.Is(err, insight.ErrSums) {
		t.Errorf("more than can be counted: %v", err)
	}
}

func FuzzSums(f *testing.F) {
	w := load(f)
	shape := insight.NewShape(w.version())
	whole := w.tally(f, true)
	for i, p := range insight.Parts {
		f.Add(i, whole.Sums(p))
		f.Add(i, shape.New().Sums(p))
	}
	f.Fuzz(func(t *testing.T, part int, sums []byte) {
		p := insight.Parts[(part%len(insight.Parts)+len(insight.Parts))%len(insight.Parts)]
		tally := shape.New()
		if err := tally.AddSums(p, sums); err != nil {
			if !bytes.Equal(tally.Sums(p), shape.New().Sums(p)) {
				t.Error("refused sums were added")
			}
			return
		}
		again := shape.New()
		if err := again.AddSums(p, tally.Sums(p)); err != nil || !bytes.Equal(again.Sums(p), tally.Sums(p)) {
			t.Errorf("spelled and read, the sums differ: %v", err)
		}
		everything(tally)
	})
}

// everything reads all there is to read.
func everything(tally *insight.Tally) {
	tally.Headlines()
	tally.Durations()
	tally.MeanAnswered()
	tally.Items()
	tally.Reliability()
	tally.OrderEffects()
	tally.SideEffects()
	tally.PlaceEffects()
	tally.Matrix().Public()
}
