package quiz

import "slices"

// These edits change what stands where, and not what anything means: what
// answers count for, the answers of scenarios and translations go along.

// TurnSides puts the right side of a pair on the left. Whoever leaned to a side
// still does.
func (v *Version) TurnSides(key string) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	q := &v.Questions[i]
	if !q.Kind.Sides() {
		return Refusal("questions."+key, "draft_turn")
	}
	q.Left, q.Right = q.Right, q.Left
	q.mirrorLoadings()
	v.mirrorAnswers(key, len(q.Options))
	v.swapTexts("questions."+key+".left", "questions."+key+".right")
	return v.problemsAt("questions." + key)
}

// MoveOption puts a way to act, counted from 0, to another place in its scene.
func (v *Version) MoveOption(key string, option, to int) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	q := &v.Questions[i]
	if q.Kind.Scale() {
		return Refusal("questions."+key, "draft_move_option")
	}
	if option < 0 || option >= len(q.Options) || to < 0 || to >= len(q.Options) {
		return ErrNotFound
	}
	was := make([]int, len(q.Options))
	for place := range was {
		was[place] = place
	}
	was = slices.Insert(slices.Delete(was, option, option+1), to, option)
	options := slices.Clone(q.Options)
	for place, before := range was {
		q.Options[place] = options[before]
	}
	v.CarryOptions(key, was)
	return v.problemsAt("questions." + key)
}

// Mirror has agreeing to a statement speak for the end that disagreeing spoke
// for. In other words it says the opposite, so that whoever agreed in a scenario
// now disagrees. In the same words it was keyed the wrong way round, and what a
// scenario answered stays answered.
func (v *Version) Mirror(key, text string) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	q := v.Questions[i].Clone()
	if !q.Kind.Statement() {
		return Refusal("questions."+key, "draft_mirror")
	}
	q.mirrorLoadings()
	if q.Text != text {
		v.mirrorAnswers(key, len(q.Options))
		q.Text = text
	}
	return v.SetQuestion(q)
}

// SetStrength says how much a question counts.
func (v *Version) SetStrength(key string, strength float64) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	v.Questions[i].Strength = strength
	return v.problemsAt("questions." + key)
}

// mirrorLoadings has each step count for what the one at the other end did.
func (q *Question) mirrorLoadings() {
	last := len(q.Options) - 1
	options := slices.Clone(q.Options)
	for place := range options {
		options[place].Loadings = q.Options[last-place].Loadings
	}
	q.Options = options
}

func (v *Version) mirrorAnswers(question string, options int) {
	for _, s := range v.Scenarios {
		if answer, answered := s.Answers[question]; answered {
			s.Answers[question] = options - 1 - answer
		}
	}
}

// swapTexts has two texts that changed places keep their translations.
func (v *Version) swapTexts(one, other string) {
	for _, texts := range v.Translations {
		a, hasA := texts[one]
		b, hasB := texts[other]
		delete(texts, one)
		delete(texts, other)
		if hasA {
			texts[other] = a
		}
		if hasB {
			texts[one] = b
		}
	}
}
