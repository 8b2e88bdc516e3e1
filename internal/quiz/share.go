package quiz

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
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

// ShareSecret is the random part of the share that one form makes: sending the
// same form twice makes one link. Only who has the owner's secret can tell it.
func (o Owner) ShareSecret(form, scope, name string) [16]byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "whichpm share\x00%s%q%q%q", o.Secret[:], form, scope, name))
	return [16]byte(sum[:])
}

// MaxName is how many characters a shared first name may have.
const MaxName = 40

// NewShare checks what the owner asked for and makes the link. It returns
// Problems for an unknown scope or a name that cannot be shown safely.
func NewShare(result ResultID, scope, name string, now time.Time, random [16]byte) (Share, error) {
	name = OneLine(name)
	var problems Problems
	if !slices.Contains([]Scope{ScopeVerdict, ScopeProfile, ScopeAnswers}, Scope(scope)) {
		problems = append(problems, NewProblem("scope", "scope"))
	}
	if utf8.RuneCountInString(name) > MaxName {
		problems = append(problems, NewProblem("name", "name_long", "n", MaxName))
	}
	if Hidden(name) {
		problems = append(problems, NewProblem("name", "name_hidden"))
	}
	if len(problems) > 0 {
		return Share{}, problems
	}
	return Share{
		ID: NewShareID(now, random), Result: result, Scope: Scope(scope), Name: name, CreatedAt: now,
	}, nil
}

// Hidden reports whether a name holds a character that nobody sees.
func Hidden(name string) bool { return strings.ContainsFunc(name, unprintable) }

// unprintable finds control characters and those that change the direction of
// the text around them. The two joiners belong to the spelling of some names.
func unprintable(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return !unicode.IsPrint(r) && r != nonJoiner && r != joiner
}

// How many people can be compared.
const (
	LeastCompared = 2
	MostCompared  = 6
)

// ComparedIDs reads the addresses of a comparison. It drops repeated ones and
// returns Problems for too few or too many.
func ComparedIDs(texts []string) ([]ShareID, error) {
	var ids []ShareID
	for _, text := range texts {
		id, err := ParseShareID(text)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < LeastCompared {
		return ids, Refusal("link", "link_more")
	}
	if len(ids) > MostCompared {
		return ids, Refusal("link", "link_fewer", "n", MostCompared)
	}
	return ids, nil
}

// Comparable reports whether the owner of the share allows comparing.
func (s Share) Comparable() bool { return s.Scope != ScopeVerdict }
