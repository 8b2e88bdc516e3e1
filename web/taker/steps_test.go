package taker

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestOnlyPagesOpenedByPeopleAreCounted(t *testing.T) {
	t.Parallel()
	const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
	tests := []struct {
		name, agent, header, value string
		counts                     bool
	}{
		{name: "a browser", agent: chrome, counts: true},
		{name: "a telephone", agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", counts: true},
		{name: "a telephone whose maker is called so", agent: "Mozilla/5.0 (Linux; Android 9; CUBOT_X18_Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Mobile Safari/537.36", counts: true},
		{name: "a page inside another app", agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 300.0.0.0.0 (iPhone14,5; iOS 17_0; en_US)", counts: true},
		{name: "a command line", agent: "curl/8.11.0", counts: true},
		{name: "no name", counts: true},
		{name: "another purpose", agent: chrome, header: "Sec-Purpose", value: "navigate", counts: true},
		{name: "a prefetch", agent: chrome, header: "Sec-Purpose", value: "prefetch"},
		{name: "a prerendered page", agent: chrome, header: "Sec-Purpose", value: "prefetch;prerender"},
		{name: "a prefetch of an older browser", agent: chrome, header: "Purpose", value: "prefetch"},
		{name: "a prefetch of Firefox", agent: chrome, header: "X-Moz", value: "prefetch"},
		{name: "a preview of Safari", agent: chrome, header: "X-Purpose", value: "preview"},
		{name: "Google", agent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
		{name: "a crawler that names its page only", agent: "Mozilla/5.0 (compatible; Something/1.0; +https://example.org/about)"},
		{name: "Slack", agent: "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"},
		{name: "WhatsApp", agent: "WhatsApp/2.23.20.0 A"},
		{name: "Facebook", agent: "facebookexternalhit/1.1"},
		{name: "Teams", agent: "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com"},
		{name: "Telegram", agent: "TelegramBot (like TwitterBot)"},
		{name: "a mail scanner", agent: "BarracudaCentral Link Scanner"},
	}
	for _, tt := range tests {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/r/x", http.NoBody)
		r.Header.Set("User-Agent", tt.agent)
		if tt.header != "" {
			r.Header.Set(tt.header, tt.value)
		}
		if got := openedByPerson(r); got != tt.counts {
			t.Errorf("%s counts: %t", tt.name, got)
		}
	}
	if openedByPerson(httptest.NewRequestWithContext(t.Context(), http.MethodHead, "/r/x", http.NoBody)) {
		t.Error("a look at the headers counts")
	}
}
