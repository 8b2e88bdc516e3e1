package score

import (
	"math"
	"testing"

	"whichpm/internal/quiz"
)

// FuzzScore reads a byte a question. Whatever the answers, the result is
// proper.
func FuzzScore(f *testing.F) {
	models := map[*quiz.Version]*Model{}
	for _, v := range everyVersion() {
		models[v] = New(v)
	}
	f.Add([]byte{})
	f.Add([]byte{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5})
	f.Add([]byte{1, 0, 2, 0, 3, 0, 4, 0, 5})
	f.Fuzz(func(t *testing.T, letters []byte) {
		for v, m := range models {
			a := v.NoAnswers()
			var unasked []int
			for q, question := range v.Questions {
				if q < len(letters) {
					a[q] = int(letters[q])%(len(question.Options)+1) - 1
				} else {
					unasked = append(unasked, q)
				}
			}
			checkSums(t, m.Score(a))
			if p := flipping(m, a, unasked); math.IsNaN(p) || p < 0 || p > 1 {
				t.Errorf("the chance of a flip is %f", p)
			}
			if _, ok := m.Outlook(a).Next(Way{Unasked: unasked}); ok != (len(unasked) > 0) {
				t.Errorf("there is a next question: %t, of %d", ok, len(unasked))
			}
		}
	})
}
