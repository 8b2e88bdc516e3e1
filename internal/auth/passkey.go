package auth

import (
	"crypto/sha256"
	"errors"
	"time"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// Passkey lets an admin in without a password. The device that has the secret
// part asks for a finger, a face or a PIN: so it counts as both factors.
type Passkey struct {
	ID        []byte // by which the browser knows it
	Admin     string // id
	Name      string // that the admin gave it
	Key       []byte // the public part, written as COSE does
	Uses      uint32 // as the device counts them, 0 for one that does not
	CanBackUp bool   // it may be on several devices; this never changes
	BackedUp  bool
	CreatedAt time.Time
	UsedAt    time.Time // the last time; zero for never
}

// MostPasskeys is how many an admin may have.
const MostPasskeys = 10

// MaxPasskeyName is the longest name of one, in characters.
const MaxPasskeyName = 40

// ChallengeFor is how long a browser may take to answer.
const ChallengeFor = 5 * time.Minute

// Challenge is what a browser was asked to sign. Only its hash is kept.
type Challenge struct {
	Hash      Digest
	Admin     string // who adds a passkey, "" for somebody who signs in
	ExpiresAt time.Time
}

// PasskeyName is a name as it is kept. It returns quiz.Problems in the field name.
func PasskeyName(typed string) (string, error) {
	name := quiz.OneLine(typed)
	switch {
	case name == "":
		return "", quiz.Refusal("name", "passkey_name_none")
	case utf8.RuneCountInString(name) > MaxPasskeyName:
		return "", quiz.Refusal("name", "name_long", "n", MaxPasskeyName)
	case quiz.Hidden(name):
		return "", quiz.Refusal("name", "name_hidden")
	}
	return name, nil
}

// ErrPasskey is why an answer of a browser is not taken: it is none, it is of
// another site or another question, or the signature is wrong.
var ErrPasskey = errors.New("the passkey does not prove who it is")

// passkeyHandle is how a device tells the admins of a site apart. It says
// nothing of them.
func passkeyHandle(admin string) []byte {
	sum := sha256.Sum256([]byte("passkeys of " + admin))
	return sum[:16]
}

// What is done with passkeys, as the audit log names it.
const (
	ActionAddPasskey    = "add passkey"
	ActionRemovePasskey = "remove passkey"
	ActionPasskeyCopied = "passkey counted backwards" // a device that copied it may be about
)
