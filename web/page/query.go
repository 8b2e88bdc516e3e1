package page

import (
	"net/url"
	"strings"

	"whichpm/web/site"
)

// ReadableQuery spells the parameters of an address so that every reader finds
// the same in them, as browsers read them: a percent sign that begins no code
// stands for itself, as a semicolon does, and what is no text becomes the
// replacement character. A query that is well spelled stays as it is.
func ReadableQuery(raw string) string {
	if !strings.ContainsAny(raw, "%;") && Storable(raw) {
		return raw
	}
	if text, err := url.QueryUnescape(raw); err == nil && Storable(text) && !strings.Contains(raw, ";") {
		return raw
	}
	var pairs []string
	for pair := range strings.SplitSeq(raw, "&") {
		name, value, found := strings.Cut(pair, "=")
		pair = url.QueryEscape(readable(name))
		if found {
			pair += "=" + url.QueryEscape(readable(value))
		}
		pairs = append(pairs, pair)
	}
	return strings.Join(pairs, "&")
}

// readable decodes a name or a value.
func readable(text string) string {
	const replacement = "\ufffd"
	text = site.Unescaped(strings.ReplaceAll(text, "+", " "))
	return strings.ReplaceAll(strings.ToValidUTF8(text, replacement), "\x00", replacement)
}
