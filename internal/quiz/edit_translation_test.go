package quiz_test

import (
	"errors"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// typing is one text typed into its form.
func typing(field, text string) quiz.TypedTranslation {
	return quiz.TypedTranslation{Texts: map[string]string{field: text}}
}

func TestATextIsTranslatedFromTheEnglishAsItStands(t *testing.T) {
	v := content.First()
	v.Translations = nil
	v.Title = "Another title"
	must(t, v.SetTranslation("de", "title", typing("title", " Ein  anderer\nTitel ")))
	want := quiz.Translated{Text: "Ein anderer Titel", Of: quiz.Fingerprint("Another title")}
	if got := v.Translations["de"]["title"]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if c := v.CountTranslated("de"); !c.Started() || c.Whole() || c.Texts-c.Missing != 1 || c.Unreviewed != 1 {
		t.Errorf("counted %+v", c)
	}
}

func TestATranslationThatStaysIsOutdatedUntilItIsSaidToFit(t *testing.T) {
	v := content.First()
	was := v.Translations["de"]["title"]
	v.Title = "Another title"
	typed := typing("title", was.Text)
	must(t, v.SetTranslation("de", "title", typed))
	if _, outdated := v.Missing("de"); len(outdated) != 1 || v.Translations["de"]["title"] != was {
		t.Errorf("%d texts are outdated after it was saved as it stood", len(outdated))
	}
	before := v.Clone()
	typed.Fits = map[string]bool{"title": true}
	must(t, v.SetTranslation("de", "title", typed))
	if _, outdated := v.Missing("de"); len(outdated) != 0 {
		t.Errorf("outdated: %v", outdated)
	}
	want := quiz.FieldDiff{
		Field: "translations.de.title.of", Label: "Title of the quiz in German, made from",
		Before: "an earlier text", After: "the text as it stands",
	}
	if got := quiz.Diff(before, v); len(got) != 1 || got[0] != want {
		t.Errorf("the difference is %+v", got)
	}
}

func TestANewTranslationOfAnOutdatedTextIsMadeFromTheNewEnglish(t *testing.T) {
	v := content.First()
	v.Title = "Another title"
	must(t, v.SetTranslation("de", "title", typing("title", "Ein anderer Titel")))
	if missing, outdated := v.Missing("de"); len(missing)+len(outdated) != 0 {
		t.Errorf("missing %v, outdated %v", missing, outdated)
	}
}

func TestAnEmptyTextTakesTheTranslationAway(t *testing.T) {
	v := content.First()
	must(t, v.SetTranslation("de", "title", typing("title", " \n")))
	if missing, _ := v.Missing("de"); len(missing) != 1 || missing[0].Field != "title" {
		t.Errorf("missing %v", missing)
	}
	only := content.First()
	only.Translations = quiz.Translations{"de": {"title": only.Translations["de"]["title"]}}
	must(t, only.SetTranslation("de", "title", typing("title", "")))
	if len(only.Translations) != 0 {
		t.Errorf("%v is left", only.Translations)
	}
}

func TestAPartIsTranslatedWithoutTheOthers(t *testing.T) {
	v := content.First()
	typed := quiz.TypedTranslation{
		Texts:    map[string]string{"guide.caveats": "Eins\r\n\r\n Zwei ", "title": "Nicht von hier", "guide.nothing": "x"},
		Reviewed: true,
	}
	must(t, v.SetTranslation("de", "guide", typed))
	for _, part := range v.TranslationParts("de") {
		c, old := part.Count(), content.First().Translations["de"]
		if (part.Key == "guide") != (c.Unreviewed == 0) {
			t.Errorf("of %s %d texts are not reviewed", part.Key, c.Unreviewed)
		}
		for _, text := range part.Texts {
			if text.Field == "guide.caveats" && text.Text != "Eins\nZwei" || text.Field != "guide.caveats" && text.Text != old[text.Field].Text {
				t.Errorf("%s is %q", text.Field, text.Text)
			}
		}
	}
	if _, there := v.Translations["de"]["guide.nothing"]; there {
		t.Error("a text that nobody reads was translated")
	}
}

func TestATranslationHasTheLimitsOfTheEnglish(t *testing.T) {
	for name, c := range map[string]struct{ part, field, text, says string }{
		"too long":       {"title", "title", strings.Repeat("ü", 121), "Shorten this to 120 characters; it has 121"},
		"a hidden sign":  {"questions.h1", "questions.h1.text", "Ich\x00", "Take out the hidden character U+0000"},
		"no UTF-8":       {"questions.h1", "questions.h1.text", "Ich\xff", "Take out the hidden character"},
		"too many lines": {"guide", "guide.caveats", strings.Repeat("Zeile\n", quiz.MaxLines+1), "Keep at most 30 lines; there are 31"},
		"a long line":    {"guide", "guide.caveats", "Eins\n" + strings.Repeat("x", 1001), "Shorten line 2 to 1000 characters"},
	} {
		t.Run(name, func(t *testing.T) {
			err := content.First().SetTranslation("de", c.part, typing(c.field, c.text))
			problems, _ := errors.AsType[quiz.Problems](err)
			if got := problems.For("translations.de." + c.field); len(problems) != 1 || !strings.HasPrefix(got, c.says) {
				t.Errorf("got %v, want %q", err, c.says)
			}
		})
	}
}

func TestOnlyALanguageAndAPartThereAreAreTranslated(t *testing.T) {
	for _, c := range [][2]string{{"fr", "title"}, {"", "title"}, {"de", ""}, {"de", "questions"}, {"de", "questions.none"}, {"de", "settings"}} {
		if err := content.First().SetTranslation(c[0], c[1], quiz.TypedTranslation{}); !errors.Is(err, quiz.ErrNotFound) {
			t.Errorf("%v: %v", c, err)
		}
	}
	for _, language := range quiz.PageLanguages {
		if quiz.LanguageTag(language).String() == language {
			t.Errorf("%s has no name in English", language)
		}
	}
}

func TestEveryTextThatTakersReadIsInOnePart(t *testing.T) {
	v := content.First()
	var fields []string
	keys := map[string]bool{}
	for _, part := range v.TranslationParts("de") {
		if keys[part.Key] || part.Name == "" {
			t.Errorf("part %q is called %q, there before: %t", part.Key, part.Name, keys[part.Key])
		}
		keys[part.Key] = true
		for _, text := range part.Texts {
			fields = append(fields, text.Field)
		}
	}
	for i, s := range v.Translatable() {
		if i >= len(fields) || fields[i] != s.Field {
			t.Fatalf("%s is not where it should be", s.Field)
		}
	}
	if want := 2 + len(v.Questions) + len(v.Dimensions) + len(v.Roles) + 1; len(keys) != want {
		t.Errorf("%d parts, want %d", len(keys), want)
	}
}
