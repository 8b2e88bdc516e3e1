package insight_test

import (
	"slices"
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func TestAShareNeverTellsOfFewerThanFive(t *testing.T) {
	for _, c := range []struct {
		n, of int64
		want  insight.Tenths
	}{
		{0, 50, insight.UnderOne},
		{4, 50, insight.UnderOne},
		{5, 50, 1},
		{7, 50, 1},
		{8, 50, 2},
		{25, 50, 5},
		{45, 50, 9},
		{46, 50, insight.OverNine},
		{50, 50, insight.OverNine},
		{31, 312, insight.UnderOne},
		{32, 312, 1},
		{280, 312, 9},
		{281, 312, insight.OverNine},
		{5, 51, insight.UnderOne},
		{46, 51, insight.OverNine},
	} {
		if got := insight.TenthsOf(c.n, c.of); got != c.want {
			t.Errorf("%d of %d are %d tenths, want %d", c.n, c.of, got, c.want)
		}
	}
}

// spread has people at positions.
func spread(people map[float64]int64) insight.Spread {
	s := make(insight.Spread, 21)
	for position, n := range people {
		s[int(10+10*position)] += n
	}
	return s
}

func TestWhereOthersStandIsToldFromFiftyPeopleOn(t *testing.T) {
	if spread(map[float64]int64{0: 49}).Enough() || !spread(map[float64]int64{0: 50}).Enough() {
		t.Error("a dimension is not told from 50 people on")
	}
	if (insight.Others{N: 49}).Enough() || !(insight.Others{N: 50}).Enough() {
		t.Error("results are not told from 50 people on")
	}
}

func TestWhoStandsFurtherIsCountedByTenPoints(t *testing.T) {
	s := spread(map[float64]int64{-1: 5, -.5: 20, 0: 50, .5: 20, 1: 5})
	for _, c := range []struct {
		position           float64
		positive, negative insight.Tenths
		crowded            bool
	}{
		{1, insight.UnderOne, insight.OverNine, false},
		{.5, insight.UnderOne, 8, false},
		{.44, 3, 8, false}, // 44 counts as 40, 50 is further
		{.46, insight.UnderOne, 8, false},
		{.1, 3, 8, false},
		{.04, 3, 3, false},
		{-.04, 3, 3, false},
		{-.449, insight.TenthsOf(75, 100), insight.TenthsOf(5, 100), false},
		{-1, insight.OverNine, insight.UnderOne, false},
	} {
		positive, negative := s.Beyond(c.position)
		if positive != c.positive || negative != c.negative || s.Crowded(c.position) != c.crowded {
			t.Errorf("at %v: %d and %d tenths further, crowded %v", c.position, positive, negative, s.Crowded(c.position))
		}
	}
	if most := spread(map[float64]int64{-1: 49, 0: 51}); !most.Crowded(.14) || most.Crowded(.16) || most.Crowded(-1) {
		t.Error("most people do not stand in the middle")
	}
}

func TestTheMiddleHalfLeavesAsManyOutOnEachSide(t *testing.T) {
	for name, c := range map[string]struct {
		people    map[float64]int64
		low, high float64
	}{
		"all at one end":    {map[float64]int64{1: 60}, .95, 1},
		"all in the middle": {map[float64]int64{0: 60}, -.05, .05},
		"two camps":         {map[float64]int64{-1: 30, 1: 30}, -1, 1},
		"a quarter outside": {map[float64]int64{-.8: 25, -.2: 25, .3: 25, .9: 25}, -.25, .35},
		"nobody":            {nil, -1, 1},
	} {
		low, high := spread(c.people).Middle(.5)
		if d := low - c.low; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s: from %v, want %v", name, low, c.low)
		}
		if d := high - c.high; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s: to %v, want %v", name, high, c.high)
		}
	}
}

