package gallery_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"whichpm/web/gallery"
	"whichpm/web/static"
)

var (
	cssComment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssSelector = regexp.MustCompile(`[^{}]*\{`)
	cssClass    = regexp.MustCompile(`\.[a-zA-Z][\w-]*`)
	htmlClass   = regexp.MustCompile(` class="([^"]*)"`)
)

// styled are the classes that a style sheet speaks of.
func styled(t *testing.T, sheet string) map[string]bool {
	t.Helper()
	css, err := os.ReadFile(filepath.Join("..", "static", sheet))
	if err != nil {
		t.Fatal(err)
	}
	classes := map[string]bool{}
	for _, selector := range cssSelector.FindAllString(cssComment.ReplaceAllString(string(css), ""), -1) {
		for _, class := range cssClass.FindAllString(selector, -1) {
			classes[class[1:]] = true
		}
	}
	return classes
}

func TestTakersAreSentNoStylesThatOnlyAdminsSee(t *testing.T) {
	takers, admins := map[string]bool{}, map[string]bool{}
	for _, s := range gallery.All() {
		html := render(t, s)
		classes := takers
		if strings.Contains(html, static.URL("admin.css")) {
			classes = admins
		}
		for _, attribute := range htmlClass.FindAllStringSubmatch(html, -1) {
			for class := range strings.FieldsSeq(attribute[1]) {
				classes[class] = true
			}
		}
	}
	all := styled(t, "app.css")
	for _, class := range slices.Sorted(maps.Keys(all)) {
		if admins[class] && !takers[class] {
			t.Errorf("app.css styles .%s, which is on no page for takers: it belongs into admin.css", class)
		}
	}
	for _, class := range slices.Sorted(maps.Keys(styled(t, "admin.css"))) {
		if takers[class] && !all[class] {
			t.Errorf("pages for takers have .%s, which only admin.css styles", class)
		}
	}
}
