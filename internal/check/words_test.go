package check

import (
	"math"
	"strings"
	"testing"
)

func TestSyllablesAreCountedAsSpoken(t *testing.T) {
	for n, all := range map[int]string{
		1: "use used asked whole tasks guide year yes mood goal each don't there friend the me rule rules",
		2: "people uses wanted agreed value client trying going safely houses changes table handles useful unique yellow someone quiet",
		3: "disagree idea usual actual various curious period medium serious studying argument everyone area",
		4: "situation experience technology variety",
		6: "responsibilities",
	} {
		for word := range strings.FieldsSeq(all) {
			if got := syllables(word); got != n {
				t.Errorf("%s has %d, want %d", word, got, n)
			}
		}
	}
}

func TestTheReadingGradeFollowsTheFormula(t *testing.T) {
	var p passage
	p.read("The cat sat on the mat. It was happy!")
	if p != (passage{sentences: 2, words: 9, syllables: 10}) {
		t.Fatalf("counted %+v", p)
	}
	if want := 0.39*9/2 + 11.8*10/9 - 15.59; math.Abs(p.grade()-max(want, 0)) > 1e-12 {
		t.Errorf("grade %f, want %f", p.grade(), want)
	}
	if (passage{}).grade() != 0 {
		t.Error("nothing has a grade")
	}
}

func TestASentenceThatTrailsOffGoesOnInTheNextText(t *testing.T) {
	var p passage
	p.read("I would rather...")
	p.read("stay with one thing")
	if p.sentences != 1 || p.words != 7 {
		t.Errorf("counted %+v", p)
	}
}

func TestTwoThingsAreToldFromOne(t *testing.T) {
	for body, want := range map[string]bool{
		"I like to plan and to draw.":                   true,
		"I would lead or follow.":                       true,
		"I think about the next two or three years.":    false,
		"I like to come and go as I please.":            false,
		"I understand the order of things at a glance.": false,
	} {
		if got := joined(body); got != want {
			t.Errorf("%q: %t", body, got)
		}
	}
}

func TestANegationIsFoundHoweverItIsWritten(t *testing.T) {
	for word, want := range map[string]bool{"not": true, "never": true, "won't": true, "cannot": true, "note": false, "another": false} {
		if got := isNegation(word); got != want {
			t.Errorf("%q: %t", word, got)
		}
	}
	if got := words("I don’t know"); got[1] != "don't" {
		t.Errorf("words %q", got)
	}
}

func TestTextsAreAlikeWhateverTheInflection(t *testing.T) {
	for _, c := range []struct {
		one, other string
		least      float64
		most       float64
	}{
		{"I enjoy planning trips.", "I like to plan a trip", 1, 1},
		{"I enjoy planning trips.", "I like to plan a party", 0.2, 0.5},
		{"I enjoy planning trips.", "Someone calls you", 0, 0},
	} {
		if got := shared(topic(c.one), topic(c.other)); got < c.least || got > c.most {
			t.Errorf("%q and %q share %f", c.one, c.other, got)
		}
	}
}
