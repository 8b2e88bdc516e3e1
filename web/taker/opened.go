package taker

import (
	"net/http"
	"slices"
	"strings"
)

// openedBySomebody reports whether a person has a page opened, as far as the
// request says: neither a browser that fetches it in case it is wanted, nor a
// program that says what it is.
func openedBySomebody(r *http.Request) bool {
	return r.Method != http.MethodHead && !prefetched(r.Header) && !declaredProgram(r.UserAgent())
}

// prefetched reports whether a browser said that nobody may ever see the page.
func prefetched(h http.Header) bool {
	return slices.ContainsFunc([]string{"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"}, func(name string) bool {
		said := strings.ToLower(strings.Join(h[http.CanonicalHeaderKey(name)], ","))
		return strings.Contains(said, "prefetch") || strings.Contains(said, "prerender") || strings.Contains(said, "preview")
	})
}

// declares are what crawlers, previews of links and scanners of mails call
// themselves. Most name a page about them, which no browser does.
var declares = []string{
	"http://", "https://", "bot", "crawl", "spider", "slurp", "preview", "scanner", "safebrowsing", "linkcheck", "imageproxy",
	"externalhit", "whatsapp/", "viber/", "iframely/", "embedly",
}

func declaredProgram(agent string) bool {
	agent = strings.ReplaceAll(strings.ToLower(agent), "cubot", "") // a maker of telephones
	return slices.ContainsFunc(declares, func(name string) bool { return strings.Contains(agent, name) })
}
