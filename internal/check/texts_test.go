package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// called is the first version with other short names, in a language.
func called(language, one, other string) *quiz.Version {
	return spoiled(func(v *quiz.Version) {
		v.Language = language
		v.Roles[0].Name, v.Roles[0].Short = one, one
		v.Roles[1].Name, v.Roles[1].Short = other, other
		v.Scenarios = nil
		question(v, "h1").Text = "I care for the roadmap of every cobbler."
	})
}

func TestANameThatIsAnOrdinaryWordGivesNothingAway(t *testing.T) {
	for name, c := range map[string]struct {
		v    *quiz.Version
		want []Severity
	}{
		"an ordinary word":                {called("", "Care", "Sale"), []Severity{Advice}}, // of the trade, the roadmap
		"what is made of one":             {called("", "Carers", "Helper"), []Severity{Advice}},
		"a word of its own":               {called("", "Cobbler", "Baker"), []Severity{Error}},
		"a word of the trade":             {called("", "Roadmap", "Baker"), []Severity{Error}},
		"the trade words are the quiz's":  {tradeOf(called("", "Care", "Sale"), "cobbler"), []Severity{Advice}},
		"an ordinary word it forbids":     {tradeOf(called("", "Care", "Sale"), "care"), []Severity{Error}},
		"no trade word of its own":        {tradeOf(called("", "Care", "Sale"), "anvil"), nil},
		"in a language that is not known": {called("fi", "Cobbler", "Baker"), []Severity{Advice}},
		"there English lists say nothing": {called("fi", "Xxx", "Yyy"), nil},
		"but its own trade words do":      {tradeOf(called("fi", "Xxx", "Yyy"), "cobbler"), []Severity{Advice}},
		"British English is English":      {called("en-GB", "Care", "Sale"), []Severity{Advice}},
	} {
		var got []Severity
		for _, f := range findings(c.v, "giveaway") {
			got = append(got, f.Severity)
			if f.Field != "questions.h1.text" {
				t.Errorf("%s: %+v", name, f)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func tradeOf(v *quiz.Version, words ...string) *quiz.Version {
	v.About.TradeWords = words
	return v
}

func TestEverydayWordsAreThoseAnybodyUses(t *testing.T) {
	for word, want := range map[string]bool{
		"help": true, "helper": true, "helping": true, "quickly": true, "leader": true, "teacher": true, "care": true,
		"product": false, "project": false, "scrum": false, "actuary": false, "zoologist": false,
	} {
		if got := everyday(word); got != want {
			t.Errorf("%s: %t", word, got)
		}
	}
}

func TestWhatACheckCannotReadItDoesNotMeasure(t *testing.T) {
	spoil := func(v *quiz.Version) {
		question(v, "h1").Text = "I do not contemplate organisational possibilities or retrospective considerations."
	}
	for language, want := range map[string]map[string]string{
		"":      {"reading_grade": "", "double_barrelled": "", "negated": "", "speaks_of_two": ""},
		"en-GB": {"reading_grade": "", "double_barrelled": "", "negated": "", "speaks_of_two": ""},
		"de":    {"reading_grade": "German", "double_barrelled": "German", "negated": "German", "speaks_of_two": ""},
		"pt-BR": {"reading_grade": "Portuguese", "double_barrelled": "Portuguese", "negated": "Portuguese", "speaks_of_two": "Portuguese"},
	} {
		v := spoiled(func(v *quiz.Version) { v.Language = language; spoil(v) })
		for _, line := range Version(v).Lines {
			name, measured := want[line.Check]
			if !measured {
				continue
			}
			if said := strings.Contains(line.Value, "not measured"); said != (name != "") || !strings.Contains(line.Value, name) {
				t.Errorf("in %q %s is %q", language, line.Check, line.Value)
			}
			if n := len(findings(v, line.Check)); name != "" && n > 0 || name == "" && line.Check != "speaks_of_two" && n == 0 {
				t.Errorf("in %q %s finds %d", language, line.Check, n)
			}
		}
	}
}

func TestInAnyLanguageTextsAreAlikeByTheirTopicsOnly(t *testing.T) {
	german := map[string][]string{
		"making":   {"Ich repariere gern ein Fahrrad.", "Ich baue gern eine Mauer.", "Ich arbeite gern mit Holz.", "Ich zerlege gern einen Motor."},
		"learning": {"Ich lese gern über Sterne.", "Ich prüfe gern eine Idee.", "Ich zähle gern Vögel.", "Ich frage gern nach Gründen."},
	}
	v := interests()
	v.Language = "de"
	for key, all := range german {
		for i, text := range all {
			question(v, fmt.Sprint(key, i)).Text = text
		}
	}
	if got := findings(v, "near_duplicate"); len(got) != 0 {
		t.Errorf("of texts that only begin alike: %+v", got)
	}
	question(v, "making1").Text = "Ich repariere sehr gern ein altes Fahrrad."
	question(v, "making0").Text = "Ich repariere gern ein altes Fahrrad."
	if got := findings(v, "near_duplicate"); len(got) != 1 || got[0].Field != "questions.making1.text" {
		t.Errorf("of two alike: %+v", got)
	}
}

func TestTextsThatSpeakOfTwoRolesAreNamedOnceThereAreMore(t *testing.T) {
	if got := findings(content.First(), "speaks_of_two"); len(got) != 0 {
		t.Errorf("of two roles: %+v", got)
	}
	v := withThird(map[string]float64{"lifecycle": -0.9})
	v.Roles[2].Content = quiz.RoleContent{Tagline: "You draw what others will use."}
	var fields []string
	for _, f := range findings(v, "speaks_of_two") {
		fields = append(fields, f.Field)
		if f.Severity != Advice || !strings.Contains(f.What, "speaks of two roles, and there are 3.") {
			t.Errorf("%+v", f)
		}
	}
	want := []string{
		"about.limit", "guide.both_roles", "guide.working_together", "guide.caveats", "guide.myths.4.truth",
		"roles.product_manager.content.summary",
	}
	if !slices.Equal(fields, want) {
		t.Errorf("named %q, want %q", fields, want)
	}
}

func TestOnlyWhatSpeaksOfTwoRolesIsTakenForIt(t *testing.T) {
	for language, texts := range map[string]map[string]bool{
		"": {
			"The two meet at the list of features.": true, "The two roles share a lot.": true, "Either role can lead.": true,
			"It is the more strategic of the two.": true, "Ask the other role first.": true, "Neither of them works alone.": true,
			"It holds for both jobs.": true, "Titles overlap. Both coordinate people.": true, "What lies between the two?": true,
			"Write the two decisions down.": false, "Interview two other users.": false, "Either way, expect tight deadlines.": false,
			"Both feet on the ground help, and so does patience in a role.": false, "They hold each other to it.": false,
			"Ask the other people in the room.": false, "Two of three roles need maths.": false,
		},
		"de": {
			"Die beiden treffen sich oft.": true, "Beide Rollen planen.": true, "Das gilt für die zwei Berufe.": true,
			"Keine der beiden schafft es allein.": true, "Frag die andere Rolle.": true, "Titel überschneiden sich. Beide planen viel.": true,
			"Schreib die beiden Entscheidungen auf.": false, "Beide Hände helfen.": false, "Frag die anderen im Team.": false,
			"So oder so wird es eng.": false, "Zwei von drei Rollen brauchen das.": false,
		},
	} {
		for text, want := range texts {
			v := interests()
			v.Language, v.About, v.Guide = language, quiz.About{}, quiz.Guide{WorkingTogether: "Vorab. " + text}
			if language == "" {
				v.Guide.WorkingTogether = "First of all. " + text
			}
			got := findings(v, "speaks_of_two")
			if (len(got) == 1) != want {
				t.Errorf("%q: %+v", text, got)
			}
			if want && len(got) == 1 && (strings.Contains(got[0].What, "First of all") || strings.Contains(got[0].What, "Vorab")) {
				t.Errorf("more than the sentence is shown: %q", got[0].What)
			}
		}
	}
}

func TestARoleNobodyDescribedIsNotPublished(t *testing.T) {
	for name, c := range map[string]struct {
		content quiz.RoleContent
		found   int
	}{
		"nothing":            {quiz.RoleContent{}, 1},
		"only spaces":        {quiz.RoleContent{Tagline: "  ", Summary: "\n"}, 1},
		"a line":             {quiz.RoleContent{Tagline: "You mend shoes."}, 0},
		"a summary":          {quiz.RoleContent{Summary: "A cobbler mends shoes."}, 0},
		"only what it needs": {quiz.RoleContent{Skills: []string{"Patience"}}, 1},
	} {
		got := findings(spoiled(func(v *quiz.Version) { v.Roles[0].Content = c.content }), "role_content")
		if len(got) != c.found || len(got) > 0 && (got[0].Severity != Error || got[0].Field != "roles.product_manager.content.tagline") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
