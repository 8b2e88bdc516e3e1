package gallery

import (
	"strings"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

// moment is when everything about versions happens in the gallery.
var moment = time.Date(2026, time.November, 2, 9, 30, 0, 0, time.UTC)

// told is a viewer of a page that says what was done.
func told(v adminview.Viewer, what, at string) adminview.Viewer {
	v.Flash = adminview.Flash{What: what, At: at}
	return v
}

// undoable is a viewer who can undo what was done.
func undoable(v adminview.Viewer) adminview.Viewer {
	v.Flash.Made = 12
	return v
}

func versionPages(l words.Language) []State {
	return []State{
		{"admin", "versions only the first", adminview.Versions(adminview.VersionsProps{Viewer: owner(l), Versions: infos()[3:]})},
		{"admin", "versions of an owner", adminview.Versions(adminview.VersionsProps{Viewer: undoable(told(owner(l), adminview.Imported, adminview.AtTop)), Versions: infos()})},
		{"admin", "versions of an editor", adminview.Versions(adminview.VersionsProps{Viewer: told(editor(l), adminview.Published, adminview.AtTop), Versions: infos()[1:]})},
		{"admin", "versions with drafts that wait", adminview.Versions(adminview.VersionsProps{Viewer: told(editor(l), adminview.Discarded, adminview.AtTop), Versions: infos()[1:], Waiting: waitingDrafts()})},
		{"admin", "set aside", adminview.Aside(adminview.AsideProps{Page: adminview.Page{Viewer: editor(l)}, Revision: 12})},
		{"admin", "set aside refused", adminview.Aside(adminview.AsideProps{
			Page: adminview.Page{Viewer: editor(l), Problems: quiz.Problems{problemIn(l, "name", "waiting_name_taken")}}, Revision: 12, Name: "Autumn", Stale: true,
		})},
		{"admin", "waiting draft", adminview.Waiting(adminview.WaitingProps{Page: adminview.Page{Viewer: editor(l)}, Draft: waitingDrafts()[1]})},
		{"admin", "waiting draft beside a draft", adminview.Waiting(adminview.WaitingProps{
			Page: adminview.Page{Viewer: editor(l), Problems: quiz.Problems{problemIn(l, "name", "draft_some")}}, Draft: waitingDrafts()[1],
			Revision: 12, By: ownerEmail, At: moment, Now: moment.Add(2 * time.Minute), Stale: true,
		})},
		{"admin", "waiting draft discarded", adminview.Waiting(adminview.WaitingProps{Page: adminview.Page{Viewer: editor(l)}, Draft: waitingDrafts()[0]})},
		{"admin", "waiting draft longest text", adminview.Waiting(adminview.WaitingProps{
			Page: adminview.Page{Viewer: editor(l)}, Draft: waitingDrafts()[2], Revision: 12, By: nobody(words.English).Email, At: moment, Now: moment.Add(2 * time.Minute),
		})},
		{"admin", "waiting draft removal", adminview.WaitingRemoval(adminview.WaitingProps{Page: adminview.Page{Viewer: editor(l)}, Draft: waitingDrafts()[1]})},
		{"admin", "changes none", adminview.Saves(adminview.SavesProps{Viewer: editor(l), Revision: 12})},
		{"admin", "changes without a draft", adminview.Saves(adminview.SavesProps{Viewer: editor(l)})},
		{"admin", "changes to undo", adminview.Saves(adminview.SavesProps{
			Viewer: told(editor(l), adminview.Undone, adminview.AtChange(9)), Revision: 12, Saves: saves(l), Turned: changedPlaces(changed(l)[:1]),
		})},
		{"admin", "changes stale", adminview.Saves(adminview.SavesProps{
			Viewer: editor(l), Revision: 12, Saves: saves(l)[:1], Why: adminview.SavesStale, By: ownerEmail, At: moment, Now: moment.Add(2 * time.Minute),
		})},
		{"admin", "changes refused", adminview.Saves(adminview.SavesProps{Viewer: editor(l), Revision: 12, Saves: saves(l)[:1], Why: adminview.SavesRefused})},
		{"admin", "changes made again", adminview.Saves(adminview.SavesProps{
			Viewer: told(editor(l), adminview.Redone, adminview.AtChange(8)), Revision: 12, Saves: saves(l), Turned: changedPlaces(changed(l)),
		})},
		{"admin", "changes longest text", adminview.Saves(adminview.SavesProps{Viewer: told(editor(l), adminview.Undone, adminview.AtChange(5)), Turned: []adminview.ChangedPlace{{Name: unbreakable, To: site.AdminGuide}, {Name: unbreakable}}, Revision: 12, Why: adminview.SavesNone, Saves: []quiz.DraftSave{
			{Revision: 5, By: nobody(words.English).Email, At: moment, Action: quiz.ActionSaveDraft, Names: []string{unbreakable, strings.Repeat("A long name ", 9), unbreakable}, N: 1234},
		}})},
		{"admin", "draft there already", adminview.DraftThere(adminview.DraftThereProps{Viewer: owner(l), By: editorEmail, At: moment, Now: moment.Add(2 * time.Minute), From: 2})},
		{"admin", "discard draft", adminview.DraftRemoval(removal(l))},
		{"admin", "discard draft stale", adminview.DraftRemoval(staleRemoval(removal(l)))},
		{"admin", "diff", adminview.Diff(diff(l, changed(l)))},
		{"admin", "diff of the same", adminview.Diff(diff(l, nil))},
		{"admin", "diff longest text", adminview.Diff(diff(l, quiz.DiffIn(l.Localize, published(), wordy())))},
		{"admin", "publish", adminview.Publication(publication(l))},
		{"admin", "publish longest text", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			name := wordy().Roles[1].Short
			p.Changes = quiz.DiffIn(l.Localize, published(), wordy())
			p.Effect.Causes = []adminview.CauseRow{{Name: unbreakable, About: unbreakable, Changed: 9}}
			p.Effect.Moves = []adminview.MoveRow{{From: said(l, quiz.Leaning, name, 0), To: said(l, quiz.Clear, name, 0), Count: 12}}
			p.Effect.Scenarios = []adminview.ScenarioRow{{Name: unbreakable, Expected: said(l, quiz.Clear, name, 0), Live: said(l, quiz.Clear, name, 93), Draft: said(l, quiz.Balanced, "", 52)}}
		}))},
		{"admin", "publish without note", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			p.Problems = quiz.Problems{problemIn(l, "note", "draft_some")}
		}))},
		{"admin", "publish stale", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			p.Stale, p.Note = true, "Plainer words in two questions."
		}))},
		{"admin", "publish with errors", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			p.Errors = checked(l).Errors
		}))},
		{"admin", "publish turns a language off", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			p.Off = []string{l.Say("adminpublish.turns_off", "language", quiz.LanguageTag("de"), "lacks", l.Say("adminfindings.outdated", "n", 2))}
			p.Outdated = outdatedProps(l)
		}))},
		{"admin", "publish nothing changed", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) { p.Changes = nil }))},
		{"admin", "publish the first version", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			p.Live, p.Changes, p.Effect = 0, nil, adminview.EffectProps{First: true}
		}))},
		{"admin", "publish by somebody else", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) {
			p.Barred, p.By, p.Others = true, ownerEmail, []string{"ada@example.org", "ben@example.org"}
		}))},
		{"admin", "publish by nobody else", adminview.Publication(publicationWith(l, func(p *adminview.PublicationProps) { p.Barred, p.By = true, ownerEmail }))},
		{"admin", "nothing to publish", adminview.NothingToPublish(adminview.NothingToPublishProps{Viewer: owner(l), Live: 3})},
		{"admin", "published by somebody else", adminview.NothingToPublish(adminview.NothingToPublishProps{Viewer: owner(l), Live: 4, Stale: true})},
		{"admin", "audit log", adminview.Audit(adminview.AuditProps{Viewer: owner(l), Entries: entries(), Actions: []string{quiz.ActionPublish}, Older: 7})},
		{"admin", "audit log empty", adminview.Audit(adminview.AuditProps{Viewer: editor(l), Filter: adminview.AuditForm{By: "nobody@example.org"}})},
		{"admin", "audit log refused", adminview.Audit(adminview.AuditProps{
			Viewer: editor(l), Filter: adminview.AuditForm{Before: "yesterday"},
			Problems: quiz.Problems{problemIn(l, "before", "day")},
		})},
		{"admin", "import", adminview.Import(adminview.ImportProps{Viewer: editor(l)})},
		{"admin", "import refused", adminview.Import(adminview.ImportProps{
			Viewer: editor(l), Text: "{\"title\": \"<b>\"}", Problems: quiz.Problems{problemIn(l, "report", "file_correct")},
			Found: []adminview.Located{
				{Line: 1, Message: l.Say("problem.file_list")},
				{Line: 214, Field: "questions.h1.text", Message: l.Say("problem.draft_some")},
			},
		})},
		{"admin", "import reported", adminview.ImportReport(imported(l))},
		{"admin", "new content reported", adminview.ImportReport(delivered(imported(l)))},
		{"admin", "import outdates", adminview.ImportReport(outdating(imported(l)))},
		{"admin", "import in place of the draft", adminview.ImportReport(inPlace(imported(l)))},
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

