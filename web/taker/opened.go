package taker

import (
	"net/http"
	"slices"
	"strings"
)

// openedByPerson reports whether a person opened a page, as far as the request
// tells: no browser that fetches it in advance, and no program that says what
// it is.
func openedByPerson(r *http.Request) bool {
	return r.Method != http.MethodHead && !prefetched(r.Header) && !isBot(r.UserAgent())
}

// prefetched reports whether a browser said that nobody may ever see the page.
func prefetched(h http.Header) bool {
	return slices.ContainsFunc([]string{"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"}, func(name string) bool {
		said := strings.ToLower(strings.Join(h[http.CanonicalHeaderKey(name)], ","))
		return strings.Contains(said, "prefetch") || strings.Contains(said, "prerender") || strings.Contains(said, "preview")
	})
}

// botMarks are what crawlers, link previews and mail scanners call themselves.
// Most name a page about them, which no browser does.
var botMarks = []string{
	"http://", "https://", "bot", "crawl", "spider", "slurp", "preview", "scanner", "safebrowsing", "linkcheck", "imageproxy",
	"externalhit", "whatsapp/", "viber/", "iframely/", "embedly",
}

func isBot(agent string) bool {
	agent = strings.ReplaceAll(strings.ToLower(agent), "cubot", "") // a maker of telephones
	return slices.ContainsFunc(botMarks, func(name string) bool { return strings.Contains(agent, name) })
}
