package taker

import (
	"hash/maphash"
	"sync"
	"time"

	"whichpm/internal/quiz"
)

// furthest remembers how far journeys came, so that a move that is sent twice,
// by a double click or by a script, is counted once. It keeps no journey: only
// a hash of its key, under another that this process draws and never shows, and
// how far it came. What has not moved for 6 to 12 hours is forgotten, and
// sooner where more than mostJourneys move. From then on, after a restart and
// in another copy of the program, an old move may be counted once more.
type furthest struct {
	now func() time.Time
	key maphash.Seed

	mu             sync.Mutex
	latest, before map[uint64]far
	since          time.Time // when latest began
}

// far is what was counted of a journey: how many steps were asked and how many
// settled, and whether it was gone on with from a link.
type far struct {
	asked, settled int16
	resumed        bool
}

const (
	forgetAfter  = 6 * time.Hour
	mostJourneys = 1 << 16 // in latest and in before, 5 MB at most together
)

func newFurthest(now func() time.Time) *furthest {
	return &furthest{now: now, key: maphash.MakeSeed(), latest: map[uint64]far{}, since: now()}
}

// come returns what is known of a journey, and remembers how far it is now.
func (f *furthest) come(journey quiz.ResultID, is far) far {
	id := maphash.Bytes(f.key, journey[:])
	f.mu.Lock()
	defer f.mu.Unlock()
	f.turn()
	was, known := f.latest[id]
	if !known {
		was = f.before[id]
	}
	f.latest[id] = far{max(was.asked, is.asked), max(was.settled, is.settled), was.resumed || is.resumed}
	return was
}

// turn forgets the older half when it is time, or when the newer one is full.
// It is for who holds mu.
func (f *furthest) turn() {
	if now := f.now(); now.Sub(f.since) >= forgetAfter || len(f.latest) >= mostJourneys {
		if now.Sub(f.since) >= 2*forgetAfter {
			f.latest = nil // nothing moved for as long
		}
		f.before, f.latest, f.since = f.latest, map[uint64]far{}, now
	}
}
