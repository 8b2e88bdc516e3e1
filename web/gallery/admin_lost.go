package gallery

import (
	"net/url"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// lostPages are what an admin sees when a form cannot be saved as it is.
func lostPages(l words.Language) []State {
	at := time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC)
	typed := []adminview.Typed{
		{Name: "text", Value: strings.Repeat("I often think about where things should be in two or three years. ", 4)},
		{Name: "strength", Value: "1.25"},
	}
	page := adminview.Page{Title: l.Say("adminlost.title"), Viewer: adminview.Viewer{Language: l, Email: "ada@example.org"}}
	stale := adminview.StaleProps{
		Page: adminview.Page{Title: l.Say("adminstale.title"), Viewer: page.Viewer},
		By:   "ben@example.org", At: at, Now: at.Add(2 * time.Minute),
		Differences: []quiz.FieldDiff{{Field: "questions.h1.text", Label: l.Say("question.title", "number", 2) + ": " + l.Inside(l.Say("adminlabel.wording")), Before: "What they wrote", After: "What you wrote"}},
		To:          site.AdminQuestion("h1"), Form: url.Values{"text": {"What you wrote"}}, Revision: 7,
	}
	same := stale
	same.Differences = nil
	return []State{
		{"admin", "changed in the meantime", adminview.Stale(stale)},
		{"admin", "changed to the same", adminview.Stale(same)},
		{"admin", "part is gone", adminview.Lost(adminview.LostProps{Page: page, Typed: typed, By: "ben@example.org", At: at, Now: at.Add(time.Hour)})},
		{"admin", "draft is gone", adminview.Lost(adminview.LostProps{Page: page, Typed: typed, NoDraft: true})},
		{"admin", "session ended", adminview.SessionEnded(adminview.SessionEndedProps{Language: l, To: site.AdminSignIn, Typed: typed})},
	}
}
