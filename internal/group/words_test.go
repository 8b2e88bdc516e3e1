package group_test

import (
	"math/rand/v2"
	"testing"

	"whichpm/internal/group"
)

func TestUnanimityLooksLikeAllButOne(t *testing.T) {
	for n := 5; n <= 200; n++ {
		if got, want := group.WordFor(n, n), group.WordFor(n-1, n); got != want {
			t.Errorf("all of %d are %q, all but one %q", n, got, want)
		}
		if got, want := group.WordFor(0, n), group.WordFor(1, n); got != want {
			t.Errorf("none of %d are %q, one %q", n, got, want)
		}
	}
}

func TestAWordNeverFallsAsMoreAreCounted(t *testing.T) {
	order := map[group.Word]int{group.Few: 0, group.Some: 1, group.Half: 2, group.Most: 3, group.Nearly: 4}
	for n := 5; n <= 200; n++ {
		for count := 1; count <= n; count++ {
			if before, now := group.WordFor(count-1, n), group.WordFor(count, n); order[now] < order[before] {
				t.Errorf("%d of %d are %q, %d are %q", count, n, now, count-1, before)
			}
		}
	}
}

func TestCountsGetTheWordsPeopleWouldUse(t *testing.T) {
	for _, c := range []struct {
		count, n int
		want     group.Word
	}{
		{1, 5, group.Few},
		{2, 5, group.Half},
		{3, 5, group.Half},
		{4, 5, group.Nearly},
		{2, 6, group.Some},
		{3, 6, group.Half},
		{4, 6, group.Most},
		{2, 10, group.Few},
		{3, 10, group.Some},
		{4, 10, group.Half},
		{6, 10, group.Half},
		{7, 10, group.Most},
		{8, 10, group.Nearly},
		{40, 200, group.Few},
		{41, 200, group.Some},
		{159, 200, group.Most},
		{160, 200, group.Nearly},
	} {
		if got := group.WordFor(c.count, c.n); got != c.want {
			t.Errorf("%d of %d are %q, want %q", c.count, c.n, got, c.want)
		}
	}
}

// Shapes are read off the words, and say what counting would say: at least four of
// five at one end, or at least two of five at each.
func TestAShapeSaysWhatCountingWould(t *testing.T) {
	for n := 1; n <= 60; n++ {
		for left := 0; left <= n; left++ {
			for right := 0; left+right <= n; right++ {
				words := [3]group.Word{group.WordFor(left, n), group.WordFor(n-left-right, n), group.WordFor(right, n)}
				want := group.Mixed
				switch {
				case n >= 5 && 5*left >= 4*n:
					want = group.Towards
				case n >= 5 && 5*right >= 4*n:
					want = group.Against
				case n >= 6 && 5*left >= 2*n && 5*right >= 2*n:
					want = group.Split
				}
				if got := group.ShapeOf(words, n); got != want {
					t.Fatalf("%d and %d of %d are %q, want %q", left, right, n, got, want)
				}
			}
		}
	}
}

// The thresholds keep what chance does rare: positions drawn with a spread of .45,
// as those of the first quiz are, are one-sided in a tenth of groups of five at
// most and in a hundredth of groups of eight, and split in a twentieth.
func TestChanceSeldomLooksLikeAShape(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const rounds = 20_000
	for _, c := range []struct {
		n               int
		oneSided, split float64
	}{{5, .10, 0}, {6, .10, .05}, {8, .01, .05}, {12, .01, .05}, {20, .01, .05}} {
		var oneSided, split int
		for range rounds {
			var counts [3]int
			for range c.n {
				counts[group.BandOf(.45*rng.NormFloat64())]++
			}
			var words [3]group.Word
			for band, count := range counts {
				words[band] = group.WordFor(count, c.n)
			}
			switch group.ShapeOf(words, c.n) {
			case group.Towards, group.Against:
				oneSided++
			case group.Split:
				split++
			}
		}
		t.Logf("%d people: one-sided %.3f, split %.3f", c.n, float64(oneSided)/rounds, float64(split)/rounds)
		if float64(oneSided)/rounds > c.oneSided || float64(split)/rounds > c.split {
			t.Errorf("%d people: one-sided %.3f, split %.3f", c.n, float64(oneSided)/rounds, float64(split)/rounds)
		}
	}
}
