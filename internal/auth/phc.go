package auth

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
)

// phc is a password hash as it is written down:
// $argon2id$v=19$m=19456,t=2,p=1$salt$key
type phc struct {
	cost      Cost
	salt, key []byte
}

var encoding = base64.RawStdEncoding.Strict()

func (p phc) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.cost.Memory, p.cost.Passes, p.cost.Threads,
		encoding.EncodeToString(p.salt), encoding.EncodeToString(p.key))
}

var errPHC = errors.New("this is no argon2id hash")

// The largest cost that is believed: what stands in a database must not be
// able to take all memory.
const (
	maxMemory  = 1 << 20 // KiB
	maxPasses  = 64
	maxThreads = 16
	maxLength  = 64 // bytes of salt and key
	minLength  = 8
)

// parsePHC reads a hash written in exactly the way String writes it.
func parsePHC(text string) (phc, error) {
	parts := strings.Split(text, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != "v="+strconv.Itoa(argon2.Version) {
		return phc{}, errPHC
	}
	var p phc
	cost := strings.Split(parts[3], ",")
	if len(cost) != 3 {
		return phc{}, errPHC
	}
	memory, errM := number(cost[0], "m=", 8, maxMemory)
	passes, errT := number(cost[1], "t=", 1, maxPasses)
	threads, errP := number(cost[2], "p=", 1, maxThreads)
	salt, errS := encoding.DecodeString(parts[4])
	key, errK := encoding.DecodeString(parts[5])
	if errors.Join(errM, errT, errP, errS, errK) != nil {
		return phc{}, errPHC
	}
	p.cost = Cost{uint32(memory), uint32(passes), uint8(threads)} //nolint:gosec // number bounds them
	p.salt, p.key = salt, key
	if !fits(salt) || !fits(key) || p.String() != text {
		return phc{}, errPHC
	}
	return p, nil
}

func fits(b []byte) bool { return len(b) >= minLength && len(b) <= maxLength }

func number(text, name string, least, most uint64) (uint64, error) {
	digits, ok := strings.CutPrefix(text, name)
	n, err := strconv.ParseUint(digits, 10, 32)
	if !ok || err != nil || n < least || n > most {
		return 0, errPHC
	}
	return n, nil
}
