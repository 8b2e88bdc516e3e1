package server_test

import (
	"net/http"
	"strings"
	"testing"
)

// in is a visitor whose browser asks for a language.
func (h *testSite) in(t *testing.T, languages string) *visitor {
	v := h.visitor(t)
	v.Transport = asking{languages}
	return v
}

type asking struct{ languages string }

func (a asking) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Accept-Language", a.languages)
	return http.DefaultTransport.RoundTrip(r)
}

// has checks the source of a reply, where says looks at what is read.
func (r reply) has(t *testing.T, texts ...string) reply {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.body, text) {
			t.Errorf("%s does not hold %q", r.Request.URL.Path, text)
		}
	}
	return r
}

const germans = "de-DE,de;q=0.9,en;q=0.5"

func TestAGermanVisitorTakesTheQuizInGerman(t *testing.T) {
	h := open(t)
	v := h.in(t, germans)
	v.get("/").want(t, http.StatusOK).has(t, `<html lang="de">`).says(t, "Welche Arbeitsweise passt zu dir?", "Los geht’s", "Produktmanagement oder Projektmanagement")
	result := v.finish()
	v.get("/method").says(t, "Wie oft das Quiz richtig liegt", "noch niemand mit Deutsch als Muttersprache", "0,8")
	v.get(result).want(t, http.StatusOK).says(t, "würden beide zu dir passen", "Dein Profil", "Jede Antwort und ihre Punkte", "Was du jetzt tun kannst", "„Ein Rätsel lösen: Wie funktioniert das?“")
	v.post(result+"/share", "scope", "nothing").want(t, http.StatusUnprocessableEntity).says(t, "Fehler:", "Wähle, was der Link zeigt").has(t, `href="`+result+`?lang=en"`)
	v.post(result+"/share", "scope", "profile", "name", "Ada").want(t, http.StatusSeeOther, result+"#link-1")
	shared := sharedLink(t, h, v.get(result).body)
	h.in(t, germans).get(shared).says(t, "Ergebnis von Ada", "würden beide zu Ada passen")
	h.visitor(t).get(shared).has(t, `<html lang="en">`).says(t, "Ada’s result", "would both suit Ada")
	h.in(t, germans).get(shared+".json").has(t, "would both suit Ada")
	h.in(t, germans).get("/nothing").want(t, http.StatusNotFound).has(t, `<html lang="de">`).says(t, "Diese Seite haben wir nicht gefunden")
}

func TestAJourneyBegunInOneLanguageGoesOnInAnother(t *testing.T) {
	v := open(t).in(t, "de")
	v.start()
	v.get("/q/1").says(t, "Frage 1 von", "Frage überspringen")
	v.answer("/q/1", "1")
	v.get("/q/2?lang=en").want(t, http.StatusSeeOther, "/q/2")
	v.get("/q/2").says(t, "Question 2 of").has(t, `<html lang="en">`)
	v.answer("/q/2", "1")
	v.get("/q/1?from=review&lang=de").want(t, http.StatusSeeOther, "/q/1?from=review")
	if chosen := v.get("/q/1").says(t, "Frage 1 von").checked(); chosen != "1" {
		t.Errorf("the first answer is %q", chosen)
	}
}

func TestTheVerdictDoesNotDependOnTheLanguage(t *testing.T) {
	h := open(t)
	for _, languages := range []string{"de", "en"} {
		v := h.in(t, languages)
		v.get(v.finish()+"/download").has(t, "\n  \"points\": 5,", `"headline": "Product management and project management would both suit you"`)
	}
}

func TestAChosenLanguageGoesBeforeTheOneTheBrowserAsksFor(t *testing.T) {
	h := open(t)
	v := h.in(t, germans)
	switched := v.get("/guide?lang=en").want(t, http.StatusSeeOther, "/guide")
	cookies := switched.Cookies()
	if len(cookies) != 1 || cookies[0].Name != "whichpm_lang" || cookies[0].Value != "en" || !cookies[0].HttpOnly {
		t.Errorf("it sets %v", cookies)
	}
	page := v.get("/guide").want(t, http.StatusOK).has(t, `<html lang="en">`, `<a href="/guide?lang=de" lang="de" hreflang="de" rel="nofollow">Deutsch</a>`)
	if vary := strings.Join(page.Header.Values("Vary"), ", "); !strings.Contains(vary, "Accept-Language") || !strings.Contains(vary, "Cookie") {
		t.Errorf("Vary is %q", vary)
	}
	if got := v.get("/guide?lang=xx"); got.StatusCode != http.StatusOK || len(got.Cookies()) > 0 {
		t.Error("an unknown language is kept")
	}
	if to := v.get("//evil.example/?lang=de").to(); strings.HasPrefix(to, "//") {
		t.Errorf("it leads to %q", to)
	}
}

func TestTheSmallStartPageSaysItsLanguageInItsAddress(t *testing.T) {
	small := open(t).in(t, "en").get("/embed?lang=de").want(t, http.StatusOK).has(t, `<html lang="de"`).says(t, "Los geht’s")
	if len(small.Cookies()) > 0 {
		t.Error("it sets a cookie in somebody else’s page")
	}
}
