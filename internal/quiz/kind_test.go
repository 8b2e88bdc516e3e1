package quiz_test

import (
	"fmt"
	"slices"
	"testing"

	"whichpm/internal/quiz"
)

func TestANewQuestionOfEachKindHasTheOptionsOfItsKind(t *testing.T) {
	for _, kind := range quiz.Kinds() {
		least, most := kind.Options()
		if n := len(kind.Labels()); least < 2 || n < least || n > most || most > quiz.MaxOptions {
			t.Errorf("a new %s has %d options, of %d to %d", kind, n, least, most)
		}
		if kind.Open() != (least < most) || kind.Open() && kind.Scale() {
			t.Errorf("options can be added to a %s, which is a scale", kind)
		}
		if kind.Sides() && (!kind.Scale() || kind.Arrangement() != quiz.Turned) {
			t.Errorf("a %s has sides, and every taker sees them in one order", kind)
		}
	}
	if quiz.Kind("essay").Known() {
		t.Error("there is a kind of question called essay")
	}
}

func TestTakersSeeTheOptionsOfEachKindInItsArrangement(t *testing.T) {
	for _, kind := range quiz.Kinds() {
		q := quiz.Question{Key: "asked", Kind: kind, Options: make([]quiz.Option, len(kind.Labels()))}
		seen := map[string]bool{}
		for shuffle := range 200 {
			seen[fmt.Sprint(quiz.Shuffle(shuffle).Order(q))] = true
		}
		want := map[quiz.Arrangement]int{quiz.Fixed: 1, quiz.Turned: 2, quiz.Shuffled: 2}[kind.Arrangement()]
		if len(seen) != want { // two ways to act have two orders
			t.Errorf("takers see a %s in %d orders, want %d", kind, len(seen), want)
		}
	}
}

func TestAnOrderOfBeforeIsTheSameForEver(t *testing.T) {
	for _, test := range []struct {
		shuffle quiz.Shuffle
		key     string
		want    []int
	}{
		{1, "h1", []int{1, 0, 3, 2}},
		{7, "scene_4_1", []int{1, 3, 4, 0, 5, 2}},
		{1<<63 + 5, "c1", []int{1, 0, 2}},
		{99, "act", []int{0, 2, 5, 4, 6, 7, 1, 3}},
	} {
		q := quiz.Question{Key: test.key, Kind: quiz.Choice, Options: make([]quiz.Option, len(test.want))}
		if got := test.shuffle.Order(q); !slices.Equal(got, test.want) {
			t.Errorf("the options of %s are shown as %v, and were as %v", test.key, got, test.want)
		}
	}
}

func TestASceneWithTheMostOptionsShowsEachAtEachPlace(t *testing.T) {
	q := quiz.Question{Key: "scene", Kind: quiz.Choice, Options: make([]quiz.Option, quiz.MaxOptions)}
	var at [quiz.MaxOptions][quiz.MaxOptions]int
	const takers = 5000
	for shuffle := range takers {
		for place, option := range quiz.Shuffle(shuffle).Order(q) {
			at[option][place]++
		}
	}
	for option, places := range at {
		for place, n := range places {
			if n < takers/quiz.MaxOptions*7/10 || n > takers/quiz.MaxOptions*13/10 {
				t.Errorf("option %d stands at place %d for %d of %d takers", option, place, n, takers)
			}
		}
	}
}

func TestAQuestionOfAnotherKindKeepsTheLoadingsThatFit(t *testing.T) {
	const none = quiz.NoAnswer
	for _, test := range []struct {
		from, to quiz.Kind
		options  int
		want     []int
	}{
		{quiz.Agree, quiz.Pair, 5, []int{0, 1, 2, 3, 4}},
		{quiz.Agree, quiz.Agree7, 5, []int{0, none, none, 2, none, none, 4}},
		{quiz.Agree7, quiz.Agree, 7, []int{0, none, 3, none, 6}},
		{quiz.Pair, quiz.Choice, 5, []int{0, 4}},
		{quiz.Agree, quiz.Choice, 5, []int{none, none}},
		{quiz.Choice, quiz.Agree, 4, []int{none, none, none, none, none}},
		{quiz.Agree, quiz.Pair, 0, []int{none, none, none, none, none}},
	} {
		if got := test.from.Kept(test.options, test.to); !slices.Equal(got, test.want) {
			t.Errorf("from %s to %s options keep %v, want %v", test.from, test.to, got, test.want)
		}
	}
}
