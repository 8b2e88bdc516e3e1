package attack_test

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/test/long"
	"whichpm/web/taker"
)

func TestARandomLinkTellsNothingAndCostsLittle(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.visitor(t)
		own := v.finish()
		v.share(own, "answers", "Ada")
		thief := h.visitor(t)
		known, patterns := map[string]string{}, []string{"/r/*", "/result/*", "/r/*.json", "/r/*/card.png", "/result/*/download"}
		code := regexp.MustCompile(`[A-Za-z0-9_-]{24}`)
		for n := range long.Pick(1000, 100_000) {
			var random [18]byte
			_, _ = rand.Read(random[:])
			pattern := patterns[n%len(patterns)]
			got := thief.get(strings.Replace(pattern, "*", base64.RawURLEncoding.EncodeToString(random[:]), 1))
			if got.StatusCode != http.StatusNotFound {
				t.Fatalf("%s answers %d", pattern, got.StatusCode)
			}
			body := code.ReplaceAllString(got.body, "*")
			if known[pattern] == "" {
				known[pattern] = body
			}
			if known[pattern] != body {
				t.Fatalf("%s is not found in two ways", pattern)
			}
		}
		malformed := thief.get("/r/short").want(t, http.StatusNotFound)
		if code.ReplaceAllString(malformed.body, "*") != known["/r/*"] {
			t.Error("a malformed link is told from one that is not there")
		}
		thief.get("/healthz").want(t, http.StatusOK)
	})
}

func TestARevokedOrDeletedLinkIsGoneInEveryForm(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		for name, end := range map[string]func(v *visitor, result, share string){
			"revoked": func(v *visitor, result, share string) {
				v.post(result+"/share/removal", "share", strings.TrimPrefix(share, "/r/")).want(t, http.StatusSeeOther)
			},
			"deleted": func(v *visitor, result, _ string) { v.post(result+"/removal").want(t, http.StatusSeeOther) },
		} {
			h := open(t, s)
			v, other := h.visitor(t), h.visitor(t)
			result := v.finish()
			share := v.share(result, "profile", "Zaphod")
			theirs := other.share(other.finish(), "profile", "")
			forms := []string{
				share, share + ".json", share + "/card.png",
				"/compare" + strings.TrimPrefix(share, "/r") + strings.TrimPrefix(theirs, "/r"), "/compare" + strings.TrimPrefix(theirs, "/r") + strings.TrimPrefix(share, "/r"),
			}
			guest := h.visitor(t)
			tags := map[string]string{}
			for _, path := range forms {
				got := guest.get(path).want(t, http.StatusOK)
				if tags[path] = got.Header.Get("ETag"); !slices.Contains([]string{"no-cache", "no-store"}, got.Header.Get("Cache-Control")) {
					t.Errorf("%s may be kept: %q", path, got.Header.Get("Cache-Control"))
				}
			}
			end(v, result, share)
			for _, path := range forms {
				for _, headers := range [][]string{nil, {"Accept", "text/plain"}, {"Accept", "text/markdown"}, {"If-None-Match", tags[path]}, {"Range", "bytes=0-9"}} {
					if got := guest.get(path, headers...); got.StatusCode != http.StatusGone || strings.Contains(got.body, "Zaphod") {
						t.Errorf("%s: %s %v answers %d", name, path, headers, got.StatusCode)
					}
				}
			}
			guest.post(share+"/invitation").want(t, http.StatusSeeOther)
			if strings.Contains(guest.get("/q/1").body, "Zaphod") || strings.Contains(h.stored(t), "Zaphod") && name == "deleted" {
				t.Errorf("%s: the name is still there", name)
			}
		}
	})
}

// panickingStore is a database that panics at a result.
type panickingStore struct{ taker.Store }

func (panickingStore) Result(context.Context, quiz.ResultID) (quiz.Result, error) {
	panic(errors.New("zq-secret of somebody"))
}

func TestAPanicIsAPageWithACodeAndTheNextRequestIsFine(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{takers: func(s taker.Store) taker.Store { return panickingStore{s} }})
	v := h.visitor(t)
	for _, headers := range [][]string{nil, {"Accept", "text/plain"}} {
		got := v.get("/result/"+strings.Repeat("A", 24), headers...).want(t, http.StatusInternalServerError)
		for _, leak := range []string{"zq-secret", "goroutine", ".go:", "panic", "runtime"} {
			if strings.Contains(got.body, leak) {
				t.Errorf("the page says %q", leak)
			}
		}
		id := got.Header.Get("X-Request-Id")
		if !strings.Contains(got.body, id) || strings.Count(h.log.String(), `"id":"`+id+`"`) != 2 {
			t.Errorf("%s is not the code of the page and of two lines of the log", id)
		}
		checkHeaders(t, "a panic", got)
	}
	if !strings.Contains(h.log.String(), "links_test.go") {
		t.Error("the log does not say where")
	}
	v.get("/guide").want(t, http.StatusOK)
}

func TestEveryKindOfResponseHasItsSecurityHeaders(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{public: "https://quiz.example"})
	v := h.visitor(t)
	for name, got := range map[string]reply{
		"a page":            v.get("/guide"),
		"a redirect":        v.get("/guide/"),
		"not found":         v.get("/nothing"),
		"a wrong method":    v.do(v.request(http.MethodDelete, "/guide", "")),
		"a static file":     v.get(staticFile(v)),
		"no static file":    v.get("/static/nothing"),
		"a wrong file way":  v.do(v.request(http.MethodPost, staticFile(v), "")),
		"another site":      v.send("/start", nil, foreign["another site"]...),
		"a broken address":  v.get("/guide?%ff"),
		"too much":          v.post("/start", "form", strings.Repeat("x", 70_000)),
		"a wrong type":      v.do(v.request(http.MethodPost, "/start", "x", "Content-Type", "text/plain")),
		"a guarded page":    v.get("/admin"),
		"health":            v.get("/healthz"),
		"readiness":         v.get("/readyz"),
		"data":              v.get("/method.json"),
		"a problem as data": v.get("/r/short.json"),
		"the icon":          v.get("/favicon.ico"),
	} {
		checkHeaders(t, name, got)
		if got.Header.Get("Strict-Transport-Security") != "max-age=31536000" {
			t.Errorf("%s: HTTPS is not asked for", name)
		}
	}
}

func staticFile(v *visitor) string {
	page := v.get("/guide").body
	_, after, _ := strings.Cut(page, `href="/static/`)
	name, _, _ := strings.Cut(after, `"`)
	return "/static/" + name
}
