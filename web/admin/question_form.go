package admin

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// questionForm writes a question as its form holds it in a language.
func questionForm(l words.Language, q quiz.Question) adminview.QuestionForm {
	q = q.Blank()
	f := adminview.QuestionForm{Question: q, Strength: adminview.Number(l, q.Strength)}
	for i, o := range q.Options {
		option := adminview.OptionForm{Was: strconv.Itoa(i), Label: o.Label, Loadings: map[string]string{}}
		for d, loading := range o.Loadings {
			option.Loadings[d] = adminview.Number(l, loading)
		}
		f.Options = append(f.Options, option)
	}
	return f
}

// typedQuestion is a question with what its form has instead, in the shape of
// the kind it was shown as, brought into the shape of the kind chosen now.
func typedQuestion(l words.Language, v *quiz.Version, key string, form url.Values) (adminview.QuestionForm, quiz.Problems) {
	kept := adminview.QuestionForm{Question: quiz.Question{Key: key}}
	if i := v.QuestionIndex(key); i >= 0 {
		kept = questionForm(l, v.Questions[i])
	}
	f, at := kept, "questions."+key
	retypeTexts(form, f.Texts())
	retype(form, at+".strength", &f.Strength)
	if form.Has("shape") {
		f.Kind = quiz.Kind(form.Get("shape"))
		f.Options = typedOptions(v, kept, f.Kind, form)
	}
	clash := typedLines(l, v, &f, form)
	if form.Has(at + ".kind") {
		f = reshaped(f, quiz.Kind(form.Get(at+".kind")))
	}
	return f, clash
}

// typedOptions reads the options of a form that was shown as one of a kind.
func typedOptions(v *quiz.Version, kept adminview.QuestionForm, shown quiz.Kind, form url.Values) []adminview.OptionForm {
	var options []adminview.OptionForm
	for i := 0; ; i++ { // too many are refused, not left out
		here := "questions." + kept.Key + ".options." + strconv.Itoa(i)
		if !form.Has(here + ".was") {
			return options
		}
		option := adminview.OptionForm{}
		if was := placeOf(form.Get(here + ".was")); shown == kept.Kind && was >= 0 && was < len(kept.Options) {
			option = kept.Options[was]
		}
		option.Was, option.Loadings = form.Get(here+".was"), maps.Clone(option.Loadings)
		retype(form, here+".label", &option.Label)
		option.Label = shown.Label(i, option.Label)
		for _, d := range v.Dimensions {
			if field := here + ".loadings." + d.Key; form.Has(field) {
				if option.Loadings == nil {
					option.Loadings = map[string]string{}
				}
				option.Loadings[d.Key] = form.Get(field)
			}
		}
		options = append(options, option)
	}
}

// reshaped makes the form one of another kind and keeps what fits: the
// loadings from scale to scale, the two sides of a pair as two ways to act.
func reshaped(f adminview.QuestionForm, to quiz.Kind) adminview.QuestionForm {
	from, was := f.Kind, f.Options
	f.Kind = to
	if from == to || !to.Known() {
		return f
	}
	f.Options = make([]adminview.OptionForm, len(to.Labels()))
	for i, kept := range from.Kept(len(was), to) {
		if to.Scale() {
			f.Options[i].Label = to.Labels()[i]
		}
		if kept != quiz.NoAnswer {
			f.Options[i].Loadings = was[kept].Loadings
		}
	}
	switch {
	case from.Sides() && !to.Scale():
		f.Options[0].Label, f.Options[1].Label = f.Left, f.Right
	case to.Sides() && !from.Scale() && len(was) >= 2:
		f.Left, f.Right = was[0].Label, was[1].Label
	}
	return f
}

// press adds, removes or moves an option, if that is the button used, or says why it
// cannot.
func press(f *adminview.QuestionForm, form url.Values) (pressed bool, problems quiz.Problems) {
	least, most := f.Kind.Options()
	switch {
	case form.Has("add") && len(f.Options) >= most:
		return true, quiz.TooManyOptions(f.Key, most)
	case form.Has("add"):
		f.Options = append(f.Options, adminview.OptionForm{})
	case form.Has("remove") && len(f.Options) <= least:
		return true, quiz.TooFewOptions(f.Key, least)
	case form.Has("remove"):
		i, err := strconv.Atoi(form.Get("remove"))
		if err == nil && i >= 0 && i < len(f.Options) {
			f.Options = slices.Delete(f.Options, i, i+1)
		}
	case form.Has("up"):
		i, err := strconv.Atoi(form.Get("up"))
		if err == nil && f.Kind.Open() && i > 0 && i < len(f.Options) {
			f.Options[i-1], f.Options[i] = f.Options[i], f.Options[i-1]
		}
	case form.Has("another"):
		f.Another = form.Get("another")
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
	kind := f.Kind
	if !kind.Known() {
		return quiz.Refusal(at+".kind", "draft_kind_shown")
	}
	if v.Questions[i].Kind != kind {
		_ = v.SetKind(f.Key, kind) // what it says about the new options is over once they are set below
	} else if kind.Open() {
		v.CarryOptions(f.Key, places(f.Options))
	}
	numbers := numbersOf(url.Values{at + ".strength": {f.Strength}})
	q := v.Questions[i].Clone()
	left, right := q.Left, q.Right
	for t, typed := range f.Texts() {
		q.Texts()[t].Set(typed.String())
	}
	if !kind.Sides() {
		q.Left, q.Right = left, right
	}
	numbers.setFloat(at+".strength", &q.Strength)
	q.Options = nil
	for o, option := range f.Options {
		here := at + ".options." + strconv.Itoa(o)
		q.Options = append(q.Options, quiz.Option{Label: option.Label, Loadings: loadingsOf(v, numbers, here, option)})
	}
	return numbers.explain(v.SetQuestion(q))
}

func loadingsOf(v *quiz.Version, numbers *numbers, at string, option adminview.OptionForm) map[string]float64 {
	loadings := map[string]float64{}
	for _, d := range v.Dimensions {
		if typed := option.Loadings[d.Key]; strings.TrimSpace(typed) != "" {
			field := at + ".loadings." + d.Key
			numbers.form.Set(field, typed)
			loadings[d.Key] = numbers.float(field)
		}
	}
	return loadings
}

// places are where options stood before, -1 for new ones.
func places(options []adminview.OptionForm) []int {
	was := make([]int, len(options))
	for i, o := range options {
		was[i] = placeOf(o.Was)
	}
	return was
}

// placeOf reads a place in a list as kept, from 0; -1 for what was not there.
func placeOf(was string) int {
	place, err := strconv.Atoi(was)
	if err != nil || place < 0 {
		return quiz.NoAnswer
	}
	return place
}
