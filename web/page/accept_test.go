package page_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"whichpm/web/page"
)

const (
	browserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
	browserAgent  = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
)

func negotiate(agent, accept string) page.Format {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("User-Agent", agent)
	if accept != "" {
		r.Header.Set("Accept", accept)
	}
	return page.Negotiate(r)
}

func TestEveryVisitorGetsTheFormatTheyAskFor(t *testing.T) {
	tests := []struct {
		name, agent, accept string
		want                page.Format
	}{
		{"a browser", browserAgent, browserAccept, page.HTML},
		{"a preview bot that takes anything", "Twitterbot/1.0", "*/*", page.HTML},
		{"a bot that says nothing", "LinkedInBot/1.0", "", page.HTML},
		{"curl", "curl/8.5.0", "*/*", page.Text},
		{"curl that says nothing", "curl/8.5.0", "", page.Text},
		{"Wget", "Wget/1.21", "*/*", page.Text},
		{"curl that asks for HTML", "curl/8.5.0", "text/html", page.HTML},
		{"curl that asks for Markdown", "curl/8.5.0", "text/markdown", page.Markdown},
		{"curl that asks for a picture", "curl/8.5.0", "image/png", page.HTML},
		{"somebody who likes text", browserAgent, "text/plain", page.Text},
		{"somebody who likes Markdown", "", "text/markdown, text/html;q=0.9", page.Markdown},
		{"Markdown named first", "", "text/markdown, text/html, */*", page.Markdown},
		{"HTML named first", "", "text/html, text/markdown", page.HTML},
		{"a name before a wildcard", "", "*/*, text/plain", page.Text},
		{"quality before order", "", "text/html;q=0.5, text/plain;q=0.6", page.Text},
		{"a narrow refusal", "", "text/*, text/html;q=0", page.Text},
		{"a wide refusal", "curl/8.5.0", "*/*;q=0, text/markdown;q=0.1", page.Markdown},
		{"everything refused", "", "*/*;q=0", page.HTML},
		{"capitals and spaces", "", " Text/Plain ; Q=1.0 , text/html ; q=0.9", page.Text},
		{"another parameter", "", "text/plain;charset=utf-8;q=0.9, text/html;q=0.8", page.Text},
		{"a quality out of range", "", "text/plain;q=7, text/html;q=0.1", page.HTML},
		{"a quality that is no number", "", "text/plain;q=NaN, text/markdown;q=much, text/html;q=0.1", page.HTML},
		{"something else altogether", "", "application/json", page.HTML},
		{"nonsense", "", ";;;,,/,\x00", page.HTML},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := negotiate(tt.agent, tt.accept)
			if got != tt.want {
				t.Errorf("%q with %q gets %s, want %s", tt.agent, tt.accept, got, tt.want)
			}
		})
	}
}

func FuzzAccept(f *testing.F) {
	for _, seed := range []string{browserAccept, "text/*;q=0.3, text/plain;q=0", "*/*;q=0", "a/b;q=1e-400", `text/html;x="a,b";q=.5`, ",;="} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, accept string, curl bool) {
		agent := browserAgent
		if curl {
			agent = "curl/8.5.0"
		}
		got := negotiate(agent, accept)
		if got != page.HTML && got != page.Text && got != page.Markdown {
			t.Errorf("%q gets %q", accept, got)
		}
		if again := negotiate(agent, accept); again != got {
			t.Errorf("%q gets %s, then %s", accept, got, again)
		}
		if refused := negotiate(agent, "text/plain;q=0,"+accept); refused == page.Text {
			t.Errorf("%q gets text although it refuses it", accept)
		}
	})
}
