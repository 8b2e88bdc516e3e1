package adminview

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// spansOf writes the pieces of a changed text one behind the other. A template
// would put spaces of its own between them, which the page would show.
func spansOf(l words.Language, spans []quiz.Span) templ.Component {
	var b strings.Builder
	was := quiz.Same
	for _, s := range spans {
		if was != quiz.Same && s.Op != quiz.Same {
			b.WriteString(" ")
		}
		b.WriteString(spanOf(l, s))
		was = s.Op
	}
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// spanOf is a piece as HTML. Words that are only heard say what became of it.
func spanOf(l words.Language, s quiz.Span) string {
	tag, before, after := "", "", ""
	switch s.Op {
	case quiz.Removed:
		tag, before, after = "del", l.Say("admindiff.removed"), l.Say("admindiff.end_removed")
	case quiz.Added:
		tag, before, after = "ins", l.Say("admindiff.added"), l.Say("admindiff.end_added")
	case quiz.Same:
		return templ.EscapeString(s.Text)
	}
	heard := func(text string) string { return `<span class="vh">` + templ.EscapeString(text) + `</span>` }
	return "<" + tag + ">" + heard(before+": ") + templ.EscapeString(s.Text) + heard(after+" ") + "</" + tag + ">"
}
