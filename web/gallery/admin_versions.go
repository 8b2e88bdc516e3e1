package gallery

import (
	"strings"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// moment is when everything about versions happens in the gallery.
var moment = time.Date(2026, time.November, 2, 9, 30, 0, 0, time.UTC)

func versionPages() []State {
	return []State{
		{"admin", "versions only the first", adminview.Versions(adminview.VersionsProps{Viewer: owner(words.English), Versions: infos()[3:]})},
		{"admin", "versions of an owner", adminview.Versions(adminview.VersionsProps{Viewer: owner(words.English), Versions: infos(), Notice: "started"})},
		{"admin", "versions of an editor", adminview.Versions(adminview.VersionsProps{Viewer: editor(words.English), Versions: infos()[1:], Notice: "published"})},
		{"admin", "draft there already", adminview.DraftThere(adminview.DraftThereProps{Viewer: owner(words.English), By: editorEmail, At: moment, Now: moment.Add(2 * time.Minute), From: 2})},
		{"admin", "discard draft", adminview.DraftRemoval(removal())},
		{"admin", "discard draft stale", adminview.DraftRemoval(staleRemoval(removal()))},
		{"admin", "diff", adminview.Diff(diff(changed()))},
		{"admin", "diff of the same", adminview.Diff(diff(nil))},
		{"admin", "diff longest text", adminview.Diff(diff(quiz.Diff(published(), wordy())))},
		{"admin", "publish", adminview.Publication(publication(owner(words.English)))},
		{"admin", "publish longest text", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) {
			name := wordy().Roles[1].Short
			p.Changes = quiz.Diff(published(), wordy())
			p.Effect.Causes = []adminview.CauseRow{{Name: "the role " + unbreakable, About: unbreakable, Changed: 9}}
			p.Effect.Moves = []adminview.MoveRow{{From: "Leaning: " + name, To: "Clear: " + name, Count: 12}}
			p.Effect.Scenarios = []adminview.ScenarioRow{{Name: unbreakable, Expected: "Clear: " + name, Live: "Clear: " + name + ", 93\u00a0%", Draft: "Balanced, 52\u00a0%"}}
		}))},
		{"admin", "publish without note", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) {
			p.Problems = quiz.Problems{{Field: "note", Message: "Write why this version is published"}}
		}))},
		{"admin", "publish stale", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) {
			p.Stale, p.Note = true, "Plainer words in two questions."
		}))},
		{"admin", "publish with errors", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) {
			p.Errors = []adminview.FindingLine{
				{What: "No answers lead to project management.", Mend: "Give some answers more loading on its side.", To: "/admin/roles/project"},
				{What: "Question 4 says nothing.", Mend: "Give one of its answers a loading.", To: "/admin/questions/s1"},
			}
		}))},
		{"admin", "publish nothing changed", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) { p.Changes = nil }))},
		{"admin", "publish by somebody else", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) {
			p.Barred, p.By, p.Others = true, ownerEmail, []string{"ada@example.org", "ben@example.org"}
		}))},
		{"admin", "publish by nobody else", adminview.Publication(publicationWith(func(p *adminview.PublicationProps) { p.Barred, p.By = true, ownerEmail }))},
		{"admin", "nothing to publish", adminview.NothingToPublish(adminview.NothingToPublishProps{Viewer: owner(words.English), Live: 3})},
		{"admin", "published by somebody else", adminview.NothingToPublish(adminview.NothingToPublishProps{Viewer: owner(words.English), Live: 4, Stale: true})},
		{"admin", "audit log", adminview.Audit(adminview.AuditProps{Viewer: owner(words.English), Entries: entries(), Actions: []string{quiz.ActionPublish}, Older: 7})},
		{"admin", "audit log empty", adminview.Audit(adminview.AuditProps{Viewer: editor(words.English), Filter: adminview.AuditForm{By: "nobody@example.org"}})},
		{"admin", "audit log refused", adminview.Audit(adminview.AuditProps{
			Viewer: editor(words.English), Filter: adminview.AuditForm{Before: "yesterday"},
			Problems: quiz.Problems{{Field: "before", Message: "Type a day as year-month-day, such as 2026-05-04"}},
		})},
		{"admin", "import", adminview.Import(adminview.ImportProps{Viewer: editor(words.English)})},
		{"admin", "import refused", adminview.Import(adminview.ImportProps{
			Viewer: editor(words.English), Text: "{\"title\": \"<b>\"}", Problems: quiz.Problems{{Field: "report", Message: "Correct what is listed below, then check the file again"}},
			Found: []adminview.Located{
				{Line: 1, Message: "Give the file a list of questions"},
				{Line: 214, Field: "questions.h1.text", Message: "Write the wording; it is empty"},
			},
		})},
		{"admin", "import reported", adminview.ImportReport(imported())},
		{"admin", "import in place of the draft", adminview.ImportReport(inPlace(imported()))},
	}
}

