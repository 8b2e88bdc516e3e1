package gallery

import (
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/takerview"
)

func result() []State {
	v := published()
	clearly, leans := reading(v, towards(1)), reading(v, leaning)
	return []State{
		{"result", "clear", takerview.Result(owned(clearly, 0))},
		{"result", "clear the other way", takerview.Result(owned(reading(v, towards(-1)), 1))},
		{"result", "leaning", takerview.Result(owned(leans, 1))},
		{"result", "balanced", takerview.Result(owned(reading(v, firstOption), 0))},
		{"result", "not enough", takerview.Result(owned(reading(v, only(5)), 0))},
		{"result", "hurried", takerview.Result(owned(hurried(reading(v, firstOption)), 0))},
		{"result", "of an older version", takerview.Result(owned(older(clearly), 2))},
		{"result", "three roles", takerview.Result(owned(reading(withRoles(3), towards(1)), 0))},
		{"result", "twelve roles", takerview.Result(owned(reading(Garden(12), keen), 0))},
		{"result", "share refused", takerview.Result(shareRefused(owned(leans, 2)))},
		{"result", "a link made", takerview.Result(madeJustNow(owned(leans, 2)))},
		{"result", "a link revoked", takerview.Result(revoked(owned(leans, 3), 1))},
		{"result", "every link revoked", takerview.Result(revoked(owned(leans, 2), 0, 1))},
		{"result", "what if", takerview.Result(trying(owned(leans, 1), "lens", "spark"))},
		{"result", "what if refused", takerview.Result(tryingTooMuch(owned(leans, 0)))},
		{"result", "invited to compare", takerview.Result(invited(owned(leans, 1)))},
		{"result", "comparison refused", takerview.Result(comparisonRefused(owned(leans, 0)))},
		{"result", "longest text", takerview.Result(owned(reading(wordy(), leaning), 5))},
		{"result", "longest what if", takerview.Result(trying(owned(reading(wordy(), leaning), 1), "lens", "spark"))},
		{"result", "accuracy measured", takerview.Result(knowing(owned(clearly, 0), toldUs(v, []int64{41, 12, 9}, []int64{15, 29, 8})))},
		{"result", "accuracy hidden", takerview.Result(knowing(owned(clearly, 0), toldUs(v, []int64{25, 0, 0}, []int64{1, 20, 2})))},
		{"result", "people simulated", takerview.Result(knowing(owned(clearly, 0), simulated(toldUs(v, []int64{41, 12, 9}, []int64{15, 29, 8}))))},
		{"result", "among others", takerview.Result(among(owned(leans, 0), 312))},
		{"result", "among fifty others", takerview.Result(among(owned(clearly, 0), 50))},
		{"result", "among others and rare", takerview.Result(among(owned(reading(v, firstOption), 0), 1200))},
		{"result", "among others with longest text", takerview.Result(among(owned(reading(wordy(), leaning), 0), 312))},
		{"result", "among simulated people", takerview.Result(imagined(among(owned(reading(Garden(12), keen), 0), 640)))},
		{"result", "whole", takerview.Result(whole(owned(leans, 1)))},
		{"result", "deletion", takerview.Removal(takerview.RemovalProps{Owner: quiz.Owner{Day: 20000}})},
		{"shared", "verdict", takerview.Shared(shared(leans, quiz.ScopeVerdict, "Ada"))},
		{"shared", "profile", takerview.Shared(shared(clearly, quiz.ScopeProfile, ""))},
		{"shared", "answers", takerview.Shared(shared(leans, quiz.ScopeAnswers, "Ada"))},
		{"shared", "longest text", takerview.Shared(shared(reading(wordy(), leaning), quiz.ScopeAnswers, "Ada"))},
		{"shared", "longest name", takerview.Shared(shared(leans, quiz.ScopeProfile, strings.Repeat("W", quiz.MaxName)))},
		{"shared", "name from right to left", takerview.Shared(shared(leans, quiz.ScopeProfile, "ליאורה"))},
	}
}

// A way of answering picks an option, or none, for the ith question.
type way func(i int, q quiz.Question) int

// towards picks what loads most on one side: 1 or -1.
func towards(side float64) way {
	return func(_ int, q quiz.Question) int {
		best, most := quiz.NoAnswer, -9.0
		for i, o := range q.Options {
			sum := 0.0
			for _, loading := range o.Loadings {
				sum += side * loading
			}
			if sum > most {
				best, most = i, sum
			}
		}
		return best
	}
}

// keen agrees to nearly everything, but for every fifth question.
func keen(i int, _ quiz.Question) int {
	if i%5 == 4 {
		return 3
	}
	return i % 2
}

