package taker

import (
	"hash/maphash"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/go-chi/chi/v5/middleware"

	"whichpm/internal/quiz"
)

// repeats remembers from which addresses a job was said in this month that may
// be published, so that one person who makes up several people counts once. It
// keeps no address: only a hash of it, under a key that this process draws and
// never shows, and in memory, until the month is over. After a restart, and in
// another copy of the program, an address is new again.
type repeats struct {
	now func() time.Time
	key maphash.Seed

	mu    sync.Mutex
	month quiz.Month
	seen  map[uint64]bool
}

// mostAddresses are remembered; then all are forgotten. They take 2 MB.
const mostAddresses = 1 << 16

func newRepeats(now func() time.Time) *repeats { return &repeats{now: now, key: maphash.MakeSeed()} }

// known reports whether a job was said from there before. Of an address that
// nobody knows it never was.
func (p *repeats) known(r *http.Request) bool {
	id, ok := p.id(r)
	p.mu.Lock()
	defer p.mu.Unlock()
	return ok && p.month == quiz.MonthOf(p.now()) && p.seen[id]
}

// remember keeps that a job was said from there.
func (p *repeats) remember(r *http.Request) {
	id, ok := p.id(r)
	p.mu.Lock()
	defer p.mu.Unlock()
	if month := quiz.MonthOf(p.now()); p.month != month || len(p.seen) >= mostAddresses {
		p.month, p.seen = month, map[uint64]bool{}
	}
	if ok {
		p.seen[id] = true
	}
}

// id tells addresses apart. An IPv6 network is one.
func (p *repeats) id(r *http.Request) (uint64, bool) {
	address, err := netip.ParseAddr(middleware.GetClientIP(r.Context()))
	if err != nil {
		return 0, false
	}
	bits := 32
	if address = address.Unmap().WithZone(""); address.Is6() {
		bits = 64
	}
	network, err := address.Prefix(bits)
	return maphash.String(p.key, network.String()), err == nil
}
