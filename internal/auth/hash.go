package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/argon2"

	"whichpm/internal/quiz"
)

// Cost is how much work one hash takes.
type Cost struct {
	Memory  uint32 // KiB
	Passes  uint32
	Threads uint8
}

// Wise is the cost of a password hash today. Hashes of another cost are
// renewed when their owner signs in.
var Wise = Cost{Memory: 19 << 10, Passes: 2, Threads: 1}

const (
	saltLength = 16
	keyLength  = 32
	atOnce     = 2                // hashes computed at the same time: they take memory
	waitAtMost = 10 * time.Second // for a turn
)

// Hasher computes password hashes, a few at a time.
type Hasher struct {
	cost     Cost
	turns    chan struct{}
	computed atomic.Int64
}

// NewHasher returns a hasher for new passwords of that cost.
func NewHasher(c Cost) *Hasher {
	return &Hasher{cost: c, turns: make(chan struct{}, atOnce)}
}

// Computed is how many hashes were computed so far. What answers in the same
// time computes as many.
func (h *Hasher) Computed() int64 { return h.computed.Load() }

// Hash returns the PHC string of a password. It returns quiz.ErrBusy when too
// many others wait.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	p := phc{cost: h.cost, salt: make([]byte, saltLength)}
	_, _ = rand.Read(p.salt) // documented never to fail
	key, err := h.compute(ctx, p.cost, password, p.salt, keyLength)
	p.key = key
	return p.String(), err
}

// Verify reports whether the password has that hash. An empty hash, of an
// account that does not exist, takes as long and never fits. It returns
// quiz.ErrBusy when too many others wait.
func (h *Hasher) Verify(ctx context.Context, hash, password string) (bool, error) {
	p, known := phc{cost: h.cost, salt: make([]byte, saltLength), key: make([]byte, keyLength)}, hash != ""
	if known {
		var err error
		if p, err = parsePHC(hash); err != nil {
			return false, err
		}
	}
	key, err := h.compute(ctx, p.cost, password, p.salt, len(p.key))
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(key, p.key) == 1 && known, nil
}

// Outdated reports whether a hash should be made anew at today's cost.
func (h *Hasher) Outdated(hash string) bool {
	p, err := parsePHC(hash)
	return err != nil || p.cost != h.cost || len(p.salt) != saltLength || len(p.key) != keyLength
}

func (h *Hasher) compute(ctx context.Context, c Cost, password string, salt []byte, length int) ([]byte, error) {
	timeout := time.NewTimer(waitAtMost)
	defer timeout.Stop()
	select {
	case h.turns <- struct{}{}:
	case <-timeout.C:
		return nil, fmt.Errorf("hash password: %w", quiz.ErrBusy)
	case <-ctx.Done():
		return nil, fmt.Errorf("hash password: %w", ctx.Err())
	}
	defer func() { <-h.turns }()
	h.computed.Add(1)
	return argon2.IDKey([]byte(password), salt, c.Passes, c.Memory, c.Threads, uint32(length)), nil //nolint:gosec // parsePHC bounds it
}
