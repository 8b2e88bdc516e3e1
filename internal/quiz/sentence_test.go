package quiz_test

import (
	"maps"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestEveryQuestionOfTheFirstVersionIsSaidInWordsAndBack(t *testing.T) {
	v := content.First()
	for _, q := range v.Questions {
		said, all := q.Sentences(v.Dimensions)
		if !all || len(said) == 0 {
			t.Errorf("%s has only a grid", q.Key)
		}
		for _, s := range said {
			if size := max(s.Size, -s.Size); size != quiz.Slightly && size != quiz.Clearly {
				t.Errorf("%s says %v", q.Key, s)
			}
		}
		again := q.Clone()
		again.Say(said)
		for i := range q.Options {
			if !maps.Equal(again.Options[i].Loadings, q.Options[i].Loadings) {
				t.Errorf("%s, option %d: %v is said as %v", q.Key, i, q.Options[i].Loadings, again.Options[i].Loadings)
			}
		}
	}
}

func TestASentenceHasADirectionOnEveryScale(t *testing.T) {
	dimensions := []quiz.Dimension{{Key: "pace"}}
	for kind, want := range map[quiz.Kind][]float64{
		quiz.Agree: {-0.5, -0.25, 0, 0.25, 0.5}, quiz.Agree7: {-0.5, -1. / 3, -1. / 6, 0, 1. / 6, 1. / 3, 0.5}, quiz.Pair: {0.5, 0.25, 0, -0.25, -0.5},
	} {
		q := quiz.Question{Kind: kind, Options: make([]quiz.Option, len(want))}
		q.Say([]quiz.Sentence{{Option: -1, Dimension: "pace", Size: quiz.Slightly}})
		for i, x := range want {
			if got := q.Options[i].Loadings["pace"]; got < x-1e-4 || got > x+1e-4 {
				t.Errorf("%s, step %d: %v, want %v", kind, i, got, x)
			}
		}
		if said, all := q.Sentences(dimensions); !all || !slices.Equal(said, []quiz.Sentence{{Option: -1, Dimension: "pace", Size: quiz.Slightly}}) {
			t.Errorf("%s says %v", kind, said)
		}
		q.Options[1].Loadings = map[string]float64{"pace": 0.9}
		if _, all := q.Sentences(dimensions); all {
			t.Errorf("%s: steps that do not rise evenly are said in words", kind)
		}
	}
}
