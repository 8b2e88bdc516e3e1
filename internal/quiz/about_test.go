package quiz_test

import (
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestAVersionThatSaysNothingOfItselfIsTheSameAsBefore(t *testing.T) {
	const hash = "6ed9055e064a84931cc0657ddedcadfb48a776444f127c4c17122b86e95f40f6"
	if got := (&quiz.Version{Title: "A quiz of before"}).Hash(); got != hash {
		t.Errorf("the hash is %s now", got)
	}
}

func TestAVersionIsTranslatedIntoThePagesOtherLanguages(t *testing.T) {
	for tag, want := range map[string]struct {
		into []string
		page string
		rtl  bool
	}{
		"":      {[]string{"de"}, "en", false},
		"en-GB": {[]string{"de"}, "en", false},
		"de":    {[]string{"en"}, "de", false},
		"de-AT": {[]string{"en"}, "de", false},
		"ja":    {[]string{"en", "de"}, "en", false},
		"ar":    {[]string{"en", "de"}, "en", true},
		"he":    {[]string{"en", "de"}, "en", true},
		"az":    {[]string{"en", "de"}, "en", false},
		"ur-PK": {[]string{"en", "de"}, "en", true},
	} {
		v := &quiz.Version{Language: tag}
		if got := v.TranslationLanguages(); !slices.Equal(got, want.into) || v.PageLanguage() != want.page || quiz.RightToLeft(v.Source()) != want.rtl {
			t.Errorf("%q: %q on pages in %s, from right to left: %t", tag, got, v.PageLanguage(), quiz.RightToLeft(v.Source()))
		}
	}
}

func TestALanguageIsWrittenAsItsShortTag(t *testing.T) {
	for _, c := range [][2]string{
		{"en", ""}, {"EN", ""}, {" de ", "de"}, {"de-at", "de-AT"}, {"iw", "he"}, {"zh-hant", "zh-Hant"}, {"ja", "ja"},
	} {
		typed, want := c[0], c[1]
		v := content.First()
		must(t, v.SetLanguage(typed))
		if v.Language != want {
			t.Errorf("%q is kept as %q", typed, v.Language)
		}
	}
	for _, typed := range []string{"german", "日本語", "e", "und", "de_", "x-klingon-" + "verylongsubtag"} {
		refused(t, content.First().SetLanguage(typed), "language")
	}
}

func TestAVersionIsNotTranslatedIntoItsOwnLanguage(t *testing.T) {
	v := content.First()
	must(t, v.SetLanguage("de"))
	if len(v.Translations) > 0 {
		t.Error("a quiz in German keeps its translation into German")
	}
	if shown := content.First().In("de"); shown.Source() != "de" || shown.Written() != "en" {
		t.Errorf("a translation is in %q, from %q", shown.Source(), shown.Written())
	}
}

func TestWordsOfATradeAreThoseOfTheVersion(t *testing.T) {
	v := content.First()
	if !slices.Contains(v.TradeWords(), "backlog") {
		t.Error("the delivered quiz knows no words of its trade")
	}
	v.About.NoJobs = true
	if len(v.TradeWords()) > 0 {
		t.Errorf("a quiz about something else looks for %q", v.TradeWords())
	}
	v.About.TradeWords = []string{"compost"}
	if got := v.TradeWords(); !slices.Equal(got, []string{"compost"}) {
		t.Errorf("looks for %q", got)
	}
}
