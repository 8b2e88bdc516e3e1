package takerview

import (
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/words"
)

func TestThePercentageNeverContradictsTheVerdict(t *testing.T) {
	v := content.First()
	for _, tt := range []struct {
		p    float64
		want int
	}{{.5, 50}, {.594, 59}, {.598, 59}, {.6, 60}, {.7473, 74}, {.7499, 74}, {.75, 75}, {.756, 76}, {.99, 95}} {
		r := Reading{Version: v, Result: quiz.Result{Probability: tt.p}}
		if got := r.certainty(); got != tt.want {
			t.Errorf("%.4f shows %d, want %d", tt.p, got, tt.want)
		}
	}
}

func TestAgreementSpeaksOnlyOfThoseWhoAnswered(t *testing.T) {
	answered, none := score.Dimension{Info: 1}, score.Dimension{}
	for _, tt := range []struct {
		places []score.Dimension
		n      int
		want   string
	}{
		{[]score.Dimension{answered, answered}, 2, "Close together"},
		{[]score.Dimension{answered, answered, none}, 2, "Close together, among those who answered"},
		{[]score.Dimension{answered, none}, 1, "Too few answers to compare"},
		{[]score.Dimension{none, none}, 0, "Too few answers to compare"},
	} {
		if got := agreement(words.English, score.Apart{Places: tt.places, Answered: tt.n}); got != tt.want {
			t.Errorf("%d of %d answered: %q, want %q", tt.n, len(tt.places), got, tt.want)
		}
	}
}

func TestADifferenceNamesTheEndsPeopleLeanTo(t *testing.T) {
	p := CompareProps{People: []ComparedPerson{{Share: quiz.Share{Name: "Ada"}}, {Share: quiz.Share{Name: "Ben"}}}}
	at := func(ada, ben float64) score.Apart {
		a := score.Apart{
			Dimension: quiz.Dimension{Positive: "It made a difference", Negative: "It was delivered as promised"},
			Places:    []score.Dimension{{Position: ada, Info: 1}, {Position: ben, Info: 1}},
			Most:      0, Least: 1,
		}
		if ben > ada {
			a.Most, a.Least = 1, 0
		}
		return a
	}
	for _, tt := range []struct {
		ada, ben float64
		want     string
	}{
		{.5, -.5, "Ada leans towards “It made a difference”. Ben leans towards “It was delivered as promised”."},
		{.9, .2, "Ada and Ben both lean towards “It made a difference”, Ada more strongly."},
		{-.9, -.2, "Ben and Ada both lean towards “It was delivered as promised”, Ada more strongly."},
		{.6, 0, "Ada leans towards “It made a difference”, Ben stands in the middle."},
		{0, -.6, "Ben leans towards “It was delivered as promised”, Ada stands in the middle."},
	} {
		if got := p.difference(at(tt.ada, tt.ben)); got != tt.want {
			t.Errorf("%g and %g: %s", tt.ada, tt.ben, got)
		}
	}
}

func TestANameFromRightToLeftStaysInItsPlace(t *testing.T) {
	for _, name := range []string{"ליאורה", "مرحبا"} {
		p := SharedProps{Share: quiz.Share{Name: name}}
		if !strings.HasPrefix(p.whose(), "\u2068"+name+"\u2069") {
			t.Errorf("%q", p.whose())
		}
	}
	if got := (SharedProps{Share: quiz.Share{Name: "Ada"}}).whose(); got != "Ada’s result" {
		t.Errorf("%q", got)
	}
}
