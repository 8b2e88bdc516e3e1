package score

import (
	"cmp"
	"math"
	"slices"
)

// Reason is a dimension that moved the verdict and the answer that did most of
// it.
type Reason struct {
	Dimension    int
	Question     int
	Points       int     // of the dimension; of the answer if Single
	Contribution float64 // the same in log-odds, positive towards Top
	Single       bool    // only this answer pulled that way, not its dimension
}

const (
	worthSaying = 0.08 // log-odds under which a dimension is no reason
	mostFor     = 3
	mostAgainst = 2
)

// Reasons returns what speaks for Top and what speaks against it, strongest
// first (docs/scoring.md, "Explanations"). Where no whole dimension pulled one
// way, single answers that did are named; a side is empty only if no answer
// pulled that way.
func (r Result) Reasons() (pro, con []Reason) {
	return r.reasons(1, mostFor), r.reasons(-1, mostAgainst)
}

// reasons lists what pulled towards Top (way 1) or away from it (way -1).
func (r Result) reasons(way float64, most int) []Reason {
	points := r.DimensionPoints()
	var out []Reason
	for d, dimension := range r.Dimensions {
		if way*dimension.Contribution >= worthSaying {
			out = append(out, Reason{
				Dimension: d, Question: r.strongest(d, way),
				Points: points[d], Contribution: dimension.Contribution,
			})
		}
	}
	if len(out) == 0 {
		out = r.singleAnswers(way)
	}
	slices.SortStableFunc(out, func(a, b Reason) int {
		return cmp.Compare(math.Abs(b.Contribution), math.Abs(a.Contribution))
	})
	return out[:min(len(out), most)]
}

// strongest returns the question whose answer pulled the dimension furthest
// that way.
func (r Result) strongest(dimension int, way float64) int {
	question, most := -1, math.Inf(-1)
	for _, p := range r.Parts {
		if p.Dimension == dimension && way*p.Contribution > most {
			question, most = p.Question, way*p.Contribution
		}
	}
	return question
}

func (r Result) singleAnswers(way float64) []Reason {
	points := points(r.Contributions)
	var out []Reason
	for _, q := range r.counted {
		if c := r.Contributions[q]; way*c > tiny {
			out = append(out, Reason{
				Dimension: r.furthest(q, way), Question: q,
				Points: points[q], Contribution: c, Single: true,
			})
		}
	}
	return out
}

// furthest returns the dimension through which an answer pulled most that way.
func (r Result) furthest(question int, way float64) int {
	dimension, most := -1, math.Inf(-1)
	for _, p := range r.Parts {
		if p.Question == question && way*p.Contribution > most {
			dimension, most = p.Dimension, way*p.Contribution
		}
	}
	return dimension
}
