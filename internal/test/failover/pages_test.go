package failover_test

import (
	"sync"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// pages are shared pages that somebody looks at all the time.
type pages struct {
	mu     sync.Mutex
	shown  int
	last   time.Time
	gap    time.Duration // the longest between two that were shown
	failed int
}

// look shows a link again and again until the end of the test.
func look(t *testing.T, s *store.Store, id quiz.ShareID) *pages {
	p, end := &pages{last: time.Now()}, make(chan struct{})
	var looking sync.WaitGroup
	looking.Go(func() {
		pace := time.NewTicker(2 * time.Millisecond)
		defer pace.Stop()
		for {
			select {
			case <-end:
				return
			case <-pace.C:
				_, _, err := s.Share(t.Context(), id)
				p.add(err)
			}
		}
	})
	t.Cleanup(func() {
		close(end)
		looking.Wait()
	})
	return p
}

func (p *pages) add(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.failed++
		return
	}
	p.shown++
	now := time.Now()
	p.gap = max(p.gap, now.Sub(p.last))
	p.last = now
}

func (p *pages) count() (shown, failed int, gap time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.shown, p.failed, max(p.gap, time.Since(p.last))
}
