package attack_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What a template may not hold, as it lets a text become markup or a script.
var forbidden = map[string]*regexp.Regexp{
	"markup that is written as it comes":          regexp.MustCompile(`templ\.Raw|templ\.FromGoHTML|\bunsafe`),
	"a script in the page":                        regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>\s*[^\s<]|templ\.JS|^\s*script\s+\w+\(`),
	"a style in the page":                         regexp.MustCompile(`(?i)<style|\sstyle\s*=|templ\.SafeCSS`),
	"an attribute that runs a script":             regexp.MustCompile(`(?i)[\s"]on[a-z]+\s*=\s*["{]`),
	"a page inside the page":                      regexp.MustCompile(`(?i)srcdoc|<iframe|<object|<embed|<base\b`),
	"http-equiv, which leads elsewhere by itself": regexp.MustCompile(`(?i)http-equiv`),
	"a link that runs a script":                   regexp.MustCompile(`(?i)javascript:|vbscript:`),
	"attributes whose names nobody sees":          regexp.MustCompile(`templ\.Attributes\{[^"}]`),
	"a file of another host":                      regexp.MustCompile(`(?i)(src|href)="(https?:)?//`),
}

// allowed are the exceptions, each with its reason.
var allowed = map[string]string{
	`ui/frame.templ: @templ.Raw("<script>" + inlineScript + "</script>")`:                                                                 "a constant; the policy allows exactly its hash",
	`adminview/factor.templ: return templ.SafeURL("data:text/plain;charset=utf-8," + url.PathEscape(strings.Join(codes, "\r\n")+"\r\n"))`: "a file of codes we made, escaped",
}

// templ lets an address in SafeURL pass. Those are made by package site, or
// come from a prop that a handler fills with one.
var (
	unchecked = regexp.MustCompile(`templ\.SafeURL\(([^{}]*)\)`)
	ours      = regexp.MustCompile(`^(site\.|"#"|to$|(f|c|link)\.To$|s\.to$|s\.Path\(|s\.Link$|linkedIn\(s\.Link|row\.Change$` +
		`|p\.AreaHome$|p\.Filter\.address\(site\.|cmp\.Or\(p\.(Action|Start), site\.|here$|p\.at\(|p\.sortedBy\()`)
)

func TestNoTemplateLetsATextBecomeMarkup(t *testing.T) {
	t.Parallel()
	used, found := map[string]bool{}, 0
	files := os.DirFS(filepath.Join("..", "..", "..", "web"))
	err := fs.WalkDir(files, ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".templ" {
			return err
		}
		found++
		text, err := fs.ReadFile(files, path)
		for line := range strings.Lines(string(text)) {
			at := path + ": " + strings.TrimSpace(line)
			for _, what := range wrong(line) {
				if used[at] = true; allowed[at] == "" {
					t.Errorf("%s: %s", at, what)
				}
			}
		}
		return err
	})
	if err != nil || found < 50 {
		t.Fatalf("%d templates are read: %v", found, err)
	}
	for at := range allowed {
		if !used[at] {
			t.Errorf("%s is allowed and not there any more", at)
		}
	}
}

// wrong is what a line of a template may not hold.
func wrong(line string) (found []string) {
	for what, pattern := range forbidden {
		if pattern.MatchString(line) {
			found = append(found, what)
		}
	}
	for _, address := range unchecked.FindAllStringSubmatch(line, -1) {
		if !ours.MatchString(address[1]) {
			found = append(found, "an address that nobody checks")
		}
	}
	return found
}

func TestTheTemplateCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		`@templ.Raw(p.Text)`, `<a href={ templ.SafeURL(p.Source) }>`, `<script>alert(1)</script>`, `<p style="color:red">`,
		`<button onclick="go()">`, `<img onerror={ p.X }>`, `<iframe srcdoc={ p.Text }>`, `<meta http-equiv="refresh">`,
		`<a href="javascript:x">`, `templ.Attributes{p.Name: "x"}`, `<script src="https://evil.example/x.js"></script>`,
	} {
		if len(wrong(line)) == 0 {
			t.Errorf("nothing is said of %s", line)
		}
	}
}

func TestThePageCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`<zq>`, `<p zq=1>`, `<a href="javascript:zq">x</a>`, `<a href=" JAVASCRIPT:zq">x</a>`, `<img src=//evil.example/x>`,
		`<p onclick=go()>`, `<script>zq()</script>`, `<p style=x>`, `<iframe>`, `<form action=//evil.example>`, `<a href="data:text/html,x">`,
		`<base href=/>`, `<link href=https://evil.example/x.css>`, `<meta http-equiv=refresh>`,
	} {
		if len(checkPage(reply{body: body})) == 0 {
			t.Errorf("nothing is said of %s", body)
		}
	}
	if found := checkPage(reply{body: `<a href="/x">a</a><a href="https://example.org">b</a><img src="data:image/png;base64,AA">`}); len(found) > 0 {
		t.Errorf("it finds %q", found)
	}
}
