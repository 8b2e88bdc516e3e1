package quiz_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

// travelled is a journey with every kind of step in it.
func travelled(t testing.TB) quiz.Journey {
	t.Helper()
	v := first(t)
	j := asked(v, len(v.Questions))
	j, _ = j.Answer(v, 1, 3, noon.Add(time.Second))
	j, _ = j.Skip(2, noon.Add(3*time.Second))
	j.Full, j.Stopped = true, true
	j.Invite = quiz.NewShareID(noon, [16]byte{1})
	j.Earlier = quiz.Owner{Day: 3, Secret: quiz.Secret{4}}
	return j
}

func TestAJourneyComesBackFromItsToken(t *testing.T) {
	for _, j := range []quiz.Journey{travelled(t), travelled(t).Link(), travelled(t).TakeUp([16]byte{5}), toGroup(t), toGroup(t).TakeUp([16]byte{5})} {
		got, err := quiz.DecodeJourney(j.Token())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, j) {
			t.Errorf("got %+v\nwant %+v", got, j)
		}
	}
}

// beforeGroups is the token of travelled as it was written before there were groups.
const beforeGroups = "AQEHAAAAAAAAAAAAAAAAAAAAgLzgxcszuBcdUCQBAAAAAAAAAAAAAAAAAAAAAAMEAAAAAAAAAAAAAAAAAAAAAAUEAQEIAgAAAwAABAAABQAABgAABwAACAAACQAACgAACwAADAAADQAADgAADwAAEAAAEQAAEgAAEwAAFAAAFQAAFgAAFwAAGAAAGQAAGgAAGwAAHAAAHQAAHgAAHwAAIAAAIQAAhu6zAQ"

func TestATokenFromBeforeGroupsIsReadAndWrittenAsItWas(t *testing.T) {
	j, err := quiz.DecodeJourney(beforeGroups)
	if err != nil {
		t.Fatal(err)
	}
	if j.Group != (quiz.GroupID{}) || len(j.Steps) != 34 || j.Invite != quiz.NewShareID(noon, [16]byte{1}) {
		t.Errorf("it reads %+v", j)
	}
	if again := j.Token(); again != beforeGroups {
		t.Errorf("it is written as %s", again)
	}
}

// toGroup is one of somebody who was invited to a group.
func toGroup(t testing.TB) quiz.Journey {
	t.Helper()
	j := travelled(t)
	j.Group = quiz.NewGroupID(noon, [16]byte{6})
	return j
}

func TestAnInvitationToAGroupSurvivesFinishingLaterOnAnotherDevice(t *testing.T) {
	j := toGroup(t)
	if got := j.Link().TakeUp([16]byte{5}); got.Group != j.Group {
		t.Errorf("the other device is invited to %v", got.Group)
	}
	if got := j.CatchUp(travelled(t).Link()); got.Group != j.Group {
		t.Errorf("a link from before the invitation leaves %v", got.Group)
	}
}

func TestAFullJourneyFitsACookieAndALink(t *testing.T) {
	if n := len(travelled(t).Token()); n > 240 {
		t.Errorf("the token has %d letters", n)
	}
	j := quiz.Journey{Version: 1 << 40, Invite: quiz.ShareID{1}, Earlier: quiz.Owner{Day: 1}, Group: quiz.GroupID{1}, Started: noon, Touched: noon.Add(90 * 24 * time.Hour)}
	j.Steps = make([]quiz.Step, quiz.MaxQuestions)
	if _, err := quiz.DecodeJourney(j.Token()); err != nil {
		t.Errorf("the longest journey of %d letters: %v", len(j.Token()), err)
	}
}

func TestADamagedTokenIsRefused(t *testing.T) {
	damaged(t, travelled(t).Token())
	damaged(t, travelled(t).TakeUp([16]byte{5}).Token())
	damaged(t, toGroup(t).Token())
}

func damaged(t *testing.T, token string) {
	t.Helper()
	for i := range token {
		letter := "A"
		if token[i] == 'A' {
			letter = "B"
		}
		changed := token[:i] + letter + token[i+1:]
		if _, err := quiz.DecodeJourney(changed); !errors.Is(err, quiz.ErrToken) {
			t.Errorf("letter %d changed: %v", i, err)
		}
		if _, err := quiz.DecodeJourney(token[:i]); !errors.Is(err, quiz.ErrToken) {
			t.Errorf("cut at %d: %v", i, err)
		}
	}
	for _, foreign := range []string{"", "hello", token + "A", token + "=", token + "\n", strings.Repeat("A", 5000)} {
		if _, err := quiz.DecodeJourney(foreign); !errors.Is(err, quiz.ErrToken) {
			t.Errorf("%.20q: %v", foreign, err)
		}
	}
}

func FuzzJourneyToken(f *testing.F) {
	f.Add(travelled(f).Token())
	f.Add(travelled(f).Link().Token())
	f.Add(toGroup(f).Token())
	f.Add(travelled(f).TakeUp([16]byte{5}).Token())
	f.Add("")
	f.Fuzz(func(t *testing.T, token string) {
		j, err := quiz.DecodeJourney(token)
		if err != nil {
			if !errors.Is(err, quiz.ErrToken) {
				t.Fatalf("error is %v", err)
			}
			return
		}
		if j.Token() != token {
			t.Fatal("one journey has two spellings")
		}
		_ = j.Fits(first(t)) // must not panic
	})
}
