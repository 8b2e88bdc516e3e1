package quiz

import "time"

// AuditEntry is one thing an admin did. Entries are added and never changed.
type AuditEntry struct {
	ID      int64 // given by the store: a later entry has a higher one
	At      time.Time
	By      string // the admin's address, or what acted without one: "command line"
	Action  string // what was done, one of the Action constants or another short text
	Subject string // what it was done to: "version 3", "questions.h1.text", an address
	Before  string
	After   string
	Reason  string // as the admin gave it

	// Changed names what a save of the draft changed, a line each, in the words of
	// whoever saved. It is for the list of what can be undone; the log keeps none.
	Changed string
}

// What is done to versions.
const (
	ActionStartDraft   = "start draft"
	ActionSaveDraft    = "save draft"
	ActionSmallChange  = "mark small change"
	ActionImportDraft  = "import draft"
	ActionNewQuiz      = "new quiz"
	ActionDiscardDraft = "discard draft"
	ActionPublish      = "publish"
	ActionSetAside     = "set draft aside"
	ActionTakeUp       = "take draft up"
	ActionRenameDraft  = "rename draft"
	ActionDeleteDraft  = "delete draft"
	ActionUndo         = "undo change"
	ActionRedo         = "redo change"
)

// ActionEndGroup is what an owner of the site does to a group.
const ActionEndGroup = "end group"

// What an owner of the site does to its brand.
const (
	ActionSaveBrand   = "save brand"
	ActionRemoveBrand = "remove brand"
)

// AuditFilter chooses entries. Empty fields choose all.
type AuditFilter struct {
	By       string
	Action   string
	Subject  string    // and whatever lies within: "questions.h1" finds "questions.h1.text"
	Before   time.Time // entries earlier than that
	BeforeID int64     // entries older than that one: the next page of a list
	Limit    int       // at most MaxAudit, which is also what 0 means
}

// MaxAudit is how many entries are read at once.
const MaxAudit = 1000
