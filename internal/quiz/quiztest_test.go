package quiz_test

import (
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// first is the first version as if it were published.
func first(t testing.TB) *quiz.Version {
	t.Helper()
	v := content.First()
	v.ID, v.State = 1, quiz.Published
	return v
}

// asked is a journey with the first n questions asked.
func asked(v *quiz.Version, n int) quiz.Journey {
	j := quiz.Begin(v, quiz.Seed{7}, noon, false)
	for i := range n {
		j = j.Ask(i)
	}
	return j
}
