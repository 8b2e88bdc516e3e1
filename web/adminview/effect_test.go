package adminview

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

func TestTheEffectIsSaidInOneSentence(t *testing.T) {
	cause := func(n int) CauseRow { return CauseRow{Name: "question 4", Changed: n} }
	for says, p := range map[string]EffectProps{
		"There are no results that count yet.":                                  {},
		"There are no results that can be compared.":                            {Skipped: 3},
		"Of the last 9 results, none would change.":                             {Compared: 9},
		"too many parts of this large quiz to look for the one that causes it.": {Compared: 9, Changed: 4},
		"no single part of the draft causes it alone.":                          {Compared: 9, Changed: 4, Traced: 4},
		"4 would change, and question 4 causes all of it.":                      {Compared: 9, Changed: 4, Traced: 4, Causes: []CauseRow{cause(4)}},
		"4 would change, and question 4 causes most of it.":                     {Compared: 9, Changed: 4, Traced: 4, Causes: []CauseRow{cause(3)}},
		"8 would change, and question 4 causes most of it.":                     {Compared: 9, Changed: 8, Traced: 4, Causes: []CauseRow{cause(4)}},
		"4 would change, and question 4 causes more of it than anything else.":  {Compared: 9, Changed: 4, Traced: 4, Causes: []CauseRow{cause(2), cause(1)}},
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

func TestEveryHintBelongsToAText(t *testing.T) {
	var catalogue struct{ AdminHint map[string]string }
	if _, err := toml.DecodeFile("../words/en.toml", &catalogue); err != nil {
		t.Fatal(err)
	}
	for _, text := range quiz.Texts {
		delete(catalogue.AdminHint, hintOf(text))
	}
	if len(catalogue.AdminHint) > 0 {
		t.Errorf("hints that no form shows: %v", catalogue.AdminHint)
	}
}

func TestEveryTextOfADraftHasANameInEveryLanguage(t *testing.T) {
	for _, text := range quiz.Texts {
		for _, l := range words.Languages() {
			if got := label(l, text); got == "" || strings.Contains(got, "adminlabel.") {
				t.Errorf("%s has no name in %s", text.Path, l.OwnName())
			}
		}
	}
}
