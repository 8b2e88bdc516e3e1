package store

import (
	"context"
	"database/sql"
	"errors"
	"testing"

	"whichpm/internal/quiz"
)

// held keeps the writer busy until release is called, so that a test decides
// what waits.
func held(t *testing.T, s *Store) (release func()) {
	t.Helper()
	begun, free := make(chan struct{}), make(chan struct{})
	j := job{done: make(chan error, 1), write: write{fn: func(context.Context, *sql.Tx) error {
		close(begun)
		<-free
		return nil
	}}}
	must(t, s.engine.(*sqlite).enqueue(j))
	<-begun
	return func() { close(free) }
}

// waiting adds a job to the queue and returns where its answer arrives.
func waiting(t *testing.T, s *Store, fn func(ctx context.Context, tx *sql.Tx) error) <-chan error {
	t.Helper()
	j := job{write: write{fn: fn}, done: make(chan error, 1)}
	must(t, s.engine.(*sqlite).enqueue(j))
	return j.done
}

func TestWritesThatWaitShareTransactionsOf256(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	transactions := map[*sql.Tx]int{} // only the writer touches it until all have answered
	var answers []<-chan error
	for range 300 {
		answers = append(answers, waiting(t, s, func(_ context.Context, tx *sql.Tx) error {
			transactions[tx]++
			return nil
		}))
	}
	release()
	for _, answer := range answers {
		must(t, <-answer)
	}
	sizes := map[int]bool{}
	for _, n := range transactions {
		sizes[n] = true
	}
	if len(transactions) != 2 || !sizes[256] || !sizes[44] {
		t.Errorf("300 writes were committed as %v", transactions)
	}
}

// insertInvalid breaks a rule of the schema after it has written.
func insertInvalid(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM heartbeat")
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO heartbeat (id, beat_at) VALUES (2, 0)")
	}
	return err
}

func insertResult(n int) func(ctx context.Context, tx *sql.Tx) error {
	return func(ctx context.Context, tx *sql.Tx) error {
		r := result(n)
		_, err := tx.ExecContext(ctx, "INSERT INTO results (id, version_id, deleted_at) VALUES ($1, 1, 0)", r.ID[:])
		return err
	}
}

func TestAFailedWriteFailsAlone(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	before := waiting(t, s, insertResult(1))
	bad := waiting(t, s, insertInvalid)
	panics := waiting(t, s, func(context.Context, *sql.Tx) error { panic("a bug") })
	after := waiting(t, s, insertResult(2))
	release()
	must(t, <-before)
	must(t, <-after)
	if <-bad == nil || <-panics == nil {
		t.Error("a failed write was acknowledged")
	}
	for n := 1; n <= 2; n++ {
		if _, err := s.Result(t.Context(), result(n).ID); !errors.Is(err, quiz.ErrGone) {
			t.Errorf("result %d: %v", n, err)
		}
	}
	must(t, s.Ping(t.Context())) // what the bad one deleted is there again
}

func TestARefusalDoesNotUndoItsNeighbours(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	runs := 0
	first := waiting(t, s, func(context.Context, *sql.Tx) error { runs++; return nil })
	refused := waiting(t, s, func(context.Context, *sql.Tx) error { return refuse(quiz.ErrGone) })
	release()
	must(t, <-first)
	if err := <-refused; !errors.Is(err, quiz.ErrGone) {
		t.Errorf("got %v", err)
	}
	if runs != 1 {
		t.Errorf("its neighbour ran %d times", runs)
	}
}

func TestAFullQueueIsBusyAndRecovers(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	var answers []<-chan error
	for range queueLength {
		answers = append(answers, waiting(t, s, func(context.Context, *sql.Tx) error { return nil }))
	}
	if err := s.AddResult(t.Context(), result(1)); !errors.Is(err, quiz.ErrBusy) {
		t.Errorf("got %v", err)
	}
	if err := s.Ping(t.Context()); !errors.Is(err, quiz.ErrBusy) {
		t.Errorf("it is ready: %v", err)
	}
	release()
	for _, answer := range answers {
		must(t, <-answer)
	}
	must(t, s.AddResult(t.Context(), result(1)))
}

// leaver is a context that ends as soon as somebody waits for that.
type leaver struct {
	context.Context
	leave context.CancelFunc
}

func (l leaver) Done() <-chan struct{} {
	l.leave()
	return l.Context.Done()
}

func TestACallerWhoStopsWaitingMayStillBeServed(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	ctx, leave := context.WithCancel(t.Context())
	if err := s.AddResult(leaver{ctx, leave}, result(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	release()
	must(t, s.Ping(t.Context())) // committed after it
	_, err := s.Result(t.Context(), result(1).ID)
	must(t, err)
}

func TestWhoStopsWaitingForTheLeaseDoesNotHaveIt(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	ctx, leave := context.WithCancel(t.Context())
	if taken, err := s.Lease(leaver{ctx, leave}, "ada", testNow, testNow); taken || !errors.Is(err, context.Canceled) {
		t.Errorf("got %t, %v", taken, err)
	}
	release()
	must(t, s.Ping(t.Context())) // the write under way is no race
}

func TestACallerWhoHasLeftIsNotServed(t *testing.T) {
	s := openNew(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := s.AddResult(ctx, result(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Result(t.Context(), result(1).ID); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestClosingKeepsTheWritesThatWait(t *testing.T) {
	s := openNew(t)
	release := held(t, s)
	var answers []<-chan error
	for n := range 20 {
		answers = append(answers, waiting(t, s, insertResult(n)))
	}
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	release()
	must(t, <-closed)
	for _, answer := range answers {
		must(t, <-answer)
	}
	if n := count(t, string(s.engine.(*sqlite).place), "SELECT COUNT(*) FROM results"); n != 20 {
		t.Errorf("%d results are left", n)
	}
}
