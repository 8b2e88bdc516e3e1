package gallery_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/test/browser"
	"whichpm/web/gallery"
	"whichpm/web/site"
)

// page is a parsed document to ask what matters.
type page struct{ *html.Node }

func parse(t *testing.T, s gallery.State) page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(render(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	return page{root}
}

// each yields every element with one of the names, or every element.
func (p page) each(names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := range p.Descendants() {
			if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) && !yield(n) {
				return
			}
		}
	}
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func TestEveryPageKeepsTheBasics(t *testing.T) {
	for _, s := range gallery.All() {
		t.Run(s.ID(), func(t *testing.T) {
			p := parse(t, s)
			headings := slices.Collect(p.each("h1"))
			if len(headings) != 1 || text(headings[0]) == "" {
				t.Errorf("%d h1 headings", len(headings))
			}
			for n := range p.each("html") {
				if lang, _ := attribute(n, "lang"); lang == "" {
					t.Error("no language")
				}
			}
			for n := range p.each("title") {
				if parent := n.Parent; parent.Data == "head" && !strings.Contains(text(n), "WhichPM") && s.Group != "brand" {
					t.Errorf("title %q", text(n))
				}
			}
			for n := range p.each() {
				for _, a := range n.Attr {
					if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
						t.Errorf("<%s %s=%q> is refused by the content policy", n.Data, a.Key, a.Val)
					}
				}
			}
			p.headingOrder(t)
			p.ids(t)
			p.names(t)
		})
	}
}

func TestEveryTableOnTheInsightPagesHasACaption(t *testing.T) {
	found := 0
	for _, s := range gallery.All() {
		if !strings.HasPrefix(s.ID(), "admin-insight") && !strings.HasPrefix(s.ID(), "admin-recalibration") {
			continue
		}
		for n := range parse(t, s).each("table") {
			found++
			first := n.FirstChild
			for first != nil && first.Type != html.ElementNode {
				first = first.NextSibling
			}
			if first == nil || first.Data != "caption" || text(first) == "" {
				t.Errorf("%s has a table without a caption", s.ID())
			}
		}
	}
	if found == 0 {
		t.Error("there is no table")
	}
}

// headingOrder checks that no level is left out on the way down.
func (p page) headingOrder(t *testing.T) {
	t.Helper()
	level := 0
	for n := range p.each("h1", "h2", "h3", "h4") {
		next := int(n.Data[1] - '0')
		if next > level+1 && level > 0 {
			t.Errorf("h%d %q follows h%d", next, text(n), level)
		}
		level = next
	}
}

// ids checks that ids are unique and that whatever points to one finds it.
func (p page) ids(t *testing.T) {
	t.Helper()
	known := map[string]bool{}
	for n := range p.each() {
		if id, ok := attribute(n, "id"); ok {
			if known[id] || id == "" {
				t.Errorf("id %q is used twice or empty", id)
			}
			known[id] = true
		}
	}
	for n := range p.each() {
		for _, key := range []string{"for", "aria-labelledby", "aria-describedby", "data-copy", "data-say"} {
			value, _ := attribute(n, key)
			for id := range strings.FieldsSeq(value) {
				if !known[id] {
					t.Errorf("<%s %s=%q> points to nothing", n.Data, key, value)
				}
			}
		}
		if to, ok := attribute(n, "href"); ok && strings.HasPrefix(to, "#") && !known[to[1:]] {
			t.Errorf("link %s leads nowhere", to)
		}
	}
}

// names checks that controls, links, pictures and scrolling regions say what
// they are.
func (p page) names(t *testing.T) {
	t.Helper()
	labelled := map[string]bool{}
	for n := range p.each("label") {
		if id, ok := attribute(n, "for"); ok {
			labelled[id] = text(n) != ""
		}
	}
	for n := range p.each("input", "select", "textarea") {
		id, _ := attribute(n, "id")
		kind, _ := attribute(n, "type")
		inLabel := slices.ContainsFunc(slices.Collect(n.Ancestors()), func(a *html.Node) bool { return a.Data == "label" && text(a) != "" })
		if _, named := attribute(n, "aria-label"); kind != "hidden" && !labelled[id] && !inLabel && !named {
			t.Errorf("<%s id=%q> has no label", n.Data, id)
		}
	}
	for n := range p.each("a", "button", "summary") {
		if _, named := attribute(n, "aria-label"); text(n) == "" && !named {
			t.Errorf("<%s> says nothing", n.Data)
		}
	}
	for n := range p.each("img") {
		if _, ok := attribute(n, "alt"); !ok {
			t.Error("a picture without alt")
		}
	}
	for n := range p.each("svg") {
		_, hidden := attribute(n, "aria-hidden")
		if _, named := attribute(n, "aria-label"); !named && !hidden {
			t.Error("a drawing without words")
		}
	}
}

// inView counts, for each table of questions, the cells of its first row that
// can be read to their end without scrolling.
const inView = `document.querySelectorAll("details").forEach(d => { d.open = true; }), [...document.querySelectorAll("table.wide-first")].map(t => {
	const right = t.closest(".scroll").getBoundingClientRect().right;
	return [...t.tBodies[0].rows[0].cells].filter(c => c.getBoundingClientRect().right <= right).length;
})`

func TestOnASmallPhoneTheFirstNumbersStandBesideTheirQuestion(t *testing.T) {
	url := serve(t)
	for _, state := range []string{"admin-insight-questions", "admin-insight-questions-longest-text", "admin-insight-of-a-year"} {
		p := browser.Open(t, browser.Options{Width: 320, Height: 640})
		p.Goto(url + site.Gallery + "/" + state)
		for _, cells := range browser.Eval[[]int](p, inView) {
			if cells < 3 {
				t.Errorf("of %s a row shows %d cells, want the question and two numbers", state, cells)
			}
		}
	}
}
