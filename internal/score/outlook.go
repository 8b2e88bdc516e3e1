package score

import "whichpm/internal/quiz"

// Outlook is what the answers so far say of what to ask next. It is for one
// goroutine.
type Outlook struct {
	model    *Model
	answers  quiz.Answers
	answered int
	evidence *workspace
	belief   belief
}

// Outlook looks ahead from the answers, which must not change meanwhile.
func (m *Model) Outlook(a quiz.Answers) Outlook {
	w := m.newWorkspace()
	answered := m.gather(w, a)
	m.weigh(w)
	return Outlook{model: m, answers: a, answered: len(answered), evidence: w, belief: m.believe(w)}
}

// open reports whether a question may still be asked.
func (o Outlook) open(question int) bool {
	return !o.model.items[question].retired && o.answers[question] == quiz.NoAnswer
}

// Settled reports whether the short form may stop after that many questions
// asked, skipped ones included: enough were asked, there are answers enough
// for a verdict on every scored dimension that can still be asked about, and
// the unasked questions would hardly turn it.
func (o Outlook) Settled(asked int, unasked []int) bool {
	m := o.model
	if asked < m.settings.ShortMinAsked {
		return false
	}
	rest := o.future(unasked)
	for d, scored := range m.scored {
		wanting := o.evidence.info[d] == 0 || o.answered < m.settings.MinAnswers
		if scored && rest.info[d] > 0 && wanting {
			return false
		}
	}
	return o.flipProbability(rest) <= m.settings.ShortFlipStop
}
