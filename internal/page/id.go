package page

import (
	"context"
	"crypto/rand"
)

type idKey struct{}

// WithID gives a request an id. Its log lines and its error page show it, so
// that what a visitor reports is found in the log. It is always made here: an
// id a visitor sends could be made to look like another's.
func WithID(ctx context.Context) context.Context {
	return context.WithValue(ctx, idKey{}, newID())
}

// ID is the id of a request, a new one if it was given none.
func ID(ctx context.Context) string {
	if id, ok := ctx.Value(idKey{}).(string); ok {
		return id
	}
	return newID()
}

func newID() string { return rand.Text()[:8] } // 40 bits
