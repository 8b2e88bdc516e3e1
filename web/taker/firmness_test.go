package taker

import (
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestWhereNoRoleStandsOutMoreAnswersWouldTipTheResult(t *testing.T) {
	v := content.First()
	alike := v.Roles[0]
	v.Roles = nil
	for _, key := range []string{"a", "b", "c", "d", "e"} {
		alike.Key, alike.Prior = key, .2
		v.Roles = append(v.Roles, alike)
	}
	ed, now := newEdition(v), time.Unix(1_800_000_000, 0)
	j := ed.advance(quiz.Begin(v, quiz.Seed{1}, now, true))
	for range 20 {
		var err error
		if j, err = j.Answer(v, j.Current(), 0, now); err != nil {
			t.Fatal(err)
		}
		j = ed.advance(j)
	}
	if verdict := ed.model.Score(j.Answers(v)).Verdict; verdict != quiz.NoneStandsOut {
		t.Fatalf("five roles that are alike give %s", verdict)
	}
	if _, none := ed.firmness(j); !none {
		t.Error("the page would speak of how firmly a role is named")
	}
}
