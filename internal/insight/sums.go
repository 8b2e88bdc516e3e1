package insight

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// ErrSums says that bytes are not sums of this version that Sums wrote, or
// that they are too large to add.
var ErrSums = errors.New("these are not sums of the version")

// layout is the first byte of all sums. It changes with what the sums mean,
// so that old ones are refused and counted again.
const layout = 1

// Sums spells a part: the layout, then each number as a varint. A 0 is
// followed by how many more zeros come after it.
func (t *Tally) Sums(p Part) []byte {
	out := []byte{layout}
	if p.index() < 0 {
		return out
	}
	sums := t.of(p, 0, t.shape.size[p])
	for i := 0; i < len(sums); i++ {
		out = binary.AppendUvarint(out, uint64(sums[i])) //nolint:gosec // never negative
		if sums[i] != 0 {
			continue
		}
		more := 0
		for i+1 < len(sums) && sums[i+1] == 0 {
			more++
			i++
		}
		out = binary.AppendUvarint(out, uint64(more))
	}
	return out
}

// AddSums adds what Sums wrote of a tally of the same version, also before the
// program counted whom no role stands out for. It returns ErrSums, and adds
// nothing, for anything else.
func (t *Tally) AddSums(p Part, sums []byte) error {
	if p.index() < 0 {
		return fmt.Errorf("add the part %q: %w", p, ErrSums)
	}
	to := t.part(p)
	fits := func(i int, n int64) bool { return n <= math.MaxInt64-to[i] }
	err := walk(sums, len(to), fits)
	if err != nil && p == Totals {
		to = to[:t.shape.none]
		err = walk(sums, len(to), fits)
	}
	if err != nil {
		return fmt.Errorf("add the part %q: %w", p, err)
	}
	return walk(sums, len(to), func(i int, n int64) bool {
		to[i] += n
		return true
	})
}

// walk calls do with every number that is not 0, and its place. It returns
// ErrSums unless there are size numbers and do takes all.
func walk(sums []byte, size int, do func(i int, n int64) bool) error {
	if len(sums) == 0 || sums[0] != layout {
		return ErrSums
	}
	sums = sums[1:]
	for i := 0; i < size; i++ {
		n, used := binary.Uvarint(sums)
		if used <= 0 || n > math.MaxInt64 {
			return ErrSums
		}
		sums = sums[used:]
		if n > 0 {
			if !do(i, int64(n)) {
				return ErrSums
			}
			continue
		}
		more, used := binary.Uvarint(sums)
		if used <= 0 || more >= uint64(size-i) { //nolint:gosec // size > i
			return ErrSums
		}
		sums = sums[used:]
		i += int(more) //nolint:gosec // less than size
	}
	if len(sums) > 0 {
		return ErrSums
	}
	return nil
}
