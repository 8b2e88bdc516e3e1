package quiz

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"slices"
	"time"
)

// Journey is one taker's way through one version: what was asked, in which
// order, and what was answered. It is a value: every move returns a new one.
type Journey struct {
	Version  int64
	Seed     Seed      // where it began; zero where it goes on from a link
	Taken    Taken     // where it goes on from a link; zero where it began
	Started  time.Time // to the millisecond
	Touched  time.Time // when the latest move was made
	Full     bool      // ask everything, do not stop when the verdict is settled
	Stopped  bool      // the short form has stopped: it asks no more for the verdict
	Finished bool      // the result is stored and no longer changes
	Invite   ShareID   // the share whose owner asked to compare, zero for none
	Earlier  Owner     // the result of the time before, zero for none
	Group    GroupID   // the group that somebody was invited to, zero for none
	Steps    []Step
}

// Step is one question that was asked. Its place never changes.
type Step struct {
	Question int // index in the version
	Answer   StepAnswer
	Pace     uint8 // quarter seconds until it was answered, at most 255
}

// StepAnswer is what became of a step: open, skipped, or a chosen option.
type StepAnswer uint8

// A step that is neither Open nor Skipped holds a chosen option.
const (
	Open    StepAnswer = 0
	Skipped StepAnswer = 1
	chosen  StepAnswer = 2 // plus the option index
)

// Option returns the chosen option index, or NoAnswer.
func (a StepAnswer) Option() int {
	if a < chosen {
		return NoAnswer
	}
	return int(a - chosen)
}

// MaxQuestions is how many questions a version may have, so that a journey
// fits a cookie. MaxOptions bounds the options of a question of any kind; an
// answer is spelt as one digit.
const (
	MaxQuestions = 200
	MaxOptions   = 10
)

// Errors of a journey that does not fit its version.
var (
	ErrForeign  = errors.New("these answers do not belong to this version of the quiz")
	ErrNotAsked = errors.New("this question was not asked")
	ErrFinished = errors.New("the result is stored and no longer changes")
)

// Begin starts a journey whose first question is still to be asked.
func Begin(v *Version, seed Seed, now time.Time, full bool) Journey {
	now = now.Truncate(time.Millisecond)
	return Journey{Version: v.ID, Seed: seed, Started: now, Touched: now, Full: full}
}

// Ask appends a question to the ones asked.
func (j Journey) Ask(question int) Journey {
	j.Steps = append(slices.Clip(j.Steps), Step{Question: question})
	return j
}

// Answer records the option with that index for the nth question asked,
// counted from 1. An option the question does not have is a Problem.
func (j Journey) Answer(v *Version, n, option int, now time.Time) (Journey, error) {
	if n < 1 || n > len(j.Steps) {
		return j, ErrNotAsked
	}
	if option < 0 || option >= len(v.Questions[j.Steps[n-1].Question].Options) {
		return j, Refusal("answer", "answer_shown")
	}
	return j.settle(n, chosen+StepAnswer(option), now) //nolint:gosec // at most MaxOptions
}

// Skip records that the nth question asked is left unanswered.
func (j Journey) Skip(n int, now time.Time) (Journey, error) {
	if n < 1 || n > len(j.Steps) {
		return j, ErrNotAsked
	}
	return j.settle(n, Skipped, now)
}

func (j Journey) settle(n int, answer StepAnswer, now time.Time) (Journey, error) {
	if j.Finished {
		return j, ErrFinished
	}
	quarters := min(max(now.Sub(j.Touched)/(time.Second/4), 0), 255)
	j.Steps = slices.Clone(j.Steps)
	j.Steps[n-1].Answer = answer
	j.Steps[n-1].Pace = max(j.Steps[n-1].Pace, uint8(quarters))
	if now.After(j.Touched) {
		j.Touched = now.Truncate(time.Millisecond)
	}
	return j, nil
}

// Current returns the number of the first question still open, from 1, or 0
// when every question asked is answered or skipped.
func (j Journey) Current() int {
	return slices.IndexFunc(j.Steps, func(s Step) bool { return s.Answer == Open }) + 1
}

// Answered returns how many questions have an answer, skipped ones not counted.
func (j Journey) Answered() int {
	n := 0
	for _, s := range j.Steps {
		if s.Answer.Option() != NoAnswer {
			n++
		}
	}
	return n
}

// Asked returns the questions asked, in their order.
func (j Journey) Asked() []int {
	asked := make([]int, len(j.Steps))
	for i, s := range j.Steps {
		asked[i] = s.Question
	}
	return asked
}

// Answers returns the answers in the version's order.
func (j Journey) Answers(v *Version) Answers {
	answers := v.NoAnswers()
	for _, s := range j.Steps {
		answers[s.Question] = s.Answer.Option()
	}
	return answers
}

// Unasked returns the questions not asked yet: the version's order, with those
// that do not count for the verdict last.
func (j Journey) Unasked(v *Version) []int {
	var asked [MaxQuestions]bool // an array needs no memory of its own at every request
	for _, s := range j.Steps {
		asked[s.Question] = true
	}
	var rest []int
	for i, q := range v.Questions {
		if !q.Retired && !asked[i] {
			rest = append(rest, i)
		}
	}
	slices.SortStableFunc(rest, func(a, b int) int {
		return cmp.Compare(v.aside(a), v.aside(b))
	})
	return rest
}

// Counts reports whether a question counts for the verdict: it loads on a
// scored dimension.
func (v *Version) Counts(question int) bool {
	return slices.ContainsFunc(v.Dimensions, func(d Dimension) bool {
		return v.Scored(d.Key) && v.Questions[question].Loads(d.Key)
	})
}

func (v *Version) aside(question int) int {
	if v.Counts(question) {
		return 0
	}
	return 1
}

// Fits checks every step against the version the journey names.
func (j Journey) Fits(v *Version) error {
	var seen [MaxQuestions]bool
	for _, s := range j.Steps {
		if s.Question >= len(v.Questions) || seen[s.Question] ||
			s.Answer.Option() >= len(v.Questions[s.Question].Options) {
			return ErrForeign
		}
		seen[s.Question] = true
	}
	if j.Version != v.ID || len(j.Steps) == 0 {
		return ErrForeign
	}
	return nil
}

// Seed is the 128-bit secret a journey starts with. What must be the same
// whenever the journey is looked at is derived from it.
type Seed [16]byte

func (s Seed) derive(purpose string) [32]byte {
	return sha256.Sum256(append([]byte("whichpm "+purpose+"\x00"), s[:]...))
}

// Secret is the secret of the result this journey ends in: finishing twice
// gives one result.
func (s Seed) Secret() Secret {
	sum := s.derive("owner")
	return Secret(sum[:16])
}

// Shuffle is the number that decides sides and option order. It tells nothing
// about the seed, so it may be stored with the result.
func (s Seed) Shuffle() Shuffle {
	sum := s.derive("order")
	return Shuffle(binary.BigEndian.Uint64(sum[:8]))
}
