package taker

import (
	"hash/maphash"
	"sync"
	"time"

	"whichpm/internal/quiz"
)

// progress remembers how far journeys came, so that a move that is sent twice,
// by a double click or by a script, is counted once. It keeps no journey: only
// a hash of its key, under another that this process draws and never shows, and
// how far it came. What has not moved for 6 to 12 hours is forgotten, and
// sooner where more than mostJourneys move. From then on, after a restart and
// in another copy of the program, an old move may be counted once more.
type progress struct {
	now func() time.Time
	key maphash.Seed

	mu             sync.Mutex
	latest, before map[uint64]reached
	since          time.Time // when latest began
}

// reached is what was counted of a journey: how many steps were asked and how many
// settled, whether it was gone on with from a link, and whether it was finished.
type reached struct {
	asked, settled    int16
	resumed, finished bool
}

const (
	forgetAfter  = 6 * time.Hour
	mostJourneys = 1 << 16 // in latest and in before, 5 MB at most together
)

func newProgress(now func() time.Time) *progress {
	return &progress{now: now, key: maphash.MakeSeed(), latest: map[uint64]reached{}, since: now()}
}

// record returns what is known of a journey, and remembers how far it is now.
func (p *progress) record(journey quiz.ResultID, is reached) reached {
	id := maphash.Bytes(p.key, journey[:])
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rotate()
	was, known := p.latest[id]
	if !known {
		was = p.before[id]
	}
	p.latest[id] = reached{max(was.asked, is.asked), max(was.settled, is.settled), was.resumed || is.resumed, was.finished || is.finished}
	return was
}

// rotate forgets the older half when it is time, or when the newer one is full.
// mu must be held.
func (p *progress) rotate() {
	if now := p.now(); now.Sub(p.since) >= forgetAfter || len(p.latest) >= mostJourneys {
		if now.Sub(p.since) >= 2*forgetAfter {
			p.latest = nil // nothing moved for as long
		}
		p.before, p.latest, p.since = p.latest, map[uint64]reached{}, now
	}
}
