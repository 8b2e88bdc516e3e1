package gallery

import (
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

func adminQuestionPages() []State {
	return []State{
		{"admin", "questions without a draft", adminview.Questions(questionList(published(), 28))},
		{"admin", "questions", adminview.Questions(questionList(draft(), 28))},
		{"admin", "questions filtered", adminview.Questions(filtered(questionList(draft(), 1)))},
		{"admin", "no question found", adminview.Questions(filtered(questionList(draft(), 0)))},
		{"admin", "place refused", adminview.Questions(placeRefused(questionList(draft(), 4)))},
		{"admin", "question removal", adminview.QuestionRemoval(adminview.QuestionRemovalProps{
			Page: adminview.Page{Title: "Delete a question", Viewer: editor(words.English), Narrow: true}, Number: 4, Question: draft().Questions[3], Revision: 7,
		})},
		{"admin", "question scene", adminview.Question(questionEditor(draft(), 0))},
		{"admin", "question statement", adminview.Question(questionEditor(draft(), 1))},
		{"admin", "question pair", adminview.Question(advised(questionEditor(draft(), 3)))},
		{"admin", "question refused", adminview.Question(questionRefused(questionEditor(draft(), 0)))},
		{"admin", "previews", adminview.Preview(adminview.PreviewProps{Page: adminview.Page{Title: "Preview", Viewer: editor(words.English)}, Version: draft(), Draw: "1"})},
		{"admin", "preview sample refused", adminview.Preview(adminview.PreviewProps{
			Page:    adminview.Page{Title: "Preview", Viewer: editor(words.English), Problems: quiz.Problems{{Field: "answers", Message: "Type 28 characters, each - or the number of an option its question has"}}},
			Version: draft(), Draw: "1", Answers: "999",
		})},
		{"admin", "play", adminview.Play(adminview.PlayProps{Page: adminview.Page{Title: "Play the draft through", Viewer: editor(words.English), Narrow: true}, Questions: 28})},
		{"admin", "preview landing", takerview.Landing(takerview.LandingProps{Version: draft(), Questions: 28, OfferFull: true, Start: "/admin/play", Banner: banner()})},
		{"admin", "preview question", takerview.Question(previewed(asking(draft().Questions[3], 4, quiz.NoAnswer)))},
		{"admin", "preview result", takerview.Tried(takerview.TriedProps{Reading: reading(draft(), leaning), Banner: banner()})},
		{"admin", "questions longest text", adminview.Questions(questionList(withLongest(), 3))},
		{"admin", "previews longest text", adminview.Preview(adminview.PreviewProps{Page: adminview.Page{Title: "Preview", Viewer: editor(words.English)}, Version: withLongest(), Draw: "1"})},
		{"admin", "preview result longest text", takerview.Tried(takerview.TriedProps{Reading: reading(wordy(), leaning), Banner: banner()})},
		{"admin", "question longest text", adminview.Question(questionEditor(withLongest(), 0))},
	}
}

func banner() templ.Component { return adminview.PreviewBanner("All previews", "/admin/preview") }

func previewed(p takerview.QuestionProps) takerview.QuestionProps {
	p.Action, p.Back, p.Banner = "/admin/preview/questions/h1", "/admin/preview", banner()
	return p
}

func draft() *quiz.Version {
	v := published()
	v.ID, v.State, v.Revision = 4, quiz.Draft, 7
	return v
}

func withLongest() *quiz.Version {
	v := draft()
	v.Questions = slices.Clone(v.Questions)
	v.Questions[0] = longest()
	v.Roles, v.Dimensions = wordy().Roles, wordy().Dimensions
	return v
}

// questionList shows the first n questions.
func questionList(v *quiz.Version, n int) adminview.QuestionsProps {
	p := adminview.QuestionsProps{
		Page: adminview.Page{Title: "Questions", Viewer: editor(words.English), Here: "/admin/questions"}, Draft: v.State == quiz.Draft, Version: v, Revision: v.Revision,
	}
	for i, q := range v.Questions[:n] {
		row := adminview.QuestionRow{Number: i + 1, Question: q}
		row.Question.Retired = i == 2
		for _, d := range v.Dimensions {
			if q.Loads(d.Key) {
				row.Dimensions = append(row.Dimensions, d.Name)
			}
		}
		if i == 1 {
			row.Errors, row.Advice = 1, 2
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

func filtered(p adminview.QuestionsProps) adminview.QuestionsProps {
	p.Filter = adminview.QuestionFilter{Text: "maps", Kind: "agree5", Query: "text=maps&type=agree5"}
	return p
}

func placeRefused(p adminview.QuestionsProps) adminview.QuestionsProps {
	p.Rows[3].To = "40"
	p.Page.Problems = quiz.Problems{{Field: "questions." + p.Rows[3].Question.Key + ".position", Message: "Choose a place from 1 to 28"}}
	return p
}

func questionEditor(v *quiz.Version, i int) adminview.QuestionProps {
	q := v.Questions[i]
	f := adminview.QuestionForm{
		Key: q.Key, Kind: string(q.Kind), Prompt: q.Prompt, Left: q.Left, Right: q.Right, Source: q.Source,
		Strength: strconv.FormatFloat(q.Strength, 'f', -1, 64),
	}
	for n, o := range q.Options {
		option := adminview.OptionForm{Was: strconv.Itoa(n), Label: o.Label, Loadings: map[string]string{}}
		for d, loading := range o.Loadings {
			option.Loadings[d] = strconv.FormatFloat(loading, 'f', -1, 64)
		}
		f.Options = append(f.Options, option)
	}
	return adminview.QuestionProps{
		Page:   adminview.Page{Title: "Question " + strconv.Itoa(i+1), Viewer: editor(words.English), Here: "/admin/questions"},
		Number: i + 1, Form: f, Dimensions: v.Dimensions, Revision: v.Revision,
		Shown: takerview.Asked(asking(q, i+1, quiz.NoAnswer)),
		Effect: adminview.EffectProps{Ready: true, Compared: 500, Scenarios: []adminview.ScenarioRow{
			{Name: "Sets direction", Expected: "Clear: Product", Live: "Clear: Product, 89\u00a0%", Draft: "Clear: Product, 91\u00a0%", OK: true},
		}},
	}
}

func advised(p adminview.QuestionProps) adminview.QuestionProps {
	p.Retired = true
	at := "questions." + p.Form.Key
	p.Findings = []adminview.FindingRow{
		{Field: at + ".text", What: "The reading grade is 14.", Mend: "Use shorter sentences and plainer words."},
		{Field: at + ".options", Error: true, What: "No answer to “Which gives you more energy?” counts for anything.", Mend: "Give an option a loading."},
	}
	p.Effect.Changed, p.Effect.Traced = 12, 12
	p.Effect.Causes = []adminview.CauseRow{{Name: "question 4", About: p.Form.Prompt, To: "/admin/questions/" + p.Form.Key, Changed: 9}, {Name: "the scoring settings", Changed: 1}}
	p.Effect.Moves = []adminview.MoveRow{{From: "Clear: Product", To: "Leaning: Product", Count: 11}, {From: "Leaning: Product", To: "Balanced", Count: 1}}
	p.Effect.Scenarios = append(p.Effect.Scenarios, adminview.ScenarioRow{Name: "Mixed", Expected: "Leaning: Product", Live: "Leaning: Product, 70\u00a0%", Draft: "Balanced, 55\u00a0%"})
	return p
}

func questionRefused(p adminview.QuestionProps) adminview.QuestionProps {
	at := "questions." + p.Form.Key
	p.Form.Prompt, p.Form.Strength = strings.Repeat("Too long ", 40), "much"
	p.Form.Options[1].Loadings["horizon"] = "1.5"
	p.Page.Problems = quiz.Problems{
		{Field: at + ".text", Message: "Shorten this to 300 characters; it has 360"},
		{Field: at + ".strength", Message: "Use a number from 0 to 3; “much” is not one"},
		{Field: at + ".options.1.loadings.horizon", Message: "Use a number from -1 to 1; it is 1.5"},
	}
	p.Unsaved, p.Shown, p.Effect = true, nil, adminview.EffectProps{}
	return p
}
