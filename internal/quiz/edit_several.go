package quiz

import "slices"

// RetireQuestions says of several questions whether they are no longer asked.
func (v *Version) RetireQuestions(keys []string, retired bool) error {
	return v.several(keys, func(key string) error {
		v.Questions[v.QuestionIndex(key)].Retired = retired
		if retired && v.Asked() == 0 {
			return v.lastAsked(key)
		}
		return nil
	})
}

// DeleteQuestions takes several questions out of the draft.
func (v *Version) DeleteQuestions(keys []string) error {
	return v.several(keys, func(key string) error {
		if i := v.QuestionIndex(key); !v.Questions[i].Retired && v.Asked() == 1 || len(v.Questions) == 1 {
			return v.lastAsked(key)
		}
		return v.DeleteQuestion(key)
	})
}

// StrengthenQuestions gives several questions the same strength.
func (v *Version) StrengthenQuestions(keys []string, strength float64) error {
	var p problemList
	if p.within("strength", strength, 0, MostStrength); len(p.Problems) > 0 {
		return p.Problems
	}
	return v.several(keys, func(key string) error {
		v.Questions[v.QuestionIndex(key)].Strength = strength
		return nil
	})
}

// SeveralField is where it is said why something is not done to several questions
// at once.
const SeveralField = "several"

// several does the same to questions. It is done to all of them or refused,
// naming those it cannot be done to.
func (v *Version) several(keys []string, do func(key string) error) error {
	if len(keys) == 0 {
		return Refusal(SeveralField, "draft_several_none")
	}
	var refused Problems
	for i, key := range keys {
		switch {
		case slices.Contains(keys[:i], key):
		case v.QuestionIndex(key) < 0:
			refused = append(refused, NewProblem(SeveralField, "draft_several_gone", "it", Quoted(key)))
		default:
			if problems, ok := do(key).(Problems); ok { //nolint:errorlint // what is done returns no other
				refused = append(refused, problems...)
			}
		}
	}
	if len(refused) > 0 {
		return refused
	}
	return nil
}

func (v *Version) lastAsked(key string) Problems {
	i := v.QuestionIndex(key)
	return Refusal(SeveralField, "draft_several_last", "question", numberedQuestion(i+1), "text", v.Questions[i].Text)
}
