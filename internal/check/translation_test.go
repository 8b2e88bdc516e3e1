package check

import (
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// adviceOn is what the checks say about a language.
func adviceOn(v *quiz.Version) string {
	var said []string
	for _, f := range Version(v).Findings {
		if strings.HasPrefix(f.Field, "translations.") {
			said = append(said, f.What)
		}
	}
	return strings.Join(said, " ")
}

func TestATranslationIsSaidToLackWhatItLacks(t *testing.T) {
	for want, spoil := range map[string]func(*quiz.Version, map[string]quiz.Translated){
		"": func(*quiz.Version, map[string]quiz.Translated) {},
		"German is not offered: 1 text is missing.": func(_ *quiz.Version, de map[string]quiz.Translated) { delete(de, "title") },
		"German is not offered: 3 texts are missing, 1 is outdated.": func(v *quiz.Version, de map[string]quiz.Translated) {
			for _, field := range []string{"title", "guide.caveats", "questions.h1.text"} {
				delete(de, field)
			}
			question(v, "h2").Text = "I see where things lead."
		},
		"German is not offered: 2 texts are outdated.": func(v *quiz.Version, _ map[string]quiz.Translated) {
			v.Title, v.Roles[0].Short = "Which work suits you?", "Discovery"
		},
	} {
		t.Run(want, func(t *testing.T) {
			v := content.First()
			german(v, func(de map[string]quiz.Translated) { spoil(v, de) })
			if got := adviceOn(v); got != want {
				t.Errorf("says %q, want %q", got, want)
			}
		})
	}
}

func TestATranslationThatWasNotStartedLacksNothing(t *testing.T) {
	v := content.First()
	for _, v.Translations = range []quiz.Translations{nil, {"de": {}}} {
		if got := adviceOn(v); got != "" {
			t.Errorf("says %q", got)
		}
	}
}
