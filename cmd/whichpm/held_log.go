package main

import (
	"bufio"
	"context"
	"io"
	"sync"
	"time"

	"whichpm/internal/jobs"
)

// heldLog writes the lines of many requests at once: a write for each costs
// more than making the line. What went wrong does not go through it.
type heldLog struct {
	mu    sync.Mutex
	to    io.Writer
	lines *bufio.Writer
}

const (
	holdFor   = 100 * time.Millisecond
	holdBytes = 32 << 10
)

func holdLog(w io.Writer) *heldLog { return &heldLog{to: w, lines: bufio.NewWriterSize(w, holdBytes)} }

func (l *heldLog) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := l.lines.Write(line)
	l.startOver(err)
	return n, err
}

func (l *heldLog) flush() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.startOver(l.lines.Flush())
}

// startOver drops what could not be written: a reader that has gone may come
// back, and the writer would refuse everything after its first error.
func (l *heldLog) startOver(err error) {
	if err != nil {
		l.lines.Reset(l.to)
	}
}

// run writes what is held at intervals, and the rest when ctx ends.
func (l *heldLog) run(ctx context.Context) {
	jobs.Repeat(ctx, holdFor, nil, func(context.Context) time.Duration {
		l.flush()
		return holdFor
	})
	l.flush()
}