// waitingDrafts are one that was discarded and two that were set aside.
func waitingDrafts() []quiz.WaitingDraft {
	return []quiz.WaitingDraft{
		{ID: 3, Title: "Which kind of manager are you?", By: editorEmail, At: moment, Base: 3},
		{ID: 2, Name: "Shorter for the fair", Title: "Which kind of manager are you?", By: ownerEmail, At: moment.AddDate(0, 0, -3), Base: 3},
		{ID: 1, Name: unbreakable[:min(80, len(unbreakable))], Title: strings.Repeat("A long title ", 9), By: nobody(words.English).Email, At: moment.AddDate(0, -1, 0)},
	}
}

// saves are changes of which the last is undone.
func saves(l words.Language) []quiz.DraftSave {
	diffs := changed(l)
	list := []quiz.DraftSave{
		{Action: quiz.ActionImportDraft, By: ownerEmail, Names: strings.Split(quiz.NamesOf(diffs[:3]), "\n"), N: len(diffs)},
		{Action: quiz.ActionSaveDraft, By: editorEmail, Names: strings.Split(quiz.NamesOf(diffs[:2]), "\n"), N: 2},
		{Action: quiz.ActionSaveDraft, By: editorEmail, Names: strings.Split(quiz.NamesOf(diffs[:1]), "\n"), N: 1, UndoneBy: ownerEmail, UndoneAt: moment},
	}
	for i := range list {
		list[i].Revision, list[i].At = int64(7+i), moment.Add(time.Duration(i-5)*time.Minute)
	}
	return list
}

