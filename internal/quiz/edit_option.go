package quiz

import (
	"fmt"
	"slices"
)

// MinOptions is how many ways to act a scene has at least.
const MinOptions = 2

// AddOption adds a way to act at the end of a scene.
func (v *Version) AddOption(question string) error {
	q, err := v.scene(question)
	if err != nil {
		return err
	}
	if len(q.Options) >= MaxOptions {
		return Problems{{Field: "questions." + question + ".options", Message: fmt.Sprintf("Remove an option first: a scene has at most %d", MaxOptions)}}
	}
	q.Options = append(q.Options, Option{Label: placeholderOther, Loadings: map[string]float64{}})
	return nil
}

// RemoveOption takes a way to act, counted from 0, out of a scene. Scenarios
// that chose it skip the question, those that chose a later one still do.
func (v *Version) RemoveOption(question string, option int) error {
	q, err := v.scene(question)
	if err != nil {
		return err
	}
	if option < 0 || option >= len(q.Options) {
		return ErrNotFound
	}
	if len(q.Options) <= MinOptions {
		return Problems{{Field: "questions." + question + ".options", Message: fmt.Sprintf("Add an option first: a scene has at least %d", MinOptions)}}
	}
	q.Options = slices.Delete(q.Options, option, option+1)
	v.forgetAnswers(func(key string, chosen int) bool { return key == question && chosen == option })
	for _, s := range v.Scenarios {
		if s.Answers[question] > option {
			s.Answers[question]--
		}
	}
	return nil
}

func (v *Version) scene(question string) (*Question, error) {
	i := v.QuestionIndex(question)
	if i < 0 {
		return nil, ErrNotFound
	}
	q := &v.Questions[i]
	if q.Kind != Choice {
		return nil, Problems{{Field: "questions." + question + ".options", Message: "Make it a scene first: the steps of a scale are fixed"}}
	}
	return q, nil
}
