package insight_test

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// small is a version of one statement, whose answers stand at -2, -1, 0, 1
// and 2 SDs of its one dimension.
func small() *quiz.Version {
	v := &quiz.Version{
		ID: 7, Title: "Small", Settings: content.First().Settings,
		Dimensions: []quiz.Dimension{{Key: "people", Name: "People", Positive: "People", Negative: "Things"}},
		Questions:  []quiz.Question{{Key: "h1", Kind: quiz.Agree, Text: "I like company", Strength: 1}},
		Roles: []quiz.Role{
			{Key: "host", Name: "Host", Short: "Host", Prior: .5, Profile: map[string]quiz.Profile{"people": {Mean: .2, Spread: 1, SE: .1, Weight: 1, Source: "A survey"}}},
			{Key: "smith", Name: "Smith", Short: "Smith", Prior: .5, Profile: map[string]quiz.Profile{"people": {Mean: -.2, Spread: 1, SE: .1, Weight: 1}}},
		},
	}
	v.Settings.Discrimination, v.Settings.Noise = .5, .5
	for i, label := range quiz.Agree.Labels() {
		v.Questions[0].Options = append(v.Questions[0].Options, quiz.Option{Label: label, Loadings: map[string]float64{"people": float64(i-2) / 2}})
	}
	return v
}

// sample are people who told their job, with ids in the order they came.
type sample struct {
	v    *quiz.Version
	list []quiz.Reported
}

func (c *sample) add(role string, answers quiz.Answers, suits int) *quiz.Reported {
	r := quiz.Reported{
		Result: quiz.Result{
			Version: c.v.ID, Answers: answers.Text(), Verdict: quiz.Clear, Top: c.v.Roles[0].Key,
			FinishedAt: time.Date(2026, time.March, 9, 14, 23, 0, 0, time.UTC),
		},
		Outcome: quiz.Outcome{Role: role, Years: 3, Suits: suits, Open: true},
	}
	r.Outcome.SaidAt = r.Result.FinishedAt.Add(time.Duration(len(c.list)) * time.Hour) // nobody counts twice
	binary.BigEndian.PutUint64(r.Result.ID[:], uint64(len(c.list))+1)
	r.Outcome.Result = r.Result.ID
	c.list = append(c.list, r)
	return &c.list[len(c.list)-1]
}

// many adds n people with the same answer to the one question of small.
func (c *sample) many(n int, role string, option, suits int) {
	for range n {
		c.add(role, quiz.Answers{option}, suits)
	}
}

// drawn adds n people of each role as a version has them.
func (c *sample) drawn(n int, from *quiz.Version, seed uint64) {
	model, rng := score.New(from), rand.New(rand.NewPCG(seed, 1))
	for i, r := range from.Roles {
		for range n {
			c.add(r.Key, model.Play(i, rng), 5)
		}
	}
}

func closeTo(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}
