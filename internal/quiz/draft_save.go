package quiz

import (
	"strings"
	"time"
)

// MostSaves is how many saved changes of the draft can be undone.
const MostSaves = 20

// DraftSave is a saved change of the draft that can be undone, or was.
type DraftSave struct {
	Revision int64 // that it gave the draft
	By       string
	At       time.Time
	Action   string   // as in the audit log
	Subject  string   // as in the audit log
	Names    []string // of what changed, the first few, in the words of whoever saved
	N        int      // how many things changed
	UndoneBy string   // "" for a change that stands
	UndoneAt time.Time
}

// Undone reports whether the change was taken back.
func (s DraftSave) Undone() bool { return !s.UndoneAt.IsZero() }

// SaveToUndo is the place of the change that is undone next, the last that
// stands, or -1. Saves are in the order they were made.
func SaveToUndo(saves []DraftSave) int {
	for i := len(saves) - 1; i >= 0; i-- {
		if !saves[i].Undone() {
			return i
		}
	}
	return -1
}

// SaveToRedo is the place of the change that is made again next, the first
// that was undone, or -1.
func SaveToRedo(saves []DraftSave) int {
	if next := SaveToUndo(saves) + 1; next < len(saves) {
		return next
	}
	return -1
}

// MostNames is how many of what a save changed are named.
const MostNames = 3

// NamesOf names what differs, a line each.
func NamesOf(diffs []FieldDiff) string {
	names := make([]string, len(diffs))
	for i, d := range diffs {
		names[i] = d.Label
	}
	return strings.Join(names, "\n")
}
