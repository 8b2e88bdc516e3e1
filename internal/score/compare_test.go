package score_test

import (
	"math"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

func person(v *quiz.Version, byKey map[string]int) score.Person {
	answers, err := v.AnswersByKey(byKey)
	if err != nil {
		panic(err)
	}
	return score.Person{Version: v, Result: score.New(v).Score(answers)}
}

func TestTheBiggestDifferenceComesFirst(t *testing.T) {
	v := content.First()
	got := score.Compare([]score.Person{person(v, map[string]int{"h1": 4, "l1": 3}), person(v, map[string]int{"h1": 0, "l1": 3})})
	if got[0].Dimension.Key != "horizon" || math.Abs(got[0].Distance-2) > 1e-9 || got[0].Most != 0 || got[0].Least != 1 {
		t.Errorf("first is %+v", got[0])
	}
	for _, a := range got[1:] {
		if a.Distance != 0 {
			t.Errorf("%s: they are %g apart", a.Dimension.Key, a.Distance)
		}
	}
}

func TestSomebodyWhoAnsweredNothingIsNotAnEnd(t *testing.T) {
	v := content.First()
	got := score.Compare([]score.Person{person(v, map[string]int{"h1": 3}), person(v, nil), person(v, map[string]int{"h1": 4})})
	if got[0].Least != 0 || got[0].Most != 2 || math.Abs(got[0].Distance-.5) > 1e-9 {
		t.Errorf("got %+v", got[0])
	}
}

func TestVersionsAreComparedOnTheDimensionsTheyShare(t *testing.T) {
	v, older := content.First(), content.First()
	for i := range older.Roles {
		p := older.Roles[i].Profile["lens"]
		p.Weight = 0
		older.Roles[i].Profile["lens"] = p
	}
	for _, a := range score.Compare([]score.Person{person(v, nil), person(older, nil)}) {
		if a.Dimension.Key == "lens" || a.Dimension.Key == "setting" {
			t.Errorf("they are compared on %s", a.Dimension.Key)
		}
	}
}
