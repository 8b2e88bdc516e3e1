package main

import (
	"bufio"
	"context"
	"io"
	"sync"
	"time"
)

// heldLog writes the lines of many requests at once: a write for each costs
// more than making the line. What went wrong does not go through it.
type heldLog struct {
	mu    sync.Mutex
	lines *bufio.Writer
}

const (
	holdFor   = 100 * time.Millisecond
	holdBytes = 32 << 10
)

func holdLog(w io.Writer) *heldLog { return &heldLog{lines: bufio.NewWriterSize(w, holdBytes)} }

func (l *heldLog) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.lines.Write(line)
}

func (l *heldLog) flush() {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.lines.Flush() // nobody is left to tell
}

// run writes what is held at intervals, and the rest when ctx ends.
func (l *heldLog) run(ctx context.Context) {
	tick := time.NewTicker(holdFor)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			l.flush()
			return
		case <-tick.C:
			l.flush()
		}
	}
}
