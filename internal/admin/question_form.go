package admin

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// questionForm writes a question as its form holds it.
func questionForm(q quiz.Question) adminview.QuestionForm {
	f := adminview.QuestionForm{
		Key: q.Key, Kind: string(q.Kind), Prompt: q.Prompt, Left: q.Left, Right: q.Right,
		Source: q.Source, Strength: writeNumber(q.Strength),
	}
	for i, o := range q.Options {
		option := adminview.OptionForm{Was: strconv.Itoa(i), Label: o.Label, Loadings: map[string]string{}}
		for d, loading := range o.Loadings {
			option.Loadings[d] = writeNumber(loading)
		}
		f.Options = append(f.Options, option)
	}
	return f
}

func writeNumber(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// typedQuestion reads the form of a question, in the shape of the kind it was
// shown as, and brings it into the shape of the kind chosen now.
func typedQuestion(v *quiz.Version, key string, form url.Values) adminview.QuestionForm {
	at := "questions." + key + "."
	shown := form.Get("shape")
	f := adminview.QuestionForm{
		Key: key, Kind: shown, Prompt: form.Get(at + "text"), Left: form.Get(at + "left"), Right: form.Get(at + "right"),
		Source: form.Get(at + "source"), Strength: form.Get(at + "strength"),
	}
	for i := 0; ; i++ { // too many are refused, not left out
		here := at + "options." + strconv.Itoa(i) + "."
		if !form.Has(here + "was") {
			break
		}
		option := adminview.OptionForm{Was: form.Get(here + "was"), Label: form.Get(here + "label"), Loadings: map[string]string{}}
		if shown == string(quiz.Pair) && i < len(quiz.PairSteps) {
			option.Label = quiz.PairSteps[i]
		}
		for _, d := range v.Dimensions {
			option.Loadings[d.Key] = form.Get(here + "loadings." + d.Key)
		}
		f.Options = append(f.Options, option)
	}
	return reshaped(f, form.Get(at+"kind"))
}

// reshaped makes the form one of another kind and keeps what fits: the
// loadings from scale to scale, the two sides of a pair as two ways to act.
func reshaped(f adminview.QuestionForm, kind string) adminview.QuestionForm {
	from := quiz.Kind(f.Kind)
	f.Kind = kind
	options := slices.Clone(f.Options)
	switch to := quiz.Kind(kind); {
	case from == to:
		return f
	case to == quiz.Choice && from == quiz.Pair && len(options) == len(quiz.PairSteps):
		f.Options = []adminview.OptionForm{
			{Label: f.Left, Loadings: options[0].Loadings}, {Label: f.Right, Loadings: options[len(options)-1].Loadings},
		}
	case to == quiz.Choice:
		f.Options = []adminview.OptionForm{{}, {}}
	case to == quiz.Agree, to == quiz.Pair:
		scale := from == quiz.Agree || from == quiz.Pair
		f.Options = make([]adminview.OptionForm, len(quiz.AgreeSteps))
		for i := range f.Options {
			f.Options[i].Label = quiz.AgreeSteps[i]
			if scale && i < len(options) {
				f.Options[i].Loadings = options[i].Loadings
			}
		}
		if to == quiz.Pair && from == quiz.Choice && len(options) >= 2 {
			f.Left, f.Right = options[0].Label, options[1].Label
		}
	}
	return f
}

// press adds or removes an option, if that is the button used, or says why it
// cannot.
func press(f *adminview.QuestionForm, form url.Values) (pressed bool, problems quiz.Problems) {
	switch {
	case form.Has("add") && len(f.Options) >= quiz.MaxOptions:
		return true, quiz.TooManyOptions(f.Key)
	case form.Has("add"):
		f.Options = append(f.Options, adminview.OptionForm{})
	case form.Has("remove") && len(f.Options) <= quiz.MinOptions:
		return true, quiz.TooFewOptions(f.Key)
	case form.Has("remove"):
		i, err := strconv.Atoi(form.Get("remove"))
		if err == nil && i >= 0 && i < len(f.Options) {
			f.Options = slices.Delete(f.Options, i, i+1)
		}
	default:
		return form.Has("preview"), nil
	}
	return true, nil
}

// applyQuestion puts what was typed into the version.
func applyQuestion(v *quiz.Version, f adminview.QuestionForm) error {
	i := v.QuestionIndex(f.Key)
	if i < 0 {
		return quiz.ErrNotFound
	}
	at := "questions." + f.Key
	kind := quiz.Kind(f.Kind)
	if kind != quiz.Agree && kind != quiz.Pair && kind != quiz.Choice {
		return quiz.Problems{{Field: at + ".kind", Message: "Choose one of the kinds shown", Code: "draft_kind_shown"}}
	}
	if v.Questions[i].Kind != kind {
		_ = v.SetKind(f.Key, kind) // what it says about the new options is over once they are set below
	} else if kind == quiz.Choice {
		v.CarryAnswers(f.Key, places(f.Options))
	}
	numbers := numbersOf(url.Values{at + ".strength": {f.Strength}})
	q := v.Questions[i]
	q.Prompt, q.Left, q.Right, q.Source = f.Prompt, "", "", f.Source
	if kind == quiz.Pair {
		q.Left, q.Right = f.Left, f.Right
	}
	q.Strength = numbers.real(at + ".strength")
	q.Options = nil
	for o, option := range f.Options {
		loadings := map[string]float64{}
		for _, d := range v.Dimensions {
			if typed := option.Loadings[d.Key]; strings.TrimSpace(typed) != "" {
				field := at + ".options." + strconv.Itoa(o) + ".loadings." + d.Key
				numbers.form.Set(field, typed)
				loadings[d.Key] = numbers.real(field)
			}
		}
		q.Options = append(q.Options, quiz.Option{Label: option.Label, Loadings: loadings})
	}
	return numbers.explain(v.SetQuestion(q))
}

// places are where options stood before, -1 for new ones.
func places(options []adminview.OptionForm) []int {
	was := make([]int, len(options))
	for i, o := range options {
		place, err := strconv.Atoi(o.Was)
		if err != nil {
			place = quiz.NoAnswer
		}
		was[i] = place
	}
	return was
}
