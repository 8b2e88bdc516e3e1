package quiz_test

import (
	"encoding/binary"
	"slices"
	"testing"

	"whichpm/internal/quiz"
)

func TestWhatATakerSeesStaysTheSameForThatTaker(t *testing.T) {
	v := first(t)
	s := quiz.Seed{1, 2, 3}.Shuffle()
	for _, q := range v.Questions {
		if !slices.Equal(s.Order(q), s.Order(q)) {
			t.Errorf("%s moves", q.Key)
		}
	}
}

func TestAnOrderShowsEveryOptionOnce(t *testing.T) {
	v := first(t)
	for n := range uint64(200) {
		for _, q := range v.Questions {
			order := slices.Sorted(slices.Values(quiz.Shuffle(n).Order(q)))
			for i, option := range order {
				if i != option {
					t.Fatalf("%s: %v", q.Key, order)
				}
			}
		}
	}
}

func TestAScaleOfAgreementIsNeverTurned(t *testing.T) {
	v := first(t)
	for n := range uint64(50) {
		for _, q := range v.Questions {
			if q.Kind == quiz.Agree && !slices.IsSorted(quiz.Shuffle(n).Order(q)) {
				t.Fatalf("%s is turned", q.Key)
			}
		}
	}
}

func TestSidesAndPlacesAreSharedOutEvenly(t *testing.T) {
	v := first(t)
	const takers = 4000
	for _, q := range v.Questions {
		firsts := map[int]int{}
		for n := range takers {
			var seed quiz.Seed
			binary.BigEndian.PutUint32(seed[:], uint32(n))
			firsts[seed.Shuffle().Order(q)[0]]++
		}
		want := map[quiz.Kind]int{quiz.Agree: 1, quiz.Pair: 2, quiz.Choice: len(q.Options)}[q.Kind]
		for option, n := range firsts {
			share := float64(n) / takers * float64(want)
			if len(firsts) != want || share < .85 || share > 1.15 {
				t.Errorf("%s: option %d comes first %d times of %d", q.Key, option, n, takers)
			}
		}
	}
}

func TestTheStoredShuffleAndKeyDoNotGiveTheSecretAway(t *testing.T) {
	j := quiz.Journey{Seed: quiz.Seed{9}, Started: noon}
	owner := j.Owner()
	id := owner.ID()
	if string(id[2:]) == string(owner.Secret[:]) || string(owner.Secret[:]) == string(j.Seed[:]) {
		t.Error("the stored key is the secret")
	}
	if j.Owner() != owner {
		t.Error("finishing twice gives two results")
	}
}
