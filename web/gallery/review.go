package gallery

import (
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/ui"
)

func review() []State {
	return []State{
		{"review", "everything answered", takerview.Review(reviewing(28, 0))},
		{"review", "some skipped", takerview.Review(reviewing(28, 3))},
		{"review", "verdict settled", takerview.Review(settled())},
		{"review", "no longer settled", takerview.Review(unsettled())},
		{"review", "in between", takerview.Review(between(5))},
		{"review", "in between of somebody asked everything by lot", takerview.Review(betweenByLot())},
		{"review", "nothing yet", takerview.Review(between(0))},
		{"review", "too few", takerview.Review(reviewing(28, 24))},
		{"review", "refused", takerview.Review(refusedReview())},
		{"save", "part answered", takerview.Save(saving())},
		{"save", "before the first answer", takerview.Save(takerview.SaveProps{Most: 28, To: "/q/1"})},
		{"save", "finished in another browser", takerview.Elsewhere(takerview.ElsewhereProps{Answered: 25})},
		{"save", "private link of a finished quiz", takerview.Elsewhere(takerview.ElsewhereProps{})},
		{"save", "private link opened", takerview.ResumeQuiz(takerview.ResumeProps{Token: "token", Answered: 6, Most: 28})},
		{"save", "private link over another quiz", takerview.ResumeQuiz(takerview.ResumeProps{Token: "token", Answered: 6, Most: 28, Replaces: 1})},
	}
}

// reviewing lists n questions asked of which the first few were skipped.
func reviewing(n, skipped int) takerview.ReviewProps {
	v := published()
	p := takerview.ReviewProps{Answered: n - skipped, Asked: n, Enough: v.Settings.MinAnswers}
	for i := range n {
		chosen := i % len(v.Questions[i].Options)
		if i < skipped {
			chosen = quiz.NoAnswer
		}
		p.Rows = append(p.Rows, takerview.ReviewRow{Number: i + 1, Question: v.Questions[i], Chosen: chosen, Change: "/q/1?from=review"})
	}
	return p
}

func settled() takerview.ReviewProps {
	p := reviewing(13, 0)
	p.Rest, p.Settled, p.Firmness = 15, true, 3
	return p
}

func unsettled() takerview.ReviewProps {
	p := settled()
	p.Settled = false
	return p
}

func between(n int) takerview.ReviewProps {
	p := reviewing(n, 0)
	p.Continue, p.Rest = "/q/6", 28-n
	return p
}

func betweenByLot() takerview.ReviewProps {
	p := between(5)
	p.Lot = .125
	return p
}

func refusedReview() takerview.ReviewProps {
	p := reviewing(28, 28)
	p.Problems = quiz.Problems{{Field: "answers", Message: "Answer at least one question, then ask for your result"}}
	return p
}

func saving() takerview.SaveProps {
	return takerview.SaveProps{
		Link: "https://quiz.example/resume/AQGiY3s0V0qkZ2VtYmVycyBvZiB0aGUgdGVhbQ", QR: checkers(),
		Answered: 6, Most: 28, To: "/q/7",
	}
}

// checkers stands in for a QR code: the pages only place it.
func checkers() ui.QR {
	return ui.QR{Size: 4, Path: "M1 1h1v1h-1zM2 2h1v1h-1z"}
}
