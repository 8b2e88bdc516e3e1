package insight

import "math"

// relation says how the questions of a dimension go together. Two questions
// are compared over everybody who answered both; their correlation then meets
// the spread of each among all who answered it.
type relation struct {
	questions []int // indexes in the version
	variance  []float64
	r         [][]float64 // correlations, 1 on the diagonal
	n         [][]int64   // people who answered both
}

func (t *Tally) relation(d int) relation {
	rel := relation{}
	for q, it := range t.shape.questions {
		if it.y[d] != nil {
			rel.questions = append(rel.questions, q)
			rel.variance = append(rel.variance, describe(t.options(q), it.y[d]).variance)
		}
	}
	k := len(rel.questions)
	rel.r, rel.n = make([][]float64, k), make([][]int64, k)
	for i := range k {
		rel.r[i], rel.n[i] = make([]float64, k), make([]int64, k)
		rel.r[i][i] = 1
		for j := range i {
			r, n := t.correlation(d, rel.questions[j], rel.questions[i])
			rel.r[i][j], rel.r[j][i], rel.n[i][j], rel.n[j][i] = r, r, n, n
		}
	}
	return rel
}

// correlation of the answers to two questions, the smaller index first, on a
// dimension, and how many people answered both. It is 0 where one of them got
// the same answer from all.
func (t *Tally) correlation(d, i, j int) (float64, int64) {
	p := t.shape.pairs[t.shape.pairAt[[2]int{i, j}]]
	x, y := t.shape.questions[i].y[d], t.shape.questions[j].y[d]
	joint := t.of(Pairs, p.at, len(x)*len(y))
	first, second := make([]int64, len(x)), make([]int64, len(y))
	for cell, n := range joint {
		first[cell/len(y)] += n
		second[cell%len(y)] += n
	}
	a, b := describe(first, x), describe(second, y)
	n := sum(first)
	if n < 2 || a.variance == 0 || b.variance == 0 {
		return 0, n
	}
	product := 0.0
	for cell, n := range joint {
		product += float64(n) * (x[cell/len(y)] - a.mean) * (y[cell%len(y)] - b.mean)
	}
	return product / (a.n - 1) / math.Sqrt(a.variance*b.variance), n
}

func (rel relation) covariance(i, j int) float64 {
	return rel.r[i][j] * math.Sqrt(rel.variance[i]*rel.variance[j])
}

// fewest is how many people answered the rarest pair of questions, 0 if there
// is none or one of them was not answered by two.
func (rel relation) fewest() int64 {
	fewest := int64(math.MaxInt64)
	for i := range rel.questions {
		for j := range i {
			fewest = min(fewest, rel.n[i][j])
		}
	}
	if len(rel.questions) < 2 || fewest < 2 {
		return 0
	}
	return fewest
}

// rest is the correlation of a question with the sum of the others, and the
// fewest people who answered a pair of them; 0 and 0 if not known.
func (rel relation) rest(question int) (float64, int64) {
	together, rest, at := 0.0, 0.0, -1
	for i, q := range rel.questions {
		if q == question {
			at = i
		}
	}
	for i := range rel.questions {
		if i == at {
			continue
		}
		together += rel.covariance(at, i)
		for j := range rel.questions {
			if j != at {
				rest += rel.covariance(i, j)
			}
		}
	}
	n := rel.fewest()
	if n == 0 || !(rest > 0) || rel.variance[at] == 0 {
		return 0, 0
	}
	return together / math.Sqrt(rel.variance[at]*rest), n
}
