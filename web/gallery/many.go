package gallery

import (
	"math/rand/v2"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// manyRoles are pages of a quiz with twelve roles and of one with three.
func manyRoles() []State {
	three, twelve := Garden(3), Garden(12)
	clearly := comesTo(twelve, quiz.Clear, 1)
	none := comesTo(twelve, quiz.NoneStandsOut, 5)
	balanced := comesTo(twelve, quiz.Balanced, 2)
	german := comesTo(twelve, quiz.Leaning, 1)
	german.Language = words.German
	answered := ownedIn(words.German, german, 0)
	return []State{
		{"many", "result clear", takerview.Result(owned(clearly, 0))},
		{"many", "result leaning in German", takerview.Result(answered)},
		{"many", "result balanced", takerview.Result(trying(owned(balanced, 1), "plot1"))},
		{"many", "result none stands out", takerview.Result(owned(none, 0))},
		{"many", "result of three balanced", takerview.Result(owned(comesTo(three, quiz.Balanced, 3), 0))},
		{"many", "shared verdict of three", takerview.Shared(shared(comesTo(three, quiz.Leaning, 1), quiz.ScopeVerdict, "Ada"))},
		{"many", "comparison", takerview.Compare(comparing([]string{"Ada", "Ben"}, comesTo(Garden(12), quiz.Clear, 1), comesTo(Garden(12), quiz.NoneStandsOut, 5)))},
		{"many", "landing", takerview.Landing(takerview.LandingProps{Version: twelve, Questions: 18})},
		{"many", "guide", takerview.Guide(takerview.GuideProps{Version: twelve})},
		{"many", "guide comparing three", takerview.Guide(takerview.GuideProps{Version: twelve, Chosen: twelve.RoleKeys()[1:4]})},
		{"many", "guide refused", takerview.Guide(takerview.GuideProps{
			Version: twelve, Chosen: twelve.RoleKeys()[:4], Problems: twelve.CheckBeside("role", twelve.RoleKeys()[:4]),
		})},
		{"many", "method", takerview.Method(takerview.MethodProps{Version: twelve})},
	}
}

// comesTo is the reading of the first simulated taker with a verdict and so many
// roles within reach.
func comesTo(v *quiz.Version, verdict quiz.Verdict, near int) takerview.Reading {
	const takers = 5000
	model := score.New(v)
	rng := rand.New(rand.NewPCG(1, 9)) //nolint:gosec // always the same takers
	for i := range takers {
		answers := model.Play(i%len(v.Roles), rng)
		s := model.Score(answers)
		if s.Verdict == verdict && len(v.Settings.WithinReach(s.Posterior)) == near {
			return reading(v, func(i int, _ quiz.Question) int { return answers[i] })
		}
	}
	panic("gallery: no taker comes to " + string(verdict))
}
