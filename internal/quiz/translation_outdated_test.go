package quiz_test

import (
	"slices"
	"testing"

	"whichpm/internal/quiz"
)

// readByNatives is the first version, whose German was read by somebody who
// grew up with it.
func readByNatives(t testing.TB) *quiz.Version {
	t.Helper()
	v := first(t)
	for field, text := range v.Translations["de"] {
		text.Reviewed = true
		v.Translations["de"][field] = text
	}
	return v
}

func TestAChangedEnglishOutdatesEveryTranslationOfItAndIsRemembered(t *testing.T) {
	for _, s := range readByNatives(t).Translatable() {
		before := readByNatives(t)
		v := before.Clone()
		change(v, s.Field)
		if fields := v.Follow(before); !slices.Equal(fields, []string{s.Field}) {
			t.Fatalf("%s outdates %v", s.Field, fields)
		}
		got, was := v.Translations["de"][s.Field], before.Translations["de"][s.Field]
		if want := (quiz.Translated{Text: was.Text, Of: was.Of, From: s.Text}); got != want {
			t.Fatalf("%s is kept as %+v, want %+v", s.Field, got, want)
		}
		if again := v.Follow(v.Clone()); len(again) > 0 {
			t.Fatalf("another save outdates %v again", again)
		}
	}
}

// change writes another English at a field.
func change(v *quiz.Version, field string) {
	tried := v.Clone()
	tried.Translations = quiz.Translations{"de": {field: {Text: "Another text"}}}
	shown := tried.In("de")
	shown.Translations = v.Translations
	*v = *shown
}

func TestASmallChangeKeepsTheTranslationAsItWas(t *testing.T) {
	live := readByNatives(t)
	v := live.Clone()
	v.Title += "."
	v.Follow(live)
	title := func(text quiz.OutdatedText) bool { return text.Language == "de" && text.Field == "title" }
	if !v.KeepTranslations(live, title) {
		t.Fatal("there is none to keep")
	}
	want := quiz.Translated{Text: live.Translations["de"]["title"].Text, Of: quiz.Fingerprint(v.Title), Reviewed: true}
	if got := v.Translations["de"]["title"]; got != want {
		t.Errorf("it is kept as %+v, want %+v", got, want)
	}
	if v.KeepTranslations(live, title) {
		t.Error("a text that fits is kept again")
	}
}

func TestAnEnglishThatComesBackMakesItsTranslationCurrent(t *testing.T) {
	live := readByNatives(t)
	changed := live.Clone()
	changed.Title += "."
	changed.Follow(live)
	back := changed.Clone()
	back.Title = live.Title
	if fields := back.Follow(changed); len(fields) > 0 || back.Translations["de"]["title"].From != "" || len(back.Languages()) != 1 {
		t.Errorf("%v is outdated, %+v", fields, back.Translations["de"]["title"])
	}
}
