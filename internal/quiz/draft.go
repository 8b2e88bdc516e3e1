package quiz

import "time"

// Saved says who saved a draft last, and when.
type Saved struct {
	By string
	At time.Time
}

// VersionInfo is a version in the list of all of them.
type VersionInfo struct {
	ID          int64
	State       State
	Revision    int64
	Title       string
	Note        string // why it was published
	By          string // who published it, of a draft who saved it last; "" for the first version
	SavedAt     time.Time
	PublishedAt time.Time // zero for a draft
	Hash        string
}

// TypedNote is a note as a browser sends it, with line ends as they are kept.
func TypedNote(note string) string { return ManyLines(note) }

// CheckNote returns Problems for a note that cannot be published with.
func CheckNote(note string) error {
	var p problemList
	p.text(Note, "note", note)
	if len(p.Problems) > 0 {
		return p.Problems
	}
	return nil
}
