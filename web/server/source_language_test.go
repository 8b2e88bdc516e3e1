package server_test

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/gallery"
	"whichpm/web/words"
)

// writtenIn is a made-up quiz whose texts are in another language.
func writtenIn(language, sample string) *quiz.Version {
	v := gallery.Garden(3)
	v.About = quiz.About{NoJobs: true, Roles: sample}
	texts := map[string]quiz.Translated{}
	for i, s := range v.Translatable() {
		texts[s.Field] = quiz.Translated{Text: fmt.Sprintf("%s %d", sample, i)}
	}
	v.Translations = quiz.Translations{"de": texts}
	v = v.In("de")
	v.Language = language
	return v
}

func TestAQuizInOneOtherLanguageIsTakenSharedAndComparedInIt(t *testing.T) {
	for _, c := range []struct {
		language, sample, page, marked, dir string
	}{
		{"de", "Grüne Gärten", "de", "", ""},
		{"ja", "庭の問い", "en", "ja", ""},
		{"ar", "سؤال الحديقة", "en", "ar", "rtl"},
	} {
		t.Run(c.language, func(t *testing.T) {
			h := openWithQuiz(t, writtenIn(c.language, c.sample))
			mark := ""
			if c.marked != "" {
				mark = ` lang="` + c.marked + `"`
			}
			if c.dir != "" {
				mark = ` dir="` + c.dir + `"` + mark
			}
			for path, page := range everyPage(t, h) {
				if page.Header.Get("Content-Type") != "text/html; charset=utf-8" || path == "/nowhere" {
					continue
				}
				if !strings.Contains(page.body, `<html lang="`+c.page+`"`) {
					t.Errorf("%s is no page in %s", path, c.page)
				}
				quotes := strings.Contains(page.text("main"), c.sample)
				if quotes && !strings.Contains(page.body, mark+">") {
					t.Errorf("%s does not mark that its quiz is in %s", path, c.language)
				}
			}
			ada := h.visitor(t)
			ada.start()
			question := ada.get("/q/1").body
			if want := "<legend><h1" + mark + ">" + c.sample; !strings.Contains(question, want) {
				t.Errorf("the first question is not asked in %s", c.language)
			}
			ada.get("/?lang=de").want(t, http.StatusSeeOther)
			ada.get("/").want(t, http.StatusOK).says(t, c.sample)
			_, shared := h.visitor(t).shares("profile", "Ada")
			picture := ada.get(shared+"/card.png").want(t, http.StatusOK)
			if _, err := png.Decode(bytes.NewReader([]byte(picture.body))); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAdminsAreToldWhichLanguageThePagesAroundAQuizAreIn(t *testing.T) {
	h := openWithQuiz(t, writtenIn("ja", "庭の問い"))
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get("/admin/settings").want(t, http.StatusOK).says(t, "There are no pages in Japanese: what stands around the texts of the quiz is in English")
	v.get("/admin/translations").want(t, http.StatusOK).says(t, "The quiz is written in this language: Japanese.", "English", "German")
	v.post("/admin/draft", "next", "/admin/settings").want(t, http.StatusSeeOther)
	page := v.get("/admin/settings").want(t, http.StatusOK)
	if !strings.Contains(page.body, `lang="ja"`) {
		t.Error("the fields of a Japanese quiz are not marked as Japanese")
	}
	v.get("/admin/translations/en/title").want(t, http.StatusOK).says(t, "in English", "Japanese")
}

func TestAQuizIsOfferedInEveryPageLanguageItIsWholeIn(t *testing.T) {
	v := writtenIn("ja", "庭の問い")
	texts := map[string]quiz.Translated{}
	for i, s := range v.Translatable() {
		texts[s.Field] = quiz.Translated{Text: fmt.Sprintf("Gartenfrage %d", i), Of: quiz.Fingerprint(s.Text)}
	}
	v.Translations = quiz.Translations{"de": texts}
	german, shown := words.German.Showing(v)
	if german.Tag() != "de" || german.Content() != "" || !strings.HasPrefix(shown.Title, "Gartenfrage") || shown.Written() != "ja" {
		t.Errorf("Germans get %q in %q", shown.Title, german.Tag())
	}
	english, shown := words.English.Showing(v)
	if english.Tag() != "en" || english.Content() != "ja" || !strings.HasPrefix(shown.Title, "庭の問い") {
		t.Errorf("others get %q in %q", shown.Title, english.Tag())
	}
}

func TestPublishingInALanguageWithoutPagesSaysWhichLanguageItTurnsOff(t *testing.T) {
	live := writtenIn("de", "Grüne Gärten")
	texts := map[string]quiz.Translated{}
	for i, s := range live.Translatable() {
		texts[s.Field] = quiz.Translated{Text: fmt.Sprintf("Green gardens %d", i), Of: quiz.Fingerprint(s.Text)}
	}
	live.Translations = quiz.Translations{"en": texts}
	h := openWithQuiz(t, live)
	if err := h.store.ImportDraft(t.Context(), writtenIn("ja", "庭の問い"), entry(quiz.ActionImportDraft)); err != nil {
		t.Fatal(err)
	}
	h.signedIn(t, "mira@example.org", auth.Owner).get("/admin/publication").want(t, http.StatusOK).
		says(t, "Publishing turns English off", "Takers read Japanese until every text fits")
}
