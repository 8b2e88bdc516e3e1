package gallery_test

import (
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"whichpm/web/gallery"
	"whichpm/web/site"
)

var update = flag.Bool("update", false, "rewrite testdata/*.html")

// contentHash is the part of a static address that changes with the file: a
// new colour is no new page.
var contentHash = regexp.MustCompile(`(/static/[\w-]+)\.[0-9a-f]{8}\.`)

func render(t *testing.T, s gallery.State) string {
	t.Helper()
	var b strings.Builder
	if err := s.Page.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// lines breaks HTML between tags, so that a difference is a line.
func lines(html string) string {
	return strings.ReplaceAll(contentHash.ReplaceAllString(html, "$1.HASH."), "><", ">\n<") + "\n"
}

func golden(s gallery.State) string { return filepath.Join("testdata", s.ID()+".html") }

func TestEveryStateLooksAsItDidBefore(t *testing.T) {
	for _, s := range gallery.All() {
		t.Run(s.ID(), func(t *testing.T) {
			got := lines(render(t, s))
			if again := lines(render(t, s)); again != got {
				t.Fatal("two renderings differ: a view is a function of its values")
			}
			if *update {
				if err := os.WriteFile(golden(s), []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden(s))
			if err != nil {
				t.Fatalf("%v; run: make golden", err)
			}
			if difference := firstDifference(string(want), got); difference != "" {
				t.Errorf("%s\nif this is meant, run: make golden", difference)
			}
		})
	}
}

func firstDifference(want, got string) string {
	if want == got {
		return ""
	}
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(wants), len(gots)) {
		if wants[i] != gots[i] {
			return "was: " + wants[i] + "\nnow: " + gots[i]
		}
	}
	return "one is longer than the other"
}

func TestNoGoldenFileOutlivesItsState(t *testing.T) {
	known := map[string]bool{}
	for _, s := range gallery.All() {
		if known[golden(s)] {
			t.Errorf("two states are called %s", s.ID())
		}
		known[golden(s)] = true
	}
	files, err := filepath.Glob(filepath.Join("testdata", "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if known[file] {
			continue
		}
		if *update {
			_ = os.Remove(file)
		} else {
			t.Errorf("%s belongs to no state", file)
		}
	}
}

func TestTheGalleryServesItsIndexAndEachState(t *testing.T) {
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		gallery.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		return w
	}
	index := get(site.Gallery).Body.String()
	for _, s := range gallery.All() {
		if !strings.Contains(index, `href="`+s.Path()+`"`) {
			t.Errorf("the index does not link to %s", s.Path())
		}
		if w := get(s.Path()); w.Code != http.StatusOK {
			t.Errorf("%s answers %d", s.Path(), w.Code)
		}
	}
	if w := get(site.Gallery + "/nothing"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown state answers %d", w.Code)
	}
}
