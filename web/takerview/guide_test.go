package takerview_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
)

const probe = `**bold** <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](data:text/html,z)`

func TestMarkdownOfTheGuideIsShownAndItsMarkupIsText(t *testing.T) {
	v := content.First()
	for i := range v.Roles {
		v.Roles[i].Name = probe
		v.Roles[i].Content = quiz.RoleContent{
			Tagline: probe, Summary: probe, Focus: probe, Environment: probe, Suits: probe, Day: []string{probe},
			Salary: quiz.Salary{Amount: 1, Label: probe, Source: probe},
		}
	}
	v.Guide = quiz.Guide{
		WorkingTogether: probe, Difference: probe, Responsibility: probe, BothRoles: probe, Credit: probe, Caveats: []string{probe},
		Companies: []quiz.CompanyKind{{Name: probe, Text: probe}}, FAQ: []quiz.FAQ{{Question: probe, Answer: probe}},
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
	if want := 4*len(v.Roles) + 5; bold != want {
		t.Errorf("%d texts are bold, want %d", bold, want)
	}
}
