package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
)

const (
	stepSeconds = 30
	drift       = 1 // steps a phone's clock may be off
	secretBytes = 20
)

var codes = hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1}

// NewTOTPSecret makes the secret an authenticator app shares with the server.
func NewTOTPSecret() string {
	var secret [secretBytes]byte
	_, _ = rand.Read(secret[:]) // documented never to fail
	return base32.StdEncoding.EncodeToString(secret[:])
}

// ValidTOTPSecret reports whether it is written as NewTOTPSecret does.
func ValidTOTPSecret(secret string) bool {
	raw, err := base32.StdEncoding.DecodeString(secret)
	return err == nil && len(raw) == secretBytes
}

// TOTPLink is what an authenticator app reads from a QR code.
func TOTPLink(issuer, email, secret string) (string, error) {
	raw, err := base32.StdEncoding.DecodeString(secret)
	if err != nil {
		return "", fmt.Errorf("read the second factor's secret: %w", err)
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: email, Secret: raw})
	if err != nil {
		return "", fmt.Errorf("make the link of the second factor: %w", err)
	}
	return key.URL(), nil
}

// TOTPCode is the code an app shows at that time.
func TOTPCode(secret string, now time.Time) (string, error) { return codeAt(secret, stepAt(now)) }

// CheckTOTP returns the step of a code that is right now and was not used: its
// step comes after the last one. No code is right for a secret that is missing:
// everybody can make the codes of an empty one.
func CheckTOTP(secret, code string, last int64, now time.Time) (step int64, ok bool) {
	if !ValidTOTPSecret(secret) {
		return 0, false
	}
	code = strings.ReplaceAll(strings.TrimSpace(code), " ", "")
	for s := stepAt(now) - drift; s <= stepAt(now)+drift; s++ {
		right, err := codeAt(secret, s)
		if err == nil && s > last && subtle.ConstantTimeCompare([]byte(right), []byte(code)) == 1 {
			step, ok = s, true
		}
	}
	return step, ok
}

func stepAt(now time.Time) int64 { return now.Unix() / stepSeconds }

func codeAt(secret string, step int64) (string, error) {
	return hotp.GenerateCodeCustom(secret, uint64(step), codes) //nolint:gosec // no clock shows a time before 1970
}

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
