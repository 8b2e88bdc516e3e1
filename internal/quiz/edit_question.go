package quiz

import (
	"slices"
	"strings"
)

// What nobody has written yet is empty. Words stood there before, and stand where
// a quiz from nothing has a role, a dimension and a question from the start: a
// version that still has them must not be published either.
const (
	placeholderTitle     = "Write the title"
	placeholderPrompt    = "Write the new question here"
	placeholderDimension = "Write the name of the dimension"
	placeholderRole      = "Write the name of the role"
	placeholderShort     = "Write a short name"
)

var placeholders = []string{
	placeholderTitle, placeholderPrompt, placeholderDimension, placeholderRole, placeholderShort,
	"Write one end", "Write the other end", "write one side", "write the other side", "Write one way to act", "Write another way to act",
}

// Placeholder reports whether a text is one that stands where nobody has
// written yet, also in other letters or with a full stop.
func Placeholder(text string) bool {
	text = strings.TrimRight(OneLine(text), ".… ")
	return slices.ContainsFunc(placeholders, func(p string) bool { return strings.EqualFold(p, text) })
}

// Unwritten reports whether a text is one that nobody has written yet: nothing, or
// words in its place.
func Unwritten(text string) bool { return OneLine(text) == "" || Placeholder(text) }

// AddQuestion adds a question at a place counted from 1, at the end for 0, and
// returns its key. It says nothing and loads on nothing yet.
func (v *Version) AddQuestion(kind Kind, at int) (string, error) {
	if !kind.Known() {
		return "", Refusal("kind", "draft_kind_new")
	}
	q := v.newQuestion(kind)
	if err := v.insertQuestion(q, at); err != nil {
		return q.Key, err
	}
	v.ShareLabelTexts(q.Key)
	return q.Key, nil
}

func (v *Version) newQuestion(kind Kind) Question {
	return Question{Key: v.newKey(kind.row().word, v.QuestionIndex), Kind: kind, Strength: 1, Options: v.optionsFor(kind)}
}

// CopyQuestion adds a copy right behind a question and returns its key. Its texts
// in other languages are copied too, as ones that nobody has reviewed.
func (v *Version) CopyQuestion(key string) (string, error) {
	i := v.QuestionIndex(key)
	if i < 0 {
		return "", ErrNotFound
	}
	q := v.Questions[i].Clone()
	q.Key = v.newKey("copy", v.QuestionIndex)
	if err := v.insertQuestion(q, i+2); err != nil {
		return q.Key, err
	}
	v.copyTexts("questions."+key, "questions."+q.Key)
	return q.Key, nil
}

func (v *Version) insertQuestion(q Question, at int) error {
	if len(v.Questions) >= MaxQuestions {
		return Refusal("questions", "draft_questions_most", "most", MaxQuestions)
	}
	if at < 1 || at > len(v.Questions) {
		at = len(v.Questions) + 1
	}
	v.Questions = slices.Insert(v.Questions, at-1, q)
	return nil
}

// SetQuestion replaces the question with the same key. The steps of a pair are
// the same everywhere and cannot be set.
func (v *Version) SetQuestion(q Question) error {
	i := v.QuestionIndex(q.Key)
	if i < 0 {
		return ErrNotFound
	}
	was := v.Questions[i]
	q = q.Clone()
	tidyTexts(was.Texts(), q.Texts())
	for _, label := range q.optionTexts() {
		label.tidy(was.optionTexts()...)
	}
	for o := range q.Options {
		option := &q.Options[o]
		option.Label = q.Kind.Label(o, option.Label)
		option.dropZeros()
	}
	v.Questions[i] = q
	v.forgetAnswers(func(question string, option int) bool { return question == q.Key && option >= len(q.Options) })
	var gone Problems
	if q.Kind == was.Kind {
		gone = emptied(was.needed(), q.needed())
	}
	return v.problemsAt("questions."+q.Key, gone...)
}

// dropZeros keeps one way to say that an option tells nothing.
func (o *Option) dropZeros() {
	kept := map[string]float64{}
	for d, loading := range o.Loadings {
		if loading != 0 {
			kept[d] = loading
		}
	}
	o.Loadings = kept
}

// SetKind makes a question one of another kind. Its options become those of a
// new question, and scenarios forget what they answered to it.
func (v *Version) SetKind(key string, kind Kind) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	q := &v.Questions[i]
	if q.Kind == kind {
		return nil
	}
	q.Kind, q.Options = kind, v.optionsFor(kind)
	q.Left, q.Right = "", ""
	v.forgetAnswers(func(question string, _ int) bool { return question == key })
	return v.problemsAt("questions." + key)
}

// RetireQuestion says whether a question is no longer asked. It keeps its
// place, and can be taken back.
func (v *Version) RetireQuestion(key string, retired bool) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	v.Questions[i].Retired = retired
	return v.problemsAt("questions")
}

// DeleteQuestion takes a question out of the draft, also one that earlier
// versions asked: they keep it. Its key is not given to another question.
func (v *Version) DeleteQuestion(key string) error {
	i := v.QuestionIndex(key)
	if i < 0 {
		return ErrNotFound
	}
	if len(v.Questions) == 1 {
		return Refusal("questions", "draft_questions_least")
	}
	v.Questions = slices.Delete(v.Questions, i, i+1)
	v.forgetAnswers(func(question string, _ int) bool { return question == key })
	return v.problemsAt("questions")
}
