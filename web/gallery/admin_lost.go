package gallery

import (
	"net/url"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// lostPages are what an admin sees when a form cannot be saved as it is.
func lostPages(l words.Language) []State {
	at := time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC)
	page := adminview.Page{Title: l.Say("adminlost.title"), Viewer: editor(l)}
	typed := typedBefore()
	content := []adminview.Typed{
		{Name: "roles.lead.content.summary", Value: strings.Repeat("Leads people and asks where things should be in two or three years. ", 4)},
		{Name: "translations.de.roles.lead.content.tagline", Value: "Führt Menschen"},
		{Name: "roles.lead.content.salary.amount", Value: "90000"},
	}
	return []State{
		{"admin", "changed in the meantime", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldStale, By: []string{"ben@example.org"}, At: at}))},
		{"admin", "changed by several", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldStale, By: []string{"ben@example.org", editor(l).Email}, At: at}))},
		{"admin", "changed by themselves", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldStale, By: []string{editor(l).Email}, At: at}))},
		{"admin", "moved in the meantime", adminview.Questions(heldList(l, at))},
		{"admin", "another draft", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldBegun, By: []string{"ben@example.org"}, At: at}))},
		{"admin", "question is gone", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldGone, By: []string{"ben@example.org"}, At: at}))},
		{"admin", "draft is gone", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldNoDraft, By: []string{"ben@example.org"}, At: at}))},
		{"admin", "draft is gone and nobody knows who", adminview.Settings(heldSettings(l, adminview.Held{Why: adminview.HeldNoDraft, At: at}))},
		{"admin", "typed before signing in", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldSignedIn}))},
		{"admin", "typed and not saved", adminview.Question(heldEditor(l, adminview.Held{Why: adminview.HeldKept, Kept: keptCopy(at)}))},
		{"admin", "typed and not saved, and changed", adminview.Question(heldEditor(l, adminview.Held{
			Why: adminview.HeldStale, By: []string{"ben@example.org"}, At: at, Kept: keptCopy(at),
		}))},
		{"admin", "part is gone", adminview.Lost(adminview.LostProps{Page: page, Typed: content, By: "ben@example.org", At: at, Now: at.Add(time.Hour)})},
		{"admin", "part is gone and nothing typed", adminview.Lost(adminview.LostProps{Page: page, By: "ben@example.org", At: at, Now: at.Add(time.Hour)})},
		{"admin", "session ended", adminview.SignIn(adminview.SignInProps{Language: l, Next: typed.To, Typed: typed})},
		{"admin", "session ended and code", adminview.Code(adminview.CodeProps{Language: l, Next: typed.To, Typed: typed})},
		{"admin", "session ended and password", adminview.Password(adminview.PasswordProps{Viewer: editor(l), Temporary: true, Typed: typed})},
	}
}

func typedBefore() adminview.TypedForm {
	return adminview.TypedForm{To: site.AdminQuestion("h1"), Form: url.Values{"questions.h1.text": {"What you wrote"}, "revision": {"7"}}}
}

// heldEditor is the editor of a question with what was typed and is not saved.
func heldEditor(l words.Language, h adminview.Held) adminview.QuestionProps {
	p := questionEditor(l, draft(), 0)
	label := func(of string) string { return l.Say("question.title", "number", 1) + ": " + l.Inside(of) }
	if h.Seen() && h.Why != adminview.HeldGone || h.Why == adminview.HeldNoDraft || h.Why == adminview.HeldKept {
		h.Both = []quiz.FieldDiff{{Field: "text", Label: label(l.Say("adminlabel.text")), Before: p.Form.Text, After: "What you wrote"}}
	}
	if h.Why == adminview.HeldStale {
		h.Rest = []quiz.FieldDiff{{Field: "source", Label: label(l.Say("adminlabel.source")), Before: "", After: "A book"}}
	}
	p.Form.Text, p.Unsaved, p.Held = "What you wrote", true, heldAt(h, site.AdminQuestion(p.Form.Key))
	return p
}

func heldSettings(l words.Language, h adminview.Held) adminview.Form {
	f := editedAs(l, published(), quiz.Draft)
	f.Held = heldAt(h, site.AdminSettings)
	return f
}

func keptCopy(at time.Time) *quiz.WorkingCopy {
	return &quiz.WorkingCopy{To: site.AdminQuestion("h1"), Page: site.AdminQuestion("h1"), At: at}
}

// heldList is the list of questions after a button was pressed on one that
// somebody else had moved.
func heldList(l words.Language, at time.Time) adminview.QuestionsProps {
	p := questionList(l, draft(), 4)
	p.Held = heldAt(adminview.Held{Why: adminview.HeldStale, By: []string{"ben@example.org"}, At: at, Both: []quiz.FieldDiff{
		{Field: "questions.h1.position", Label: l.Say("question.title", "number", 3) + ": " + l.Say("adminfields.place"), Before: "2", After: "3"},
	}}, site.AdminQuestions)
	p.Held.Form = ""
	return p
}

func heldAt(h adminview.Held, path string) *adminview.Held {
	h.Now, h.Saved, h.Form = h.At.Add(2*time.Minute), path, adminview.FormID(path)
	return &h
}
