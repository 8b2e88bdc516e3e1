package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// plan says how often and for how long each side is measured.
type plan struct {
	rounds int
	length time.Duration
}

// side is one of the things compared: measure does as much as it can for that
// long and returns the figure.
type side struct {
	name    string
	measure func(ctx context.Context, length time.Duration) (float64, error)
}

// interleave measures the sides in turns, forwards and backwards, so that what
// else the machine does meets all of them. A first turn warms up and does not
// count. It returns the figures by side and round.
func (b *bench) interleave(ctx context.Context, figure string, sides ...side) ([][]float64, error) {
	figures := make([][]float64, len(sides))
	for round := range b.plan.rounds + 1 {
		length := b.plan.length
		if round == 0 {
			length /= 4
		}
		for i := range sides {
			if round%2 == 1 {
				i = len(sides) - 1 - i
			}
			x, err := sides[i].measure(ctx, length)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", figure, sides[i].name, err)
			}
			if round > 0 {
				figures[i] = append(figures[i], x)
			}
		}
	}
	said := make([]string, len(sides))
	for i, s := range sides {
		said[i] = s.name + " " + spread(figures[i])
		if i > 0 {
			said[i] += fmt.Sprintf(" ×%.2f", median(ratios(figures[0], figures[i])))
		}
	}
	b.say("%s: %s", figure, strings.Join(said, "; "))
	return figures, nil
}

// median of at least one figure.
func median(figures []float64) float64 {
	sorted := slices.Sorted(slices.Values(figures))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// ratios compares two sides round by round.
func ratios(ours, floor []float64) []float64 {
	out := make([]float64, len(ours))
	for i := range ours {
		out[i] = ours[i] / floor[i]
	}
	return out
}

// spread is the median with the lowest and the highest figure.
func spread(figures []float64) string {
	return fmt.Sprintf("%s (%s–%s)", number(median(figures)), number(slices.Min(figures)), number(slices.Max(figures)))
}

// number keeps three digits that tell something, and all before the point.
func number(x float64) string {
	switch {
	case math.Round(x) >= 1000:
		return thousands(int(math.Round(x)))
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}