func TestEveryoneStandsSomewhereOnWhatTheyAnsweredAbout(t *testing.T) {
	v := firstVersion()
	s := newTakers(v, 41)
	tally, known := insight.NewShape(v).New(), make([]int64, len(v.Dimensions))
	sums := make([]float64, len(v.Dimensions))
	for i := range 400 {
		r := s.next(i, nil)
		if err := tally.Add(r, nil); err != nil {
			t.Fatal(err)
		}
		answers, err := v.AnswersFromText(r.Answers)
		if err != nil {
			t.Fatal(err)
		}
		for d, place := range s.model.Score(answers).Dimensions {
			if place.Info > 0 {
				known[d]++
				sums[d] += place.Position
			}
		}
	}
	for d, spread := range tally.Spreads() {
		if scored(v, d) != (spread != nil) {
			t.Fatalf("dimension %d counts: %v, and has %v", d, scored(v, d), spread)
		}
		if spread == nil {
			continue
		}
		same(t, v.Dimensions[d].Key, spread.N(), known[d])
		mean := 0.0
		for bin, n := range spread {
			mean += float64(bin-10) / 10 * float64(n)
		}
		closeTo(t, v.Dimensions[d].Key, mean/float64(known[d]), sums[d]/float64(known[d]), .01)
	}
}

// On a quiet day nobody's result can be told from the day before.
func TestOthersCountDaysInGroupsOfFivePeople(t *testing.T) {
	v := firstVersion()
	s, shape := newTakers(v, 42), insight.NewShape(v)
	var rows []quiz.DayPart
	finish := func(day quiz.Day, people int, hurried bool) {
		tally := shape.New()
		for i := range people {
			if err := tally.Add(s.next(i, nil), nil); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range []insight.Part{insight.Totals, insight.Positions} {
			rows = append(rows, quiz.DayPart{Version: v.ID, Day: day, Hurried: hurried, Part: string(p), Sums: tally.Sums(p)})
		}
	}
	for _, day := range []struct {
		people, hurried int
		want            int64
	}{{50, 3, 50}, {1, 0, 50}, {3, 9, 50}, {1, 0, 55}, {4, 0, 55}, {7, 0, 66}} {
		at := quiz.Day(len(rows))
		finish(at, day.people, false)
		finish(at, day.hurried, true)
		o, err := insight.OthersOf(shape, rows)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "people", o.N, day.want)
		for _, n := range o.Headlines {
			day.want -= n
		}
		same(t, "people without a headline", day.want, 0)
	}
	nobody, err := insight.OthersOf(shape, nil)
	if err != nil || nobody.N != 0 || nobody.Enough() {
		t.Errorf("nobody: %+v, %v", nobody, err)
	}
}

func TestSharesOfResultsAddUpAndTellOfNoSmallGroup(t *testing.T) {
	role := func(i int) func(insight.Headline) bool {
		return func(h insight.Headline) bool { return h.Verdict.NamesRole() && h.Role == i }
	}
	balanced := func(h insight.Headline) bool { return h.Verdict == quiz.Balanced }
	for _, c := range []struct {
		first, second, balanced int64
		want                    []insight.Tenths
	}{
		{20, 26, 4, []insight.Tenths{4, 5, insight.UnderOne}},
		{20, 25, 5, []insight.Tenths{4, 5, 1}},
		{36, 36, 28, []insight.Tenths{4, 3, 3}}, // each alone would be 4, 4 and 3
		{35, 35, 30, []insight.Tenths{4, 3, 3}},
		{96, 4, 0, []insight.Tenths{insight.OverNine, insight.UnderOne, insight.UnderOne}},
		{90, 10, 0, []insight.Tenths{9, 1, insight.UnderOne}},
		{85, 10, 5, []insight.Tenths{9, 1, insight.UnderOne}},
	} {
		o := insight.Others{N: c.first + c.second + c.balanced, Headlines: map[insight.Headline]int64{
			{Verdict: quiz.Leaning, Role: 0}: c.first - 1, {Verdict: quiz.Clear, Role: 0}: 1,
			{Verdict: quiz.Clear, Role: 1}: c.second, {Verdict: quiz.Balanced, Role: 1}: c.balanced,
		}}
		if got := o.Shares(role(0), role(1), balanced); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
