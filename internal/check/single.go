package check

import "math"

// singleAnswer holds that, everything being answered, no change of one answer
// carries a taker from an even chance to a clear verdict. The shift does not
// depend on the other answers, so one set of them is enough.
func singleAnswer(s *subject) outcome {
	most, limit := 0.0, s.Settings.ClearLead(len(s.Roles))
	slopes := s.slopes(s.middle())
	var o outcome
	for _, q := range s.live {
		swing, one, other := s.swing(slopes, q)
		most = max(most, swing)
		if swing > 0 && swing >= limit {
			o.error("questions."+s.Questions[q].Key+".strength",
				say("alone",
					"role", s.Roles[one].Name, "other", s.Roles[other].Name, "swing", digits(2, swing), "limit", digits(2, limit)),
				say("alone_fix"))
			o.about(s.Roles[one])
		}
	}
	o.value = of(digits(2, most), digits(2, limit))
	return o
}

// swing is the most that another answer to a question moves the log-odds of a
// role against every other one, and the role and the other that it gains least
// on.
func (s *subject) swing(slopes [][]float64, q int) (most float64, role, other int) {
	logs := s.told(slopes, q)
	for i := range s.Roles {
		for from := range logs {
			for to := range logs {
				if lead, rival := leastGain(logs[from], logs[to], i); lead > most {
					most, role, other = lead, i, rival
				}
			}
		}
	}
	return most, role, other
}

// told is, by option of a question and by role, what the option adds to the log
// score.
func (s *subject) told(slopes [][]float64, q int) [][]float64 {
	logs := make([][]float64, len(s.loads[q]))
	for option, loads := range s.loads[q] {
		logs[option] = make([]float64, len(s.Roles))
		for role := range logs[option] {
			for _, l := range loads {
				logs[option][role] += s.Questions[q].Strength * l.x * slopes[role][l.dimension]
			}
		}
	}
	return logs
}

// leastGain is what a role gains on each other one at least, and on which.
func leastGain(from, to []float64, role int) (least float64, other int) {
	least = math.Inf(1)
	for j := range to {
		if gain := to[role] - to[j] - (from[role] - from[j]); j != role && gain < least {
			least, other = gain, j
		}
	}
	return least, other
}
