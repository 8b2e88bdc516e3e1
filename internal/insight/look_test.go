package insight_test

import (
	"math"
	"slices"
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func TestAQuestionThatPointsToTheWrongRoleIsFlaggedAndGoodOnesAreNot(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 11), v.QuestionIndex("h1")
	tally := s.tally(t, 2000, func(a quiz.Answers, _ quiz.Shuffle) { a[bad] = len(v.Questions[bad].Options) - 1 - a[bad] })
	if found := flagged(tally, insight.FlagBackwards); len(found) != 1 || found[bad] == 0 {
		t.Errorf("backwards: %v, want only question %d", found, bad)
	}
}

func TestAQuestionBothRolesAnswerAlikeIsFlaggedByTheirJobs(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 12), v.QuestionIndex("h1")
	tally := insight.NewShape(v).New()
	for i := range 1200 {
		r := s.next(i, func(a quiz.Answers, _ quiz.Shuffle) { a[bad] = s.rng.IntN(len(v.Questions[bad].Options)) })
		if err := tally.Add(r, &quiz.Outcome{Role: v.Roles[i%len(v.Roles)].Key, Years: 3, Suits: 4}); err != nil {
			t.Fatal(err)
		}
	}
	d := v.Dimensions[tally.Items()[bad].Dimension].Key
	if apart := math.Abs(v.Roles[0].Profile[d].Mean - v.Roles[1].Profile[d].Mean); apart < .5 {
		t.Fatalf("the profiles promise only %.2f", apart)
	}
	if found := flagged(tally, insight.FlagAlike); len(found) != 1 || math.IsNaN(found[bad]) {
		t.Errorf("alike: %v, want only question %d", found, bad)
	}
}

func TestASceneChosenForWhatStandsFirstIsFlagged(t *testing.T) {
	v := firstVersion()
	s, bad := newTakers(v, 13), v.QuestionIndex("c1")
	tally := s.tally(t, 1000, func(a quiz.Answers, shuffle quiz.Shuffle) {
		if s.rng.Float64() < 0.4 {
			a[bad] = shuffle.Order(v.Questions[bad])[0]
		}
	})
	if found := flagged(tally, insight.FlagFirst); len(found) != 1 || found[bad] < .4 {
		t.Errorf("first: %v, want only question %d", found, bad)
	}
}

func TestOneListHasTheQuestionsToLookAtFromAllMeasures(t *testing.T) {
	flag := func(kinds ...insight.FlagKind) (list []insight.Flag) {
		for _, k := range kinds {
			list = append(list, insight.Flag{Kind: k, Option: -1})
		}
		return list
	}
	looks := insight.ToLookAt([]insight.ItemStats{
		{Question: 0},
		{Question: 1, Flags: flag(insight.FlagSkipped)},
		{Question: 2, Flags: flag(insight.FlagLopsided)},
		{Question: 3, Flags: flag(insight.FlagBackwards)},
		{Question: 4, Flags: flag(insight.FlagLopsided, insight.FlagCrowded)},
	}, []insight.QuestionDrop{
		{Question: 0, Asked: 1000, Left: 50},  // not over 5 %
		{Question: 1, Asked: 1000, Left: 80},  // another reason
		{Question: 5, Asked: 1000, Left: 300}, // where people leave
		{Question: 6, Asked: 99, Left: 90},    // too few
	})
	var order, little []int
	for _, l := range looks {
		order = append(order, l.Question)
		if l.TellsLittle() {
			little = append(little, l.Question)
		}
	}
	if want := []int{3, 4, 2, 1, 5}; !slices.Equal(order, want) {
		t.Errorf("the list is %v, want %v", order, want)
	}
	if want := []int{3, 4, 2}; !slices.Equal(little, want) {
		t.Errorf("%v tell little, want %v", little, want)
	}
	if n := len(looks[3].Flags); n != 2 {
		t.Errorf("what is skipped and left has %d reasons", n)
	}
}
