package score

import "whichpm/internal/quiz"

// Settled reports whether the short form may stop after that many questions
// asked, skipped ones included: enough were asked, there are answers enough
// for a verdict on every scored dimension that can still be asked about, and
// the unasked questions would hardly turn it.
func (m *Model) Settled(asked int, a quiz.Answers, unasked []int) bool {
	if asked < m.settings.ShortMinAsked {
		return false
	}
	w := m.room()
	answered := m.gather(w, a)
	rest := m.rest(a, unasked)
	for d, scored := range m.scored {
		wanting := w.info[d] == 0 || len(answered) < m.settings.MinAnswers
		if scored && rest[d] > 0 && wanting {
			return false
		}
	}
	m.weigh(w)
	return m.flip(w, rest) <= m.settings.ShortFlipStop
}
