package quiz_test

import (
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestTextsAreFoundWhateverTheirCaseAndAccents(t *testing.T) {
	v := content.First()
	v.Questions[3].Text = "Ein CAFÉ am Fluß, und ein Café im Park"
	v.Roles[0].Content.Summary = "A cafe in a part of the town"
	plain := func(x any) string { return "" }
	for query, want := range map[string]string{
		"cafe":       "questions." + v.Questions[3].Key + ".text",
		"  PARK  é ": "questions." + v.Questions[3].Key + ".text",
		"café TOWN":  "roles." + v.Roles[0].Key + ".content.summary",
	} {
		found := v.FindIn(plain, query)
		if len(found) == 0 || !strings.Contains(fieldsOf(found), want) {
			t.Errorf("%q finds %s, want %s", query, fieldsOf(found), want)
		}
	}
	for _, query := range []string{"", "  ", "no such word anywhere", "\u0301"} {
		if found := v.FindIn(plain, query); found != nil {
			t.Errorf("%q finds %s", query, fieldsOf(found))
		}
	}
	for _, f := range v.FindIn(plain, "cafe") {
		var whole strings.Builder
		for _, p := range f.Pieces {
			whole.WriteString(p.Text)
			if p.Found && !strings.EqualFold(p.Text, "café") && p.Text != "cafe" {
				t.Errorf("%q is marked", p.Text)
			}
		}
		if whole.String() != v.Questions[3].Text && whole.String() != v.Roles[0].Content.Summary {
			t.Errorf("the pieces make %q", whole.String())
		}
	}
}

func TestTranslationsAreFound(t *testing.T) {
	v := content.First()
	found := v.FindIn(func(any) string { return "" }, v.Translations["de"]["title"].Text)
	if !strings.Contains(fieldsOf(found), "translations.de.title") {
		t.Errorf("found %s", fieldsOf(found))
	}
}

func fieldsOf(found []quiz.FoundText) string {
	var fields []string
	for _, f := range found {
		fields = append(fields, f.Field)
	}
	return strings.Join(fields, " ")
}
