package store

import (
	"context"
	"errors"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/fault"
)

// Variables that make the test binary a program that writes and says what it
// knows to be kept.
const (
	writesTo    = "TEST_WHICHPM_WRITES_TO"
	synchronous = "TEST_WHICHPM_SYNCHRONOUS"
)

func TestMain(m *testing.M) {
	child := map[string]func(path string) error{writesTo: writeAndAcknowledge, migratesAt: migrateSlowly}
	for variable, work := range child {
		if path := os.Getenv(variable); path != "" {
			if err := work(path); err != nil {
				os.Stderr.WriteString(err.Error() + "\n") //nolint:errcheck // nobody else to tell
				os.Exit(1)
			}
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

// What is acknowledged, each with a number.
const (
	ackOpen    = 'o'
	ackResult  = 'r'
	ackShare   = 's'
	ackDelete  = 'd'
	ackRevoke  = 'v'
	ackPublish = 'p'
	ackJoin    = 'j' // a group, and stays in it
	ackLeave   = 'l'
	ackClose   = 'c' // the group of a round
)

const (
	powerRounds = 60
	together    = 4 // results that come at the same time
)

// writeAndAcknowledge does what takers and admins do for a while. The log is
// taken over into the database often, so that cuts fall into that too.
func writeAndAcknowledge(path string) error {
	trace, err := os.OpenFile(os.Getenv(fault.Trace), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	if level := os.Getenv(synchronous); level != "" {
		writerHandle.pragmas["synchronous"] = level
	}
	checkpointAt = 60
	ctx := context.Background()
	s, err := Open(ctx, Config{Path: path})
	if err != nil {
		return err
	}
	w := &acknowledging{s: s, trace: trace}
	w.ack(s.SeedFirst(ctx, content.First(), testNow), ackOpen, 0)
	for round := range powerRounds {
		w.round(ctx, round)
	}
	return errors.Join(w.problems...) // the store stays open: the power fails
}

type acknowledging struct {
	s     *Store
	trace *os.File

	mu       sync.Mutex
	problems []error
}

func (w *acknowledging) ack(err error, kind byte, n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err == nil {
		err = fault.Acknowledge(w.trace, kind, n)
	}
	if err != nil {
		w.problems = append(w.problems, err)
	}
}

func (w *acknowledging) round(ctx context.Context, round int) {
	first := round * together
	var takers sync.WaitGroup
	for n := first; n < first+together; n++ {
		takers.Go(func() { w.ack(w.s.AddResult(ctx, result(n)), ackResult, n) })
	}
	takers.Wait()
	w.ack(w.s.AddShare(ctx, shareOf(first)), ackShare, first)
	if round%3 == 0 {
		w.ack(w.s.RevokeShare(ctx, result(first).ID, shareOf(first).ID, testNow), ackRevoke, first)
	}
	if round%5 == 0 {
		w.ack(w.s.DeleteResult(ctx, result(first+1).ID, testNow), ackDelete, first+1)
	}
	w.groups(ctx, round)
	if round%20 == 10 {
		id, err := w.publish(ctx, round)
		w.ack(err, ackPublish, int(id))
	}
}

// groups lets those of a round join a group of theirs, one leave it again, and
// closes every other group.
func (w *acknowledging) groups(ctx context.Context, round int) {
	g := groupOfRound(round)
	if err := w.s.AddGroup(ctx, g); err != nil {
		w.ack(err, ackClose, round)
		return
	}
	first := round * together
	for n := first; n < first+together; n++ {
		m := quiz.Member{Group: g.ID, Result: result(n).ID, Name: "Ada", JoinedAt: testNow}
		if n == first+1 { // some have deleted their result
			continue
		}
		err := w.s.JoinGroup(ctx, m, testNow)
		if n != first+2 {
			w.ack(err, ackJoin, n)
			continue
		}
		w.ack(errors.Join(err, w.s.LeaveGroup(ctx, g.ID, m.Result)), ackLeave, n)
	}
	if round%2 == 0 {
		w.ack(w.s.CloseGroup(ctx, g.ID, testNow, nil), ackClose, round)
	}
	w.anonymous(ctx, round)
}

// anonymous has a group without names get a picture of the members of two rounds,
// every fourth round.
func (w *acknowledging) anonymous(ctx context.Context, round int) {
	if round%4 != 3 {
		return
	}
	g := groupOfRound(pictureRound + round)
	g.Kind, g.Least = quiz.Anonymous, quiz.LeastLeast
	problems := []error{w.s.AddGroup(ctx, g)}
	for n := (round - 1) * together; n < (round+1)*together; n++ {
		err := w.s.JoinGroup(ctx, quiz.Member{Group: g.ID, Result: result(n).ID}, testNow)
		if !errors.Is(err, quiz.ErrGone) {
			problems = append(problems, err)
		}
	}
	err := w.s.CloseGroup(ctx, g.ID, testNow, func([]quiz.Result) (string, error) { return "a picture", nil })
	w.ack(errors.Join(append(problems, err)...), ackClose, pictureRound+round)
}

// pictureRound is added to the number of a round for its group without names.
const pictureRound = 10_000

func groupOfRound(round int) quiz.Group {
	return quiz.Group{
		ID: quiz.NewGroupID(testNow, [16]byte{byte(round), byte(round >> 8)}), Organiser: quiz.OrganiserID{byte(round), byte(round >> 8)},
		Kind: quiz.Named, Name: "Class", Least: quiz.LeastNamed, CreatedAt: testNow, ClosesAt: testNow.AddDate(0, 0, 7), EndsAt: testNow.AddDate(0, 0, 7),
	}
}

func (w *acknowledging) publish(ctx context.Context, round int) (int64, error) {
	published, err := w.s.PublishedID(ctx)
	if err != nil {
		return 0, err
	}
	draft, err := w.s.StartDraft(ctx, published, "ada", testNow)
	if err != nil {
		return 0, err
	}
	e := quiz.AuditEntry{At: testNow, By: "ada@example.org", Action: quiz.ActionSaveDraft}
	draft.Title = "Round " + strconv.Itoa(round)
	if err := w.s.SaveDraft(ctx, draft, e); err != nil {
		return 0, err
	}
	return w.s.Publish(ctx, draft.Revision, "Another round", e)
}

// shareOf is the link to the nth result.
func shareOf(n int) quiz.Share {
	return quiz.Share{
		ID: quiz.NewShareID(testNow.Add(time.Duration(n)*time.Second), [16]byte{byte(n), byte(n >> 8)}), Result: result(n).ID,
		Scope: quiz.ScopeVerdict, CreatedAt: testNow,
	}
}