func firstOption(int, quiz.Question) int { return 0 }

// leaning answers a little more one way than the other.
func leaning(i int, q quiz.Question) int {
	if i%12 < 7 {
		return towards(1)(i, q)
	}
	return towards(-1)(i, q)
}

// only answers the first n questions.
func only(n int) way {
	return func(i int, _ quiz.Question) int {
		if i < n {
			return 1
		}
		return quiz.NoAnswer
	}
}

func reading(v *quiz.Version, answer way) takerview.Reading {
	answers := v.NoAnswers()
	for i, q := range v.Questions {
		answers[i] = answer(i, q)
	}
	model := score.New(v)
	s := model.Score(answers)
	return takerview.Reading{
		Version: v, Answers: answers, Score: s, Turn: model.WouldChange(answers), Same: model.Robustness(answers, 1),
		Result: quiz.Result{
			Version: v.ID, FinishedAt: time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC),
			Verdict: s.Verdict, Top: v.Roles[s.Top].Key, Probability: s.Posterior[s.Top],
		},
	}
}

func hurried(r takerview.Reading) takerview.Reading {
	r.Result.Hurried = true
	return r
}

func older(r takerview.Reading) takerview.Reading {
	r.Newer = true
	return r
}

// owned is the owner's page with n share links.
func owned(r takerview.Reading, n int) takerview.ResultProps {
	p := takerview.ResultProps{Reading: r, Owner: quiz.Owner{Day: 20000}, Link: "https://quiz.example/result/TiAAAAAAAAAAAAAAAAAAAAAA", Scope: quiz.ScopeProfile, Accuracy: toldUs(r.Version)}
	names := []string{"Ada", "", strings.Repeat("W", quiz.MaxName)}
	scopes := []quiz.Scope{quiz.ScopeProfile, quiz.ScopeVerdict, quiz.ScopeAnswers}
	for i := range n {
		id := quiz.NewShareID(r.Result.FinishedAt, [16]byte{byte(i)})
		p.Shares = append(p.Shares, takerview.ShareLink{
			Share: quiz.Share{ID: id, Scope: scopes[i%3], Name: names[i%3]},
			Link:  "https://quiz.example/r/" + id.String(), QR: checkers(),
		})
	}
	return p
}

// whole is the page from which everything is printed.
func whole(p takerview.ResultProps) takerview.ResultProps {
	p.Whole = true
	return p
}

func madeJustNow(p takerview.ResultProps) takerview.ResultProps {
	p.Shares[0].Just = true
	return p
}

func revoked(p takerview.ResultProps, places ...int) takerview.ResultProps {
	for _, i := range places {
		p.Shares[i].RevokedAt = p.Result.FinishedAt
	}
	return p
}

// trying marks dimensions as mattering more.
func trying(p takerview.ResultProps, keys ...string) takerview.ResultProps {
	p.WhatIf.Marked = keys
	var marked []int
	for _, key := range keys {
		marked = append(marked, p.Version.DimensionIndex(key))
	}
	s := score.New(p.Version).Matter(marked...).Score(p.Answers)
	p.WhatIf.Score = &s
	return p
}

func tryingTooMuch(p takerview.ResultProps) takerview.ResultProps {
	p.WhatIf.Marked = []string{"horizon", "lens", "spark", "voice"}
	p.WhatIf.Problems = quiz.Problems{{Field: "matter", Message: "Mark at most 3 dimensions"}}
	return p
}

// invited is after taking the quiz by somebody's invitation, for the second time.
func invited(p takerview.ResultProps) takerview.ResultProps {
	p.Compare.Invite = &quiz.Share{ID: quiz.ShareID{1}, Name: "Ben", Scope: quiz.ScopeProfile}
	p.Earlier = quiz.Owner{Day: 19000}
	return p
}

func comparisonRefused(p takerview.ResultProps) takerview.ResultProps {
	p.Compare.Link = "hello"
	p.Compare.Problems = quiz.Problems{{Field: "link", Message: "Paste the full share link"}}
	return p
}

func shareRefused(p takerview.ResultProps) takerview.ResultProps {
	p.Name = strings.Repeat("Ada ", 15)
	p.Scope = quiz.ScopeAnswers
	p.Problems = quiz.Problems{{Field: "name", Message: "Use at most 40 characters for the name"}}
	return p
}

func shared(r takerview.Reading, scope quiz.Scope, name string) takerview.SharedProps {
	return takerview.SharedProps{Reading: r, Share: quiz.Share{Scope: scope, Name: name}, Link: "https://quiz.example/r/TiAAAAAAAAAAAAAAAAAAAAAA"}
}
