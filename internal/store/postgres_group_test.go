package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"testing"

	"whichpm/internal/quiz"
)

// heldGroups keeps all that commit groups busy until release is called.
func heldGroups(t *testing.T, s *Store) (release func()) {
	t.Helper()
	begun, free := make(chan struct{}), make(chan struct{})
	for range groupWriters {
		j := job{done: make(chan error, 1), write: write{fn: func(context.Context, *sql.Tx) error {
			close(begun)
			<-free
			return nil
		}}}
		must(t, s.engine.(*postgres).groups.enqueue(j))
		<-begun
		begun = make(chan struct{})
	}
	return func() { close(free) }
}

// finish adds results at once and returns when all wait.
func finish(t *testing.T, s *Store, results ...quiz.Result) (answers []<-chan error) {
	t.Helper()
	for _, r := range results {
		answer := make(chan error, 1)
		go func() { answer <- s.AddResult(t.Context(), r) }()
		answers = append(answers, answer)
	}
	for len(s.engine.(*postgres).groups.jobs) < len(results) {
		must(t, t.Context().Err())
	}
	return answers
}

func TestResultsThatWaitShareATransactionOnPostgreSQL(t *testing.T) {
	s := openNewPostgres(t)
	release := heldGroups(t, s)
	var results []quiz.Result
	for n := range 60 {
		results = append(results, result(n))
	}
	answers := finish(t, s, results...)
	release()
	for _, answer := range answers {
		must(t, <-answer)
	}
	var n, transactions int
	must(t, s.read.QueryRowContext(t.Context(), `SELECT COUNT(*), COUNT(DISTINCT CAST(xmin AS TEXT)) FROM results`).Scan(&n, &transactions))
	if n != 60 || transactions > groupWriters {
		t.Errorf("%d results were kept in %d transactions", n, transactions)
	}
}

func TestAFailedResultFailsAloneOnPostgreSQL(t *testing.T) {
	s := openNewPostgres(t)
	must(t, s.AddResult(t.Context(), result(3)))
	must(t, s.DeleteResult(t.Context(), result(3).ID, testNow))
	release := heldGroups(t, s)
	bad := result(2)
	bad.Version = 99
	answers := finish(t, s, result(1), bad, result(3), result(4))
	release()
	must(t, errors.Join(<-answers[0], <-answers[3]))
	if err := <-answers[1]; err == nil || errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("a version that is not there: %v", err)
	}
	if err := <-answers[2]; !errors.Is(err, quiz.ErrGone) {
		t.Errorf("a deleted result: %v", err)
	}
	for _, r := range []quiz.Result{result(1), result(4)} {
		_, err := s.Result(t.Context(), r.ID)
		must(t, err)
	}
}

func TestAGroupSurvivesTheEndOfItsConnection(t *testing.T) {
	s := openNewPostgres(t)
	fn, runs := firstTime(statement("SELECT pg_terminate_backend(pg_backend_pid())"), insertResult(1))
	must(t, s.writeBatched(t.Context(), "test", fn))
	if _, err := s.Result(t.Context(), result(1).ID); *runs != 2 || !errors.Is(err, quiz.ErrGone) {
		t.Errorf("after %d runs: %v", *runs, err)
	}
}

func TestClosingKeepsTheResultsThatWaitOnPostgreSQL(t *testing.T) {
	s := openNewPostgres(t)
	release := heldGroups(t, s)
	answers := finish(t, s, result(1), result(2))
	var closing sync.WaitGroup
	closing.Go(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	release()
	must(t, errors.Join(<-answers[0], <-answers[1]))
	closing.Wait()
}
