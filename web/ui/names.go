package ui

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// Marks around a name within a text, which no text has of its own.
const (
	nameStart = "\ufdd0"
	nameEnd   = "\ufdd1"
)

// unmarked takes the marks out of what somebody typed.
var unmarked = strings.NewReplacer(nameStart, "", nameEnd, "")

// MarkName marks a name that somebody typed, for Named to find it in a text. No
// name stays none.
func MarkName(name string) string {
	if name = unmarked.Replace(name); name == "" {
		return ""
	}
	return nameStart + name + nameEnd
}

func hasName(text string) bool { return strings.Contains(text, nameStart) }

// Named is a text in which translators leave the marked names as they are.
func Named(text string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		html := strings.NewReplacer(nameStart, `<span translate="no">`, nameEnd, "</span>").Replace(templ.EscapeString(text))
		_, err := io.WriteString(w, html)
		return err
	})
}
