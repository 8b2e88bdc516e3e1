package attack_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

const password = "stapler orbit lentil"

// visitor is a browser that does not follow redirects by itself. Each request
// comes from another address, unless it has one.
type visitor struct {
	*http.Client

	t    *testing.T
	site *testSite
	from string // "" for another each time
}

func (h *testSite) visitor(t *testing.T) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	// Of the transport all tests share, the end of another one closes connections.
	return &visitor{Client: &http.Client{Transport: h.Client().Transport, Jar: jar, CheckRedirect: stay}, t: t, site: h}
}

// reply is a response whose body was read.
type reply struct {
	*http.Response

	body string
}

const urlencoded = "application/x-www-form-urlencoded"

// request is one to the site, with pairs of header and value.
func (v *visitor) request(method, path, body string, headers ...string) *http.Request {
	v.t.Helper()
	request, err := http.NewRequestWithContext(v.t.Context(), method, v.site.URL+path, strings.NewReader(body))
	if err != nil {
		v.t.Fatal(err)
	}
	from := v.from
	if from == "" {
		n := rand.Uint32()
		from = fmt.Sprintf("10.%d.%d.%d", n>>16&255, n>>8&255, n&255)
	}
	request.Header.Set("X-Forwarded-For", from)
	if method == http.MethodPost {
		request.Header.Set("Content-Type", urlencoded)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			request.Host = headers[i+1]
		}
	}
	return request
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

func (v *visitor) get(path string, headers ...string) reply {
	v.t.Helper()
	return v.do(v.request(http.MethodGet, path, "", headers...))
}

func (v *visitor) send(path string, form url.Values, headers ...string) reply {
	v.t.Helper()
	return v.do(v.request(http.MethodPost, path, form.Encode(), headers...))
}

func (v *visitor) post(path string, pairs ...string) reply {
	v.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	return v.send(path, form)
}

// want ends the test unless the status is one of these.
func (r reply) want(t *testing.T, statuses ...int) reply {
	t.Helper()
	if slices.Contains(statuses, r.StatusCode) {
		return r
	}
	t.Fatalf("%s %s answers %d, want %d\n%s", r.Request.Method, r.Request.URL, r.StatusCode, statuses, r.gist())
	return r
}

// gist is the beginning of what the page says.
func (r reply) gist() string {
	text := r.text("main")
	return text[:min(len(text), 900)]
}

func (r reply) to() string { return r.Header.Get("Location") }

// document is the page as a browser reads it.
func (r reply) document() *html.Node {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return &html.Node{}
	}
	return document
}

// text is what is read inside the first element of that name.
func (r reply) text(element string) string {
	for node := range r.document().Descendants() {
		if node.Type == html.ElementNode && node.Data == element {
			return textOf(node)
		}
	}
	return ""
}

func textOf(node *html.Node) string {
	var b strings.Builder
	for n := range node.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// answer chooses the first option of the question at that address.
func (v *visitor) answer(path string) reply {
	v.t.Helper()
	form := v.get(path).want(v.t, http.StatusOK).form(path)
	form.Set("answer", "0")
	return v.send(path, form)
}

// answerAll takes a quiz up to the review.
func (v *visitor) answerAll(form string) {
	v.t.Helper()
	at := v.post("/start", "form", form).want(v.t, http.StatusSeeOther).to()
	for at != "/review" {
		at = v.answer(at).want(v.t, http.StatusSeeOther).to()
	}
}

// finish takes the whole quiz and returns the address of the result.
func (v *visitor) finish() string {
	v.t.Helper()
	v.answerAll("full")
	return v.post("/result").want(v.t, http.StatusSeeOther).to()
}

// share makes a link and returns its address.
func (v *visitor) share(result, scope, name string) string {
	v.t.Helper()
	v.post(result+"/share", "scope", scope, "name", name).want(v.t, http.StatusSeeOther)
	page := v.get(result).want(v.t, http.StatusOK)
	_, after, _ := strings.Cut(page.body, "/r/")
	return "/r/" + after[:strings.IndexAny(after, `"<`)]
}

// admin makes an admin who signs in with the password above.
func (h *testSite) admin(t *testing.T, email string, role auth.Role) auth.Admin {
	t.Helper()
	a, err := auth.NewAdmin(email, string(role), h.now())
	if err != nil {
		t.Fatal(err)
	}
	if a.PasswordHash, err = h.hasher.Hash(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	if err := h.store.AddAdmin(t.Context(), auth.Admin{}, a, entry(h)); err != nil {
		t.Fatal(err)
	}
	return a
}

func entry(h *testSite) quiz.AuditEntry {
	return quiz.AuditEntry{At: h.now(), By: "test", Action: auth.ActionAddAdmin, Subject: "test"}
}

func (v *visitor) signIn(email, password string) reply {
	v.t.Helper()
	return v.post("/admin/sign-in", "email", email, "password", password)
}

// cookie is what the browser keeps under a name that ends so.
func (v *visitor) cookie(name string) *http.Cookie {
	v.t.Helper()
	address, _ := url.Parse(v.site.URL)
	for _, c := range v.Jar.Cookies(address) {
		if strings.HasSuffix(c.Name, name) {
			return c
		}
	}
	return nil
}
