package group_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/group"
)

// Somebody who sees the pictures of two groups, of which the second has one person
// more, looks for the words that changed. docs/groups.md says how often they tell.
func TestTwoPicturesThatDifferInOnePersonTellNoMoreThanIsSaid(t *testing.T) {
	v := published(content.First(), 1)
	pool := crowd(v, 120)
	for _, c := range []struct {
		people int
		most   float64 // of places told
	}{{8, .45}, {12, .25}, {20, .2}} {
		n, told, asked := c.people, 0, 0
		rng := rand.New(rand.NewPCG(7, uint64(n)))
		for range 1000 {
			rng.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
			without, with, extra := draw(t, pool[:n]), draw(t, pool[:n+1]), pool[n]
			for _, b := range with.Dimensions {
				i := slices.IndexFunc(without.Dimensions, func(before group.Bands) bool { return before.Key == b.Key })
				if i < 0 {
					continue
				}
				asked++
				if guess, sure := risen(without.Dimensions[i], b); sure && guess == group.BandOf(extra.Score.Dimensions[v.DimensionIndex(b.Key)].Position) {
					told++
				}
			}
		}
		share := float64(told) / float64(asked)
		t.Logf("%d and %d people: %.2f of places are told", n, n+1, share)
		if share > c.most {
			t.Errorf("%d and %d people: %.2f of places are told", n, n+1, share)
		}
	}
}

// risen is the only band whose word says more people than before, if there is one.
func risen(before, after group.Bands) (band group.Band, sure bool) {
	order := []group.Word{group.Few, group.Some, group.Half, group.Most, group.Nearly}
	found := 0
	for i := range after.Words {
		if slices.Index(order, after.Words[i]) > slices.Index(order, before.Words[i]) {
			band = group.Band(i)
			found++
		}
	}
	return band, found == 1
}

// Whoever knows all others learns no more of the last one than what a word covers:
// with everybody else at one end, the last one may stand anywhere.
func TestWhoeverKnowsAllOthersDoesNotSeeTheLastOneInAPictureOfOneMind(t *testing.T) {
	v := published(content.First(), 1)
	for _, n := range []int{5, 8, 20} {
		alike := crowd(v, 1)[0]
		people := slices.Repeat([]group.Person{alike}, n)
		all := draw(t, people)
		rng := rand.New(rand.NewPCG(9, 9))
		for range 20 {
			people[n-1] = person(v, byLot(v, rng))
			if got := draw(t, people); !slices.Equal(got.Dimensions, all.Dimensions) || !slices.Equal(got.Verdicts, all.Verdicts) {
				t.Fatalf("%d people: another last one shows:\n%+v\n%+v", n, got, all)
			}
		}
	}
}
