package quiz

import "slices"

// AddOption adds a way to act at the end of a scene.
func (v *Version) AddOption(question string) error {
	q, err := v.scene(question)
	if err != nil {
		return err
	}
	if _, most := q.Kind.Options(); len(q.Options) >= most {
		return TooManyOptions(question, most)
	}
	q.Options = append(q.Options, Option{Loadings: map[string]float64{}})
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
	if least, _ := q.Kind.Options(); len(q.Options) <= least {
		return TooFewOptions(question, least)
	}
	q.Options = slices.Delete(q.Options, option, option+1)
	var was []int
	for place := range len(q.Options) + 1 {
		if place != option {
			was = append(was, place)
		}
	}
	v.CarryOptions(question, was)
	return nil
}

// TooManyOptions says why a scene gets no further option.
func TooManyOptions(question string, most int) Problems {
	return Refusal("questions."+question+".options", "draft_options_most", "most", most)
}

// TooFewOptions says why a scene loses no option.
func TooFewOptions(question string, least int) Problems {
	return Refusal("questions."+question+".options", "draft_options_least", "least", least)
}

func (v *Version) scene(question string) (*Question, error) {
	i := v.QuestionIndex(question)
	if i < 0 {
		return nil, ErrNotFound
	}
	q := &v.Questions[i]
	if !q.Kind.Open() {
		return nil, Refusal("questions."+question+".options", "draft_options_fixed")
	}
	return q, nil
}
