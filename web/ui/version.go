package ui

import (
	"context"

	"github.com/a-h/templ"
)

// versionKey finds the version among the values of a context.
type versionKey struct{}

// WithVersion gives the pages that are drawn with this context the version of
// the program. It is the same for all of them and in no page's own values, so
// that no golden page changes with it.
func WithVersion(ctx context.Context, version string) context.Context {
	return context.WithValue(ctx, versionKey{}, version)
}

// version is what the footer says when somebody points at it.
func version(ctx context.Context) templ.Attributes {
	if said, ok := ctx.Value(versionKey{}).(string); ok {
		return templ.Attributes{"title": SiteName + " " + said}
	}
	return nil
}
