package insight

import (
	"math"

	"whichpm/internal/quiz"
)

// question is what is counted about one, and where.
type question struct {
	kind      quiz.Kind
	retired   bool
	options   int
	main      int         // dimension with the largest loading, the first of equals; -1 if there is none
	y         [][]float64 // dimension × option: loading over the largest; nil where it says nothing
	composite []int64     // by option: y in thousandths towards the first role, plus 1000; nil if it does not count

	asked, byHeadline, early, shown, byLean int // in Items
	reported                                int // in Outcomes
}

func newQuestion(v *quiz.Version, index int) question {
	q := v.Questions[index]
	it := question{kind: q.Kind, retired: q.Retired, options: len(q.Options), main: -1}
	it.y = make([][]float64, len(v.Dimensions))
	if q.Retired {
		return it
	}
	best := 0.0
	for d, dimension := range v.Dimensions {
		largest := 0.0
		for _, o := range q.Options {
			largest = max(largest, math.Abs(o.Loadings[dimension.Key]))
		}
		if largest == 0 {
			continue
		}
		for _, o := range q.Options {
			it.y[d] = append(it.y[d], o.Loadings[dimension.Key]/largest)
		}
		if largest > best {
			it.main, best = d, largest
		}
	}
	it.composite = towards(v, q, it)
	return it
}

// whole is the y of 1 in the composite, which is added up in whole numbers.
const whole = 1000

// towards keys the answers towards the first role, away from the second. Nil
// if the main dimension is not scored or tells the two no apart.
func towards(v *quiz.Version, q quiz.Question, it question) []int64 {
	if it.main < 0 || len(v.Roles) < 2 || q.Strength == 0 {
		return nil
	}
	d := v.Dimensions[it.main].Key
	between := v.Roles[0].Profile[d].Mean - v.Roles[1].Profile[d].Mean
	if !v.Scored(d) || between == 0 {
		return nil
	}
	var x []int64
	for _, y := range it.y[it.main] {
		x = append(x, whole+int64(math.Round(whole*math.Copysign(1, between)*y)))
	}
	return x
}

// mainY is by option the answer on the main dimension, nil if there is none.
func (it question) mainY() []float64 {
	if it.main < 0 {
		return nil
	}
	return it.y[it.main]
}
