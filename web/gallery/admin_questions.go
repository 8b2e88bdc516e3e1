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

func adminQuestionPages(l words.Language) []State {
	return []State{
		{"admin", "questions without a draft", adminview.Questions(questionList(l, published(), 28))},
		{"admin", "questions", adminview.Questions(questionList(l, draft(), 28))},
		{"admin", "question moved", adminview.Questions(questionsSaying(questionList(l, draft(), 4), adminview.Moved, "questions."+draft().Questions[1].Key))},
		{"admin", "question deleted", adminview.Questions(questionsSaying(questionList(l, draft(), 4), adminview.Deleted, adminview.AtNumber(3)))},
		{"admin", "questions filtered", adminview.Questions(filtered(questionList(l, draft(), 1)))},
		{"admin", "no question found", adminview.Questions(filtered(questionList(l, draft(), 0)))},
		{"admin", "place refused", adminview.Questions(placeRefused(questionList(l, draft(), 4)))},
		{"admin", "questions several refused", adminview.Questions(severalRefused(questionList(l, draft(), 4)))},
		{"admin", "questions not written", adminview.Questions(unwritten(questionList(l, draft(), 3)))},
		{"admin", "several removal", adminview.SeveralRemoval(severalRemoval(l))},
		{"admin", "question removal", adminview.QuestionRemoval(adminview.QuestionRemovalProps{
			Page: adminview.Page{Title: l.Say("adminquestions.delete_title"), Viewer: editor(l), Narrow: true}, Number: 4, Question: draft().Questions[3], Revision: 7,
		})},
		{"admin", "question scene", adminview.Question(questionEditor(l, draft(), 0))},
		{"admin", "question saved", adminview.Question(questionSaying(questionEditor(l, draft(), 0), adminview.Saved, adminview.AtSave))},
		{"admin", "question copied", adminview.Question(questionSaying(questionEditor(l, draft(), 3), adminview.Copied, adminview.AtTop))},
		{"admin", "question statement", adminview.Question(questionEditor(l, draft(), 1))},
		{"admin", "question pair", adminview.Question(advised(questionEditor(l, draft(), 3)))},
		{"admin", "question lines and grid", adminview.Question(clashing(questionEditor(l, draft(), 1)))},
		{"admin", "question only grid", adminview.Question(uneven(questionEditor(l, draft(), 1), l))},
		{"admin", "question refused", adminview.Question(questionRefused(questionEditor(l, draft(), 0)))},
		{"admin", "previews", adminview.Preview(adminview.PreviewProps{Page: adminview.Page{Title: l.Say("adminpreview.title"), Viewer: editor(l)}, Version: draft(), Draw: "1"})},
		{"admin", "preview sample refused", adminview.Preview(adminview.PreviewProps{
			Page:    adminview.Page{Title: l.Say("adminpreview.title"), Viewer: editor(l), Problems: quiz.Problems{problemIn(l, "answers", "answers_typed", "n", 28)}},
			Version: draft(), Draw: "1", Answers: "999",
		})},
		{"admin", "play", adminview.Play(adminview.PlayProps{Page: adminview.Page{Title: l.Say("adminpreview.play"), Viewer: editor(l), Narrow: true}, Questions: 28})},
		{"admin", "preview landing", takerview.Landing(takerview.LandingProps{Language: l, Version: draft(), Questions: 28, OfferFull: true, Start: "/admin/play", Banner: banner(l)})},
		{"admin", "preview question", takerview.Question(previewed(speaking(asking(draft().Questions[3], 4, quiz.NoAnswer), l)))},
		{"admin", "preview result", takerview.Tried(takerview.TriedProps{Reading: readingIn(l, draft()), Banner: banner(l)})},
		{"admin", "questions longest text", adminview.Questions(questionList(l, withLongest(), 3))},
		{"admin", "previews longest text", adminview.Preview(adminview.PreviewProps{Page: adminview.Page{Title: l.Say("adminpreview.title"), Viewer: editor(l)}, Version: withLongest(), Draw: "1"})},
		{"admin", "preview result longest text", takerview.Tried(takerview.TriedProps{Reading: readingIn(l, wordy()), Banner: banner(l)})},
		{"admin", "question longest text", adminview.Question(questionEditor(l, withLongest(), 0))},
	}
}

func questionsSaying(p adminview.QuestionsProps, what, at string) adminview.QuestionsProps {
	p.Viewer = told(p.Viewer, what, at)
	return p
}

func questionSaying(p adminview.QuestionProps, what, at string) adminview.QuestionProps {
	p.Viewer = undoable(told(p.Viewer, what, at))
	return p
}

func banner(l words.Language) templ.Component {
	return adminview.PreviewBanner(l, "adminpreview.all", "/admin/preview")
}

func readingIn(l words.Language, v *quiz.Version) takerview.Reading {
	r := reading(v, leaning)
	r.Language = l
	return r
}

