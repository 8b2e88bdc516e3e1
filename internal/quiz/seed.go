package quiz

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Seed is the 128-bit secret a journey starts with. What must be the same
// whenever the journey is looked at is derived from it.
type Seed [16]byte

func (s Seed) derive(purpose string) [32]byte {
	return sha256.Sum256(append([]byte("whichpm "+purpose+"\x00"), s[:]...))
}

// Secret is the secret of the result this journey ends in: finishing twice
// gives one result.
func (s Seed) Secret() Secret {
	sum := s.derive("owner")
	return Secret(sum[:16])
}

// Shuffle is the number that decides sides and option order. It tells nothing
// about the seed, so it may be stored with the result.
func (s Seed) Shuffle() Shuffle {
	sum := s.derive("order")
	return Shuffle(binary.BigEndian.Uint64(sum[:8]))
}

// Shuffle decides, for one taker, which side of a pair comes first and in
// which order the ways to act are listed.
type Shuffle uint64

// Order returns the option indexes of a question in the order this taker sees
// them. Scales of agreement always run the same way.
func (s Shuffle) Order(q Question) []int {
	order := make([]int, len(q.Options))
	for i := range order {
		order[i] = i
	}
	if q.Kind == Agree {
		return order
	}
	sum := sha256.Sum256(append(binary.BigEndian.AppendUint64(nil, uint64(s)), q.Key...))
	if q.Kind == Pair {
		if sum[0]&1 == 1 {
			slices.Reverse(order)
		}
		return order
	}
	for i := len(order) - 1; i > 0; i-- {
		j := int(binary.BigEndian.Uint32(sum[4*i:]) % uint32(i+1)) //nolint:gosec // at most MaxOptions
		order[i], order[j] = order[j], order[i]
	}
	return order
}
