package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
)

const guardEvery = time.Second

// guard looks at the files each second and whenever a write was refused, so
// that the log tells at once, and once, what happened and what to do. It
// returns the function that ends it.
func (e *sqlite) guard(ctx context.Context) (end func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		var before error
		jobs.Repeat(ctx, guardEvery, e.watch.refused, func(ctx context.Context) time.Duration {
			now := e.watch.look()
			e.tell(ctx, before, now)
			before = now
			return guardEvery
		})
	}()
	return func() {
		cancel()
		<-ended
	}
}

// tell logs what changed since the last look.
func (e *sqlite) tell(ctx context.Context, before, now error) {
	switch {
	case errors.Is(now, before): // two of none, too
		return
	case now == nil:
		e.log.InfoContext(ctx, "the database is as it was: results are stored again", "file", e.place)
		return
	}
	do := e.remedy(now)
	if errors.Is(now, errLogMoved) {
		if err := e.rescue(ctx); err != nil {
			do = "stop this program with a signal: what was stored is taken over into the database then"
			e.log.ErrorContext(ctx, "the deleted log could not be taken over", "error", err)
		}
	}
	e.log.ErrorContext(ctx, "the database was changed while this program ran: nothing is stored", "file", e.place, "what", strings.TrimPrefix(now.Error(), quiz.ErrUnavailable.Error()+": "), "do", do)
}

// remedy says what to do.
func (e *sqlite) remedy(err error) string {
	switch {
	case errors.Is(err, errMoved):
		return fmt.Sprintf("put it back together with %s-wal; or stop this program and put a backup there with whichpm restore BACKUP", e.place)
	case errors.Is(err, errLogMoved):
		return "start this program again; everything stored before is in the database"
	case errors.Is(err, errLogOther):
		return "stop this program: what was in the log and not yet in the file is lost; see with whichpm verify what the file holds, " +
			"and if a backup has more, put it there with whichpm restore BACKUP --force"
	case errors.Is(err, errIndexMoved):
		return "start this program again, and every other that uses the database"
	}
	return "stop this program, then put the database you want there with whichpm restore FILE --force"
}

// rescue takes what is stored over into the file: its log has no name any more
// and would be gone with this program.
func (e *sqlite) rescue(ctx context.Context) error {
	conn, err := e.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	w := e.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.check(); !errors.Is(err, errLogMoved) {
		return err
	}
	var busy, frames, copied int
	err = conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(FULL)").Scan(&busy, &frames, &copied)
	if err == nil && (busy != 0 || copied < frames) {
		err = fmt.Errorf("%d of %d pages are in the file", copied, frames)
	}
	return err
}

// spoils reports whether taking over the log would spoil what is at the path,
// or what is taken over is not what was written.
func spoils(err error) bool {
	return slices.ContainsFunc([]error{errMoved, errOther, errOverwrite, errLogOther}, func(one error) bool { return errors.Is(err, one) })
}

// setLogAside moves the log away from another database, into which the next
// start would take it over.
func (e *sqlite) setLogAside(why error) error {
	w := e.watch
	if _, err := w.log.verify(errLogMoved, errLogOther); err != nil || !errors.Is(why, errOther) && !errors.Is(why, errOverwrite) {
		return nil
	}
	kept := setAsideAs(w.file.path, time.Now()) + "-wal"
	if err := os.Rename(w.log.path, kept); err != nil {
		return fmt.Errorf("move the log away from another database: %w", err)
	}
	e.log.Warn("the log was moved away from the database it does not belong to", "to", kept)
	if _, err := w.index.verify(errIndexMoved, errIndexMoved); err == nil {
		return os.Remove(w.index.path)
	}
	return nil
}
