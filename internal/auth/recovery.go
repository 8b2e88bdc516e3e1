package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"strings"
)

// recoveryCodes is how many codes stand in for a lost phone, each once.
const recoveryCodes = 10

// NewRecoveryCodes makes the codes, 80 random bits each, and what is kept of
// them.
func NewRecoveryCodes() (codes []string, hashes []Digest) {
	for range recoveryCodes {
		text := strings.ToLower(rand.Text()[:16])
		codes = append(codes, strings.Join([]string{text[:4], text[4:8], text[8:12], text[12:]}, "-"))
		hashes = append(hashes, sha256.Sum256([]byte(text)))
	}
	return codes, hashes
}

// MatchRecoveryCode returns which of the hashes a typed code has.
func MatchRecoveryCode(typed string, hashes []Digest) (match Digest, ok bool) {
	text := strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(typed)))
	digest := Digest(sha256.Sum256([]byte(text)))
	for _, hash := range hashes {
		if subtle.ConstantTimeCompare(hash[:], digest[:]) == 1 {
			match, ok = hash, true
		}
	}
	return match, ok
}
