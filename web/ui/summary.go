package ui

import (
	"bytes"
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
)

// Signs around a field in a summary of problems, whose label is not known before
// the field is shown. No text has them of its own.
const (
	labelStart = "\ufdd2"
	labelEnd   = "\ufdd3"
)

type (
	labelsKey struct{}
	withinKey struct{}
)

// Within has a summary of problems say first what the fields within it belong to,
// where several have the same labels.
func Within(name string) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		fields := templ.GetChildren(ctx)
		return fields.Render(context.WithValue(templ.ClearChildren(ctx), withinKey{}, name), w)
	})
}

// Naming has the summary of problems within it say which field each is about. Its
// children are a form with the summary above its fields.
func Naming(problems quiz.Problems) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		form := templ.GetChildren(ctx)
		ctx = templ.ClearChildren(ctx)
		if len(problems) == 0 {
			return form.Render(ctx, w)
		}
		labels := map[string]string{}
		var page bytes.Buffer
		if err := form.Render(context.WithValue(ctx, labelsKey{}, labels), &page); err != nil {
			return err
		}
		var places []string
		for _, problem := range problems {
			label := labels[problem.Field]
			if label != "" {
				label = templ.EscapeString(strings.TrimRight(label, ":.?")) + ": "
			}
			places = append(places, labelStart+problem.Field+labelEnd, label)
		}
		_, err := strings.NewReplacer(places...).WriteString(w, page.String())
		return err
	})
}

// Labelled tells the summary of problems what a field is called.
func Labelled(ctx context.Context, field, label string) string {
	if labels, ok := ctx.Value(labelsKey{}).(map[string]string); ok && labels[field] == "" {
		if name, within := ctx.Value(withinKey{}).(string); within {
			labels[field] = name + ": "
		}
		labels[field] += label
	}
	return label
}

// about is the place of the field's label before a problem that does not say itself
// what it is about. Those of a draft do not: one sentence serves every field.
func about(ctx context.Context, problem quiz.Problem) string {
	if _, ok := ctx.Value(labelsKey{}).(map[string]string); !ok || !strings.HasPrefix(problem.Code, "draft_") {
		return ""
	}
	return labelStart + problem.Field + labelEnd
}
