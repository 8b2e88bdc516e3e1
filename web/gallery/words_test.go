package gallery_test

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/content"
	"whichpm/internal/reading"
	"whichpm/web/gallery"
	"whichpm/web/words"
)

// mostWords is how long a sentence may be that takers read.
const mostWords = 25

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
		if n := reading.Length(longest); n > mostWords && !told[longest] {
			told[longest] = true
			t.Errorf("%s: %d words in %q", s.ID(), n, longest)
		}
	}
}

// The grades that pages and the guide are read at, at most.
const (
	mostGrade      = 6
	mostGuideGrade = 8
)

func TestPagesReadAsEasilyAsASchoolbook(t *testing.T) {
	for _, s := range takersPages() {
		if page := parse(t, s); !english(page) {
			continue
		}
		most := mostGrade
		if s.Group == "guide" {
			most = mostGuideGrade
		}
		var p reading.Passage
		for _, text := range said(t, s) {
			if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") { // a label is no sentence and would make every page easy
				p.Read(text)
			}
		}
		if grade := p.Grade(); grade > float64(most) {
			t.Errorf("%s reads at grade %.1f, over %d", s.ID(), grade, most)
		}
	}
}

func english(p page) bool {
	for root := range p.each("html") {
		lang, _ := attribute(root, "lang")
		return lang == "en"
	}
	return false
}

// said are the texts of a page that takers see, one for each block, but for
// sources: those are quoted as others wrote them.
func said(t *testing.T, s gallery.State) (texts []string) {
	t.Helper()
	for _, text := range blocks(parse(t, s).Node) {
		if text = strings.Join(strings.Fields(quoted.Replace(text)), " "); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// quoted takes sources and credits out of a page.
var quoted = func() *strings.Replacer {
	var pairs []string
	for _, source := range sources(reflect.ValueOf(content.First())) {
		pairs = append(pairs, source, "")
	}
	return strings.NewReplacer(pairs...)
}()

// sources are the fields of a version that say where something comes from.
func sources(x reflect.Value) (all []string) {
	switch x.Kind() {
	case reflect.Pointer:
		return sources(x.Elem())
	case reflect.Slice:
		for i := range x.Len() {
			all = append(all, sources(x.Index(i))...)
		}
	case reflect.Map:
		for _, value := range x.Seq2() {
			all = append(all, sources(value)...)
		}
	case reflect.Struct:
		for field, value := range x.Fields() {
			if text := value.String(); (field.Name == "Source" || field.Name == "Credit") && len(text) > 20 {
				all = append(all, text)
				continue
			}
			all = append(all, sources(value)...)
		}
	}
	return all
}

// inline elements stand inside a sentence; every other begins another text.
var inline = map[string]bool{"a": true, "abbr": true, "b": true, "bdi": true, "code": true, "em": true, "i": true, "small": true, "span": true, "strong": true, "time": true}

// unread elements have no text that is read.
var unread = map[string]bool{"head": true, "script": true, "style": true, "svg": true, "textarea": true}

// blocks are the texts of a page as they stand on it, one for each paragraph,
// cell, entry, heading and label.
func blocks(node *html.Node) (texts []string) {
	var text strings.Builder
	end := func() {
		texts = append(texts, text.String())
		text.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type == html.TextNode:
				text.WriteString(c.Data)
			case c.Type != html.ElementNode || unread[c.Data]:
			case inline[c.Data]:
				text.WriteString(" ")
				walk(c)
			default:
				end()
				walk(c)
				end()
			}
		}
	}
	walk(node)
	end()
	return texts
}