func previewed(p takerview.QuestionProps) takerview.QuestionProps {
	p.Action, p.Back, p.Banner = "/admin/preview/questions/h1", "/admin/preview", banner(p.Language)
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
func questionList(l words.Language, v *quiz.Version, n int) adminview.QuestionsProps {
	p := adminview.QuestionsProps{
		Page: adminview.Page{Title: l.Say("adminframe.questions"), Viewer: editor(l), Here: "/admin/questions"}, Draft: v.State == quiz.Draft, Version: v, Revision: v.Revision,
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

func severalRefused(p adminview.QuestionsProps) adminview.QuestionsProps {
	p.Rows[0].Ticked, p.Rows[1].Ticked, p.Strength = true, true, "much"
	p.Problems = quiz.Problems{
		problemIn(p.Language, quiz.SeveralField, "draft_several_last", "question", p.Say("question.title", "number", 2), "text", p.Rows[1].Question.Text),
		problemIn(p.Language, "strength", "draft_within_unread", "least", 0, "most", 3, "typed", "much"),
	}
	return p
}

// unwritten has a statement and a pair that nobody has written yet.
func unwritten(p adminview.QuestionsProps) adminview.QuestionsProps {
	for i, kind := range []quiz.Kind{quiz.Agree, quiz.Pair} {
		p.Rows[i].Question = quiz.Question{Key: p.Rows[i].Question.Key, Kind: kind, Strength: 1}
	}
	return p
}

func severalRemoval(l words.Language) adminview.SeveralRemovalProps {
	list := questionList(l, draft(), 3)
	return adminview.SeveralRemovalProps{
		Page: adminview.Page{Title: l.Say("adminquestions.delete_several_title"), Viewer: editor(l), Narrow: true}, Rows: list.Rows, Revision: 7,
	}
}

func placeRefused(p adminview.QuestionsProps) adminview.QuestionsProps {
	p.Rows[3].To = "40"
	p.Problems = quiz.Problems{problemIn(p.Language, "questions."+p.Rows[3].Question.Key+".position", "draft_place", "last", 28)}
	return p
}

func questionEditor(l words.Language, v *quiz.Version, i int) adminview.QuestionProps {
	q := v.Questions[i]
	f := adminview.QuestionForm{Question: q, Strength: strconv.FormatFloat(q.Strength, 'f', -1, 64)}
	for n, o := range q.Options {
		option := adminview.OptionForm{Was: strconv.Itoa(n), Label: o.Label, Loadings: map[string]string{}}
		for d, loading := range o.Loadings {
			option.Loadings[d] = strconv.FormatFloat(loading, 'f', -1, 64)
		}
		f.Options = append(f.Options, option)
	}
	return adminview.QuestionProps{
		Page:   adminview.Page{Title: l.Say("question.title", "number", i+1), Viewer: editor(l), Here: "/admin/questions"},
		Number: i + 1, Form: f.InWords(l, v), Version: v, Revision: v.Revision,
		Shown: takerview.Asked(asking(q, i+1, quiz.NoAnswer)),
		Effect: adminview.EffectProps{Ready: true, Compared: 500, Scenarios: []adminview.ScenarioRow{
			{Name: "Sets direction", Expected: said(l, quiz.Clear, "Product", 0), Live: said(l, quiz.Clear, "Product", 89), Draft: said(l, quiz.Clear, "Product", 91), OK: true},
		}},
	}
}

func advised(p adminview.QuestionProps) adminview.QuestionProps {
	l := p.Language
	p.Retired = true
	at := "questions." + p.Form.Key
	p.Findings = []adminview.Finding{
		{Field: at + ".text", What: l.Say("adminfindings.grade", "text", p.Form.Text, "grade", 14, "easy", 8), Fix: l.Say("adminfindings.grade_fix")},
		{Field: at + ".options", Error: true, What: l.Say("adminfindings.dead_question", "question", p.Form.Text), Fix: l.Say("adminfindings.dead_question_fix")},
	}
	p.Effect.Changed, p.Effect.Traced = 12, 12
	p.Effect.Causes = []adminview.CauseRow{{Name: l.Say("admineffect.question", "number", 4), About: p.Form.Text, To: "/admin/questions/" + p.Form.Key, Changed: 9}, {Name: l.Say("admineffect.settings"), Changed: 1}}
	p.Effect.Moves = []adminview.MoveRow{{From: said(l, quiz.Clear, "Product", 0), To: said(l, quiz.Leaning, "Product", 0), Count: 11}, {From: said(l, quiz.Leaning, "Product", 0), To: said(l, quiz.Balanced, "", 0), Count: 1}}
	p.Effect.Scenarios = append(p.Effect.Scenarios, adminview.ScenarioRow{Name: "Mixed", Expected: said(l, quiz.Leaning, "Product", 0), Live: said(l, quiz.Leaning, "Product", 70), Draft: said(l, quiz.Balanced, "", 55)})
	return p
}

// clashing was changed both in its sentences and in its grid.
func clashing(p adminview.QuestionProps) adminview.QuestionProps {
	at := "questions." + p.Form.Key
	p.Form.Lines = append(p.Form.Lines, adminview.LineForm{End: p.Version.Dimensions[2].Key + "-", Size: "0.3"})
	p.Form.Options[0].Loadings[p.Version.Dimensions[0].Key], p.Form.Clash, p.Unsaved = "-0.9", true, true
	p.Problems = quiz.Problems{problemIn(p.Language, at+".says", "draft_loadings_both")}
	return p
}

// uneven has loadings that no sentence says.
func uneven(p adminview.QuestionProps, l words.Language) adminview.QuestionProps {
	p.Form.Options[0].Loadings[p.Version.Dimensions[0].Key] = "-0.2"
	p.Form = p.Form.InWords(l, p.Version)
	return p
}

func questionRefused(p adminview.QuestionProps) adminview.QuestionProps {
	at := "questions." + p.Form.Key
	p.Form.Text, p.Form.Strength = strings.Repeat("Too long ", 40), "much"
	p.Form.Options[1].Loadings["horizon"] = "1.5"
	p.Problems = quiz.Problems{
		problemIn(p.Language, at+".text", "draft_long", "n", 300, "has", 360),
		problemIn(p.Language, at+".strength", "draft_within_unread", "least", 0, "most", 3, "typed", "much"),
		problemIn(p.Language, at+".options.1.loadings.horizon", "draft_within", "least", -1, "most", 1, "it", 1.5),
	}
	p.Unsaved, p.Shown, p.Effect = true, nil, adminview.EffectProps{}
	return p
}
