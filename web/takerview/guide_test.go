package takerview_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

const probe = `**bold** <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](data:text/html,z)`

func TestMarkdownOfTheGuideIsShownAndItsMarkupIsText(t *testing.T) {
	v := content.First()
	for i := range v.Roles {
		v.Roles[i].Name = probe
		v.Roles[i].Content = quiz.RoleContent{
			Tagline: probe, Summary: probe, Focus: probe, Environment: probe, Suits: probe, Day: []string{probe},
			Salary: quiz.Salary{Amount: 1, Label: probe, Source: probe},
			Hours:  []quiz.Hours{{Text: probe, Hours: 1}}, Pay: []quiz.Pay{{Where: probe, Figure: probe, Measure: probe, Source: probe}},
			WaysIn: probe, Certificates: probe, Ladder: []string{probe}, FirstDays: []string{probe}, Tools: probe,
		}
	}
	v.Guide = quiz.Guide{
		WorkingTogether: probe, Difference: probe, Responsibility: probe, BothRoles: probe, Credit: probe, Caveats: []string{probe},
		Companies: []quiz.CompanyKind{{Name: probe, Text: probe}}, FAQ: []quiz.FAQ{{Question: probe, Answer: probe}},
		Decisions:  []quiz.Decision{{Decision: probe, Parts: []quiz.RolePart{{Role: v.Roles[0].Key, Part: quiz.Decides, Text: probe}}}},
		CloseRoles: []quiz.CloseRole{{Name: probe, Text: probe}}, Myths: []quiz.Myth{{Claim: probe, Truth: probe}},
		Glossary: []quiz.Term{{Word: probe, Meaning: probe}}, Sources: []string{probe},
	}
	var b strings.Builder
	if err := takerview.Guide(takerview.GuideProps{Version: v}).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	document, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	bold := 0
	for node := range document.Descendants() {
		if node.Data == "strong" {
			bold++
		}
		for _, a := range node.Attr {
			if a.Key == "onerror" || strings.HasPrefix(a.Val, "javascript:") || strings.HasPrefix(a.Val, "data:") {
				t.Errorf("<%s %s=%q> came into the page", node.Data, a.Key, a.Val)
			}
		}
		if node.Type == html.TextNode && node.Parent.Data == "script" && node.Data == "alert(1)" {
			t.Error("a script came into the page")
		}
	}
	if want := 7*len(v.Roles) + 8; bold != want {
		t.Errorf("%d texts are bold, want %d", bold, want)
	}
}

// shown is the guide of a version as a document.
func shown(t *testing.T, v *quiz.Version, l words.Language) *html.Node {
	t.Helper()
	var b strings.Builder
	if err := takerview.Guide(takerview.GuideProps{Language: l.For(v), Version: v}).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	document, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// all are the elements of a name, or with an id or class.
func all(n *html.Node, name, class string) (found []*html.Node) {
	for node := range n.Descendants() {
		if node.Data == name && node.Type == html.ElementNode && (class == "" || slices.Contains(strings.Fields(attr(node, "class")), class)) {
			found = append(found, node)
		}
	}
	return found
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for node := range n.Descendants() {
		if node.Type == html.TextNode {
			b.WriteString(node.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestEveryPartOfTheGuideIsInItsListOfContents(t *testing.T) {
	document := shown(t, content.First(), words.English)
	ids := map[string]int{}
	for node := range document.Descendants() {
		if id := attr(node, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d places are called %q", n, id)
		}
	}
	linked := map[string]bool{}
	for _, nav := range all(document, "nav", "noprint") {
		for _, a := range all(nav, "a", "") {
			id := strings.TrimPrefix(attr(a, "href"), "#")
			linked[id] = true
			if ids[id] != 1 {
				t.Errorf("the list leads to %q, which is not there", id)
			}
		}
	}
	for _, id := range []string{"roles", "career", "decisions", "together", "companies", "close", "asked", "myths", "next", "words", "from"} {
		if !linked[id] {
			t.Errorf("the list does not lead to %q", id)
		}
	}
}

func TestEachCellOfWhoDecidesWhatHasAMarkAndAWord(t *testing.T) {
	v := content.First()
	v.Roles = append(v.Roles, v.Roles[1].Clone())
	v.Roles[2].Key, v.Roles[2].Short = "third", "Third"
	tables := all(shown(t, v, words.English), "table", "decisions")
	if len(tables) != 1 {
		t.Fatalf("%d tables", len(tables))
	}
	rows := all(tables[0], "tr", "")[1:]
	if len(rows) != len(v.Guide.Decisions) {
		t.Errorf("%d rows of %d decisions", len(rows), len(v.Guide.Decisions))
	}
	for i, row := range rows {
		cells := all(row, "td", "")
		if len(cells) != len(v.Roles) || attr(all(row, "th", "")[0], "scope") != "row" {
			t.Fatalf("row %d has %d cells", i, len(cells))
		}
		for j, cell := range cells {
			part := v.Guide.Decisions[i].PartOf(v.Roles[j].Key)
			want := strings.TrimSpace(words.English.Say("guidepage.part_"+string(part.Part)) + " " + part.Text)
			if len(all(cell, "svg", "part-mark")) != 1 || textOf(cell) != want {
				t.Errorf("a cell says %q, want %q", textOf(cell), want)
			}
		}
	}
}

func TestADayIsAStripWithTheSameInWords(t *testing.T) {
	v := content.First()
	document := shown(t, v, words.German)
	strips := all(document, "svg", "strip")
	if len(strips) != len(v.Roles) {
		t.Fatalf("%d strips", len(strips))
	}
	for i, day := range all(document, "div", "day") {
		total := 0.0
		for _, rect := range all(day, "rect", "") {
			width, err := strconv.ParseFloat(attr(rect, "width"), 64)
			if err != nil {
				t.Fatal(err)
			}
			total += width + 1.5
		}
		if lines := all(day, "li", ""); len(lines) != len(v.Roles[i].Content.Hours) || math.Abs(total-320) > 1 {
			t.Errorf("the strip is %.1f wide and has %d parts", total, len(lines))
		}
	}
	if text := textOf(document); !strings.Contains(text, "1,5 Std.") {
		t.Error("the hours are not written as Germans do")
	}
}

func TestAQuizWithoutThePartsHasNoEmptyRowsOrHeadings(t *testing.T) {
	v := content.First()
	v.Guide = quiz.Guide{}
	for i := range v.Roles {
		v.Roles[i].Content = quiz.RoleContent{Tagline: "A line."}
	}
	document := shown(t, v, words.English)
	if n := len(all(document, "nav", "noprint")); n > 0 {
		t.Error("a list of contents with one line")
	}
	if headings := all(document, "h2", ""); len(headings) != 1 {
		t.Errorf("%d headings of nothing", len(headings)-1)
	}
	if n := len(all(document, "details", "")); n > 0 {
		t.Errorf("%d folds of nothing", n)
	}
}

func TestWhatIsNoJobHasNoPayAndNoCertificates(t *testing.T) {
	v := content.First()
	v.About.NoJobs = true
	text := textOf(shown(t, v, words.English))
	for _, of := range []string{"$161,030", "PRINCE2", "89,861", "Certificates"} {
		if strings.Contains(strings.SplitN(text, "Please keep in mind", 2)[0], of) {
			t.Errorf("it says %q", of)
		}
	}
	if !strings.Contains(text, "ways in, how far it can lead") && !strings.Contains(text, "Ways in, how far it can lead") {
		t.Error("the other rows are gone")
	}
}
