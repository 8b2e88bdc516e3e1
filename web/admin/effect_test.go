package admin

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/words"
)

func TestAnEffectThatCannotBeWorkedOutLeavesThePageStanding(t *testing.T) {
	live, broken := content.First(), content.First()
	answers := live.NoAnswers()
	answers[0] = 0
	results := []quiz.Result{{Version: 1, Answers: answers.Text()}}
	versions := func(int64) *quiz.Version { return live }
	for i := range broken.Roles {
		broken.Roles[i].Profile = nil
	}
	if p := tryEffect(t.Context(), words.English, live, broken, results, versions); !p.Ready || !p.Broken || p.Compared != 0 {
		t.Errorf("%+v", p)
	}
	if p := tryEffect(t.Context(), words.English, live, live, results, versions); p.Broken || p.Compared != 1 {
		t.Errorf("%+v", p)
	}
}
