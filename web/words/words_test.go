package words

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestEveryLanguageSaysEveryTextWithTheSamePlaces(t *testing.T) {
	for _, l := range Languages() {
		c := l.words()
		for id := range english.plain {
			if _, ok := c.plain[id]; !ok {
				t.Errorf("%s lacks %s, or says it with places", c.tag, id)
			}
		}
		for id, forms := range english.filled {
			other, ok := c.filled[id]
			if !ok {
				t.Errorf("%s lacks %s, or says it without places", c.tag, id)
				continue
			}
			if places(forms.other()) != places(other.other()) {
				t.Errorf("%s has %s in %s, English %s", c.tag, places(other.other()), id, places(forms.other()))
			}
		}
		if len(c.plain) != len(english.plain) || len(c.filled) != len(english.filled) {
			t.Errorf("%s has texts that English has not", c.tag)
		}
	}
}

// places are the names in a text, whatever their order.
func places(parts []string) string {
	names := map[string]bool{}
	for i := 1; i < len(parts); i += 2 {
		names[parts[i]] = true
	}
	return fmt.Sprint(slices.Sorted(maps.Keys(names)))
}

func TestANumberChoosesBetweenOneAndMany(t *testing.T) {
	for _, tt := range []struct {
		l    Language
		n    int
		want string
	}{
		{English, 0, "0 answers"},
		{English, 1, "1 answer"},
		{English, 12, "12 answers"},
		{English, 12345, "12,345 answers"},
		{German, 0, "0 Antworten"},
		{German, 1, "1 Antwort"},
		{German, 12345, "12.345 Antworten"},
	} {
		if got := tt.l.Say("count.answers", "n", tt.n); got != tt.want {
			t.Errorf("%d is %q, want %q", tt.n, got, tt.want)
		}
	}
}

