package ui

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/a-h/templ"

	"whichpm/web/words"
)

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
