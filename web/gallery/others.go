package gallery

import (
	"math/rand/v2"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
)

// among puts the owner of a result among made-up people.
func among(p takerview.ResultProps, people int) takerview.ResultProps {
	model := score.New(p.Version)
	rng := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // always the same people
	tally := insight.NewShape(p.Version).New()
	for i := range people {
		answers := model.Play(i*i%len(p.Version.Roles), rng)
		s := model.Score(answers)
		r := quiz.Result{
			Version: p.Version.ID, Answers: answers.Text(), Asked: askedInOrder(len(answers)),
			Verdict: s.Verdict, Top: p.Version.Roles[s.Top].Key, Probability: s.Posterior[s.Top],
		}
		if err := tally.Add(r, nil); err != nil {
			panic("gallery: " + err.Error())
		}
	}
	p.Others = &takerview.Others{Others: insight.Others{N: tally.N(), Headlines: tally.Headlines(), Spreads: tally.Spreads()}}
	return p
}

// askedInOrder spells that every question was asked, the first one first.
func askedInOrder(questions int) string {
	const digits = "0123456789abcdef"
	var asked []byte
	for q := range questions {
		asked = append(asked, digits[q/16], digits[q%16])
	}
	return string(asked)
}

func imagined(p takerview.ResultProps) takerview.ResultProps {
	p.Others.Simulated = true
	return p
}
