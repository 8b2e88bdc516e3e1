package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTheMedianIsTheFigureInTheMiddle(t *testing.T) {
	for _, c := range []struct {
		figures []float64
		want    float64
	}{
		{[]float64{3}, 3},
		{[]float64{9, 1, 5}, 5},
		{[]float64{4, 1, 2, 9}, 3},
	} {
		if got := median(c.figures); got != c.want {
			t.Errorf("median of %v is %v, want %v", c.figures, got, c.want)
		}
	}
	figures := []float64{9, 1, 5}
	if median(figures); !slices.Equal(figures, []float64{9, 1, 5}) {
		t.Errorf("the rounds come out in another order: %v", figures)
	}
}

func TestAFigureIsShownWithItsLowestAndHighestRound(t *testing.T) {
	if got := spread([]float64{12.34, 1234567, 999.6}); got != "1,000 (12.3–1,234,567)" {
		t.Errorf("spread is %s", got)
	}
	if got := spread([]float64{.5, .625, 123.4}); got != "0.62 (0.50–123)" {
		t.Errorf("spread is %s", got)
	}
}

func TestSidesAreMeasuredInTurnsForwardsAndBackwards(t *testing.T) {
	b := &bench{plan: plan{rounds: 3, length: time.Second}, began: time.Now()}
	var turns []string
	named := func(name string, x float64) side {
		return side{name, func(_ context.Context, length time.Duration) (float64, error) {
			if length < time.Second {
				name := strings.ToUpper(name)
				turns = append(turns, name)
				return 1000, nil
			}
			turns = append(turns, name)
			return x, nil
		}}
	}
	figures, err := b.interleave(t.Context(), "a figure", named("a", 2), named("b", 4))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(turns, " "); got != "A B b a a b b a" {
		t.Errorf("turns are %s", got)
	}
	if !slices.Equal(figures[0], []float64{2, 2, 2}) || !slices.Equal(ratios(figures[0], figures[1]), []float64{.5, .5, .5}) {
		t.Errorf("figures are %v", figures)
	}
}

func TestASideThatFailsIsNamed(t *testing.T) {
	b := &bench{plan: plan{rounds: 1, length: time.Second}, began: time.Now()}
	_, err := b.interleave(t.Context(), "finish", side{"one by one", func(context.Context, time.Duration) (float64, error) {
		return 0, errors.New("disk full")
	}})
	if err == nil || err.Error() != "finish: one by one: disk full" {
		t.Errorf("error is %v", err)
	}
}
