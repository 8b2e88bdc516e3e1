// Package insight says what the results of a version tell about the quiz
// itself: how each question works, where people leave, how often the verdict
// names the job people do, and what those people would change in the role
// profiles. It adds up whole numbers, so that the days of a year are added in
// any order, and knows nothing of HTTP, SQL or the clock. The formulas are
// those of docs/scoring.md.
package insight

import (
	"time"

	"whichpm/internal/quiz"
)

// Part is a share of the sums that is kept and read apart from the others.
type Part string

// The parts. A page reads only those it shows.
const (
	Totals    Part = "totals"    // verdicts, durations, how many answers
	Items     Part = "items"     // what was answered to each question
	Pairs     Part = "pairs"     // answers to two questions of a dimension together
	Outcomes  Part = "outcomes"  // what people say about their job
	Positions Part = "positions" // where people stand on each dimension that counts
)

// Parts are all of them, in the order they are written.
var Parts = []Part{Totals, Items, Pairs, Outcomes, Positions}

// Headline is a verdict with the index of its top role.
type Headline struct {
	Verdict quiz.Verdict
	Role    int // index of the top role, also of a balanced verdict; -1 for not enough
}

// DurationBucket counts the results that took From or longer and less than
// To. A To of 0 is open.
type DurationBucket struct {
	From, To time.Duration
	N        int64
}

// DayTotals are the results of one day.
type DayTotals struct {
	Day       quiz.Day
	N         int64              // all results
	Hurried   int64              // those of them that looked hurried
	Headlines map[Headline]int64 // of the unhurried ones; what nobody got is left out
}

// Estimate is a mean or a share with its 95 % interval.
type Estimate struct{ Value, Low, High float64 }

// MinLot is from how many results by lot on anything is said about questions
// and dimensions.
const MinLot = 100

// ItemStats are what answers say about one question.
type ItemStats struct {
	Question  int   // index in the version
	Dimension int   // index of its main dimension; -1 if no option says anything
	Asked     int64 // results it was asked in
	Answered  int64
	Options   []int64   // by option
	ByRole    [][]int64 // by top role of the verdict × option; balanced and not enough left out
	Mean      float64   // of the answer on the question's main dimension, -1 to 1
	SD        float64
	ItemRest  float64 // corrected item-rest correlation within the main dimension
	RestN     int64   // fewest people who answered a pair it rests on; 0: not known
	DPrime    DPrime
	Flags     []Flag
}

// Skipped is how many were asked and gave no answer.
func (s ItemStats) Skipped() int64 { return s.Asked - s.Answered }

// DPrime is how far two groups stand apart on a question, in SDs: A above B.
type DPrime struct {
	Value    float64
	A, B     int64 // people in each: of the first role and of the second
	Internal bool  // top against bottom 27 % of the quiz's own verdict, not reported jobs
	Known    bool
}

// MinGroup is how many people a group needs to be compared with another.
const MinGroup = 30

// Flag is something to look at about a question.
type Flag struct {
	Kind   FlagKind
	Value  float64 // what was measured: a share, a mean, a correlation, a difference in SDs, d′
	Option int     // of FlagCrowded and FlagEmpty, else -1
}

// FlagKind names a flag.
type FlagKind string

// The flags (docs/scoring.md, "Item statistics").
const (
	FlagLopsided  FlagKind = "lopsided"  // |mean| over .5: almost everyone leans one way
	FlagCrowded   FlagKind = "crowded"   // an option over 60 %
	FlagEmpty     FlagKind = "empty"     // an option under 3 %
	FlagUnrelated FlagKind = "unrelated" // item-rest correlation under .15
	FlagSkipped   FlagKind = "skipped"   // over 10 % skip it
	FlagOrder     FlagKind = "order"     // answered otherwise late in the quiz
	FlagSide      FlagKind = "side"      // answered otherwise with the sides turned
	FlagFirst     FlagKind = "first"     // the way to act listed first is chosen for being first
	FlagBackwards FlagKind = "backwards" // d′ the other way than the profiles say
	FlagAlike     FlagKind = "alike"     // people in the two roles answer alike, against the profiles
	FlagLeft      FlagKind = "left"      // over 5 % of those asked leave there; see ToLookAt
)

// MinItem is from how many answers on a question is flagged.
const MinItem = 100

// Reliability says how well the questions of a dimension hang together.
type Reliability struct {
	Dimension  int // index in the version, or -1 for all questions that count
	Questions  int
	N          int64 // fewest people who answered a pair of them; of all questions: who answered every one
	Alpha      float64
	Omega      float64
	Known      bool // of Alpha
	OmegaKnown bool
}

// Contrast compares answers to a question under two conditions.
type Contrast struct {
	Question   int
	NA, NB     int64
	A, B       float64 // mean answer on the main dimension, -1 to 1
	Difference float64 // B − A in SDs
	P          float64 // two-sided, of a z test; 1 if not known: under MinGroup answers on a side
}

// PlaceEffect says whether the way to act that is listed first is chosen for
// being first.
type PlaceEffect struct {
	Question int
	N        int64
	Shown    []int64  // chosen by place shown
	First    Estimate // share that chose the first one shown
	Expected float64  // of First, if the place made no difference
	P        float64  // two-sided, of a z test of First against Expected; 1 if not known
}

// FunnelStats are how far people come.
type FunnelStats struct {
	Started, Resumed, Finished, SharesOpened int64
	Reached                                  []int64 // by number in the quiz: the first is at 0
	Questions                                []QuestionDrop
	ByLot, Others                            Leaving
}

// Leaving is what became of people who were asked in one form: everything by lot,
// or otherwise.
type Leaving struct {
	Started, Finished int64 // with a result at the end of their form
	Ended             int64 // with a result before that: only by lot can one
}

// Left is how many have no result, or not yet.
func (l Leaving) Left() int64 { return max(l.Started-l.Finished-l.Ended, 0) }

// QuestionDrop is what became of a question that was asked.
type QuestionDrop struct {
	Question                 int // index in the version
	Asked, Answered, Skipped int64
	Left                     int64 // asked, and neither answered nor skipped
}
