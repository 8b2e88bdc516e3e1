package score

import (
	"math"
	"slices"
	"testing"

	"whichpm/internal/content"
)

func TestSlopesForetellWhatAnotherAnswerWouldGive(t *testing.T) {
	v := content.First()
	m := New(v)
	a := v.NoAnswers()
	for q, question := range v.Questions {
		a[q] = len(question.Options) / 2
	}
	before, slopes := m.Score(a).Posterior, m.Slopes(a)
	for q, question := range v.Questions {
		b := slices.Clone(a)
		b[q] = 0
		told := math.Log(before[0] / before[1])
		for d, dimension := range v.Dimensions {
			change := question.Options[0].Loadings[dimension.Key] - question.Options[a[q]].Loadings[dimension.Key]
			told += question.Strength * change * (slopes[0][d] - slopes[1][d])
		}
		after := m.Score(b).Posterior
		if got := math.Log(after[0] / after[1]); math.Abs(got-told) > 1e-12 {
			t.Errorf("the first answer to %s gives log-odds %f, told %f", question.Key, got, told)
		}
	}
}
