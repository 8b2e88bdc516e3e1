package gallery_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/gallery"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// asIfTwo are words that are false where there are more than two roles.
var asIfTwo = regexp.MustCompile(`(?i)\b(the other|closer|fits better|both|either|neither|other way|one way or|beide[nrs]?|passt besser|näher|(die|der|das) andere|anderen? Rolle|eine oder andere)\b`)

// chancesOf are probabilities for so many roles with a verdict and so many
// within reach of the first, none where that cannot be.
func chancesOf(roles int, verdict quiz.Verdict, near int) []float64 {
	top := map[quiz.Verdict]float64{quiz.Clear: .8, quiz.Leaning: .45, quiz.Balanced: .36, quiz.NoneStandsOut: .3, quiz.NotEnough: .5}[verdict]
	if verdict == quiz.NoneStandsOut && near > quiz.MostInReach {
		top = 1.1 / float64(roles)
	}
	p := make([]float64, roles)
	p[0] = top
	left := 1 - top
	for i := 1; i < near; i++ {
		p[i] = min(.93*top, left)
		left -= p[i]
	}
	for i := near; i < roles; i++ {
		p[i] = left / float64(roles-near)
	}
	return p
}

// told is a reading whose answers come to these probabilities.
func told(l words.Language, v *quiz.Version, verdict quiz.Verdict, p []float64) takerview.Reading {
	answers := v.NoAnswers()
	for i := range answers {
		answers[i] = i % len(v.Questions[i].Options)
	}
	model := score.New(v)
	s := model.Score(answers)
	s.Posterior, s.Top, s.Second, s.Verdict = p, 0, 1, verdict
	return takerview.Reading{
		Language: l, Version: v, Answers: answers, Score: s, Turn: model.WouldChange(answers), Same: .8,
		Result: quiz.Result{Version: v.ID, FinishedAt: v.PublishedAt, Verdict: verdict, Top: v.Roles[0].Key, Probability: p[0]},
	}
}

type saying struct {
	name string
	page templ.Component
}

// pagesAbout are the pages that speak of a reading.
func pagesAbout(r takerview.Reading) []saying {
	l, v := r.Language, r.Version
	share := func(s quiz.Scope, name string) takerview.SharedProps {
		return takerview.SharedProps{Reading: r, Share: quiz.Share{Scope: s, Name: name}, Link: "https://quiz.example/r/x"}
	}
	tried := r.Score
	result := takerview.ResultProps{Reading: r, Link: "https://quiz.example/x"}
	result.WhatIf.Score = &tried
	person := takerview.ComparedPerson{Reading: r, Share: quiz.Share{Name: "Ada", Scope: quiz.ScopeProfile}}
	apart := score.Compare([]score.Person{{Version: v, Result: r.Score}, {Version: v, Result: r.Score}})
	return []saying{
		{"result", takerview.Result(result)},
		{"tried", takerview.Tried(takerview.TriedProps{Reading: r})},
		{"shared verdict", takerview.Shared(share(quiz.ScopeVerdict, ""))},
		{"shared answers", takerview.Shared(share(quiz.ScopeAnswers, "Ada"))},
		{"compare", takerview.Compare(takerview.CompareProps{Language: l, People: []takerview.ComparedPerson{person, person}, Apart: apart, Link: "https://quiz.example/c"})},
		{"since", takerview.Since(takerview.SinceProps{Language: l, Then: r, Now: r, Apart: apart})},
		{"text", templ.Raw("<p>" + takerview.SharedText(share(quiz.ScopeAnswers, "Ada")) + "</p>")},
		{"markdown", templ.Raw("<p>" + takerview.SharedMarkdown(share(quiz.ScopeAnswers, "")) + "</p>")},
		{"card", templ.Raw("<p>" + share(quiz.ScopeProfile, "Ada").Picture("quiz.example", func(string) bool { return true }).Headline + "</p>")},
	}
}

// pagesOf are the pages about a quiz itself.
func pagesOf(l words.Language, v *quiz.Version) []saying {
	rest := takerview.ReviewProps{Language: l, Rest: 7, Settled: true, Balanced: true, Firmness: 3, Roles: len(v.Roles)}
	return []saying{
		{"landing", takerview.Landing(takerview.LandingProps{Language: l, Version: v, Questions: 18, OfferFull: true})},
		{"embed", takerview.Embed(takerview.EmbedProps{Language: l, Version: v, Questions: 18})},
		{"guide", takerview.Guide(takerview.GuideProps{Language: l, Version: v})},
		{"method", takerview.Method(takerview.MethodProps{Language: l, Version: v})},
		{"review", takerview.Review(rest)},
	}
}

// heard is everything a page says, read or heard.
func heard(t *testing.T, page templ.Component) string {
	t.Helper()
	return strings.Join(read(parse(t, gallery.State{Page: page}).Node), "\n")
}

// ofTwo are the sentences that are right to speak of two: two ends of a dimension
// or two times of one person.
func ofTwo(l words.Language) *strings.Replacer {
	var pairs []string
	for _, id := range []string{"method.pair", "answer.same", "since.none"} {
		pairs = append(pairs, l.Say(id), "")
	}
	return strings.NewReplacer(pairs...)
}

func saysNothingAsIfThereWereTwo(t *testing.T, l words.Language, pages []saying) {
	t.Helper()
	for _, p := range pages {
		for line := range strings.Lines(ofTwo(l).Replace(heard(t, p.page))) {
			if found := asIfTwo.FindString(line); found != "" {
				t.Errorf("%s says %q: %s", p.name, found, strings.TrimSpace(line))
			}
		}
	}
}

func eachQuiz(t *testing.T, test func(t *testing.T, l words.Language, v *quiz.Version)) {
	t.Helper()
	for _, l := range words.Languages() {
		for _, roles := range []int{3, 5, 8, 12} {
			t.Run(fmt.Sprintf("%s with %d roles", l.Tag(), roles), func(t *testing.T) {
				t.Parallel()
				v := gallery.Garden(roles)
				v.Guide.Companies = []quiz.CompanyKind{{Key: "club", Name: "A club", Pole: "plot5-", Text: "Meets on Fridays."}, {Key: "alone", Name: "A shed", Pole: "plot5+", Text: "Has one chair."}}
				test(t, l, v)
			})
		}
	}
}

// eachVerdict runs a test for every verdict and every number within reach.
func eachVerdict(t *testing.T, test func(t *testing.T, r takerview.Reading, near int)) {
	t.Helper()
	eachQuiz(t, func(t *testing.T, l words.Language, v *quiz.Version) {
		seen := map[quiz.Verdict]bool{}
		for _, verdict := range quiz.VerdictsFor(len(v.Roles)) {
			for near := 1; near <= len(v.Roles); near++ {
				p := chancesOf(len(v.Roles), verdict, near)
				got := v.Settings.Verdict(p, 18, 6)
				old := verdict == quiz.Balanced && v.Settings.ByTopAlone(p[0]) == verdict
				if verdict != quiz.NotEnough && (got != verdict && !old || len(v.Settings.WithinReach(p)) != near) {
					continue
				}
				seen[verdict] = true
				test(t, told(l, v, verdict, p), near)
			}
		}
		if least := len(quiz.Verdicts) - 1; len(seen) < least || len(v.Roles) > 3 && len(seen) == least { // of three one stands out
			t.Errorf("tried only %v", seen)
		}
	})
}

func TestWithManyRolesNoPageSpeaksAsIfThereWereTwo(t *testing.T) {
	eachQuiz(t, func(t *testing.T, l words.Language, v *quiz.Version) {
		saysNothingAsIfThereWereTwo(t, l, pagesOf(l, v))
	})
	eachVerdict(t, func(t *testing.T, r takerview.Reading, near int) {
		t.Run(fmt.Sprintf("%s with %d near", r.Result.Verdict, near), func(t *testing.T) {
			saysNothingAsIfThereWereTwo(t, r.Language, pagesAbout(r))
		})
	})
}

func TestWithManyRolesSentencesFollowTheNumbers(t *testing.T) {
	eachVerdict(t, func(t *testing.T, r takerview.Reading, near int) {
		headline, lead, roles := r.Headline(""), r.Lead(), r.Version.Roles
		if r.Result.Verdict == quiz.Balanced && near <= quiz.MostInReach {
			for i, role := range roles {
				if named := strings.Contains(headline, role.Name); named != (i < near) {
					t.Errorf("%d are near, and %q names %s: %t", near, headline, role.Name, named)
				}
			}
		}
		if r.Result.Verdict != quiz.NotEnough && near <= quiz.MostInReach && !strings.Contains(lead, roles[0].Name) {
			t.Errorf("%q does not say who is ahead", lead)
		}
		for _, page := range pagesAbout(r)[:4] {
			said := heard(t, page.page)
			for _, role := range roles {
				if r.Result.Verdict != quiz.NotEnough && !strings.Contains(said, role.Name) {
					t.Errorf("%s does not show %s", page.name, role.Name)
				}
			}
		}
	})
}

func TestANameKeepsItsLettersWhereverItStands(t *testing.T) {
	eachVerdict(t, func(t *testing.T, r takerview.Reading, _ int) {
		for _, page := range slices.Concat(pagesAbout(r), pagesOf(r.Language, r.Version)) {
			said := heard(t, page.page)
			for _, role := range r.Version.Roles {
				if other := words.English.Inside(role.Name); other != role.Name && strings.Contains(said, other) {
					t.Errorf("%s writes %q", page.name, other)
				}
			}
		}
	})
}
