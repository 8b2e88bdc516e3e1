package quiz

import (
	"math"
	"slices"
)

// Sentence says of a question what an answer to it says about a person: that
// agreeing, the first side of a pair or one way to act in a scene speaks for an
// end of a dimension.
type Sentence struct {
	Option    int // of a scene, from 0; -1 of a scale
	Dimension string
	Size      float64 // of the loading: above 0 for the positive end
}

// How far an answer speaks for an end where words say it. All questions the
// program comes with use these two.
const (
	Slightly = 0.5
	Clearly  = 1.0
)

// evenly is how far a loading may be from the line its steps rise in, as numbers are
// typed with two digits.
const evenly = 0.005

const fourDigits = 1e4

// Sentences are what a question says in words, in an order of dimensions, and
// whether they say all of it: of a scale only loadings that rise in even steps from
// one end to the other.
func (q Question) Sentences(order []Dimension) (said []Sentence, all bool) {
	for _, d := range order {
		if !q.Loads(d.Key) {
			continue
		}
		if !q.Kind.Scale() {
			for i, o := range q.Options {
				if x := o.Loadings[d.Key]; x != 0 {
					said = append(said, Sentence{i, d.Key, x})
				}
			}
			continue
		}
		size := q.Options[q.loudest()].Loadings[d.Key]
		for i, o := range q.Options {
			if math.Abs(o.Loadings[d.Key]-size*q.rise(i)) > evenly {
				return nil, false
			}
		}
		said = append(said, Sentence{-1, d.Key, size})
	}
	slices.SortStableFunc(said, func(a, b Sentence) int { return a.Option - b.Option })
	return said, true
}

// Say gives a question the loadings that sentences say, and no others.
func (q *Question) Say(sentences []Sentence) {
	for i := range q.Options {
		q.Options[i].Loadings = map[string]float64{}
		for _, s := range sentences {
			switch {
			case q.Kind.Scale():
				q.Options[i].Loadings[s.Dimension] = math.Round(s.Size*q.rise(i)*fourDigits) / fourDigits
			case s.Option == i:
				q.Options[i].Loadings[s.Dimension] = s.Size
			}
		}
		q.Options[i].dropZeros()
	}
}

// loudest is the step that sentences are about: agreeing fully, or the first side
// of a pair.
func (q Question) loudest() int {
	if q.Kind.Sides() {
		return 0
	}
	return len(q.Options) - 1
}

// rise is how far a step speaks for what the loudest speaks for: from -1 to 1.
func (q Question) rise(step int) float64 {
	last := max(len(q.Options)-1, 1)
	x := float64(2*step-last) / float64(last)
	if q.Kind.Sides() {
		return -x
	}
	return x
}
