package quiz_test

import (
	"reflect"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

// frozen is a token of before, which says with its seed which result it ends in.
const frozen = "AQFhYmNkZWZnaGlqa2xtbm9wgLzgxcsz4NQDAQMCBwEBAAUAAGdmTuA"

func TestATokenOfBeforeIsReadAndSpelledAsBefore(t *testing.T) {
	j, err := quiz.DecodeJourney(frozen)
	if err != nil {
		t.Fatal(err)
	}
	if j.Token() != frozen {
		t.Errorf("it is spelled %s", j.Token())
	}
	if got, want := j.Owner().String(), "UCR8r3Voj7sWo1pl5eadLDGA"; got != want {
		t.Errorf("it ends in %s, want %s", got, want)
	}
	if got, want := j.Shuffle(), quiz.Shuffle(12044327589234419887); got != want {
		t.Errorf("the order is %d, want %d", got, want)
	}
}

func TestALinkHoldsTheJourneyAndNoKey(t *testing.T) {
	j := travelled(t)
	j.Finished = true
	link := j.Link()
	if link.Opens() || link.Seed != (quiz.Seed{}) || link.Earlier != (quiz.Owner{}) || link.Finished {
		t.Errorf("it holds %+v", link)
	}
	if link.Origin() != j.Origin() || link.Shuffle() != j.Shuffle() || link.Invite != j.Invite || !reflect.DeepEqual(link.Steps, j.Steps) {
		t.Errorf("of %+v it holds %+v", j, link)
	}
	if again := link.Link(); !reflect.DeepEqual(again, link) {
		t.Error("the link of a link is another")
	}
	if again, err := quiz.DecodeJourney(link.Token()); err != nil || !reflect.DeepEqual(again, link) {
		t.Errorf("it comes back as %+v, %v", again, err)
	}
}

func TestABrowserThatTakesAJourneyUpHasAKeyOfItsOwn(t *testing.T) {
	j := travelled(t)
	mallory := j
	mallory.Taken = quiz.Taken{Origin: [16]byte{1}, Secret: quiz.Secret{2}} // a forged link that brings its key
	for _, link := range []quiz.Journey{j, j.Link(), mallory} {
		one, other := link.TakeUp([16]byte{1}), link.TakeUp([16]byte{2})
		if one.Owner() == other.Owner() || one.Owner() == link.Owner() || one.Owner().Secret != (quiz.Secret{1}) || !one.Opens() {
			t.Errorf("the keys are %v and %v", one.Owner(), other.Owner())
		}
		if one.Origin() != link.Origin() || one.Shuffle() != link.Shuffle() || one.TakenFrom() != link.Origin() {
			t.Error("the journey is another")
		}
		if again, err := quiz.DecodeJourney(one.Token()); err != nil || !reflect.DeepEqual(again, one) {
			t.Errorf("it comes back as %+v, %v", again, err)
		}
	}
	if j.TakenFrom() != (quiz.ResultID{}) {
		t.Error("a journey that began here ends elsewhere")
	}
}

func TestAJourneyMadeApartKeepsItsAnswersAndOrder(t *testing.T) {
	for _, j := range []quiz.Journey{travelled(t), travelled(t).TakeUp([16]byte{3})} {
		apart := j.Apart()
		if apart.Origin() == j.Origin() || apart.TakenFrom() != (quiz.ResultID{}) || apart.Shuffle() != j.Shuffle() || apart.Earlier != j.Earlier {
			t.Errorf("of %+v came %+v", j, apart)
		}
		if again := j.Apart(); again.Owner() != apart.Owner() || apart.Apart().Owner() != apart.Owner() {
			t.Error("doing it twice gives two results")
		}
	}
}

func TestALinkOpenedAgainBringsItsStepsOnly(t *testing.T) {
	here, link := travelled(t).TakeUp([16]byte{1}), travelled(t).Link()
	link.Taken.Shuffle++
	link.Started, link.Touched, link.Invite = noon.Add(time.Hour), noon.Add(-time.Hour), quiz.ShareID{9}
	link.Steps = link.Steps[:2]
	got := here.CatchUp(link)
	if got.Owner() != here.Owner() || got.Shuffle() != here.Shuffle() || got.Invite != here.Invite || got.Earlier != here.Earlier || len(got.Steps) != 2 {
		t.Errorf("of %+v came %+v", here, got)
	}
	if again, err := quiz.DecodeJourney(got.Token()); err != nil || !reflect.DeepEqual(again, got) {
		t.Errorf("it comes back as %+v, %v", again, err)
	}
}

func TestALinkFitsAQRCode(t *testing.T) {
	if n := len(travelled(t).Link().Token()); n > 240 {
		t.Errorf("the link has %d letters", n)
	}
}
