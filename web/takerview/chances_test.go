package takerview

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// crowd has so many roles with the probabilities of p.
func crowd(p []float64) Reading {
	v := content.First()
	v.Roles = nil
	for i := range p {
		v.Roles = append(v.Roles, quiz.Role{Key: "role" + strconv.Itoa(i), Name: "Role " + strconv.Itoa(i), Short: strconv.Itoa(i)})
	}
	r := Reading{Version: v}
	r.Score.Posterior = p
	order := quiz.ByProbability(p)
	r.Score.Top, r.Score.Second = order[0], order[1]
	r.Score.Verdict = v.Settings.Verdict(p, v.Settings.MinAnswers, v.Settings.MinDimensions)
	r.Result = quiz.Result{Verdict: r.Score.Verdict, Top: v.Roles[r.Score.Top].Key, Probability: p[r.Score.Top]}
	return r
}

func TestAChanceLooksLikeItsRole(t *testing.T) {
	seen := 0
	eachResult(t, func(t *testing.T, r Reading) {
		for _, c := range r.chances() {
			seen++
			if place := slices.IndexFunc(r.Version.Roles, func(role quiz.Role) bool { return role.Name == c.name }); c.look != look(r.Version, place) {
				t.Errorf("%s looks like %v", c.name, c.look)
			}
		}
	})
	if seen == 0 {
		t.Error("no chance was listed")
	}
}

func TestNoChanceContradictsTheRoleInFrontOrGoesOverItsBand(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		p, sum := make([]float64, 3+rng.IntN(10)), 0.0
		for i := range p {
			p[i] = rng.ExpFloat64() * rng.ExpFloat64()
			sum += p[i]
		}
		for i := range p {
			p[i] /= sum
		}
		r := crowd(p)
		percents, last := r.percents(), 95
		for _, place := range r.order() {
			n := percents[r.Version.Roles[place].Key]
			if n > last {
				t.Fatalf("a role further behind shows %d after %d: %v", n, last, p)
			}
			last = n
			for _, edge := range []int{40, 50, 60, 75} {
				if p[place] < float64(edge)/100 && n >= edge {
					t.Fatalf("%.4f shows %d", p[place], n)
				}
			}
		}
		if slices.Max(slices.Collect(maps.Values(percents))) != r.certainty() {
			t.Fatalf("the role in front shows %d: %v", r.certainty(), percents)
		}
	}
}

func TestWhatWasStoredByAnEarlierRuleIsToldByItsNumbers(t *testing.T) {
	for _, tt := range []struct {
		p              []float64
		headline, lead string
	}{
		{[]float64{.555, .226, .219}, "Role 0 comes first for you, but not clearly enough to recommend it", "Role 0 is ahead. Next comes Role 1. 1 more role is behind. 0 of {n} questions answered."},
		{[]float64{.2, .2, .2, .2, .2}, "5 of 5 roles would suit you almost equally well", "5 of 5 roles are close together in front, too many to name. 0 of {n} questions answered."},
		{[]float64{.4, .4, .2}, "Role 0 and Role 1 would suit you almost equally well", "Role 0 and Role 1 are level in front. 1 more role is behind. 0 of {n} questions answered."},
	} {
		r := crowd(tt.p)
		r.Result.Verdict = quiz.Balanced
		if got := r.Headline(""); got != tt.headline {
			t.Errorf("%v: %s", tt.p, got)
		}
		lead := strings.ReplaceAll(tt.lead, "{n}", strconv.Itoa(len(r.Version.Questions)))
		if got := r.Lead(); got != lead {
			t.Errorf("%v: %s", tt.p, got)
		}
	}
}

func TestOnlyTheNamesTheQuizBeganWithAreWrittenSmall(t *testing.T) {
	two := content.First()
	if got := (Reading{Version: two}).inside("Product management"); got != "product management" {
		t.Error(got)
	}
	other := content.First()
	other.Roles[1].Key = "gardener"
	for _, v := range []*quiz.Version{crowd([]float64{.5, .3, .2}).Version, other} {
		for _, l := range words.Languages() {
			if got := (Reading{Language: l, Version: v}).inside("Anna"); got != "Anna" {
				t.Error(got)
			}
		}
	}
}
