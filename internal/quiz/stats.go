package quiz

import "time"

// Day counts days since 1970, in UTC.
type Day int64

const dayLength = 24 * time.Hour

// DayOf returns the day a moment lies in.
func DayOf(t time.Time) Day { return Day(t.UnixMilli() / dayLength.Milliseconds()) }

// Start is the first moment of the day.
func (d Day) Start() time.Time { return time.UnixMilli(int64(d) * dayLength.Milliseconds()).UTC() }

// DayPart is one part of what the results of a day add up to: those of one
// version, asked in one form, hurried or not.
type DayPart struct {
	Version int64
	Day     Day
	Form    Form
	Hurried bool
	Part    string // which sums: a part of package insight
	Sums    []byte // as package insight spells them
}

// Event is something that happens on the way through the quiz and leaves no
// result. It is counted, without a trace of whom.
type Event string

// What is counted. Place is the index of the question in the version for
// EventAsked, EventAnswered and EventSkipped, the number in the quiz, from 1,
// for EventReached, and else 0.
const (
	EventStarted     Event = "started"      // a journey began
	EventLotStarted  Event = "lot_started"  // it is one the lot fell on
	EventLotFinished Event = "lot_finished" // one of those was finished, everything asked
	EventLotEnded    Event = "lot_ended"    // one of those was ended early, with a result
	EventResumed     Event = "resumed"      // a finish-later link was taken up
	EventReached     Event = "reached"      // the nth question was asked
	EventAsked       Event = "asked"        // this question was asked
	EventAnswered    Event = "answered"     // it was answered for the first time
	EventSkipped     Event = "skipped"      // it was skipped for the first time
	EventShareOpened Event = "share_opened" // a shared page was shown
)

// StepCount is how often something happened on one day.
type StepCount struct {
	Version int64
	Day     Day
	Event   Event
	Place   int
	N       int64
}
