package gallery

import (
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// german has every public page in German, with its longest texts.
func german() []State {
	v := published().In("de")
	states := In(words.German, "in German", v)
	return append(states,
		State{"result", "in German clear", takerview.Result(ownedIn(words.German, reading(v, towards(1)), 0))},
		State{"result", "in German leaning", takerview.Result(ownedIn(words.German, reading(v, leaning), 1))},
		State{"result", "in German balanced", takerview.Result(ownedIn(words.German, reading(v, firstOption), 0))},
		State{"result", "in German among others", takerview.Result(among(ownedIn(words.German, reading(v, leaning), 0), 312))},
		State{"landing", "in German with longest text", takerview.Landing(takerview.LandingProps{Language: words.German, Version: wordy(), Questions: 200, Minutes: 34})},
		State{"question", "in German with longest text", takerview.Question(speaking(asking(longest(), 200, 5), words.German))},
		State{"result", "in German with longest text", takerview.Result(ownedIn(words.German, reading(wordy(), leaning), 5))},
		State{"landing", "in no other language", takerview.Landing(takerview.LandingProps{Language: words.English.Alone(), Version: published(), Questions: 25})},
	)
}

// In shows every public page once in a language.
func In(l words.Language, name string, v *quiz.Version) []State {
	leans, other := reading(v, leaning), reading(v, towards(-1))
	leans.Language, other.Language = l, l
	leans.Newer, leans.Result.Hurried = true, true
	refused := reviewing(28, 28)
	refused.Language = l
	refused.Problems = l.Problems(quiz.Problems{{Field: "answers", Code: "answer_one"}})
	for i := range refused.Rows {
		refused.Rows[i].Question = v.Questions[i]
	}
	saved := saving()
	saved.Language = l
	compared := comparing([]string{"Ada", ""}, leans, other)
	compared.Language = l
	since := since(other, leans)
	since.Language = l
	checks := []takerview.Check{{Name: l.Say("adminchecks.reading_grade"), Measures: l.Say("adminchecks.reading_grade_measures"), Value: "5.1"}}
	said := quiz.Outcome{Role: v.Roles[0].Key, Years: 1, Suits: 5, Open: true}
	measured := toldUs(v, []int64{41, 12, 9}, []int64{15, 29, 8})
	measured.Language = l
	mine := invited(trying(ownedIn(l, leans, 3), "lens"))
	mine.Accuracy = measured
	mine.Problems = l.Problems(quiz.Problems{{Field: "name", Code: "name_long", Values: []any{"n", quiz.MaxName}}})
	return append(organiserPages(l, name, v), []State{
		{"landing", name, takerview.Landing(takerview.LandingProps{Language: l, Version: v, Questions: 25, Usual: takerview.Length{Low: 13, High: 22}, OfferFull: true})},
		{"landing", name + " part answered", takerview.Landing(takerview.LandingProps{Language: l, Version: v, Questions: 25, Resume: &takerview.Resume{Answered: 6, Most: 25, To: "/q/7"}})},
		{"landing", name + " finished", takerview.Landing(takerview.LandingProps{Language: l, Version: v, Questions: 25, Finished: "/result/example"})},
		{"embed", name, takerview.Embed(takerview.EmbedProps{Language: l, Version: v, Questions: 28})},
		{"question", name, takerview.Question(speaking(refusedIn(l, asking(v.Questions[1], 7, 3)), l))},
		{"question", name + " pair", takerview.Question(speaking(asking(v.Questions[3], 4, quiz.NoAnswer), l))},
		{"question", name + " asked everything by lot", takerview.Question(speaking(byLot(asking(v.Questions[1], 1, quiz.NoAnswer)), l))},
		{"review", name, takerview.Review(refused)},
		{"save", name, takerview.Save(saved)},
		{"save", name + " link opened", takerview.ResumeQuiz(takerview.ResumeProps{Language: l, Token: "token", Answered: 6, Most: 28, Replaces: 2})},
		{"save", name + " before the first answer", takerview.Save(takerview.SaveProps{Language: l, Most: 28, To: "/q/1"})},
		{"save", name + " finished in another browser", takerview.Elsewhere(takerview.ElsewhereProps{Language: l, Answered: 25})},
		{"result", name, takerview.Result(mine)},
		{"result", name + " deletion", takerview.Removal(takerview.RemovalProps{Language: l, Owner: mine.Owner})},
		{"outcome", name, takerview.Result(having(ownedIn(l, leans, 0), takerview.OutcomePanel{OpenData: true, Problems: l.Problems(quiz.Problems{{Field: "role", Code: "job"}, {Field: "consent", Code: "consent"}})}))},
		{"outcome", name + " said", takerview.Result(having(ownedIn(l, leans, 0), takerview.OutcomePanel{Said: &said, Kept: true, OpenData: true}))},
		{"outcome", name + " said before", takerview.OutcomeConflict(takerview.OutcomeConflictProps{Language: l, Version: v, Owner: mine.Owner, Kept: said, Sent: said})},
		{"shared", name, takerview.Shared(shared(leans, quiz.ScopeAnswers, "Ada"))},
		{"shared", name + " nameless", takerview.Shared(shared(other, quiz.ScopeProfile, ""))},
		{"compare", name, takerview.Compare(compared)},
		{"compare", name + " form", takerview.CompareForm(takerview.CompareFormProps{Language: l, Problems: l.Problems(quiz.Problems{{Field: "link", Code: "link_more"}})})},
		{"since", name, takerview.Since(since)},
		{"guide", name, takerview.Guide(takerview.GuideProps{Language: l, Version: v})},
		{"method", name, takerview.Method(takerview.MethodProps{Language: l, Version: v, Checks: checks, Accuracy: measured, OpenData: true})},
		{"data", name, takerview.Data(takerview.DataProps{Language: l, Version: v, Latest: 4, Rows: 1204, Codebook: insight.Codebook(v)})},
		{"privacy", name, takerview.Privacy(takerview.PrivacyProps{Language: l, OpenData: true, KeepDays: 365, Groups: 5})},
		{"error", name, takerview.Error(takerview.ErrorProps{Language: l, Status: 404, Title: l.Say("error.not_found_title"), Message: l.Say("error.not_found"), ID: "K7QX2MPA"})},
	}...)
}

func speaking(p takerview.QuestionProps, l words.Language) takerview.QuestionProps {
	p.Language = l
	return p
}

func refusedIn(l words.Language, p takerview.QuestionProps) takerview.QuestionProps {
	p.Problems = l.Problems(quiz.Problems{{Field: "answer", Code: "answer"}})
	return p
}

// ownedIn is the owner's page in a language.
func ownedIn(l words.Language, r takerview.Reading, n int) takerview.ResultProps {
	r.Language = l
	p := owned(r, n)
	p.Accuracy.Language = l
	return p
}
