package insight

import (
	"math"
	"testing"
)

// The expected numbers come from plain gradient ascent, written apart from
// this code, until the gradient was under 1e-13; the error from differences
// of the gradient.
func TestTheDiscountAndThePriorsAreTheMostProbableOnes(t *testing.T) {
	two := []label{}
	for _, x := range []struct {
		role     int
		evidence float64
	}{
		{0, -1.2}, {0, -.4}, {0, .3}, {0, -2.1}, {1, .9}, {1, 1.7}, {1, -.6}, {1, .2}, {1, 2.4}, {0, -.1}, {1, 1.1}, {1, .5},
	} {
		two = append(two, label{x.role, []float64{0, x.evidence}})
	}
	three := []label{
		{0, []float64{0, .4, -1}},
		{0, []float64{0, -1.1, .2}},
		{0, []float64{0, -.3, -.8}},
		{1, []float64{0, 1.2, .1}},
		{1, []float64{0, .8, .9}},
		{1, []float64{0, -.2, -.4}},
		{1, []float64{0, 1.9, -.7}},
		{2, []float64{0, .3, 1.4}},
		{2, []float64{0, -.6, .8}},
		{1, []float64{0, .5, .6}},
		{1, []float64{0, .1, -.2}},
	}
	for _, c := range []struct {
		name       string
		priors     []float64
		labels     []label
		slope, se  float64
		intercepts []float64
	}{
		{"two roles", []float64{.5, .5}, two, 0.8589061450637706, 0.2328001390926615, []float64{0, 0.027798504281871594}},
		{"two roles of which one is more common", []float64{.3, .7}, two, 0.8563037322117419, 0.23414939035840118, []float64{0, -0.0793587164302793}},
		{"three roles", []float64{.5, .3, .2}, three, 0.927019754469832, 0.2334653394857219, []float64{0, 0.11440546229446737, -0.01620017666269198}},
		{"nobody", []float64{.5, .5}, nil, .75, .25, []float64{0, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			logs := make([]float64, len(c.priors))
			for i, p := range c.priors {
				logs[i] = math.Log(p)
			}
			got := fitLogistic(logs, c.labels)
			near(t, "slope", got.slope, c.slope, 1e-9)
			near(t, "error of the slope", got.slopeSE, c.se, 1e-6)
			for r, want := range c.intercepts {
				near(t, "intercept", got.intercepts[r], want, 1e-9)
			}
		})
	}
}

func TestEvidenceThatDecidesAllDoesNotBreakTheFit(t *testing.T) {
	var labels []label
	for i := range 200 {
		labels = append(labels, label{i % 2, []float64{0, float64(1400*(i%2) - 700)}})
	}
	got := fitLogistic([]float64{math.Log(.999), math.Log(.001)}, labels)
	if !(got.slope > 0 && got.slope < 2) || math.IsNaN(got.slopeSE) {
		t.Errorf("the slope is %v ± %v", got.slope, got.slopeSE)
	}
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}
