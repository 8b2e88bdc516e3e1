package limits

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"whichpm/internal/content"
	"whichpm/internal/reading"
)

// MostWords is how long a sentence may be that takers read.
const MostWords = 25

// MostGrade is the grade that a page of the gallery is read at, at most: the
// guide explains work, every other page says what to do.
func MostGrade(page string) float64 {
	if page == "guide" {
		return 8
	}
	return 6
}

// Grade is the reading grade of the sentences among some texts. A label is no
// sentence and would make every page easy.
func Grade(texts []string) float64 {
	var p reading.Passage
	for _, text := range texts {
		if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") {
			p.Read(text)
		}
	}
	return p.Grade()
}

// Language is the language a page says it is in.
func Language(page *html.Node) string {
	for n := range page.Descendants() {
		if n.Type != html.ElementNode || n.Data != "html" {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "lang" {
				return a.Val
			}
		}
	}
	return ""
}

// Texts are the texts of a page that takers see, one for each block, but for
// sources: those are quoted as others wrote them.
func Texts(page *html.Node) (texts []string) {
	for _, text := range blocks(page) {
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
			case inline[c.Data] && asIs(c):
				text.WriteString(strings.Join(strings.Fields(strings.Join(blocks(c), " ")), "-"))
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

// asIs says whether an element is a name, however many words that has.
func asIs(n *html.Node) bool {
	return slices.Contains(n.Attr, html.Attribute{Key: "translate", Val: "no"})
}
