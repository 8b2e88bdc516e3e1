package score

import (
	"math"
	"math/rand/v2"

	"whichpm/internal/quiz"
)

// cut is where an inclination y* on a scale from -1 to 1 turns from a step into
// the next: of five steps at -0.75, -0.25, 0.25 and 0.75.
func cut(step, steps int) float64 { return float64(2*step+1)/float64(steps-1) - 1 }

// choiceSharpness says how firmly a taker chooses the way to act that fits: options
// of a scene are chosen in proportion to e^(choiceSharpness · loading·θ).
const choiceSharpness = 0.6

// reply draws one answer of someone with those traits, by dimension in SDs.
// Statements and pairs ask about the dimension they load on most; scenes ask
// about all of theirs.
func (m *Model) reply(it item, place []float64, rng *rand.Rand) int {
	main, ok := it.main()
	if !ok || !it.scale {
		var p [quiz.MaxOptions]float64
		choose(p[:it.options], it, place)
		return draw(p[:it.options], rng)
	}
	y := main.a*place[main.dimension] + m.settings.Noise*rng.NormFloat64()
	step := 0
	for step < it.options-1 && y > cut(step, it.options) {
		step++
	}
	return main.option(step)
}

// respond fills p with the probability of every reply of someone whose traits
// are only known by mean and variance. Of scenes the mean must do.
func (m *Model) respond(p []float64, it item, mean, variance []float64) {
	main, ok := it.main()
	if !ok || !it.scale {
		choose(p, it, mean)
		return
	}
	d, noise, below := main.dimension, m.settings.Noise, 0.0
	sd := math.Sqrt(noise*noise + main.a*main.a*variance[d])
	for step := range p {
		upTo := 1.0
		if step < len(p)-1 {
			upTo = normal((cut(step, len(p)) - main.a*mean[d]) / sd)
		}
		p[main.option(step)] = upTo - below
		below = upTo
	}
}

// option is the one at a step of a scale, step 0 being the
// negative end of the dimension.
func (l load) option(step int) int {
	if l.y[len(l.y)-1] < l.y[0] {
		return len(l.y) - 1 - step
	}
	return step
}

// choose fills p with the probability of every way to act.
func choose(p []float64, it item, mean []float64) {
	var fit [quiz.MaxOptions]float64
	for option := range p {
		for _, l := range it.loads {
			fit[option] += choiceSharpness * l.largest * l.y[option] * mean[l.dimension]
		}
	}
	softmax(p, fit[:len(p)])
}

// normal is the standard normal distribution function.
func normal(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }
