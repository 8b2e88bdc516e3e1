package gallery

import (
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/takerview"
)

func question() []State {
	v := published()
	agree, pair, choice := v.Questions[1], v.Questions[3], v.Questions[0]
	return []State{
		{"question", "first", takerview.Question(asking(choice, 1, quiz.NoAnswer))},
		{"question", "agree", takerview.Question(asking(agree, 7, quiz.NoAnswer))},
		{"question", "agree chosen", takerview.Question(asking(agree, 7, 3))},
		{"question", "agree in seven steps", takerview.Question(asking(sevenSteps(), 8, quiz.NoAnswer))},
		{"question", "pair", takerview.Question(asking(pair, 4, quiz.NoAnswer))},
		{"question", "pair turned", takerview.Question(turned(asking(pair, 4, 1)))},
		{"question", "choice", takerview.Question(asking(choice, 12, 2))},
		{"question", "first of somebody asked everything by lot", takerview.Question(byLot(asking(agree, 1, quiz.NoAnswer)))},
		{"question", "of somebody asked everything by lot", takerview.Question(byLot(asking(agree, 7, quiz.NoAnswer)))},
		{"question", "full form", takerview.Question(exact(asking(agree, 28, quiz.NoAnswer)))},
		{"question", "changing from the review", takerview.Question(fromReview(asking(agree, 7, 3)))},
		{"question", "nothing chosen", takerview.Question(refused(asking(pair, 4, quiz.NoAnswer)))},
		{"question", "longest text", takerview.Question(asking(longest(), 200, 5))},
	}
}

func asking(q quiz.Question, n, chosen int) takerview.QuestionProps {
	order := make([]int, len(q.Options))
	for i := range order {
		order[i] = i
	}
	back := "/"
	if n > 1 {
		back = "/q/1"
	}
	return takerview.QuestionProps{Number: n, Most: max(n, 28), AtMost: true, Question: q, Order: order, Chosen: chosen, Back: back}
}

func turned(p takerview.QuestionProps) takerview.QuestionProps {
	p.Order = []int{4, 3, 2, 1, 0}
	return p
}

func exact(p takerview.QuestionProps) takerview.QuestionProps {
	p.AtMost = false
	return p
}

func byLot(p takerview.QuestionProps) takerview.QuestionProps {
	p.AtMost, p.Lot = false, .1
	if p.Number > 1 {
		p.Stop = "/review"
	}
	return p
}

func fromReview(p takerview.QuestionProps) takerview.QuestionProps {
	p.FromReview, p.Back = true, "/review"
	return p
}

func refused(p takerview.QuestionProps) takerview.QuestionProps {
	p.Problems = quiz.Problems{{Field: "answer", Message: "Choose the answer that fits you best, or skip this question"}}
	return p
}

// sevenSteps is a statement as a new one of its kind stands in a draft.
func sevenSteps() quiz.Question {
	q := published().Questions[1]
	q.Kind, q.Options = quiz.Agree7, nil
	for _, label := range q.Kind.Labels() {
		q.Options = append(q.Options, quiz.Option{Label: label})
	}
	return q
}

// longest is a scene with as many ways to act, and as many words, as may be.
func longest() quiz.Question {
	q := published().Questions[0]
	q.Text = strings.Repeat("Something you helped to make is there for all to see, and everybody has an opinion about it. ", 5)
	for _, most := q.Kind.Options(); len(q.Options) < most; {
		q.Options = append(q.Options, q.Options[len(q.Options)%4])
	}
	for i := range q.Options {
		q.Options[i].Label = strings.Repeat(q.Options[i].Label+" ", 6)
	}
	return q
}
