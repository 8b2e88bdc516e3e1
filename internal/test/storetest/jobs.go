package storetest

import (
	"encoding/binary"
	"math/rand/v2"
	"sync"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/store"
)

// Shifted is the first version with every role further from the others.
func Shifted() *quiz.Version {
	v := content.First()
	for i, r := range v.Roles {
		for key, p := range r.Profile {
			p.Mean += []float64{1, -1}[i]
			r.Profile[key] = p
		}
	}
	return v
}

// TellJobs adds n results of each role, drawn from a version, whose takers say
// that they have that job. They took the first version if from has no id.
func TellJobs(t testing.TB, s *store.Store, n int, from *quiz.Version) {
	t.Helper()
	model, rng := score.New(from), rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test finds the same each time
	var all sync.WaitGroup
	for role := range from.Roles {
		for i := range n {
			r := Result(0)
			binary.BigEndian.PutUint64(r.ID[2:], uint64(1000*role+i))
			r.Version = max(from.ID, r.Version)
			r.Answers = model.Play(role, rng).Text()
			all.Go(func() { TellJob(t, s, r, from.Roles[role].Key) })
		}
	}
	all.Wait()
}

// TellJob adds a result whose taker says that they have the job.
func TellJob(t testing.TB, s *store.Store, r quiz.Result, role string) {
	if err := s.AddResult(t.Context(), r); err != nil {
		t.Error(err)
	}
	if err := s.AddOutcome(t.Context(), quiz.Outcome{Result: r.ID, Role: role, Years: 4, Suits: 5, SaidAt: Now}); err != nil {
		t.Error(err)
	}
}
