package quiz_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestANumberIsReadAsPeopleWriteIt(t *testing.T) {
	for typed, want := range map[string]float64{
		"0.5": .5, "0,5": .5, "-0,1": -.1, "−0,1": -.1, "– 0,1": -.1, "\u2212\u20090,1": -.1, "+1": 1, ",5": .5, ".5": .5, "3,": 3,
		"0,125": .125, "-0.125": -.125, "1234,567": 1234.567, "1,25": 1.25, "1.2500": 1.25,
		" 45000 ": 45000, "45\u202f000": 45000, "45\u00a0000,5": 45000.5, "45 000": 45000, "1 000,000": 1000,
		"1,000,000": 1e6, "1.000.000": 1e6, "1,000.5": 1000.5, "1.000,5": 1000.5, "1’234’567": 1234567, "45'000,25": 45000.25,
		"0": 0, "007": 7, "2026": 2026,
	} {
		if got, err := quiz.ReadNumber(typed); err != nil || got != want {
			t.Errorf("%q is read as %v (%v), want %v", typed, got, err, want)
		}
	}
}

func TestWhatIsNoNumberIsNotGuessed(t *testing.T) {
	for _, typed := range []string{
		"", " ", "-", ".", ",", "+ ", "one", "1e5", "0x10", "1_000", "NaN", "Inf", "--1", "1-", "1 2", "12 34", "1,2,3", "1.2.3,4", "1,00,000",
		"1 000,000,5", "1.000 000", "1,,5", "0 500", "60 %", "½", "١", "１", "1\u200b", strings.Repeat("9", 400),
	} {
		if got, err := quiz.ReadNumber(typed); !errors.Is(err, quiz.ErrNoNumber) {
			t.Errorf("%q is read as %v (%v)", typed, got, err)
		}
	}
}

func TestANumberThatReadsInTwoWaysIsRefusedWithBoth(t *testing.T) {
	for typed, want := range map[string]string{
		"1,000": "1000 or 1.0", "1.000": "1000 or 1.0", "45,000": "45000 or 45.0", "-1,125": "-1125 or -1.1250", "−2.050": "-2050 or -2.05",
	} {
		_, err := quiz.ReadNumber(typed)
		if two, ok := errors.AsType[*quiz.TwoNumbers](err); !ok || !strings.HasSuffix(two.Error(), want) {
			t.Errorf("%q: %v, want %s", typed, err, want)
			continue
		}
		two, _ := errors.AsType[*quiz.TwoNumbers](err)
		for _, n := range []quiz.Number{two.Large, two.Small} {
			if got, err := quiz.ReadNumber(n.String()); err != nil || got != n.X {
				t.Errorf("%q offers %s, which is read as %v (%v)", typed, n, got, err)
			}
		}
	}
}

func TestAWholeNumberHasNoFraction(t *testing.T) {
	for typed, want := range map[string]int{"2026": 2026, "−3": -3, "7,0": 7, "45 000": 45000} {
		if got, err := quiz.ReadWhole(typed); err != nil || got != want {
			t.Errorf("%q is read as %v (%v), want %v", typed, got, err, want)
		}
	}
	if _, err := quiz.ReadWhole("3,5"); !errors.Is(err, quiz.ErrNotWhole) {
		t.Errorf("half a number: %v", err)
	}
	if _, err := quiz.ReadWhole("99999999999999999"); !errors.Is(err, quiz.ErrNoNumber) {
		t.Errorf("a number no field takes: %v", err)
	}
}

func TestAFieldReadsBackWhatItShows(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	shown := []float64{0, 1, -1, 1.125, -1.125, 1.2, 89.861, .001, 1e-7, 1e6, 1234.567, 1. / 3, math.Pi, -2.9999, 1e9}
	for range 5000 {
		shown = append(shown, random.NormFloat64()*3, math.Round(random.NormFloat64()*3000)/1000)
	}
	for _, x := range shown {
		for _, mark := range []string{".", ","} {
			text := strings.Replace(quiz.FieldNumber(x).String(), ".", mark, 1)
			if got, err := quiz.ReadNumber(text); err != nil || got != x {
				t.Errorf("%v is shown as %q, which is read as %v (%v)", x, text, got, err)
			}
		}
	}
}
