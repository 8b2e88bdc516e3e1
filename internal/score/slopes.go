package score

import "whichpm/internal/quiz"

// Slopes says, by role and dimension, how much the log score of a role rises
// when one of these answers changes by one unit of strength times loading:
// κ · u · a0 / (τ² · I), from steps 1 and 4. It is the same for whatever the
// answers become, as long as the same questions are answered and the same
// dimensions count; 0 where a dimension does not.
func (m *Model) Slopes(a quiz.Answers) [][]float64 {
	w := m.newWorkspace()
	m.gather(w, a)
	m.weigh(w)
	s := m.settings
	for _, u := range w.u {
		for d := range u {
			if w.play[d] {
				u[d] *= s.Discount * s.Discrimination / (s.Noise * s.Noise * w.info[d])
			}
		}
	}
	return w.u
}
