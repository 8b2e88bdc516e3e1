package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest/pgserver"
)

func TestWhatPostgreSQLAnswersIsAnOutageOrNot(t *testing.T) {
	cases := map[string]struct {
		err  error
		want bool
	}{
		"not the primary any more": {&pgconn.PgError{Code: "25006"}, true},
		"shut down":                {&pgconn.PgError{Code: "57P01"}, true},
		"took too long":            {&pgconn.PgError{Code: "57014"}, true},
		"full":                     {&pgconn.PgError{Code: "53100"}, true},
		"too many connections":     {&pgconn.PgError{Code: "53300"}, true},
		"met others too often":     {&pgconn.PgError{Code: "40001"}, true},
		"a broken connection":      {io.ErrUnexpectedEOF, true},
		"text it does not take":    {&pgconn.PgError{Code: "22021"}, false},
		"a number that is taken":   {&pgconn.PgError{Code: "23505"}, false},
		"a row that is not there":  {&pgconn.PgError{Code: "23503"}, false},
		"a wrong query":            {&pgconn.PgError{Code: "42601"}, false},
		"an impatient one":         {context.Canceled, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := failure("test", fmt.Errorf("wrapped: %w", c.err))
			if errors.Is(err, quiz.ErrUnavailable) != c.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAWriteIsMadeAgainOnlyWhereThatDoesNoHarm(t *testing.T) {
	gone, met, wrong := io.ErrUnexpectedEOF, &pgconn.PgError{Code: "40P01"}, &pgconn.PgError{Code: "23503"}
	for name, c := range map[string]struct {
		err         error
		once, again bool
	}{
		"it met another":                       {met, true, true},
		"it met another at its commit":         {unknownCommit{met}, true, true},
		"it was overtaken":                     {errConflict, true, true},
		"the connection broke":                 {gone, true, true},
		"the connection broke at its commit":   {unknownCommit{gone}, false, true},
		"it breaks a rule":                     {wrong, false, false},
		"it was refused":                       {refuse(quiz.ErrGone), false, false},
		"it was made":                          {nil, false, false},
		"it ran out of time before its commit": {context.DeadlineExceeded, false, false},
	} {
		if got := mayTryAgain(c.err, write{}); got != c.once {
			t.Errorf("%s: it is made again: %t", name, got)
		}
		if got := mayTryAgain(c.err, write{again: true}); got != c.again {
			t.Errorf("%s: what may be repeated is made again: %t", name, got)
		}
	}
}

// firstTime runs fn in the first run of a write and what in each.
func firstTime(fn, each func(ctx context.Context, tx *sql.Tx) error) (func(ctx context.Context, tx *sql.Tx) error, *int) {
	runs := 0
	return func(ctx context.Context, tx *sql.Tx) error {
		if runs++; runs == 1 {
			if err := fn(ctx, tx); err != nil {
				return err
			}
		}
		return each(ctx, tx)
	}, &runs
}

func statement(text string) func(ctx context.Context, tx *sql.Tx) error {
	return func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, text)
		return err
	}
}

func TestAWriteSurvivesTheEndOfItsConnection(t *testing.T) {
	s := openNewPostgres(t)
	fn, runs := firstTime(statement("SELECT pg_terminate_backend(pg_backend_pid())"), insertResult(1))
	must(t, s.write(t.Context(), "test", fn))
	if _, err := s.Result(t.Context(), result(1).ID); *runs != 2 || !errors.Is(err, quiz.ErrGone) {
		t.Errorf("after %d runs: %v", *runs, err)
	}
}

func TestEveryConnectionMayEndBetweenWrites(t *testing.T) {
	address := pgserver.Database(t)
	s := openPostgresAt(t, address)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	execute(t, address, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	must(t, s.AddResult(t.Context(), result(1)))
}

func TestAConnectionThatTakesNoWritesIsLeft(t *testing.T) {
	s := openNewPostgres(t)
	must(t, s.write(t.Context(), "test", statement("SET default_transaction_read_only = on")))
	for n := range 20 {
		must(t, s.AddResult(t.Context(), result(n)))
	}
}

func TestWritesThatBlockEachOtherAreBothMade(t *testing.T) {
	s := openPostgresAt(t, pgserver.Database(t)+"&deadlock_timeout=20ms")
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(0)))
	must(t, s.AddResult(t.Context(), result(1)))
	has := [2]chan struct{}{make(chan struct{}), make(chan struct{})}
	take := func(n int) func(ctx context.Context, tx *sql.Tx) error {
		return func(ctx context.Context, tx *sql.Tx) error {
			r := result(n)
			_, err := tx.ExecContext(ctx, "UPDATE results SET duration_ms = duration_ms + 1 WHERE id = $1", r.ID[:])
			return err
		}
	}
	done := make(chan error)
	for n := range 2 {
		first := take(n)
		meet := func(ctx context.Context, tx *sql.Tx) error {
			err := first(ctx, tx)
			close(has[n])
			<-has[1-n]
			return err
		}
		fn, _ := firstTime(meet, take(1-n))
		go func() { done <- s.write(t.Context(), "test", fn) }()
	}
	must(t, <-done)
	must(t, <-done)
}