// changedPlaces are what a change was about.
func changedPlaces(diffs []quiz.FieldDiff) (list []adminview.ChangedPlace) {
	for _, d := range diffs {
		list = append(list, adminview.ChangedPlace{Name: d.Label, To: site.AdminEditor(d.Field)})
	}
	return list
}

// changed are the differences of a draft with a change of each kind.
func changed(l words.Language) []quiz.FieldDiff {
	draft := published().Clone()
	q := &draft.Questions[0]
	q.Text = "On a free day I would rather <b>draw</b> a map " + q.Text
	q.Strength = 0.8
	q.Source = ""
	if err := draft.MoveQuestion(draft.Questions[5].Key, quiz.Move{To: 2}); err != nil {
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
	for _, q := range published().Questions[10:16] {
		if i := draft.QuestionIndex(q.Key); q.Kind.Sides() {
			_ = draft.TurnSides(q.Key) // it is a pair
		} else {
			draft.Questions[i].Strength = 0.9
		}
	}
	return quiz.DiffIn(l.Localize, published(), draft)
}

func diff(l words.Language, changes []quiz.FieldDiff) adminview.DiffProps {
	return adminview.DiffProps{
		Viewer: editor(l), From: adminview.SideOf(l, infos()[1]), To: adminview.SideOf(l, infos()[0]), Changes: changes, Versions: infos(),
	}
}

func removal(l words.Language) adminview.DraftRemovalProps {
	return adminview.DraftRemovalProps{
		Viewer: editor(l), By: editorEmail, At: moment, Now: moment.Add(3 * time.Hour), Revision: 12, Changes: changed(l),
	}
}

func staleRemoval(p adminview.DraftRemovalProps) adminview.DraftRemovalProps {
	p.Stale, p.Changes = true, nil
	return p
}

func publication(l words.Language) adminview.PublicationProps {
	return adminview.PublicationProps{
		Viewer: owner(l), Live: 3, Revision: 12, By: editorEmail, At: moment, Now: moment.Add(2 * time.Minute), Advice: 3,
		Changes: changed(l), Effect: adminview.EffectProps{
			Ready: true, Compared: 500, Changed: 12, Traced: 12,
			Causes: []adminview.CauseRow{{Name: l.Say("admineffect.question", "number", 1), About: published().Questions[0].Text, To: "/admin/questions/h1", Changed: 9}},
			Moves:  []adminview.MoveRow{{From: said(l, quiz.Leaning, "Product", 0), To: said(l, quiz.Balanced, "", 0), Count: 12}},
			Scenarios: []adminview.ScenarioRow{
				{Name: "Customer caller", Expected: said(l, quiz.Clear, "Product", 0), Live: said(l, quiz.Clear, "Product", 93), Draft: said(l, quiz.Leaning, "Product", 72)},
				{Name: "Planner", Expected: said(l, quiz.Clear, "Project", 0), Live: said(l, quiz.Clear, "Project", 95), Draft: said(l, quiz.Clear, "Project", 96), OK: true},
			},
		},
	}
}

func publicationWith(l words.Language, change func(*adminview.PublicationProps)) adminview.PublicationProps {
	p := publication(l)
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

func imported(l words.Language) adminview.ImportReportProps {
	return adminview.ImportReportProps{
		Viewer: editor(l), Title: "Which kind of manager are you?", Questions: 28, Roles: 2, Scenarios: 4,
		Content: "{}", Live: 3, Changes: changed(l),
	}
}

func delivered(p adminview.ImportReportProps) adminview.ImportReportProps {
	p.Content, p.Delivered = "", adminview.OfferedOverChanges
	return p
}

func inPlace(p adminview.ImportReportProps) adminview.ImportReportProps {
	p.Revision, p.By, p.Live, p.Stale = 12, ownerEmail, 0, true
	return p
}
