package adminview

import (
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestQuestionsThatOnlyCountOtherwiseAreOneChange(t *testing.T) {
	was := content.First()
	is := was.Clone()
	pairs, scenes, statements := 0, 0, 0
	for _, q := range was.Questions {
		switch {
		case q.Kind.Sides():
			if err := is.TurnSides(q.Key); err != nil {
				t.Fatal(err)
			}
			pairs++
		case q.Kind == quiz.Choice:
			if err := is.MoveOption(q.Key, 0, 1); err != nil {
				t.Fatal(err)
			}
			scenes++
		case statements == 0:
			i := is.QuestionIndex(q.Key)
			is.Questions[i].Strength, statements = 0.7, 1
		}
	}
	if is.Questions[0].Text += " Really?"; pairs == 0 || scenes == 0 {
		t.Fatal("the first version has no pairs or no scenes")
	}
	turned, others := turnedTogether(grouped(quiz.Diff(was, is)))
	others = slices.DeleteFunc(others, func(g changeGroup) bool { return strings.HasPrefix(g.name, "Scenario") }) // they follow
	if want := pairs + scenes + statements; len(turned)+len(others) != want || len(others) > 1 {
		t.Errorf("%d questions count otherwise and %d have other words, want %d", len(turned), len(others), want)
	}
}

func TestAQuestionInOtherWordsIsNeverFoldedAway(t *testing.T) {
	was := content.First()
	is := was.Clone()
	for i := range is.Questions {
		is.Questions[i].Strength, is.Questions[i].Text = 0.7, is.Questions[i].Text+" Really?"
	}
	if turned, others := turnedTogether(grouped(quiz.Diff(was, is))); len(turned) > 0 || len(others) != len(is.Questions) {
		t.Errorf("%d are folded away, %d told", len(turned), len(others))
	}
}

func TestWhatIsNewBeginsWithItsWordsAndShowsNumbersAsPeopleReadThem(t *testing.T) {
	first, rest := opening("text: I like maps\nkind: agree5\nhow common it is: 0.3333333333333333\n" + strings.Repeat("option: 0,66666666\n", 9))
	if first != "text: I like maps\nkind: agree5\nhow common it is: 0.3333" || !strings.HasPrefix(rest, "option: 0,6667\n") {
		t.Errorf("it begins with %q and goes on with %q", first, rest)
	}
	if first, rest := opening("one\ntwo"); first != "one\ntwo" || rest != "" {
		t.Errorf("what is short is parted: %q, %q", first, rest)
	}
}
