package quiz

// FieldDiff is one thing in which two versions differ.
type FieldDiff struct {
	Field  string // the place, "questions.h1.text"
	Label  string // the same in words, "Question 2: wording"
	Before string // "" when it was added
	After  string // "" when it was removed
}

// Diff lists everything in which new differs from old, in the order of new.
func Diff(old, new *Version) []FieldDiff { return nil }
