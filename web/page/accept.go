package page

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// Format is how an answer is written: its media type.
type Format string

// The formats a visitor can ask for, and those of programs and previews.
const (
	HTML     Format = "text/html"
	Text     Format = "text/plain"
	Markdown Format = "text/markdown"
	JSONType Format = "application/json"
	Problem  Format = "application/problem+json"
	PNG      Format = "image/png"
)

// UTF8 follows the media type of a text.
const UTF8 = "; charset=utf-8"

// Negotiated is on what the choice of Negotiate depends, for the header Vary.
const Negotiated = "Accept, User-Agent"

// longestAccept is the longest header that is read, in bytes: browsers and
// programs send a tenth of it.
const longestAccept = 1000

// Negotiate picks HTML, Text or Markdown for a request. A command line that
// takes anything gets Text; whoever asks for something else altogether gets
// HTML. The answer has to say that it was Negotiated.
func Negotiate(r *http.Request) Format {
	formats := []Format{HTML, Text, Markdown}
	if commandLine(r.UserAgent()) {
		formats = []Format{Text, HTML, Markdown}
	}
	accept := strings.Join(r.Header.Values("Accept"), ",")
	if accept == "" || len(accept) > longestAccept {
		return formats[0]
	}
	if strings.HasPrefix(accept, "text/html,") { // a browser: named first and without a q, nothing goes before it
		return HTML
	}
	if best, ok := preferred(accept, formats); ok {
		return best
	}
	return HTML
}

func commandLine(agent string) bool {
	return strings.HasPrefix(agent, "curl/") || strings.HasPrefix(agent, "Wget/")
}

// preferred is the format an Accept header wants most. Of equal ones, one that
// is named goes before one that is only allowed, then the one named first in
// the header, then the first of the formats.
func preferred(accept string, formats []Format) (best Format, ok bool) {
	ranges := mediaRanges(accept)
	var most mediaRange
	for _, format := range formats {
		if m := covering(ranges, format); m.quality > 0 && (!ok || m.before(most)) {
			best, most, ok = format, m, true
		}
	}
	return best, ok
}

// mediaRange is one entry of an Accept header: "text/*;q=0.8".
type mediaRange struct {
	name    string
	quality float64 // 0, refused, to 1
	place   int     // in the header
}

// width is 0 for a whole type, 1 for text/* and 2 for */*.
func (m mediaRange) width() int { return strings.Count(m.name, "*") }

func (m mediaRange) before(other mediaRange) bool {
	switch {
	case m.quality != other.quality:
		return m.quality > other.quality
	case m.width() != other.width():
		return m.width() < other.width()
	}
	return m.place < other.place
}

// covering is the narrowest range that speaks of a format, the zero range if
// none does.
func covering(ranges []mediaRange, format Format) (found mediaRange) {
	kind, _, _ := strings.Cut(string(format), "/")
	narrowest := 3
	for _, m := range ranges {
		speaks := m.name == string(format) || m.name == kind+"/*" || m.name == "*/*"
		if speaks && m.width() < narrowest {
			found, narrowest = m, m.width()
		}
	}
	return found
}

// mediaRanges reads an Accept header. Entries nobody can read are left out.
func mediaRanges(accept string) []mediaRange {
	var ranges []mediaRange
	for entry := range strings.SplitSeq(accept, ",") {
		name, parameters, err := mime.ParseMediaType(entry)
		if err != nil {
			continue
		}
		if quality, ok := quality(parameters["q"]); ok {
			ranges = append(ranges, mediaRange{name, quality, len(ranges)})
		}
	}
	return ranges
}

func quality(text string) (float64, bool) {
	if text == "" {
		return 1, true
	}
	q, err := strconv.ParseFloat(text, 64)
	return q, err == nil && q >= 0 && q <= 1
}
