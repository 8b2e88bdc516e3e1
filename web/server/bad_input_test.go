package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestATamperedCookieStartsAgainWithAPlainMessage(t *testing.T) {
	h := open(t)
	address, _ := url.Parse(h.URL)
	for name, change := range map[string]func(string) string{
		"cut":       func(s string) string { return s[:len(s)-3] },
		"changed":   func(s string) string { return "B" + s[1:] },
		"something": func(string) string { return "hello" },
		"huge":      func(s string) string { return strings.Repeat(s, 20) },
	} {
		v := h.visitor(t)
		v.start()
		cookie := v.Jar.Cookies(address)[0]
		v.Jar.SetCookies(address, []*http.Cookie{{Name: cookie.Name, Value: change(cookie.Value), Path: "/"}})
		v.get("/q/1").want(t, http.StatusBadRequest).says(t, "Your saved answers cannot be read", "Go to the start page")
		if len(v.Jar.Cookies(address)) > 0 {
			t.Errorf("%s: the browser still keeps it", name)
		}
		v.get("/").want(t, http.StatusOK).says(t, "Start")
	}
}

func TestBadInputGetsAClearPage(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	key := v.get("/q/1").value("question")
	tests := []struct {
		name   string
		reply  reply
		status int
		says   string
	}{
		{"an unknown page", v.get("/nothing"), 404, "could not find"},
		{"a question out of range", v.get("/q/999"), 404, "could not find"},
		{"question zero", v.get("/q/0"), 404, "could not find"},
		{"a question that is no number", v.get("/q/one"), 404, "could not find"},
		{"another spelling of a number", v.get("/q/01"), 404, "could not find"},
		{"an option out of range", v.post("/q/1", "question", key, "answer", "9"), 422, "one of the answers shown"},
		{"an option that is no number", v.post("/q/1", "question", key, "answer", "x"), 422, "one of the answers shown"},
		{"an answer to another question", v.post("/q/1", "question", "ep", "answer", "0"), 422, "another question"},
		{"a malformed owner link", v.get("/result/short"), 404, "could not find"},
		{"an unknown owner link", v.get("/result/" + strings.Repeat("A", 24)), 404, "could not find"},
		{"a malformed share link", v.get("/r/short"), 404, "could not find"},
		{"an unknown share link", v.get("/r/" + strings.Repeat("A", 24)), 404, "could not find"},
		{"a damaged private link", v.get("/resume/AAAA"), 400, "cannot be read"},
		{"a wrong method", v.send("DELETE", "/guide", "", nil), 405, "cannot be used that way"},
		{"a wrong content type", v.send("POST", "/q/1", "application/json", strings.NewReader("{}")), 415, "we cannot read"},
		{"a body over 64 KB", v.post("/q/1", "answer", strings.Repeat("x", 70_000)), 413, "too much"},
		{"a chunked body over 64 KB", v.send("POST", "/q/1", "application/x-www-form-urlencoded", chunks(70_000)), 413, "too much"},
		{"a NUL", v.post("/q/1", "question", "a\x00b"), 400, "cannot be read"},
		{"text that is not UTF-8", v.send("POST", "/q/1", "application/x-www-form-urlencoded", strings.NewReader("question=%ff")), 400, "cannot be read"},
		{"an address that is not UTF-8", v.get("/q/%ff"), 400, "cannot be read"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.reply.want(t, tt.status).says(t, tt.says) })
	}
	v.get("/").says(t, counted("0 of {n} answered"))
}

// chunks is a body whose length is not known beforehand.
func chunks(n int) *chunked { return &chunked{strings.NewReader(strings.Repeat("x", n))} }

type chunked struct{ body *strings.Reader }

func (c *chunked) Read(p []byte) (int, error) { return c.body.Read(p) }

func TestAWrongMethodNamesTheRightOnes(t *testing.T) {
	v := open(t).visitor(t)
	if got := v.send("DELETE", "/q/1", "", nil).Header.Get("Allow"); got != "GET, HEAD, POST" {
		t.Errorf("Allow is %q", got)
	}
}

func TestAFormFromAnotherSiteIsRefused(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	request, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+"/start", strings.NewReader(""))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Sec-Fetch-Site", "cross-site")
	page := v.do(request)
	page.want(t, http.StatusForbidden).says(t, "came from another site")
	if len(page.Cookies()) > 0 {
		t.Error("it started a quiz")
	}
}

func TestTheLogHoldsNoSecret(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/share", "scope", "verdict", "name", "Ada")
	shared := sharedLink(t, h, v.get(result).body)
	v.get(shared)
	v.get("/resume/sometoken")
	v.get("/nothing/here")
	h.Close()
	log := h.log.String()
	for _, secret := range []string{strings.TrimPrefix(result, "/result/"), strings.TrimPrefix(shared, "/r/"), "Ada", "sometoken", "nothing/here", "127.0.0.1"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
	if !strings.Contains(log, `"route":"/result/{owner}"`) {
		t.Error("the log does not name the routes")
	}
}

func TestWhileTheDatabaseIsAwayNothingIsLost(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	v.answer("/q/1", "0")
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	for at := "/q/2"; at != "/review"; {
		at = v.answer(at, "0").want(t, http.StatusSeeOther).to()
	}
	page := v.post("/result").want(t, http.StatusServiceUnavailable).says(t, "your answers are kept in this browser")
	if page.Header.Get("Retry-After") == "" {
		t.Error("it does not say when to try again")
	}
	v.get("/review").want(t, http.StatusOK).says(t, counted("You have answered {n} of {n}"))
	v.get("/readyz").want(t, http.StatusServiceUnavailable)
	v.get("/healthz").want(t, http.StatusOK)
	v.get("/guide").want(t, http.StatusOK)
}

func TestEveryResponseHasItsSecurityHeaders(t *testing.T) {
	v := open(t).visitor(t)
	for _, path := range []string{"/", "/nothing", "/guide"} {
		headers := v.get(path).Header
		policy := headers.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy is %q", path, policy)
		}
		if headers.Get("X-Content-Type-Options") != "nosniff" || headers.Get("Referrer-Policy") != "same-origin" {
			t.Errorf("%s: headers are %v", path, headers)
		}
	}
}

func TestOnlyIndexedPagesAndEditorsMayFetch(t *testing.T) {
	v := open(t).visitor(t)
	for path, may := range map[string]bool{"/": true, "/guide": true, "/method": true, "/privacy": true, "/compare": false, "/admin/guide": true, "/nothing": false} {
		policy := v.get(path).Header.Get("Content-Security-Policy")
		if strings.Contains(policy, "; connect-src 'self'") != may {
			t.Errorf("%s: policy is %q", path, policy)
		}
	}
}

func TestAnAddressWithATrailingSlashLeadsToThePage(t *testing.T) {
	v := open(t).visitor(t)
	v.get("/guide/").want(t, http.StatusSeeOther, "/guide")
	v.get("/q/1/?from=review").want(t, http.StatusSeeOther, "/q/1?from=review")
	for _, path := range []string{"//example.org/", "/nothing/", "//", "/%2f%2fexample.org/"} {
		if r := v.get(path); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d and leads to %q", path, r.StatusCode, r.to())
		}
	}
}
