package quiz

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"slices"
	"time"
)

// Result is a finished quiz. It belongs to the version it was answered on and
// keeps the verdict it was given.
type Result struct {
	ID          ResultID
	Version     int64
	FinishedAt  time.Time
	Answers     string // one letter a question, see Answers.Text
	Asked       string // two hexadecimal digits a question, in the order asked
	Shuffle     Shuffle
	Verdict     Verdict
	Top         string  // role key; of a balanced verdict the one slightly ahead
	Probability float64 // of Top, 0 to 1
	Duration    time.Duration
	Form        Form
	Hurried     bool // answered so fast or so evenly that statistics leave it out
	Deleted     bool // only the ID is left

	// Origin is the key of the journey it ends, where that began in another
	// browser; else zero. It is kept, so that a journey ends once, and not read
	// back.
	Origin ResultID
}

// Form is how much of the quiz a result rests on.
type Form string

// The forms of a result.
const (
	Short     Form = "short" // some questions were left out
	Full      Form = "full"  // every question was asked, for the taker chose so or the short form came so far
	FullByLot Form = "lot"   // every question was asked, for the lot fell on the taker
)

// Whole reports whether every question was asked.
func (f Form) Whole() bool { return f != Short }

// Lot is the share of journeys that are asked everything, where the lot falls on
// this one, and else 0. It follows from the journey's seed, and is the same
// whenever one looks.
func (s Settings) Lot(j Journey) float64 {
	if s.FullByLot == 0 || j.Full || j.Shuffle().Lot(MaxQuestions+1) >= s.FullByLot {
		return 0
	}
	return s.FullByLot
}

// AsksAll reports whether the lot falls on a journey to be asked everything.
func (s Settings) AsksAll(j Journey) bool { return s.Lot(j) > 0 }

// NeverStops reports whether a journey is asked every question, by choice or by
// lot.
func (s Settings) NeverStops(j Journey) bool { return j.Full || s.AsksAll(j) }

// EndsNow is the journey of somebody who ends it at the question that is open:
// it was shown and is not part of what the result rests on.
func (j Journey) EndsNow() Journey {
	if n := j.Current(); n > 0 {
		j.Steps = slices.Delete(slices.Clone(j.Steps), n-1, n)
	}
	return j
}

// Secret is the secret half of an owner link, 128 bits.
type Secret [16]byte

// Owner is an owner link's address: the day the journey started and the
// secret. It shows all of a result, shares and deletes it.
type Owner struct {
	Day    uint16 // days since 1970
	Secret Secret
}

// Owner returns the address of the result the journey ends in.
func (j Journey) Owner() Owner {
	if j.Taken != (Taken{}) {
		return Owner{Day: dayOf(j.Started), Secret: j.Taken.Secret}
	}
	return Owner{Day: dayOf(j.Started), Secret: j.Seed.Secret()}
}

func dayOf(t time.Time) uint16 {
	return uint16(t.Unix() / (24 * 60 * 60)) //nolint:gosec // until the year 2149
}

// ErrLink says that a text has not the form of a link this program makes.
var ErrLink = errors.New("this is not one of our links")

// linkText spells 18 bytes in 24 letters.
var linkText = base64.RawURLEncoding.Strict()

func (o Owner) String() string { return linkText.EncodeToString(o.bytes()) }

// linkBytes is the length of an address before it is spelled: day and secret.
const linkBytes = 18

func (o Owner) bytes() []byte {
	return append(binary.BigEndian.AppendUint16(nil, o.Day), o.Secret[:]...)
}

func ownerOf(b []byte) Owner {
	return Owner{Day: binary.BigEndian.Uint16(b), Secret: Secret(b[2:])}
}

// ParseOwner reads an owner address. It returns ErrLink for any other text.
func ParseOwner(text string) (Owner, error) {
	b, err := parseLink(text)
	if err != nil {
		return Owner{}, err
	}
	return ownerOf(b[:]), nil
}

// parseLink reads the letters of an address. Each has one spelling: the
// decoder skips line ends, and then too few bytes are left.
func parseLink(text string) (b [linkBytes]byte, err error) {
	if len(text) != linkText.EncodedLen(linkBytes) {
		return b, ErrLink
	}
	if n, err := linkText.Decode(b[:], []byte(text)); err != nil || n != linkBytes {
		return b, ErrLink
	}
	return b, nil
}

// ResultID is the key of a result: its day and a hash of its secret, 18
// bytes. The day keeps inserts close together in the index.
type ResultID [18]byte

// ID returns the key under which the store keeps the result.
func (o Owner) ID() ResultID {
	sum := sha256.Sum256(append([]byte("whichpm result\x00"), o.Secret[:]...))
	return keyOf(o.Day, [16]byte(sum[:]))
}

func keyOf(day uint16, hash [16]byte) (id ResultID) {
	binary.BigEndian.PutUint16(id[:], day)
	copy(id[2:], hash[:])
	return id
}

// hash is a key without its day.
func (id ResultID) hash() [16]byte { return [16]byte(id[2:]) }
