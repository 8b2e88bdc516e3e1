package ui

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/a-h/templ"

	"whichpm/web/words"
)

// Rich shows a text of the catalogue with its marks: [words] leads to the next
// of the addresses, `words` is code and **words** is bold. All else is text.
func Rich(text string, to ...string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		for text := text; text != ""; {
			at := strings.IndexAny(text, "[`*")
			if at < 0 {
				b.WriteString(templ.EscapeString(text))
				break
			}
			b.WriteString(templ.EscapeString(text[:at]))
			text = text[at:]
			switch words, rest, ok := marked(text); {
			case !ok:
				b.WriteString(text[:1])
				text = text[1:]
			case text[0] == '[' && len(to) > 0:
				b.WriteString(`<a href="` + templ.EscapeString(to[0]) + `">` + templ.EscapeString(words) + "</a>")
				text, to = rest, to[1:]
			case text[0] == '`':
				b.WriteString(`<code translate="no">` + templ.EscapeString(words) + "</code>")
				text = rest
			default:
				b.WriteString("<b>" + templ.EscapeString(words) + "</b>")
				text = rest
			}
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// marked cuts a text that begins with a mark into what it marks and the rest.
func marked(text string) (words, rest string, ok bool) {
	for open, end := range map[string]string{"[": "]", "`": "`", "**": "**"} {
		if after, found := strings.CutPrefix(text, open); found {
			return strings.Cut(after, end)
		}
	}
	return "", "", false
}

// DayHere stands in a text where Dated puts a day.
const DayHere = "\ufffc"

// Day is the day of a moment: in UTC, as it says, and the reader's own once the
// script has read it.
func Day(l words.Language, at time.Time) templ.Component { return Dated(l, DayHere, at) }

// Dated is a text with the day of a moment in it.
func Dated(l words.Language, text string, at time.Time) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		before, after, found := strings.Cut(text, DayHere)
		out := templ.EscapeString(before)
		if found {
			out += `<time data-day datetime="` + at.UTC().Format(time.RFC3339) + `">` + templ.EscapeString(l.DayUTC(at)) + `</time>` + templ.EscapeString(after)
		}
		_, err := io.WriteString(w, out)
		return err
	})
}
