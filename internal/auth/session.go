package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"time"
)

// How long a session lasts at most, without a request, and while it waits for
// the second factor.
const (
	SessionFor = 12 * time.Hour
	IdleFor    = time.Hour
	codeWithin = 10 * time.Minute
)

// seenEvery is how exactly the last request of a session is kept: a write a
// request would be too many.
const seenEvery = time.Minute

// Digest is what is kept of a secret with 80 random bits or more: nobody who
// reads the database can use it.
type Digest [sha256.Size]byte

// Session lets an admin in. Only the hash of its token is kept.
type Session struct {
	Hash      Digest
	Admin     string // id
	NeedsCode bool   // the password was right, the second factor is still asked
	CreatedAt time.Time
	SeenAt    time.Time
}

// NewSession begins a session and returns its token, 256 random bits.
func NewSession(admin string, needsCode bool, now time.Time) (Session, string) {
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // documented never to fail
	token := base64.RawURLEncoding.EncodeToString(secret[:])
	return Session{sha256.Sum256(secret[:]), admin, needsCode, now, now}, token
}

// clockSkew is how far clocks of two machines may be apart.
const clockSkew = 5 * time.Minute

// Ended reports whether the session is too old or was idle for too long. One
// from the future has ended too: after the clock went back it would last until
// the old time comes again.
func (s Session) Ended(now time.Time) bool {
	age := now.Sub(s.CreatedAt)
	return age < -clockSkew || age >= SessionFor || now.Sub(s.SeenAt) >= IdleFor || s.NeedsCode && age >= codeWithin
}

// Unseen reports whether it is time to keep that the session was used.
func (s Session) Unseen(now time.Time) bool { return now.Sub(s.SeenAt) >= seenEvery }

var errToken = errors.New("this is no session token")

// ParseToken returns the hash a token is kept under.
func ParseToken(token string) (Digest, error) {
	secret, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || len(secret) != 32 {
		return Digest{}, errToken
	}
	return sha256.Sum256(secret), nil
}
