package adminview

import (
	"strings"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

func TestTheEffectIsSaidInOneSentence(t *testing.T) {
	cause := func(n int) CauseRow { return CauseRow{Name: "question 4", Changed: n} }
	for says, p := range map[string]EffectProps{
		"There are no results that count yet.":                                 {},
		"There are no results that can be compared.":                           {Skipped: 3},
		"Of the last 9 results, none would change.":                            {Compared: 9},
		"no single part of the draft causes it alone.":                         {Compared: 9, Changed: 4, Traced: 4},
		"4 would change, and question 4 causes all of it.":                     {Compared: 9, Changed: 4, Traced: 4, Causes: []CauseRow{cause(4)}},
		"4 would change, and question 4 causes most of it.":                    {Compared: 9, Changed: 4, Traced: 4, Causes: []CauseRow{cause(3)}},
		"8 would change, and question 4 causes most of it.":                    {Compared: 9, Changed: 8, Traced: 4, Causes: []CauseRow{cause(4)}},
		"4 would change, and question 4 causes more of it than anything else.": {Compared: 9, Changed: 4, Traced: 4, Causes: []CauseRow{cause(2), cause(1)}},
	} {
		if got := p.sentence(words.English); !strings.Contains(got, says) {
			t.Errorf("%+v says %q, want %q", p, got, says)
		}
	}
}

func TestAnEffectThatBrokeIsSaidAndNothingElse(t *testing.T) {
	var page strings.Builder
	if err := effect(words.English, EffectProps{Ready: true, Broken: true}).Render(t.Context(), &page); err != nil {
		t.Fatal(err)
	}
	if got := page.String(); !strings.Contains(got, "cannot be worked out") || strings.Contains(got, "Scenarios") {
		t.Errorf("the page says %s", got)
	}
}

func TestEveryTextOfADraftHasANameInEveryLanguage(t *testing.T) {
	for _, limit := range quiz.Limits {
		if got := label(words.English, limit); got != limit.Label {
			t.Errorf("%s is named %q, want %q", limit.Field, got, limit.Label)
		}
		if got := label(words.German, limit); strings.Contains(got, "adminlabel.") {
			t.Errorf("%s has no name in German", limit.Field)
		}
	}
}
