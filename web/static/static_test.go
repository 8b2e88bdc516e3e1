package static_test

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"whichpm/web/static"
)

func get(t *testing.T, method, url string) *http.Response {
	t.Helper()
	w := httptest.NewRecorder()
	static.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), method, url, nil))
	return w.Result()
}

func body(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := b.ReadFrom(get(t, http.MethodGet, static.URL(name)).Body); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAFileIsServedForEverUnderAHashedName(t *testing.T) {
	hashed := regexp.MustCompile(`^/static/[\w-]+\.[0-9a-f]{8}\.\w+$`)
	for name, want := range map[string]string{
		"app.css":           "text/css; charset=utf-8",
		"app.js":            "text/javascript; charset=utf-8",
		"admin.css":         "text/css; charset=utf-8",
		"admin.js":          "text/javascript; charset=utf-8",
		"passkey.js":        "text/javascript; charset=utf-8",
		"favicon.svg":       "image/svg+xml",
		"inter-latin.woff2": "font/woff2",
		"OFL.txt":           "text/plain; charset=utf-8",
	} {
		url := static.URL(name)
		if !hashed.MatchString(url) {
			t.Errorf("%s has the address %s", name, url)
		}
		r := get(t, http.MethodGet, url)
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != want {
			t.Errorf("%s: %d %s", name, r.StatusCode, r.Header.Get("Content-Type"))
		}
		if cache := r.Header.Get("Cache-Control"); !strings.Contains(cache, "immutable") {
			t.Errorf("%s: Cache-Control %q", name, cache)
		}
		if len(body(t, name)) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}

func TestAnyOtherPathIsNotFound(t *testing.T) {
	for _, url := range []string{"/static/app.css", "/static/", "/static/app.00000000.css", "/static/../static.go"} {
		if r := get(t, http.MethodGet, url); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", url, r.StatusCode)
		} else if r.Header.Get("Cache-Control") != "" {
			t.Errorf("%s may be kept", url)
		}
	}
}

func TestFilesAreOnlyRead(t *testing.T) {
	if r := get(t, http.MethodPost, static.URL("app.js")); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST answers %d", r.StatusCode)
	}
	if r := get(t, http.MethodHead, static.URL("app.js")); r.StatusCode != http.StatusOK || r.ContentLength == 0 {
		t.Errorf("HEAD answers %d with length %d", r.StatusCode, r.ContentLength)
	}
}

func TestTheStyleSheetAsksForTheFontByItsHashedName(t *testing.T) {
	css := body(t, "app.css") + body(t, "admin.css")
	if want := "url(" + path.Base(static.URL("inter-latin.woff2")) + ")"; !strings.Contains(css, want) {
		t.Errorf("no %s", want)
	}
	if strings.Contains(css, "url(inter-latin.woff2)") || strings.Contains(css, "@import") || strings.Contains(css, "//") {
		t.Error("the style sheet asks for something we do not serve")
	}
}

func TestTheScriptStaysSmall(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(body(t, "app.js")))
	_ = z.Close()
	if b.Len() > 3*1024 {
		t.Errorf("app.js is %d bytes compressed", b.Len())
	}
}

func TestNobodyIsSentCommentsAndIndentation(t *testing.T) {
	for _, name := range []string{"app.css", "app.js", "admin.css", "admin.js", "passkey.js"} {
		served := body(t, name)
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if line := regexp.MustCompile(`(?m)^([ \t]+.*|//.*|/\*.*)$`).FindString(served); line != "" {
			t.Errorf("%s has the line %q", name, line)
		}
		for line := range strings.Lines(string(source)) {
			if line = strings.TrimSpace(line); !strings.HasPrefix(line, "//") && !strings.Contains(line, "*") && !strings.Contains(line, "url(") && !strings.Contains(served, line) {
				t.Errorf("%s lost %q", name, line)
			}
		}
	}
}

func TestAnUnknownNamePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	static.URL("nothing.css")
}
