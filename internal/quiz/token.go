package quiz

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"time"
)

// The first byte of a token. A new layout takes the next number.
const (
	begunHere = 1 // with the seed
	takenUp   = 2 // from a link, or a link itself: with what links share
)

// tokenHead is room for everything but the steps.
const tokenHead = 128

// maxToken bounds what DecodeJourney reads: MaxQuestions steps and the head.
const maxToken = 1024

// ErrToken says that a text is not a journey this program wrote. Nothing of
// it may be used.
var ErrToken = errors.New("this is not a saved quiz")

var tokenText = base64.RawURLEncoding.Strict()

// Token spells the journey in letters safe for a cookie and a link. The
// checksum finds a damaged or shortened link; it is not a signature, because
// a taker may change their own answers anyway.
func (j Journey) Token() string {
	format := byte(begunHere)
	if j.Taken != (Taken{}) {
		format = takenUp
	}
	b := append(make([]byte, 0, tokenHead+3*len(j.Steps)), format)
	b = binary.AppendUvarint(b, uint64(j.Version)) //nolint:gosec // ids are positive
	if format == takenUp {
		b = append(b, j.Taken.Origin[:]...)
		b = binary.BigEndian.AppendUint64(b, uint64(j.Taken.Shuffle))
	} else {
		b = append(b, j.Seed[:]...)
	}
	b = binary.AppendUvarint(b, uint64(j.Started.UnixMilli()))
	b = binary.AppendUvarint(b, uint64(j.Touched.Sub(j.Started)/time.Millisecond)) //nolint:gosec // never before Started
	invited, again, own, grouped := j.Invite != ShareID{}, j.Earlier != Owner{}, j.Taken.Secret != Secret{}, j.Group != GroupID{}
	b = append(b, flag(j.Full)|flag(j.Finished)<<1|flag(j.Stopped)<<2|flag(invited)<<3|flag(again)<<4|flag(own)<<5|flag(grouped)<<6)
	if invited {
		b = append(b, j.Invite[:]...)
	}
	if again {
		b = append(b, j.Earlier.bytes()...)
	}
	if own {
		b = append(b, j.Taken.Secret[:]...)
	}
	if grouped {
		b = append(b, j.Group[:]...)
	}
	for _, s := range j.Steps {
		b = append(b, byte(s.Question), byte(s.Answer), s.Pace) //nolint:gosec // at most MaxQuestions
	}
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	return tokenText.EncodeToString(b)
}

func flag(on bool) byte {
	if on {
		return 1
	}
	return 0
}

// DecodeJourney reads what Token wrote, and returns ErrToken for any other
// text. The caller still checks that the journey Fits its version.
func DecodeJourney(token string) (Journey, error) {
	if len(token) > maxToken {
		return Journey{}, ErrToken
	}
	b, err := tokenText.DecodeString(token)
	if err != nil || len(b) < 5 || b[0] != begunHere && b[0] != takenUp {
		return Journey{}, ErrToken
	}
	body, sum := b[:len(b)-4], binary.BigEndian.Uint32(b[len(b)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return Journey{}, ErrToken
	}
	r := reader{rest: body[1:]}
	j := Journey{Version: r.number(1 << 53)}
	if b[0] == takenUp {
		copy(j.Taken.Origin[:], r.take(len(j.Taken.Origin)))
		j.Taken.Shuffle = Shuffle(binary.BigEndian.Uint64(r.take(8)))
	} else {
		copy(j.Seed[:], r.take(len(j.Seed)))
	}
	j.Started = time.UnixMilli(r.number(1 << 43)).UTC()
	j.Touched = j.Started.Add(time.Duration(r.number(1<<40)) * time.Millisecond)
	flags := r.take(1)[0]
	j.Full, j.Finished, j.Stopped = flags&1 != 0, flags&2 != 0, flags&4 != 0
	if flags&8 != 0 {
		copy(j.Invite[:], r.take(len(j.Invite)))
	}
	if flags&16 != 0 {
		j.Earlier = ownerOf(r.take(linkBytes))
	}
	if flags&32 != 0 {
		copy(j.Taken.Secret[:], r.take(len(j.Taken.Secret)))
	}
	if flags&64 != 0 {
		copy(j.Group[:], r.take(len(j.Group)))
	}
	if r.bad || flags > 127 || len(r.rest)%3 != 0 || len(r.rest)/3 > MaxQuestions {
		return Journey{}, ErrToken
	}
	j.Steps = make([]Step, 0, len(r.rest)/3+1) // and the next one
	for s := r.rest; len(s) > 0; s = s[3:] {
		j.Steps = append(j.Steps, Step{Question: int(s[0]), Answer: StepAnswer(s[1]), Pace: s[2]})
	}
	if j.Version < 1 || j.Token() != token { // one journey, one spelling
		return Journey{}, ErrToken
	}
	return j, nil
}

// reader takes the parts of a token from its head; bad once one is missing.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) number(limit int64) int64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > uint64(limit) { //nolint:gosec // limits are positive
		r.bad = true
		return 0
	}
	r.rest = r.rest[size:]
	return int64(n) //nolint:gosec // at most limit
}

func (r *reader) take(n int) []byte {
	if len(r.rest) < n {
		r.bad = true
		return make([]byte, n)
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}
