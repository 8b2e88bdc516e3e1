package store

import (
	"io/fs"
	"time"
)

// seen is what the last look found.
type seen struct {
	size    int64
	changed time.Time
	fresh   bool // so new that a change might not show in its time
	header  header
	index   walIndex
}

func (s seen) unchanged(now fs.FileInfo) bool {
	return now.Size() == s.size && now.ModTime().Equal(s.changed)
}

// fileIsWhole reports a file that somebody else than SQLite wrote to: its time
// or size changed though nothing of the log was taken over into it, or what it
// says of itself is not what SQLite would have written.
func (w *watch) fileIsWhole(now fs.FileInfo, i walIndex) error {
	same := w.seen.unchanged(now)
	takenOver := i.salt != w.seen.index.salt || i.copied != w.seen.index.copied
	switch {
	case same && !w.seen.fresh:
		w.seen.index = i
		return nil
	case !same && !takenOver && i.copying > i.copied: // another process is at it
		return nil
	case !same && !takenOver:
		return errOverwrite
	}
	h, err := readHeader(w.file)
	switch {
	case err != nil, !takenOver && h != w.seen.header, !h.follows(w.seen.header):
		return errOverwrite
	case takenOver && i.copied == i.frames && i.frames > 0 && (h.pages() != i.pages || now.Size() != int64(i.pages)*i.pageSize):
		if again, err := w.readIndex(); err != nil || again == i {
			return errOverwrite
		}
		return nil // another process wrote more: the next look finds it settled
	}
	w.remember(now, i, h)
	return nil
}

// tick is longer than the time that two changes may share.
const tick = 20 * time.Millisecond

func (w *watch) remember(now fs.FileInfo, i walIndex, h header) {
	w.seen = seen{now.Size(), now.ModTime(), time.Since(now.ModTime()) < tick, h, i}
}
