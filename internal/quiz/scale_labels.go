package quiz

import (
	"fmt"
	"slices"
	"strings"
)

// The labels of a scale are kept with each statement, so that every version reads
// and hashes as it always did. They are set once: most statements of a kind have
// the same, and what is said of those is said of all that have them.

// ScaleField is the place of a label of a scale: "scales.agree5.0".
func ScaleField(kind Kind, step int) string { return fmt.Sprintf("scales.%s.%d", kind, step) }

// StatementKinds are the kinds of statements that the version has.
func (v *Version) StatementKinds() []Kind {
	return slices.DeleteFunc(Kinds(), func(k Kind) bool {
		return !k.Statement() || !slices.ContainsFunc(v.Questions, func(q Question) bool { return q.Kind == k })
	})
}

// ScaleLabels are the labels that most statements of a kind have, the earlier of
// those that are as many, and how many have them.
func (v *Version) ScaleLabels(kind Kind) (labels []string, statements int) {
	counts := map[string]int{}
	for _, q := range v.Questions {
		if q.Kind == kind {
			counts[strings.Join(q.labels(), "\n")]++
		}
	}
	for _, q := range v.Questions {
		if n := counts[strings.Join(q.labels(), "\n")]; q.Kind == kind && n > statements {
			labels, statements = q.labels(), n
		}
	}
	return labels, statements
}

// OwnLabels reports whether the steps of a statement are called otherwise than
// those of the other statements of its kind.
func (v *Version) OwnLabels(q Question) bool {
	labels, _ := v.ScaleLabels(q.Kind)
	return !slices.Equal(labels, q.labels())
}

// SetScaleLabels names the steps of all statements of a kind that have the labels
// of the scale.
func (v *Version) SetScaleLabels(kind Kind, labels []string) error {
	was, _ := v.ScaleLabels(kind)
	if !kind.Statement() || len(labels) != len(was) {
		return ErrNotFound
	}
	var p problemList
	tidy := make([]string, len(labels))
	for i, label := range labels {
		tidy[i] = OneLine(label)
		p.some(ScaleField(kind, i), tidy[i])
		p.text(optionTexts.rows[0].Text, ScaleField(kind, i), tidy[i])
	}
	for n := range v.Questions {
		if q := &v.Questions[n]; q.Kind == kind && slices.Equal(q.labels(), was) {
			for i := range q.Options {
				q.Options[i].Label = tidy[i]
			}
		}
	}
	if len(p.Problems) == 0 {
		return nil
	}
	return p.Problems
}

func (q Question) labels() []string {
	labels := make([]string, len(q.Options))
	for i, o := range q.Options {
		labels[i] = o.Label
	}
	return labels
}

// optionsFor are the options of a new question: a statement's steps are called as
// those of the others.
func (v *Version) optionsFor(kind Kind) []Option {
	options := kind.newOptions()
	if labels, n := v.ScaleLabels(kind); kind.Statement() && n > 0 && len(labels) == len(options) {
		for i := range options {
			options[i].Label = labels[i]
		}
	}
	return options
}

// LabelAsOthers calls the steps of a new statement that nobody has named as those of
// the others of its kind.
func (v *Version) LabelAsOthers(q *Question) {
	labels, n := v.ScaleLabels(q.Kind)
	if !q.Kind.Statement() || n == 0 || len(labels) != len(q.Options) || strings.Join(q.labels(), "") != "" {
		return
	}
	for i := range labels {
		q.Options[i].Label = labels[i]
	}
}

// ShareLabelTexts gives the steps of a new statement the translations that another
// with the same labels has.
func (v *Version) ShareLabelTexts(key string) {
	q := v.Questions[v.QuestionIndex(key)]
	for _, other := range v.Questions {
		if other.Key == key || other.Kind != q.Kind || !q.Kind.Statement() || !slices.Equal(other.labels(), q.labels()) {
			continue
		}
		for _, texts := range v.Translations {
			for i := range q.Options {
				if t, ok := texts[labelField(other.Key, i)]; ok {
					texts[labelField(key, i)] = t
				}
			}
		}
		return
	}
}

func labelField(question string, option int) string {
	return fmt.Sprintf("questions.%s.options.%d.label", question, option)
}

// shareTranslation says of every other step with the same label, at the same place
// of the same scale, what was said of this one: where nothing was said, or the
// same as here before.
func (v *Version) shareTranslation(language, field string, was, now Translated) {
	key, rest, _ := strings.Cut(strings.TrimPrefix(field, "questions."), ".")
	i := v.QuestionIndex(key)
	if i < 0 || !strings.HasPrefix(rest, "options.") || !v.Questions[i].Kind.Statement() {
		return
	}
	q, kept := v.Questions[i], v.Translations[language]
	for step, o := range q.Options {
		if field != labelField(key, step) {
			continue
		}
		for _, other := range v.Questions {
			at := labelField(other.Key, step)
			if other.Kind == q.Kind && other.Key != key && other.Options[step].Label == o.Label && kept[at].Text == was.Text {
				if now.Text == "" {
					delete(kept, at)
				} else {
					kept[at] = now
				}
			}
		}
	}
}