func TestTooManyWritesAtOnceAreBusy(t *testing.T) {
	s := openNewPostgres(t)
	room := s.engine.(*postgres).room
	for range queueLength {
		room <- struct{}{}
	}
	if err := s.AddResult(t.Context(), result(1)); !errors.Is(err, quiz.ErrBusy) {
		t.Errorf("got %v", err)
	}
	<-room
	must(t, s.AddResult(t.Context(), result(1)))
}

func TestAVisitorWhoLeavesDoesNotStopACommit(t *testing.T) {
	s := openNewPostgres(t)
	ctx, leave := context.WithCancel(t.Context())
	insert := insertResult(1)
	must(t, s.write(ctx, "test", func(ctx context.Context, tx *sql.Tx) error {
		leave()
		return insert(ctx, tx)
	}))
}

func TestClosingWaitsForTheWritesUnderWay(t *testing.T) {
	address := pgserver.Database(t)
	s := openPostgresAt(t, address)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	insert, begun, goOn := insertResult(1), make(chan struct{}), make(chan struct{})
	written, closed := make(chan error), make(chan error)
	go func() {
		written <- s.write(t.Context(), "test", func(ctx context.Context, tx *sql.Tx) error {
			close(begun)
			<-goOn
			return insert(ctx, tx)
		})
	}()
	<-begun
	go func() { closed <- s.Close() }()
	close(goOn)
	must(t, <-written)
	must(t, <-closed)
	if _, err := openPostgresAt(t, address).Result(t.Context(), result(1).ID); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("got %v", err)
	}
}

func TestAQueryThatTakesTooLongIsAnOutage(t *testing.T) {
	address := pgserver.Database(t)
	impatient := openPostgresAt(t, address+"&statement_timeout=50")
	patient := openPostgresAt(t, address)
	soon, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, silent := patient.read.ExecContext(soon, "SELECT pg_sleep(60)")
	_, stopped := impatient.read.ExecContext(t.Context(), "SELECT pg_sleep(60)")
	for name, err := range map[string]error{"the server does not say a word": silent, "the server gives up": stopped} {
		if err = failure("test", err); !errors.Is(err, quiz.ErrUnavailable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAQueryWithoutAnAnswerEnds(t *testing.T) {
	ctx := queryTimeout{}.TraceQueryStart(t.Context(), nil, pgx.TraceQueryStartData{})
	if end, ok := ctx.Deadline(); !ok || time.Until(end) > queryDeadline {
		t.Errorf("it ends at %s", end)
	}
	queryTimeout{}.TraceQueryEnd(ctx, nil, pgx.TraceQueryEndData{})
	if ctx.Err() == nil {
		t.Error("it goes on")
	}
}
