package content_test

import (
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// over reads the file of base with one text in the place of another.
func over(t *testing.T, base *quiz.Version, pairs ...string) *quiz.Version {
	t.Helper()
	body, err := content.Format(base)
	if err != nil {
		t.Fatal(err)
	}
	v, err := content.ParseOver([]byte(strings.NewReplacer(pairs...).Replace(string(body))), base)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func nativelyRead() *quiz.Version {
	v := content.First()
	for field, text := range v.Translations["de"] {
		text.Reviewed = true
		v.Translations["de"][field] = text
	}
	return v
}

func outdated(v *quiz.Version) []string {
	var fields []string
	for _, t := range v.OutdatedIn(quiz.PlainEnglish) {
		fields = append(fields, t.Field)
	}
	return fields
}

func TestAChangedEnglishInAFileOutdatesItsTranslation(t *testing.T) {
	base := nativelyRead()
	q := base.Questions[0]
	field := "questions." + q.Key + ".text"
	v := over(t, base, q.Text, "Another wording.")
	if got := outdated(v); !slices.Equal(got, []string{field}) {
		t.Errorf("outdated are %v", got)
	}
	want := quiz.Translated{Text: base.Translations["de"][field].Text, Of: quiz.Fingerprint(q.Text), From: q.Text}
	if got := v.Translations["de"][field]; got != want {
		t.Errorf("it is kept as %+v, want %+v", got, want)
	}
	if got := outdated(over(t, base)); len(got) > 0 {
		t.Errorf("an unchanged file outdates %v", got)
	}
}

func TestATextTranslatedAnewInTheFileIsCurrent(t *testing.T) {
	base := nativelyRead()
	q := base.Questions[0]
	field := "questions." + q.Key + ".text"
	v := over(t, base, q.Text, "Another wording.", base.Translations["de"][field].Text, "Ein anderer Satz.")
	if got := outdated(v); len(got) > 0 || !v.Translations["de"][field].Reviewed {
		t.Errorf("outdated are %v", got)
	}
}

func TestOptionsInAnotherOrderTakeOnlyTheirOwnTranslation(t *testing.T) {
	base := nativelyRead()
	i := slices.IndexFunc(base.Questions, func(q quiz.Question) bool { return q.Kind == quiz.Choice })
	q := base.Questions[i]
	at := "questions." + q.Key + ".options."
	first, second := q.Options[0].Label, q.Options[1].Label
	both := []string{at + "0.label", at + "1.label"}
	erste, zweite := base.Translations["de"][both[0]].Text, base.Translations["de"][both[1]].Text
	if got := outdated(over(t, base, first, second, second, first)); !slices.Equal(got, both) {
		t.Errorf("with the English in another order %v are outdated", got)
	}
	if got := outdated(over(t, base, erste, zweite, zweite, erste)); !slices.Equal(got, both) {
		t.Errorf("with the German in another order %v are outdated", got)
	}
	if got := outdated(over(t, base, first, second, second, first, erste, zweite, zweite, erste)); len(got) > 0 {
		t.Errorf("with both in another order %v are outdated", got)
	}
}
