package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// getAs asks for a page with some headers, given as name, value.
func (v *visitor) getAs(path string, headers ...string) reply {
	v.t.Helper()
	request, err := http.NewRequestWithContext(v.t.Context(), http.MethodGet, v.site.URL+path, nil)
	if err != nil {
		v.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return v.do(request)
}

// is checks what kind of answer a reply is.
func (r reply) is(t testing.TB, contentType string) reply {
	t.Helper()
	if got := r.Header.Get("Content-Type"); got != contentType {
		t.Fatalf("%s is %s, want %s", r.Request.URL.Path, got, contentType)
	}
	return r
}

const (
	plainText = "text/plain; charset=utf-8"
	markdown  = "text/markdown; charset=utf-8"
	hypertext = "text/html; charset=utf-8"
)

// share makes a link to a finished result.
func (v *visitor) share(result, scope, name string) string {
	v.t.Helper()
	v.site.wait(time.Second) // the newest link comes first
	v.post(result+"/share", "scope", scope, "name", name).want(v.t, http.StatusSeeOther)
	return sharedLink(v.t, v.site, v.get(result).body)
}

func TestACommandLineReadsAResultWithinItsScope(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	for scope, shows := range map[string][2]bool{"verdict": {false, false}, "profile": {true, false}, "answers": {true, true}} {
		page := h.visitor(t).getAs(v.share(result, scope, "Ada"), "User-Agent", "curl/8.5.0", "Accept", "*/*")
		text := page.want(t, http.StatusOK).is(t, plainText).body
		if !strings.Contains(text, "would both suit Ada") || !strings.Contains(text, h.URL+"/\n") {
			t.Errorf("it reads\n%s", text)
		}
		if strings.Contains(text, "●") != shows[0] || strings.Contains(text, "Every answer") != shows[1] {
			t.Errorf("a link for %s reads\n%s", scope, text)
		}
	}
}

func TestASharedResultComesInTheFormatAskedFor(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	shared := v.share(v.finish(), "profile", "Ada")
	for accept, want := range map[string]string{
		"text/html,*/*;q=0.8": hypertext,
		"text/plain":          plainText,
		"text/markdown":       markdown,
		"application/pdf":     hypertext,
		"*/*":                 hypertext,
	} {
		page := v.getAs(shared, "Accept", accept).want(t, http.StatusOK).is(t, want)
		if vary := strings.Join(page.Header.Values("Vary"), ", "); vary != "Accept, User-Agent, Accept-Language, Cookie, Accept-Encoding" {
			t.Errorf("%s varies by %q", accept, vary)
		}
		if page.Header.Get("Cache-Control") != "no-cache" || page.Header.Get("X-Robots-Tag") != "noindex" {
			t.Errorf("%s: headers are %v", accept, page.Header)
		}
	}
}

func TestANameWithMarkupStaysTextInMarkdown(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	shared := v.share(v.finish(), "verdict", "[x](y) <b>*A*")
	text := v.getAs(shared, "Accept", "text/markdown").is(t, markdown).body
	if want := `\[x\](y) \<b\>\*A\*’s result`; !strings.HasPrefix(text, want) {
		t.Errorf("it begins\n%s", text)
	}
}

func TestAnErrorComesInTheFormatAskedFor(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	shared := v.share(result, "verdict", "Ada")
	v.post(result+"/share/removal", "share", strings.TrimPrefix(shared, "/r/"))
	for path, want := range map[string]struct {
		status int
		says   string
	}{
		shared:     {http.StatusGone, "This link no longer works"},
		"/r/short": {http.StatusNotFound, "We could not find that page"},
		"/nothing": {http.StatusNotFound, "We could not find that page"},
	} {
		text := v.getAs(path, "Accept", "text/plain").want(t, want.status).is(t, plainText).body
		if !strings.Contains(text, want.says+"\n") || strings.Contains(text, "<") || strings.Contains(text, "Ada") {
			t.Errorf("%s reads\n%s", path, text)
		}
		text = v.getAs(path, "Accept", "text/markdown").want(t, want.status).is(t, markdown).body
		if !strings.Contains(text, "# "+want.says+"\n") {
			t.Errorf("%s reads\n%s", path, text)
		}
		v.get(path).want(t, want.status).is(t, hypertext).says(t, want.says)
	}
}
