package adminview

import (
	"strconv"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

// Delivered is whether the content that the program comes with is offered.
type Delivered int

// It is not, or it is, or it is to somebody who has changed the one before.
const (
	NotOffered Delivered = iota
	Offered
	OfferedOverChanges
)

// HomeProps are for the first page.
type HomeProps struct {
	Viewer
	Delivered Delivered
	Live      quiz.VersionInfo // the published version; the zero value: there is none
	Draft     *DraftState      // nil: there is none
	Weeks     [2]Week          // the last seven days, and the seven before
	Counted   bool             // results were added up at least once
	Attention Attention
	Waiting   []quiz.WaitingDraft // beside the draft, each under a name
	Log       []quiz.AuditEntry   // the latest
}

// DraftState is how far a draft is.
type DraftState struct {
	Title    string
	By       string // who saved it last
	At       time.Time
	Changes  int // from what is published
	Errors   int
	Advice   int
	Outdated int // translations
}

// Week is how many began and how many came to the end in seven days.
type Week struct{ Started, Finished int64 }

// Attention is what somebody should look at.
type Attention struct {
	Little int // questions that tell little
	Looks  int // other questions to look at
	Unread []UnreadLanguage
	Off    []LanguageOff
	Backup Backup
	Now    time.Time
}

// UnreadLanguage is a translation of which no native speaker has read some
// texts.
type UnreadLanguage struct {
	Tag   string
	Texts int
}

// LanguageOff is a language that takers do not get.
type LanguageOff struct {
	Tag     string
	Lacks   string // "3 texts are missing"
	InDraft bool   // the draft lacks nothing in it
	Would   bool   // they get it now, and would not once the draft is published
}

// Backup is what is known of the newest backup.
type Backup struct {
	Made   bool      // the server makes backups
	Newest time.Time // zero: there is none yet
	Every  time.Duration
	Failed bool // the folder cannot be read
}

// old reports whether the next backup should have been there long ago.
func (b Backup) old(now time.Time) bool { return b.Made && now.Sub(b.Newest) > 2*b.Every }

// need is something to look at: a sentence, and the page where it is done.
type need struct{ says, does, to string }

// needs lists what needs attention, the most pressing first.
func (p HomeProps) needs() []need {
	var list []need
	a := p.Attention
	if text := p.backupNeeds(); text != "" {
		list = append(list, need{says: text})
	}
	for _, off := range a.Off {
		list = append(list, p.languageOff(off))
	}
	if a.Little > 0 {
		list = append(list, need{p.Say("adminhome.little", "n", a.Little), p.Say("adminhome.look_first"), site.AdminInsightQuestions})
	}
	if a.Looks > 0 {
		list = append(list, need{p.Say("adminhome.looks", "n", a.Looks), p.Say("adminhome.see_reasons"), site.AdminInsightQuestions})
	}
	if p.Draft != nil && p.Draft.Outdated > 0 {
		list = append(list, need{p.Say("adminhome.outdated", "n", p.Draft.Outdated), p.Say("adminhome.see_outdated"), site.AdminOutdated})
	}
	for _, u := range a.Unread {
		list = append(list, need{p.Say("adminhome.unread", "language", languageName(p.Language, u.Tag), "n", u.Texts), p.Say("adminhome.read"), site.AdminTranslations})
	}
	return list
}

// languageOff says what takers do not get, and where that changes.
func (p HomeProps) languageOff(off LanguageOff) need {
	values := []any{"language", languageName(p.Language, off.Tag), "lacks", off.Lacks}
	switch {
	case off.Would:
		return need{p.Say("adminpublish.turns_off", values...), p.Say("adminhome.translate"), site.AdminTranslations}
	case off.InDraft && p.Owner:
		return need{p.Say("adminhome.off", values...), p.Say("adminhome.off_in_draft"), site.AdminPublication}
	}
	return need{p.Say("adminhome.off", values...), p.Say("adminhome.translate"), site.AdminTranslations}
}

func (p HomeProps) backupNeeds() string {
	b := p.Attention.Backup
	switch {
	case b.Failed:
		return p.Say("adminhome.backup_unreadable")
	case b.Made && b.Newest.IsZero():
		return p.Say("adminhome.backup_none")
	case b.old(p.Attention.Now):
		return p.Say("adminhome.backup_old", "when", moment(p.Language, b.Newest))
	}
	return ""
}

// backupStands says in small print how backups stand, where nothing needs to be
// done.
func (p HomeProps) backupStands() string {
	switch b := p.Attention.Backup; {
	case !b.Made:
		return p.Say("adminhome.backup_elsewhere")
	case b.Failed || b.Newest.IsZero() || b.old(p.Attention.Now):
		return ""
	default:
		return p.Say("adminhome.backup_fresh", "when", moment(p.Language, b.Newest))
	}
}

func (p HomeProps) liveNumber() string { return strconv.FormatInt(p.Live.ID, 10) }

// left is how many of those who began did not come to the end.
func (w Week) left() int64 { return max(w.Started-w.Finished, 0) }
