package server_test

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// visitor is a browser that does not follow redirects by itself.
type visitor struct {
	t    testing.TB
	site *testSite
	*http.Client
}

func (h *testSite) visitor(t testing.TB) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	// Of the transport all tests share, the end of another one closes connections.
	return &visitor{t, h, &http.Client{Transport: h.Client().Transport, Jar: jar, CheckRedirect: stay}}
}

// reply is a response whose body was read.
type reply struct {
	*http.Response

	body string
}

func (v *visitor) get(path string) reply {
	v.t.Helper()
	return v.send(http.MethodGet, path, "", nil)
}

func (v *visitor) post(path string, pairs ...string) reply {
	v.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return v.send(http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

func (v *visitor) send(method, path, contentType string, body io.Reader) reply {
	v.t.Helper()
	request, err := http.NewRequestWithContext(v.t.Context(), method, v.site.URL+path, body)
	if err != nil {
		v.t.Fatal(err)
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	if method == http.MethodPost {
		request.Header.Set("Origin", v.site.URL)
	}
	return v.do(request)
}

func (v *visitor) do(request *http.Request) reply {
	v.t.Helper()
	response, err := v.Do(request)
	if err != nil {
		v.t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	text, err := io.ReadAll(response.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return reply{response, string(text)}
}

// to is where a reply sends the browser.
func (r reply) to() string { return r.Header.Get("Location") }

// want checks the status and, for a redirect, where it leads.
func (r reply) want(t testing.TB, status int, to ...string) reply {
	t.Helper()
	if r.StatusCode != status {
		t.Fatalf("%s %s answered %d, want %d\n%s", r.Request.Method, r.Request.URL.Path, r.StatusCode, status, r.text("main"))
	}
	if led := strings.TrimSuffix(r.to(), "#said"); len(to) > 0 && led != to[0] { // where it is said what was done, it leads there
		t.Fatalf("%s %s leads to %s, want %s", r.Request.Method, r.Request.URL.Path, r.to(), to[0])
	}
	return r
}

// says checks that the main part of the page holds each text.
func (r reply) says(t testing.TB, texts ...string) reply {
	t.Helper()
	main := r.text("main")
	for _, text := range texts {
		if !strings.Contains(main, text) {
			t.Errorf("%s does not say %q but:\n%s", r.Request.URL.Path, text, main)
		}
	}
	return r
}

// text is what is read inside the first element of that name.
func (r reply) text(element string) string {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return r.body
	}
	for node := range document.Descendants() {
		if node.Type == html.ElementNode && node.Data == element {
			return strings.Join(strings.Fields(textOf(node)), " ")
		}
	}
	return ""
}

// textOf puts a space after each text, but not after a name, which stands within
// a sentence.
func textOf(node *html.Node) string {
	var b strings.Builder
	for n := range node.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		b.WriteString(n.Data)
		if attribute(n.Parent, "translate") != "no" {
			b.WriteString(" ")
		}
	}
	return b.String()
}

// value is the value of the first input of that name.
func (r reply) value(name string) string {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return ""
	}
	for node := range document.Descendants() {
		if node.Data == "input" && attribute(node, "name") == name {
			return attribute(node, "value")
		}
	}
	return ""
}

// checked is the value of the radio that is chosen, "" if none is.
func (r reply) checked() string {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return ""
	}
	for node := range document.Descendants() {
		for _, a := range node.Attr {
			if a.Key == "checked" && attribute(node, "type") == "radio" {
				return attribute(node, "value")
			}
		}
	}
	return ""
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (v *visitor) start() {
	v.t.Helper()
	v.post("/start", "form", "full").want(v.t, http.StatusSeeOther, "/q/1")
}

// answer chooses an option of the question at that address.
func (v *visitor) answer(path, option string) reply {
	v.t.Helper()
	key := v.get(path).want(v.t, http.StatusOK).value("question")
	return v.post(path, "question", key, "answer", option)
}

// finish takes the whole quiz with the first option everywhere and returns the
// address of the result.
func (v *visitor) finish() string {
	v.t.Helper()
	v.start()
	for at := "/q/1"; at != "/review"; {
		at = v.answer(at, "0").want(v.t, http.StatusSeeOther).to()
	}
	return v.post("/result").want(v.t, http.StatusSeeOther).to()
}
