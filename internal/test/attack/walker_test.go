package attack_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// walker goes wherever a page of the site leads.
type walker struct {
	t        *testing.T
	v        *visitor
	known    map[string]bool
	queue    []string
	poisoned int // pages that show a hostile text
}

func (w *walker) add(link string) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" && !strings.HasPrefix(w.v.site.URL, u.Scheme+"://"+u.Host) || u.Host != "" && "http://"+u.Host != w.v.site.URL {
		return
	}
	u.Scheme, u.Host, u.Fragment = "", "", ""
	if path := u.String(); strings.HasPrefix(path, "/") && !w.known[path] {
		w.known[path] = true
		w.queue = append(w.queue, path)
	}
}

const mostPages = 800

func (w *walker) walk() {
	for n := 0; len(w.queue) > 0 && n < mostPages; n++ {
		path := w.queue[0]
		w.queue = w.queue[1:]
		w.look(path)
	}
}

func (w *walker) look(path string) {
	w.t.Helper()
	got := w.v.get(path)
	if got.StatusCode >= 400 && got.StatusCode != http.StatusUnprocessableEntity { // a form to look something up, sent empty
		w.t.Errorf("%s answers %d: %s", path, got.StatusCode, got.gist())
	}
	if checkHeaders(w.t, path, got); got.to() != "" {
		w.add(got.to())
		return
	}
	kind, _, _ := strings.Cut(got.Header.Get("Content-Type"), ";")
	switch kind {
	case "text/html":
		for _, problem := range checkPage(got) {
			w.t.Errorf("%s has %s", path, problem)
		}
		if strings.Contains(got.body, "onzq") {
			w.poisoned++
		}
		w.follow(got)
	case "application/json", "application/schema+json":
		if !json.Valid([]byte(got.body)) {
			w.t.Errorf("%s is no JSON", path)
		}
	case "application/xliff+xml":
		if err := xml.Unmarshal([]byte(got.body), new(struct{})); err != nil {
			w.t.Errorf("%s is no XML: %v", path, err)
		}
	case "text/csv":
		checkTable(w.t, path, got)
	case "image/png":
		if _, err := png.Decode(strings.NewReader(got.body)); err != nil {
			w.t.Errorf("%s is no picture: %v", path, err)
		}
	case "text/plain", "text/css", "text/javascript", "image/svg+xml", "font/woff2":
	default:
		w.t.Errorf("%s is %q, which nobody checks", path, kind)
	}
}

func (w *walker) follow(page reply) {
	for node := range page.document().Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		if node.Data == "a" || node.Data == "link" {
			w.add(attribute(node, "href"))
		}
		if node.Data == "img" || node.Data == "script" {
			w.add(attribute(node, "src"))
		}
		if to := attribute(node, "formaction"); to != "" { // it has a way back for somebody who reloads
			w.add(to)
		}
		if node.Data == "form" && attribute(node, "method") != "post" && attribute(node, "action") != "" {
			w.add(attribute(node, "action") + "?" + fields(node).Encode())
		}
	}
}

// covers checks that no page was left out: every route that answers GET was
// looked at.
func (w *walker) covers(h *testSite) {
	w.t.Helper()
	log := h.log.String()
	for _, r := range h.routes(w.t) {
		if r.method == http.MethodGet && !strings.Contains(log, `"method":"GET","route":`+strconv.Quote(r.pattern)) {
			w.t.Errorf("nobody looked at %s", r.pattern)
		}
	}
}

// checkHeaders holds what every response says.
func checkHeaders(t *testing.T, name string, r reply) {
	t.Helper()
	policy := r.Header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
		t.Errorf("%s: the policy is %q", name, policy)
	}
	for header, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
		"Permissions-Policy": "camera=(), geolocation=(), microphone=()",
	} {
		if got := r.Header.Get(header); got != want {
			t.Errorf("%s: %s is %q", name, header, got)
		}
	}
	if r.Header.Get("X-Request-Id") == "" || r.Header.Get("Server") != "" || r.Header.Get("X-Powered-By") != "" {
		t.Errorf("%s: the headers are %v", name, r.Header)
	}
}

// checkTable finds cells that a spreadsheet would run.
func checkTable(t *testing.T, name string, r reply) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(r.body)).ReadAll()
	if err != nil {
		t.Errorf("%s is no table: %v", name, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
				t.Errorf("%s has a formula: %q", name, cell)
			}
		}
	}
}

// checkText finds markup in a text, or in what a program makes of Markdown.
func checkText(t *testing.T, r reply, accept string) {
	t.Helper()
	if !strings.HasPrefix(r.Header.Get("Content-Type"), accept) || !strings.Contains(r.body, "zq") {
		t.Errorf("it is %s and says %s", r.Header.Get("Content-Type"), r.gist())
	}
	if accept != "text/markdown" {
		return
	}
	var page bytes.Buffer
	md := goldmark.New(goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))
	if err := md.Convert([]byte(r.body), &page); err != nil {
		t.Fatal(err)
	}
	for _, problem := range checkPage(reply{r.Response, page.String()}) {
		t.Errorf("as Markdown it has %s", problem)
	}
}
