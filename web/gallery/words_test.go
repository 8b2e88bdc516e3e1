package gallery_test

import (
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/reading"
	"whichpm/internal/test/limits"
	"whichpm/web/gallery"
	"whichpm/web/words"
)

// takersPages are every page for takers in every state, in each language. What
// stands for texts as long as the limits allow is left out.
func takersPages() (pages []gallery.State) {
	v := content.First()
	v.ID = 3
	for _, l := range words.Languages() {
		pages = append(pages, gallery.In(l, "in "+l.Tag(), v.In(l.Tag()))...)
	}
	for _, s := range gallery.All() {
		if !strings.HasPrefix(s.Group, "admin") && s.Group != "pieces" && !strings.Contains(s.Name, "longest") {
			pages = append(pages, s)
		}
	}
	return pages
}

func TestNoSentenceForTakersIsLongerThanOneBreath(t *testing.T) {
	told := map[string]bool{}
	for _, s := range takersPages() {
		longest := reading.Longest(said(t, s))
		if n := reading.Length(longest); n > limits.MostWords && !told[longest] {
			told[longest] = true
			t.Errorf("%s: %d words in %q", s.ID(), n, longest)
		}
	}
}

func TestPagesReadAsEasilyAsASchoolbook(t *testing.T) {
	for _, s := range takersPages() {
		if limits.Language(parse(t, s).Node) != "en" {
			continue
		}
		if grade, most := limits.Grade(said(t, s)), limits.MostGrade(s.Group); grade > most {
			t.Errorf("%s reads at grade %.1f, over %.0f", s.ID(), grade, most)
		}
	}
}

// said are the texts of a page that takers see.
func said(t *testing.T, s gallery.State) []string {
	t.Helper()
	return limits.Texts(parse(t, s).Node)
}
