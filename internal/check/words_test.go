package check

import "testing"

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
