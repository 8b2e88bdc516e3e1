package quiz

import (
	"encoding/binary"
	"time"
)

// Scope is how much of a result a share link shows.
type Scope string

// The scopes, each showing more than the one before.
const (
	ScopeVerdict Scope = "verdict"
	ScopeProfile Scope = "profile"
	ScopeAnswers Scope = "answers"
)

// Share is a link the owner of a result made for others. It can be revoked.
type Share struct {
	ID        ShareID
	Result    ResultID
	Scope     Scope
	Name      string // the first name shown, or ""
	CreatedAt time.Time
	RevokedAt time.Time // zero while the link works
}

// ShareID is the address of a share: its day and 128 random bits.
type ShareID [18]byte

// NewShareID makes an address from the day of now and 16 random bytes.
func NewShareID(now time.Time, random [16]byte) ShareID {
	var id ShareID
	binary.BigEndian.PutUint16(id[:], dayOf(now))
	copy(id[2:], random[:])
	return id
}

func (id ShareID) String() string { return linkText.EncodeToString(id[:]) }

// ParseShareID reads a share's address. It returns ErrLink for any other text.
func ParseShareID(text string) (ShareID, error) {
	b, err := parseLink(text)
	if err != nil {
		return ShareID{}, err
	}
	return ShareID(b), nil
}
