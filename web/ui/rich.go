package ui

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
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
				b.WriteString("<code>" + templ.EscapeString(words) + "</code>")
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
