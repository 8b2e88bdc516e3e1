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
	return o.steady(rest)
}

// steady reports whether the unasked questions would hardly change which role
// comes first, nor, where the version asks for that, what is said of it. Of more
// than two roles the sum over the rivals is looked at first: to draw costs more,
// but knows that which dimensions count can depend on who is ahead.
func (o Outlook) steady(rest future) bool {
	s, most := o.model.settings, 1.0
	if s.ShortHeadlineStop > 0 {
		most = s.ShortHeadlineStop
	}
	if o.flipProbability(rest) > s.ShortFlipStop {
		return false
	}
	if len(o.evidence.p) == 2 && most == 1 {
		return true
	}
	first, headline := o.changes(rest, 0)
	return first <= s.ShortFlipStop && headline <= most
}
