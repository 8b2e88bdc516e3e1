package quiz

import (
	"errors"
	"time"
)

// MostWaiting is how many drafts may wait beside the draft.
const MostWaiting = 10

// WaitingDraft is a draft that was set aside under a name, or the one that was
// discarded last, which has none.
type WaitingDraft struct {
	ID    int64
	Name  string
	Title string // of the quiz in it
	By    string // who set it aside or discarded it
	At    time.Time
	Base  int64 // the version that was published then, 0 for none
}

// Discarded reports whether the draft was discarded and not set aside.
func (w WaitingDraft) Discarded() bool { return w.Name == "" }

// ErrNameTaken says that another draft waits under that name.
var ErrNameTaken = errors.New("another draft has that name")

// ErrTooMany says that as many drafts wait as may.
var ErrTooMany = errors.New("too many drafts wait")

// WaitingName is the name of a draft that waits.
var WaitingName = Text{"name", "name", 80, Line, required}

// CheckWaitingName returns Problems for a name no draft can wait under.
func CheckWaitingName(name string) error {
	var p problemList
	p.text(WaitingName, "name", name)
	if len(p.Problems) > 0 {
		return p.Problems
	}
	return nil
}
