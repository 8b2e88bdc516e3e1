package check

// hopeless reports whether some other role stays well ahead even if each answer
// is the best against that one alone.
func (s *subject) hopeless(role int) bool {
	const well = 1.0 // log-odds, because other dimensions may count elsewhere
	a := s.near(role)
	slopes, logs := s.slopes(a), logsOf(s.score(s.model, a).Posterior)
	for rival := range s.Roles {
		lead := logs[role] - logs[rival]
		for _, q := range s.live {
			lead += s.mostGain(slopes, q, a[q], role, rival)
		}
		if rival != role && lead < -well {
			return true
		}
	}
	return false
}

// mostGain is the most a role gains on another one by another answer.
func (s *subject) mostGain(slopes [][]float64, q, from, role, rival int) float64 {
	says := func(option int) float64 {
		sum := 0.0
		for _, l := range s.loads[q][option] {
			sum += s.Questions[q].Strength * l.x * (slopes[role][l.dimension] - slopes[rival][l.dimension])
		}
		return sum
	}
	most := 0.0
	for option := range s.loads[q] {
		most = max(most, says(option)-says(from))
	}
	return most
}
