package insight

import "whichpm/internal/quiz"

// Tally is what some results of a version add up to. It is not safe for use
// by several goroutines at once.
type Tally struct {
	shape   *Shape
	sums    [4][]int64 // by part; nil is all zero
	answers []int8     // of the result that is being added
	place   []int16    // of its questions in the order asked; -1 not asked
}

// New returns an empty tally.
func (s *Shape) New() *Tally { return &Tally{shape: s} }

// Version is the one whose results are counted.
func (s *Shape) Version() *quiz.Version { return s.version }

func (p Part) index() int {
	for i, part := range Parts {
		if p == part {
			return i
		}
	}
	return -1
}

// part returns the sums to add to.
func (t *Tally) part(p Part) []int64 {
	i := p.index()
	if t.sums[i] == nil {
		t.sums[i] = make([]int64, t.shape.size[p])
	}
	return t.sums[i]
}

// of returns some sums to read; what was never added to is all zero.
func (t *Tally) of(p Part, at, n int) []int64 {
	if sums := t.sums[p.index()]; sums != nil {
		return sums[at : at+n]
	}
	return make([]int64, n)
}
