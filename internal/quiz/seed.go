package quiz

import (
	"crypto/sha256"
	"encoding/binary"
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
