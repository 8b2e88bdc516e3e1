package takerview

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// crowded is the first version with so many made-up roles, none of which is the
// opposite of another: an end may be near the middle of all of them. With two
// it is the first version itself.
func crowded(roles int) *quiz.Version {
	v := content.First()
	if roles == len(v.Roles) {
		return v
	}
	rng := rand.New(rand.NewPCG(uint64(roles), 5))
	pattern := v.Roles[0]
	v.Roles = nil
	for i := range roles {
		role := pattern
		role.Key, role.Prior = fmt.Sprintf("role_%d", i+1), 1/float64(roles)
		role.Name, role.Short = fmt.Sprintf("Role %c", 'A'+i), fmt.Sprintf("R%c", 'A'+i)
		role.Profile = maps.Clone(pattern.Profile)
		for key, p := range role.Profile {
			if p.Weight > 0 {
				p.Mean = .2 + .6*rng.NormFloat64()
				role.Profile[key] = p
			}
		}
		v.Roles = append(v.Roles, role)
	}
	return v
}

// eachResult runs a test with results of simulated takers among few roles and
// many, and with some that have hardly an answer.
func eachResult(t *testing.T, test func(t *testing.T, r Reading)) map[int]map[quiz.Verdict]int {
	t.Helper()
	seen := map[int]map[quiz.Verdict]int{}
	for _, roles := range []int{2, 3, 6, 7, 12} {
		v := crowded(roles)
		model := score.New(v)
		rng := rand.New(rand.NewPCG(3, uint64(roles)))
		seen[roles] = map[quiz.Verdict]int{}
		t.Run(fmt.Sprintf("%d roles", roles), func(t *testing.T) {
			for i := range 200 {
				answers := model.Play(i%roles, rng)
				if i%20 == 0 {
					answers = v.NoAnswers()
					answers[0] = 1
				}
				s := model.Score(answers)
				seen[roles][s.Verdict]++
				test(t, Reading{Version: v, Answers: answers, Score: s, Result: quiz.Result{Verdict: s.Verdict, Top: v.Roles[s.Top].Key, Probability: s.Posterior[s.Top]}})
			}
		})
	}
	return seen
}

func TestABarHasTheLookOfTheRoleTheSentenceCountsItFor(t *testing.T) {
	seen := eachResult(t, func(t *testing.T, r Reading) {
		bars := map[ui.Role]int{}
		for _, p := range r.scored() {
			if math.Abs(p.Score.Position) >= ui.Middle && p.Score.Weight != 0 {
				bars[r.bar(p).Role]++
			}
		}
		if !r.Result.Verdict.NamesRole() {
			return
		}
		toward, away := bars[look(r.Version, r.Version.RoleIndex(r.Role().Key))], bars[look(r.Version, r.Version.RoleIndex(r.Other().Key))]
		if want := r.pointing(toward, away); (toward > 0 || !r.many()) && !strings.Contains(r.Lead(), want) {
			t.Errorf("%d bars look like %s and %d like %s, but: %s", toward, r.Role().Name, away, r.Other().Name, r.Lead())
		}
		if n := len(bars); n > 2 {
			t.Errorf("bars look like %d roles; the page compares two: %v", n, bars)
		}
	})
	for roles, verdicts := range seen {
		if verdicts[quiz.Clear]+verdicts[quiz.Leaning] < 15 {
			t.Errorf("among %d roles hardly any was named: %v", roles, verdicts)
		}
	}
}

func TestNoBarLooksLikeARoleWhereThePageComparesNone(t *testing.T) {
	some := 0
	eachResult(t, func(t *testing.T, r Reading) {
		if len(r.Version.Roles) == 2 || r.Result.Verdict != quiz.NoneStandsOut && r.Result.Verdict != quiz.NotEnough {
			return
		}
		some++
		for _, p := range r.scored() {
			if got := r.bar(p).Role; got != (ui.Role{}) {
				t.Errorf("%s: a bar looks like %v", r.Result.Verdict, got)
			}
		}
	})
	if some < 10 {
		t.Errorf("only %d results named no role", some)
	}
}

func TestTheRolesNamedAreThoseOfTheHeadline(t *testing.T) {
	several := 0
	eachResult(t, func(t *testing.T, r Reading) {
		headline := strings.ToLower(r.Headline(""))
		for i, role := range r.Version.Roles {
			if said := strings.Contains(headline, strings.ToLower(role.Name)); said != slices.Contains(r.named(), i) {
				t.Errorf("named are %v, but: %s", r.named(), headline)
			}
		}
		if len(r.named()) > 2 {
			several++
		}
	})
	if several == 0 {
		t.Error("no headline named three roles")
	}
}

func TestTheSampleOfTheLandingPageNamesNobodyButTheFirst(t *testing.T) {
	for _, roles := range []int{2, 3, 7} {
		v := crowded(roles)
		for _, s := range sampleOf(v) {
			bar := s.bar(words.English, v)
			if ok := bar.Role == look(v, 0) || bar.Role == (ui.Role{}) || roles == 2 && bar.Role == look(v, 1); !ok {
				t.Errorf("among %d roles a bar of the sample looks like %v", roles, bar.Role)
			}
		}
	}
}

func TestARoleLooksTheSameInTheWholeComparison(t *testing.T) {
	turned := content.First()
	turned.ID = 4
	slices.Reverse(turned.Roles)
	ada := ComparedPerson{Reading: Reading{Version: content.First(), Result: quiz.Result{Verdict: quiz.Clear, Top: "project_manager"}}}
	ben := ComparedPerson{Reading: Reading{Version: turned, Result: quiz.Result{Verdict: quiz.Clear, Top: "project_manager"}}}
	p := CompareProps{People: []ComparedPerson{ada, ben}}
	if a, b := p.look(ada.Reading), p.look(ben.Reading); a != b || a != p.lookOf("project_manager") || a.Tone() != ui.ToneRole2 {
		t.Errorf("the same role looks like %v and %v", a, b)
	}
	if other := p.lookOf("product_manager"); other.Tone() != ui.ToneRole1 {
		t.Errorf("the other role looks like %v", other)
	}
}

func TestThePictureLooksLikeThePage(t *testing.T) {
	eachResult(t, func(t *testing.T, r Reading) {
		p := SharedProps{Reading: r, Share: quiz.Share{Scope: quiz.ScopeProfile, Name: "Ada"}}
		picture := p.Picture("quiz.example", func(string) bool { return true })
		for i, place := range r.scored() {
			if got, want := picture.Bars[i].Role.Role, r.bar(place).Role; got != want {
				t.Errorf("a bar is %v in the picture and %v on the page", got, want)
			}
		}
		var stripe []string
		for _, role := range picture.Stripe {
			stripe = append(stripe, role.Name)
		}
		var named []string
		for _, place := range r.named() {
			named = append(named, r.Version.Roles[place].Short)
		}
		if !slices.Equal(stripe, named) {
			t.Errorf("the stripe is of %q, the headline names %q", stripe, named)
		}
		explained := len(picture.Legend) == 2 && picture.Legend[0].Name == r.Version.Roles[r.Score.Top].Short
		if needed := len(r.Version.Roles) > 2 && r.compares(); explained != needed || len(r.legend()) != len(picture.Legend) {
			t.Errorf("%s among %d roles has the legend %v", r.Result.Verdict, len(r.Version.Roles), picture.Legend)
		}
	})
}
