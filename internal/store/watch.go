package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"whichpm/internal/quiz"
)

// watch looks whether what is committed is on disk in the files that the next
// start would open. SQLite holds its files by descriptor: it goes on writing
// to one that was deleted, and does not notice another in its place.
//
// It reads past SQLite, by descriptors of its own. Closing one of them lets go
// of every lock the process holds on that file, so they are closed last.
type watch struct {
	named string // the path that was given, which may be a link
	file  watched
	log   watched
	index watched

	mu   sync.Mutex // held over a commit: it may change the file
	seen seen

	refused chan struct{} // gets a sign when a commit was refused
}

// watched is a file that is held, and the path that has to lead to it.
type watched struct {
	*os.File

	path string
	info fs.FileInfo
}

// What may have become of the files. All are quiz.ErrUnavailable.
var (
	errMoved      = fmt.Errorf("%w: its file was moved or deleted", quiz.ErrUnavailable)
	errOther      = fmt.Errorf("%w: another file is in its place", quiz.ErrUnavailable)
	errOverwrite  = fmt.Errorf("%w: its file was written over", quiz.ErrUnavailable)
	errLogMoved   = fmt.Errorf("%w: its log, the file -wal, was moved or deleted", quiz.ErrUnavailable)
	errLogOther   = fmt.Errorf("%w: its log, the file -wal, was replaced or written over", quiz.ErrUnavailable)
	errIndexMoved = fmt.Errorf("%w: the index of its log, the file -shm, was moved, deleted or replaced", quiz.ErrUnavailable)
)

// newWatch begins to watch a database of which a connection is open.
func newWatch(p place, named string) (w *watch, err error) {
	if named, err = filepath.Abs(named); err != nil {
		return nil, err
	}
	end := string(p)
	w = &watch{named: named, refused: make(chan struct{}, 1)}
	for to, path := range map[*watched]string{&w.file: end, &w.log: end + "-wal", &w.index: end + "-shm"} {
		if *to, err = hold(path); err != nil {
			return nil, errors.Join(err, w.close())
		}
	}
	i, err := w.readIndex()
	var h header
	if err == nil {
		h, err = readHeader(w.file)
	}
	if err != nil {
		return nil, errors.Join(err, w.close())
	}
	w.remember(w.file.info, i, h)
	return w, nil
}

func hold(path string) (watched, error) {
	file, err := os.Open(path) //nolint:gosec // a path of our own making
	if err != nil {
		return watched{}, err
	}
	info, err := file.Stat()
	if err != nil {
		return watched{}, errors.Join(err, file.Close())
	}
	return watched{file, path, info}, nil
}

func (w *watch) close() (err error) {
	for _, held := range []watched{w.file, w.log, w.index} {
		if held.File != nil {
			err = errors.Join(err, held.Close())
		}
	}
	return err
}

// commit commits, and returns nil only once what was committed is on disk in
// the right files.
func (w *watch) commit(tx *sql.Tx) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	err := w.quickCheck()
	if err == nil {
		err = tx.Commit()
	}
	if err == nil {
		err = w.check()
	}
	return w.wakeGuard(err)
}

// checkpointAt is how many pages the log has when it is copied into the
// database file (a checkpoint). SQLite itself would do it inside a commit,
// where the checks before and after are further apart.
var checkpointAt uint32 = 1000

// checkpoint copies the log into the database file when the log is long enough,
// unless the file was replaced.
func (w *watch) checkpoint(ctx context.Context, db *sql.DB) {
	if !w.logIsLong() {
		return
	}
	conn, err := db.Conn(ctx) // before mu, as everybody does
	if err != nil {
		return
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	w.mu.Lock()
	defer w.mu.Unlock()
	if err = w.check(); err == nil {
		_, _ = conn.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)") // else it is done after the next commit
		err = w.check()
	}
	_ = w.wakeGuard(err) // the next commit meets it too
}

func (w *watch) logIsLong() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	i := w.seen.index
	return i.frames >= checkpointAt && i.copied < i.frames
}

// wakeGuard wakes the guard if err is not nil, and returns err.
func (w *watch) wakeGuard(err error) error {
	if err != nil {
		select {
		case w.refused <- struct{}{}:
		default: // it has a sign
		}
	}
	return err
}

// look returns nil while the files are those that were opened.
func (w *watch) look() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.check()
}

// check does what look does; mu must be held. Where only the log or its index
// is wrong, the database file itself was checked before and is right.
func (w *watch) check() error {
	now, err := w.file.verify(errMoved, errOther)
	if err == nil {
		err = w.pathLeadsToFile()
	}
	if err != nil {
		return err
	}
	i, err := w.readIndex()
	if err == nil {
		err = w.fileIsWhole(now, i)
	}
	if err == nil {
		_, err = w.log.verify(errLogMoved, errLogOther)
	}
	if err == nil {
		err = w.logIsWhole(i)
	}
	if err == nil {
		_, err = w.index.verify(errIndexMoved, errIndexMoved)
	}
	return err
}

// quickCheck leaves out most of check, which follows after the commit anyway.
// It makes the whole check only if the database file changed since the last
// one.
func (w *watch) quickCheck() error {
	now, err := w.file.verify(errMoved, errOther)
	if err == nil {
		_, err = w.log.verify(errLogMoved, errLogOther)
	}
	if err == nil && (w.seen.fresh || !w.seen.unchanged(now)) {
		err = w.check()
	}
	return err
}

// verify makes sure that the path still leads to the open file, and returns its
// size and time.
func (f watched) verify(moved, other error) (fs.FileInfo, error) {
	info, err := os.Stat(f.path)
	if err != nil {
		return nil, moved
	}
	if !os.SameFile(info, f.info) {
		return nil, other
	}
	return info, nil
}

// pathLeadsToFile checks that the next start would open the same file.
func (w *watch) pathLeadsToFile() error {
	if w.named == w.file.path {
		return nil
	}
	if named, err := os.Stat(w.named); err != nil || !os.SameFile(named, w.file.info) {
		return errOther
	}
	return nil
}
