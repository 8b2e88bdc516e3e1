package server_test

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"whichpm/web/server"
	"whichpm/web/taker"
)

// framed is a site that lets these origins frame the small start page.
func framed(t *testing.T, origins ...string) *testSite {
	t.Helper()
	h := open(t)
	public, err := taker.New(t.Context(), h.store, taker.Config{Now: h.now})
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	h.Config.Handler = server.New(server.Config{Log: log, FrameAncestors: origins, Ready: h.store.Ping}, public, h.admins)
	return h
}

// ancestors is who may frame a page.
func (r reply) ancestors() string {
	_, list, _ := strings.Cut(r.Header.Get("Content-Security-Policy"), "frame-ancestors ")
	return list
}

func TestOnlyTheSmallStartPageCanBeFramed(t *testing.T) {
	v := framed(t, "https://example.org", "https://example.com:8443").visitor(t)
	if got := v.get("/embed").want(t, http.StatusOK).ancestors(); got != "https://example.org https://example.com:8443" {
		t.Errorf("/embed can be framed by %q", got)
	}
	result := v.finish()
	for _, path := range []string{
		"/", "/embed/", "/embed/x", "/EMBED", "//embed", "/q/1", "/review", result, v.share(result, "profile", ""), "/nothing", "/readyz",
	} {
		if got := v.get(path).ancestors(); got != "'none'" {
			t.Errorf("%s can be framed by %q", path, got)
		}
	}
}

func TestNobodyFramesAnythingUnlessAllowed(t *testing.T) {
	v := open(t).visitor(t)
	page := v.get("/embed").want(t, http.StatusOK).says(t, "usually 13 to 2", "no account", "Start", "Opens in a new tab")
	if got := page.ancestors(); got != "'none'" {
		t.Errorf("/embed can be framed by %q", got)
	}
	if len(page.Cookies()) > 0 {
		t.Error("it sets a cookie")
	}
	for _, want := range []string{`action="/start"`, `target="_blank"`, `rel="noopener"`} {
		if !strings.Contains(page.body, want) {
			t.Errorf("the form has no %s", want)
		}
	}
}

func TestAStartFromAFrameBeginsTheQuiz(t *testing.T) {
	v := open(t).visitor(t)
	from := v.get("/embed").value("from")
	v.post("/start", "from", from).want(t, http.StatusSeeOther, "/q/1")
	v.get("/q/1").want(t, http.StatusOK)
}

func TestAStartFromAFrameKeepsTheLanguageOfTheFrame(t *testing.T) {
	h := open(t)
	for _, tag := range []string{"de", "en"} {
		v := h.visitor(t)
		page := v.get("/embed?lang=" + tag)
		to := v.post("/start", "from", page.value("from"), "lang", page.value("lang")).want(t, http.StatusSeeOther).to()
		v.get(to).want(t, http.StatusSeeOther, "/q/1")
		if question := v.get("/q/1").want(t, http.StatusOK); !strings.Contains(question.body, `<html lang="`+tag+`"`) {
			t.Errorf("after a start in %s the question is in another language", tag)
		}
	}
	v := h.visitor(t)
	v.post("/start", "from", "/embed", "lang", "//example.org").want(t, http.StatusSeeOther, "/q/1")
	if strings.Contains(v.get("/embed").body, `name="lang"`) {
		t.Error("a language nobody chose is kept")
	}
}

func TestAStartFromAFrameKeepsAQuizInProgress(t *testing.T) {
	v := open(t).visitor(t)
	v.start()
	v.answer("/q/1", "3")
	v.post("/start", "from", "/embed").want(t, http.StatusSeeOther, "/")
	v.get("/").says(t, "Welcome back", counted("1 of {n} answered"))
	v.post("/start").want(t, http.StatusSeeOther, "/q/1")
	v.get("/").says(t, counted("0 of {n} answered"))
}
