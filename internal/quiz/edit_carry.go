package quiz

// CarryAnswers follows options to new places: was holds, for each option a
// question is about to have, its place before, or a place it never had.
// Scenarios that chose an option which is not there any more skip the question.
func (v *Version) CarryAnswers(question string, was []int) {
	for _, s := range v.Scenarios {
		old, answered := s.Answers[question]
		if !answered {
			continue
		}
		delete(s.Answers, question)
		for place, before := range was {
			if before == old {
				s.Answers[question] = place
				break
			}
		}
	}
}
