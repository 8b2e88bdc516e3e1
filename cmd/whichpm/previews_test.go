package main

import (
	"bytes"
	"encoding/json"
	"image/png"
	"net/http"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// preview is what a reader of link previews found. It leaves out what it does
// not look for.
type preview struct {
	Title, Description, URL, Locale, Canonical, Image, Alt string
	Width, Height                                          int
}

// previews reads addresses with readers that chat programs and sites use. By
// address: what each found.
func previews(t *testing.T, language string, addresses ...string) []map[string]preview {
	t.Helper()
	node := exec.CommandContext(t.Context(), "node", append([]string{filepath.Join("testdata", "previews.mjs"), language}, addresses...)...)
	var problem bytes.Buffer
	node.Stderr = &problem
	said, err := node.Output()
	if err != nil {
		t.Fatalf("There are no readers of previews to test with, or they fail: run make setup (%v: %s).", err, problem.String())
	}
	var found []map[string]preview
	ok(t, json.Unmarshal(said, &found))
	return found
}

func TestReadersOfPreviewsFindTheSameOnEveryPageThatIsPassedOn(t *testing.T) {
	base, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	comparison := "/compare" + sharedBy(t, base, "Ada") + sharedBy(t, base, "Ben")
	for _, l := range []struct{ tag, locale string }{{"en", "en_US"}, {"de", "de_DE"}} {
		paths := []string{"/", "/guide", "/method", "/privacy", comparison}
		var asked []string
		for _, path := range paths {
			asked = append(asked, base+path+"?utm_source=chat")
		}
		pictures := map[string]bool{}
		for i, found := range previews(t, l.tag, asked...) {
			first := found["open-graph-scraper"]
			if len(found) != 3 || first.Title == "" || first.Description == "" || first.URL != base+paths[i] || first.Locale != l.locale || !strings.HasPrefix(first.Alt, first.Title) {
				t.Errorf("%s in %s: %+v", paths[i], l.tag, found)
			}
			for reader, p := range found {
				if p.Title != first.Title || p.Description != first.Description || p.Image != first.Image {
					t.Errorf("%s reads %s as %+v, another as %+v", reader, paths[i], p, first)
				}
			}
			if got := found["unfurl.js"]; got.Canonical != base+paths[i] || got.Width != 1200 || got.Height != 630 {
				t.Errorf("%s: %+v", paths[i], got)
			}
			picture := pageAt(t, first.Image)
			config, err := png.DecodeConfig(strings.NewReader(picture))
			if err != nil || config.Width != 1200 || config.Height != 630 || len(picture) > 100_000 || pictures[picture] {
				t.Errorf("the picture of %s is %d × %d, %d bytes, seen before: %v, %v", paths[i], config.Width, config.Height, len(picture), pictures[picture], err)
			}
			pictures[picture] = true
		}
	}
}

// sharedBy takes the quiz and shares the profile; it returns the end of the link.
func sharedBy(t *testing.T, base, name string) string {
	t.Helper()
	c := newVisitor(t)
	post := func(path string, pairs ...string) string {
		t.Helper()
		form := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			form.Set(pairs[i], pairs[i+1])
		}
		status, to := send(t.Context(), c, "", http.MethodPost, base+path, form)
		if status != http.StatusSeeOther {
			t.Fatalf("%s answers %d", path, status)
		}
		return to
	}
	get := func(path string) string {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+path, nil)
		ok(t, err)
		response, err := c.Do(request)
		ok(t, err)
		defer response.Body.Close() //nolint:errcheck // it was read to the end
		var body bytes.Buffer
		_, err = body.ReadFrom(response.Body)
		ok(t, err)
		return body.String()
	}
	to := post("/start", "form", "full")
	for to != "/review" {
		to = post(to, "question", found(t, questionField, get(to)), "answer", "0")
	}
	result := post("/result")
	post(result+"/share", "scope", "profile", "name", name)
	return strings.TrimPrefix(found(t, shareLink, get(result)), "/r")
}
