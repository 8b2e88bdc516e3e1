package ui_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

func markdown(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	if err := ui.Markdown(text).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

func TestMarkdownShowsWhatIsPromised(t *testing.T) {
	for text, want := range map[string]string{
		"one\n\ntwo":                        "<p>one</p>\n<p>two</p>",
		"- one\n- two":                      "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
		"**bold** and *italic*":             "<p><strong>bold</strong> and <em>italic</em></p>",
		"[here](https://example.org/?a=1)":  `<p><a href="https://example.org/?a=1">here</a></p>`,
		"[how](/method)":                    `<p><a href="/method">how</a></p>`,
		"<https://example.org>":             `<p><a href="https://example.org">https://example.org</a></p>`,
		"<a@example.org>":                   `<p><a href="mailto:a@example.org">a@example.org</a></p>`,
		"# no heading":                      "<p># no heading</p>",
		"![a picture](https://example.org)": "<p>a picture</p>",
		"It’s a < b & c":                    "<p>It’s a &lt; b &amp; c</p>",
	} {
		if got := markdown(t, text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// probes try to get a script or a request into the page.
var probes = []string{
	`<script>alert(1)</script>`,
	`a <b onmouseover=alert(1)>b</b>`,
	`<img src=x onerror=alert(1)>`,
	`<svg/onload=alert(1)>`,
	`<iframe src="javascript:alert(1)"></iframe>`,
	"<div>\n\n**x**\n\n</div><!-- -->",
	`[x](javascript:alert(1))`,
	`[x](JaVaScRiPt:alert(1))`,
	`[x](java&#x73;cript:alert(1))`,
	"[x](<java\tscript:alert(1)>)",
	`[x](&#1;javascript:alert(1))`,
	`[x](vbscript:msgbox(1))`,
	`[x](file:///etc/passwd)`,
	`[x](data:text/html;base64,PHNjcmlwdD4=)`,
	`[x](data:image/png;base64,AAAA)`,
	`[x](//evil.example)`,
	`[x](/\evil.example)`,
	`[x](https://example.org/"onmouseover="alert(1))`,
	`[x](https://example.org "title\" onmouseover=alert(1) x=\"")`,
	`<javascript:alert(1)>`,
	`<data:text/html,x>`,
	"[x]\n\n[x]: javascript:alert(1)",
	`![x](javascript:alert(1))`,
	`![x](https://example.org/x.png" onerror="alert(1))`,
	`![<img src=x onerror=alert(1)>](x)`,
	"`<script>`",
	"- <script>alert(1)</script>",
	"> <script>alert(1)</script>",
	"    <script>alert(1)</script>",
	"```\n</code><script>alert(1)</script>\n```",
	strings.Repeat("> ", 200) + "x",
	strings.Repeat("[", 4000),
	strings.Repeat("*a ", 1300),
	strings.Repeat("- ", 200),
}

var harmless = map[string]bool{
	"html": true, "head": true, "body": true, "p": true, "ul": true, "ol": true, "li": true,
	"blockquote": true, "em": true, "strong": true, "code": true, "a": true, "br": true,
}

func TestMarkdownNeverBringsMarkupOfItsWriterIntoThePage(t *testing.T) {
	for _, probe := range probes {
		document, err := html.Parse(strings.NewReader(markdown(t, probe)))
		if err != nil {
			t.Fatal(err)
		}
		for node := range document.Descendants() {
			if node.Type == html.CommentNode || node.Type == html.ElementNode && !harmless[node.Data] {
				t.Errorf("%.60q brings <%s> into the page", probe, node.Data)
			}
			for _, a := range node.Attr {
				safe := a.Key == "start" || a.Key == "href" && (strings.HasPrefix(a.Val, "https://example.org") || a.Val == "/%5Cevil.example")
				if !safe {
					t.Errorf("%.60q brings %s=%q into the page", probe, a.Key, a.Val)
				}
			}
		}
	}
}

// slow are texts that take long to read as Markdown, over and over.
var slow = []string{"[a](", "[", "![", "*a **b ", "`a``", "> ", "- ", "1. ", "<a", "[a]: b\n\n", "**a*", "_a__", "\\", "<http:", "a\n> ", "((", "&#1;"}

func TestNoTextTakesLongToRender(t *testing.T) {
	for _, piece := range slow {
		for _, length := range []int{4000, 1_000_000} { // the longest that is kept, and the longest form
			text := strings.Repeat(piece, length/utf8.RuneCountInString(piece))
			began := time.Now()
			shown := markdown(t, text)
			if took := time.Since(began); took > 500*time.Millisecond {
				t.Errorf("%d characters of %q take %s", length, piece, took)
			}
			if length > 4000 && !strings.HasPrefix(shown, "<p>"+html.EscapeString(text[:1])) {
				t.Errorf("%d characters of %q are shown as %.100q", length, piece, shown)
			}
		}
	}
}

func TestEveryTextThatMayBeKeptIsRendered(t *testing.T) {
	for _, kept := range quiz.Texts {
		if text := "*a* " + strings.Repeat("ä", kept.Most-4); kept.Form == quiz.Prose && !strings.HasPrefix(markdown(t, text), "<p><em>a</em>") {
			t.Errorf("the longest text of %s is not rendered", kept.Path)
		}
	}
}