func TestNumbersAndDaysAreWrittenAsTheLanguageDoes(t *testing.T) {
	day := time.Date(2026, time.March, 4, 23, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ got, want string }{
		{English.Decimal(.318), "0.318"},
		{German.Decimal(.318), "0,318"},
		{English.Fixed(-.0004, 3), "0.000"},
		{German.Fixed(-1.25, 1), "−1,2"},
		{English.Date(day), "4 March 2026"},
		{German.Date(day), "4. März 2026"},
		{German.Whole(-1234567), "-1.234.567"},
		{German.Percent(.125), "13\u00a0%"},
		{English.Or([]string{"a", "b", "c"}), "a, b or c"},
		{German.And([]string{"a", "b"}), "a und b"},
		{English.Inside("Product management"), "product management"},
		{German.Inside("Produktmanagement"), "Produktmanagement"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

func TestAVisitorGetsTheLanguageTheyLikeBest(t *testing.T) {
	for accept, want := range map[string]Language{
		"": English, "de": German, "de-AT,de;q=0.9,en;q=0.5": German, "en-GB,de;q=0.9": English,
		"fr,de;q=0.4": German, "fr, es": English, "en;q=0.2, de;q=0.8": German, ";;,x": English, "*": English,
	} {
		if got := Match(accept); got != want {
			t.Errorf("%q gets %s", accept, got.Tag())
		}
	}
}

func TestAProblemIsSaidInTheLanguage(t *testing.T) {
	problems := quiz.Problems{
		quiz.NewProblem("name", "name_long", "n", 40),
		{Field: "x", Message: "Only admins read this"},
	}
	got := German.Problems(problems)
	if got[0].Message != "Nimm höchstens 40 Zeichen für den Namen" || got[1].Message != "Only admins read this" {
		t.Errorf("%v", got)
	}
	if got := English.Problems(problems)[0].Message; got != "Use at most 40 characters for the name" {
		t.Errorf("in English it is %q", got)
	}
}

func TestWhatADraftIsRefusedForIsSaidInEveryLanguage(t *testing.T) {
	problems := spoiled().Validate()
	for _, file := range []string{"", "[", "{}{", "x", "\x01", `{"title": 1, "title": 2, "none": 3, "roles": {}, "settings": [1]}`} {
		for _, found := range content.Report([]byte(file)) {
			problems = append(problems, found.Problem)
		}
	}
	codes := map[string]bool{}
	for i, said := range German.Problems(problems) {
		p := problems[i]
		if p.Code == "" || strings.HasPrefix(p.Message, "problem.") || strings.ContainsAny(p.Message, "{}") {
			t.Errorf("%s in English is %q", p.Code, p.Message)
		}
		if strings.ContainsAny(said.Message, "{}") || said.Message == p.Message {
			t.Errorf("%s in German is %q", p.Code, said.Message)
		}
		codes[p.Code] = true
	}
	if len(codes) < 30 {
		t.Errorf("only %d codes: %v", len(codes), slices.Sorted(maps.Keys(codes)))
	}
}

// spoiled is a version with something wrong in many places.
func spoiled() *quiz.Version {
	long := strings.Repeat("x", 5000)
	profile := map[string]quiz.Profile{"nowhere": {}}
	return &quiz.Version{
		Title:      "Two\nlines",
		Dimensions: []quiz.Dimension{{Key: "No key", Name: long}, {Key: "pace", Name: "\x00"}, {Key: "pace"}},
		Questions: []quiz.Question{
			{Key: "odd", Kind: "odd", Retired: true, Options: []quiz.Option{{Loadings: map[string]float64{"nowhere": 1.5}}}},
			{Key: "say", Kind: quiz.Agree, Retired: true},
		},
		Roles: []quiz.Role{{Key: "one", Prior: .25, Profile: profile, Content: quiz.RoleContent{
			Skills: append(make([]string, 31), long), Challenges: []string{"\u202e"},
		}}},
		Guide:        quiz.Guide{Companies: []quiz.CompanyKind{{Key: "one", Pole: "up"}}},
		Scenarios:    []quiz.Scenario{{Key: "one", Role: "none", Verdict: "sure", Answers: map[string]int{"none": 1, "odd": 4}}},
		Translations: quiz.Translations{"xx": {}},
	}
}

func BenchmarkSay(b *testing.B) {
	for b.Loop() {
		_ = German.Say("question.continue")
	}
}

func TestWhatAnAccountIsRefusedForIsSaidInEveryLanguage(t *testing.T) {
	_, err := auth.NewAdmin("nobody", "guest", time.Time{})
	refusals := []error{err}
	for _, password := range []string{"short", strings.Repeat("long ", 50), "passwordpassword", "xyxyxyxyxyxyxy", "qwertyuiopasdfghjkl", "ada.lovelace.example"} {
		refusals = append(refusals, auth.CheckPassword(password, "ada.lovelace@example.org"))
	}
	codes := map[string]bool{}
	for _, refusal := range refusals {
		problems, _ := errors.AsType[quiz.Problems](refusal)
		for i, said := range German.Problems(problems) {
			p := problems[i]
			if said.Message == p.Message || strings.Contains(said.Message, "problem.") {
				t.Errorf("%s is no German: %q", p.Code, said.Message)
			}
			codes[p.Code] = true
		}
	}
	if len(codes) != 8 {
		t.Errorf("only %v were tried", codes)
	}
}

func TestASentenceSaidInsteadStandsForOneAndNamesNoMore(t *testing.T) {
	for _, l := range Languages() {
		c := l.words()
		for id, parts := range c.every() {
			section, usual, _ := strings.Cut(id, ".")
			if !slices.Contains([]string{"any", "called", "named"}, section) {
				continue
			}
			if !c.has(usual) {
				t.Errorf("%s: %s stands for nothing", l.Tag(), id)
			}
			known := append(named(c.every()[usual]), "many", "balanced")
			for _, name := range named(parts) {
				if !slices.Contains(known, name) {
					t.Errorf("%s: %s names %q, which %s does not", l.Tag(), id, name, usual)
				}
			}
		}
	}
}

// every are the texts of a catalogue, taken apart.
func (c *catalogue) every() map[string][]string {
	all := map[string][]string{}
	for id, text := range c.plain {
		all[id] = []string{text}
	}
	for id, forms := range c.filled {
		all[id] = forms.other()
	}
	return all
}

// named are the names of the values of a text.
func named(parts []string) (names []string) {
	for i := 1; i < len(parts); i += 2 {
		names = append(names, parts[i])
	}
	return names
}
