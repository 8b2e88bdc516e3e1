// Package former holds the content that earlier releases came with, as their
// databases have it.
package former

import (
	_ "embed"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

//go:embed first-1.json
var first []byte

// First is the version that databases started with before the questions were
// written anew.
func First(t testing.TB) *quiz.Version {
	t.Helper()
	v, err := content.Parse(first)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
