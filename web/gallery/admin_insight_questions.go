package gallery

import (
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
	"whichpm/web/words"
)

func insightQuestionPages(l words.Language) []State {
	return []State{
		{"admin", "insight questions", adminview.InsightQuestions(questionItems(l, 4812))},
		{"admin", "insight questions by mean", adminview.InsightQuestions(byMean(questionItems(l, 4812)))},
		{"admin", "insight questions too few", adminview.InsightQuestions(someSkip(questionItems(l, 104)))},
		{"admin", "insight questions not known yet", adminview.InsightQuestions(questionItems(l, 34))},
		{"admin", "insight questions nobody by lot", adminview.InsightQuestions(nobodyByLot(questionItems(l, 34)))},
		{"admin", "insight questions none", adminview.InsightQuestions(questionItems(l, 0))},
		{"admin", "insight questions longest text", adminview.InsightQuestions(of(longestAsked(), questionItems(l, 4812)))},
		{"admin", "insight question scene", adminview.InsightQuestion(inQuestion(l, published(), 0, 4812))},
		{"admin", "insight question statement", adminview.InsightQuestion(inQuestion(l, published(), 5, 1204518))},
		{"admin", "insight question pair", adminview.InsightQuestion(inQuestion(l, published(), 3, 4812))},
		{"admin", "insight question few", adminview.InsightQuestion(inQuestion(l, published(), 1, 1))},
		{"admin", "insight question none", adminview.InsightQuestion(inQuestion(l, published(), 1, 0))},
		{"admin", "insight question longest text", adminview.InsightQuestion(inQuestion(l, longestAsked(), 0, 812))},
	}
}

func questionItems(l words.Language, answered int64) adminview.InsightQuestionsProps {
	p := adminview.InsightQuestionsProps{Insight: measured(l, 10*answered, answered/24), Items: items(published(), answered)}
	p.Sort, p.InDraft = adminview.DefaultSort, map[string]bool{}
	for _, q := range p.Version.Questions[:4] {
		p.InDraft[q.Key] = true
	}
	if p.ByLot >= insight.MinLot {
		p.Looks = insight.ToLookAt(p.Items, []insight.QuestionDrop{{Question: 8, Asked: 4812, Left: 612}})
	}
	return p
}

// someSkip has a question that many left out.
func someSkip(p adminview.InsightQuestionsProps) adminview.InsightQuestionsProps {
	p.Items[len(p.Items)-1] = item(p.Version, p.Items[len(p.Items)-1].Question, 28)
	return p
}

// nobodyByLot is a version of before people were asked everything by lot.
func nobodyByLot(p adminview.InsightQuestionsProps) adminview.InsightQuestionsProps {
	p.Version = p.Version.Clone()
	p.Version.Settings.FullByLot, p.ByLot = 0, 0
	return p
}

// of is the same list for a version of as many questions.
func of(v *quiz.Version, p adminview.InsightQuestionsProps) adminview.InsightQuestionsProps {
	p.Version = v
	return p
}

func byMean(p adminview.InsightQuestionsProps) adminview.InsightQuestionsProps {
	p.Sort, p.Simulated = "mean", 5000
	return p
}

// inQuestion is all that is known about the question at a place.
func inQuestion(l words.Language, v *quiz.Version, place int, answered int64) adminview.InsightQuestionProps {
	p := adminview.InsightQuestionProps{Insight: measured(l, 10*answered, answered/24), Item: item(v, place, answered), NoDraft: place == 1}
	p.Version = v
	if !p.NoDraft {
		p.Editor = site.AdminQuestion(v.Questions[place].Key)
	}
	if answered < insight.MinItem {
		return p
	}
	p.Item.Flags = flagsOf(place)
	half := answered / 2
	p.Order = insight.Contrast{NA: half, NB: answered - half, A: .12, B: .21, Difference: .19, P: .0004}
	switch v.Questions[place].Kind.Arrangement() {
	case quiz.Fixed:
	case quiz.Turned:
		p.Side = insight.Contrast{NA: half, NB: answered - half, A: -.02, B: .1, Difference: .24, P: .03}
	case quiz.Shuffled:
		shown := make([]int64, len(v.Questions[place].Options))
		for i := range shown {
			shown[i] = answered / int64(len(shown))
		}
		p.Place = insight.PlaceEffect{
			N: answered, Shown: shown, First: insight.Estimate{Value: .27, Low: .25, High: .29}, Expected: 1 / float64(len(shown)), P: .21,
		}
	}
	return p
}

func longestAsked() *quiz.Version {
	v := withLongest()
	v.ID, v.State = 3, quiz.Published
	return v
}
