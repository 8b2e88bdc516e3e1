package reading

import (
	"math"
	"slices"
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
	var p Passage
	p.Read("The cat sat on the mat. It was happy!")
	if p != (Passage{Sentences: 2, Words: 9, Syllables: 10}) {
		t.Fatalf("counted %+v", p)
	}
	if want := 0.39*9/2 + 11.8*10/9 - 15.59; math.Abs(p.Grade()-max(want, 0)) > 1e-12 {
		t.Errorf("grade %f, want %f", p.Grade(), want)
	}
	if (Passage{}).Grade() != 0 {
		t.Error("nothing has a grade")
	}
}

func TestASentenceThatTrailsOffGoesOnInTheNextText(t *testing.T) {
	var p Passage
	p.Read("I would rather...")
	p.Read("stay with one thing")
	if p.Sentences != 1 || p.Words != 7 {
		t.Errorf("counted %+v", p)
	}
}

func TestAWordKeepsItsApostrophe(t *testing.T) {
	if got := Words("I don’t know"); got[1] != "don't" {
		t.Errorf("words %q", got)
	}
}

func TestASentenceEndsWhereAReaderStops(t *testing.T) {
	for text, want := range map[string][]string{
		"It is ready. See it now; or wait.":        {"It is ready.", "See it now; or wait."},
		"Beendet am 4. März 2026, z. B. um 0,8 h.": {"Beendet am 4. März 2026, z. B. um 0,8 h."},
		"She said “Go.” Then she went":             {"She said “Go.”", "Then she went"},
		"Is it far? Over 95 %!":                    {"Is it far?", "Over 95 %!"},
		"It is 72 in 100. Or 5 %. So what":         {"It is 72 in 100.", "Or 5 %.", "So what"},
		"":                                         nil,
	} {
		if got := Sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestTheLongestSentenceIsTheOneWithMostWords(t *testing.T) {
	if got := Longest([]string{"One – two. Incomprehensibilities!", "", "One two three"}); got != "One two three" || Length(got) != 3 {
		t.Errorf("%q", got)
	}
}
