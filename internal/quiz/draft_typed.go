package quiz

import "time"

// WorkingCopy is what an admin typed into a form of the draft and has not saved.
type WorkingCopy struct {
	Admin string // who typed it
	To    string // where the form is sent
	Page  string // where it stands
	Typed string // its fields, as a form is sent
	At    time.Time
}

// MostWorkingCopies is how many of them an admin has; an older one goes for a new.
const MostWorkingCopies = 50

// WorkingCopyDays is how long they are kept.
const WorkingCopyDays = 14
