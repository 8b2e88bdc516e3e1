package score

import (
	"math"

	"whichpm/internal/quiz"
)

// item is a question as an observation of traits.
type item struct {
	scale    bool // its options are steps, not ways to act
	retired  bool
	options  int
	loads    []load // by dimension order; none if the answer says nothing
	like     int    // the first question whose answers are foretold alike
	key      int    // 1 or -1: which of two roles agreeing to a statement speaks for; else 0
	expected expected
}

// load is what a question observes of one dimension: an answer is y = a·θ plus
// noise of SD τ, with θ in SDs of the trait.
type load struct {
	dimension int
	largest   float64   // the largest loading of an option, either way
	a         float64   // a0 · strength · largest
	y         []float64 // by option: loading over the largest loading, -1 to 1
	gain      float64   // a/τ²: what y adds to the sum
	info      float64   // a²/τ²: what any answer adds to the information
}

func newItem(v *quiz.Version, q quiz.Question) item {
	it := item{scale: q.Kind.Scale(), retired: q.Retired, options: len(q.Options)}
	for d, dimension := range v.Dimensions {
		largest := 0.0
		for _, o := range q.Options {
			largest = max(largest, math.Abs(o.Loadings[dimension.Key]))
		}
		a := v.Settings.Discrimination * q.Strength * largest
		if a < tiny {
			continue
		}
		noise := v.Settings.Noise * v.Settings.Noise
		l := load{dimension: d, largest: largest, a: a, gain: a / noise, info: a * a / noise}
		for _, o := range q.Options {
			l.y = append(l.y, o.Loadings[dimension.Key]/largest)
		}
		it.loads = append(it.loads, l)
	}
	return it
}

// alike reports whether the answers to two questions are foretold alike, but
// for the order of their steps.
func (it item) alike(other item) bool {
	a, one := it.main()
	b, two := other.main()
	scales := it.scale && other.scale && it.options == other.options
	return one && two && scales && a.dimension == b.dimension && a.a == b.a
}

// key says which of two roles agreeing speaks for, on the dimension the question
// asks about: 1 the first, -1 the second. With more roles there is no such side.
func (m *Model) key(it item, statement bool) int {
	main, ok := it.main()
	if !statement || !ok || len(m.mean) != 2 {
		return 0
	}
	switch agreeing := main.y[len(main.y)-1] * (m.mean[0][main.dimension] - m.mean[1][main.dimension]); {
	case agreeing > tiny:
		return 1
	case agreeing < -tiny:
		return -1
	}
	return 0
}

// counts reports whether the question says something that counts for the
// verdict.
func (m *Model) counts(it item) bool {
	for _, l := range it.loads {
		if m.scored[l.dimension] {
			return !it.retired
		}
	}
	return false
}

// main returns the load on the dimension the question observes best.
func (it item) main() (load, bool) {
	best := load{}
	for _, l := range it.loads {
		if l.a > best.a {
			best = l
		}
	}
	return best, best.a > 0
}