func infos() []quiz.VersionInfo {
	hash := strings.Repeat("3f9a1c0b7d2e", 5)
	return []quiz.VersionInfo{
		{ID: 4, State: quiz.Draft, Revision: 12, Title: "Which kind of manager are you?", By: editorEmail, SavedAt: moment, Hash: hash},
		{ID: 3, State: quiz.Published, Title: "Which kind of manager are you?", Note: "Plainer words in two questions.\nNew pay figures.", By: ownerEmail, PublishedAt: moment.AddDate(0, -1, 0), Hash: hash},
		{ID: 2, State: quiz.Retired, Title: strings.Repeat("A long title ", 9), Note: strings.Repeat("A long note. ", 70), By: nobody(words.English).Email, PublishedAt: moment.AddDate(0, -5, 0), Hash: hash},
		{ID: 1, State: quiz.Retired, Title: "Which kind of manager are you?", PublishedAt: moment.AddDate(-1, 0, 0), Hash: hash},
	}
}

// changed are the differences of a draft with a change of each kind.
func changed() []quiz.FieldDiff {
	draft := published().Clone()
	q := &draft.Questions[0]
	q.Prompt = "On a free day I would rather <b>draw</b> a map " + q.Prompt
	q.Strength = 0.8
	q.Source = ""
	if err := draft.MoveQuestion(draft.Questions[5].Key, 2); err != nil {
		panic(err)
	}
	if _, err := draft.AddQuestion(quiz.Choice, 0); err != nil {
		panic(err)
	}
	if err := draft.DeleteQuestion(draft.Questions[9].Key); err != nil {
		panic(err)
	}
	draft.Roles[0].Content.Summary += " They stay with it."
	draft.Settings.ClearFrom = 0.75
	return quiz.Diff(published(), draft)
}

func diff(changes []quiz.FieldDiff) adminview.DiffProps {
	return adminview.DiffProps{
		Viewer: editor(words.English), From: adminview.SideOf(words.English, infos()[1]), To: adminview.SideOf(words.English, infos()[0]), Changes: changes, Versions: infos(),
	}
}

func removal() adminview.DraftRemovalProps {
	return adminview.DraftRemovalProps{
		Viewer: editor(words.English), By: editorEmail, At: moment, Now: moment.Add(3 * time.Hour), Revision: 12, Changes: changed(),
	}
}

func staleRemoval(p adminview.DraftRemovalProps) adminview.DraftRemovalProps {
	p.Stale, p.Changes = true, nil
	return p
}

func publication(v adminview.Viewer) adminview.PublicationProps {
	return adminview.PublicationProps{
		Viewer: v, Live: 3, Revision: 12, By: editorEmail, At: moment, Now: moment.Add(2 * time.Minute), Advice: 3,
		Changes: changed(), Effect: adminview.EffectProps{
			Ready: true, Compared: 500, Changed: 12, Traced: 12,
			Causes: []adminview.CauseRow{{Name: "question 1", About: "On a free day I would rather draw a map", To: "/admin/questions/h1", Changed: 9}},
			Moves:  []adminview.MoveRow{{From: "Leaning: Product", To: "Balanced", Count: 12}},
			Scenarios: []adminview.ScenarioRow{
				{Name: "Customer caller", Expected: "Clear: Product", Live: "Clear: Product, 93\u00a0%", Draft: "Leaning: Product, 72\u00a0%"},
				{Name: "Planner", Expected: "Clear: Project", Live: "Clear: Project, 95\u00a0%", Draft: "Clear: Project, 96\u00a0%", OK: true},
			},
		},
	}
}

func publicationWith(change func(*adminview.PublicationProps)) adminview.PublicationProps {
	p := publication(owner(words.English))
	change(&p)
	return p
}

func entries() []quiz.AuditEntry {
	list := []quiz.AuditEntry{
		{By: ownerEmail, Action: quiz.ActionPublish, Subject: "version 3", Reason: "Plainer words in two questions."},
		{By: editorEmail, Action: quiz.ActionSaveDraft, Subject: "questions.h1", Before: "Question 1: wording: I draw <b>maps</b>\n", After: "Question 1: wording: I like to draw maps\n"},
		{By: nobody(words.English).Email, Action: quiz.ActionSaveDraft, Subject: "roles.product.content.summary", After: strings.Repeat("a word and ", 60)},
		{By: ownerEmail, Action: auth.ActionSignIn, Subject: ownerEmail},
	}
	for i := range list {
		list[i].ID, list[i].At = int64(40-i), moment.Add(-time.Duration(i)*time.Hour)
	}
	return list
}

func imported() adminview.ImportReportProps {
	return adminview.ImportReportProps{
		Viewer: editor(words.English), Title: "Which kind of manager are you?", Questions: 28, Roles: 2, Scenarios: 4,
		Content: "{}", Live: 3, Changes: changed(),
	}
}

func inPlace(p adminview.ImportReportProps) adminview.ImportReportProps {
	p.Revision, p.By, p.Live, p.Stale = 12, ownerEmail, 0, true
	return p
}
