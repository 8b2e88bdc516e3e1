package admin

import (
	"errors"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
)

// previewRoutes mounts the pages that try the draft out. None of them stores
// anything.
func (a *Admin) previewRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	r.Get(site.AdminPreview, handle(a.showPreviews))
	r.Get(site.AdminPreviewStart, handle(a.previewLanding))
	r.Get(site.AdminPreviewQuestionPattern, handle(a.previewQuestion))
	r.Post(site.AdminPreviewQuestionPattern, handle(a.previewNext))
	r.Get(site.AdminPreviewGuide, handle(a.previewGuide))
	r.Get(site.AdminPreviewMethod, handle(a.previewMethod))
	r.Get(site.AdminPreviewResult, handle(a.previewResult))
	r.Get(site.AdminPlay, handle(a.showPlay))
	r.Post(site.AdminPlay, handle(a.startPlay))
	r.Get(site.AdminPlayPattern, handle(a.showStep))
	r.Post(site.AdminPlayPattern, handle(a.answerStep))
}

func previewBanner(r *http.Request) templ.Component {
	return adminview.PreviewBanner(language(r), "adminpreview.all", site.AdminPreview)
}

// asTakersSee is a draft as takers who read the language of the admin would get
// it.
func asTakersSee(r *http.Request, v *quiz.Version) (words.Language, *quiz.Version) {
	l := language(r)
	return l.Showing(v.Shown(l.Say("adminform.unwritten")))
}

// showPreviews leads to every page of the draft.
func (a *Admin) showPreviews(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	props := adminview.PreviewProps{Version: v, Draw: "1", Answers: r.URL.Query().Get(site.ChosenParameter)}
	return renderPreviews(w, r, props)
}

func renderPreviews(w http.ResponseWriter, r *http.Request, props adminview.PreviewProps) error {
	props.Title, props.Viewer, props.Here = language(r).Say("adminpreview.title"), viewer(r), site.AdminQuestions
	return page.Render(w, r, statusFor(w, props.Problems), adminview.Preview(props))
}

// previewLanding is the first page. Its button plays the draft.
func (a *Admin) previewLanding(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	l, shown := asTakersSee(r, v)
	return page.Render(w, r, http.StatusOK, takerview.Landing(takerview.LandingProps{
		Language: l, Version: shown, Questions: v.Asked(), OfferFull: true, Start: site.AdminPlay, Banner: previewBanner(r),
	}))
}

// previewQuestion is one question of the draft, also a retired one.
func (a *Admin) previewQuestion(w http.ResponseWriter, r *http.Request) error {
	v, i, err := a.draftQuestion(r)
	if err != nil {
		return err
	}
	l, shown := asTakersSee(r, v)
	props := askedAs(shown.Questions[i], 0)
	props.Language, props.Number, props.Most, props.Banner = l, i+1, len(v.Questions), previewBanner(r)
	props.Action, props.Back = site.AdminPreviewQuestion(v.Questions[i].Key), site.AdminPreview
	if i > 0 {
		props.Back = site.AdminPreviewQuestion(v.Questions[i-1].Key)
	}
	return page.Render(w, r, http.StatusOK, takerview.Question(props))
}

// previewNext goes on to the next question, whatever was answered.
func (a *Admin) previewNext(w http.ResponseWriter, r *http.Request) error {
	v, i, err := a.draftQuestion(r)
	if err != nil {
		return err
	}
	if i+1 == len(v.Questions) {
		return page.Redirect(w, r, site.AdminPreview)
	}
	return page.Redirect(w, r, site.AdminPreviewQuestion(v.Questions[i+1].Key))
}

// previewGuide shows the roles side by side.
func (a *Admin) previewGuide(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	l, shown := asTakersSee(r, v)
	props := takerview.GuideProps{Language: l, Version: shown, Action: site.AdminPreviewGuide, Banner: previewBanner(r)}
	if chosen := r.URL.Query()[site.RoleParameter]; len(chosen) > 0 && takerview.GuideChooses(v) {
		props.Chosen, props.Problems = chosen, l.Problems(v.CheckBeside(site.RoleParameter, chosen))
	}
	return page.Render(w, r, statusFor(w, props.Problems), takerview.Guide(props))
}

// previewMethod shows how the draft asks and scores.
func (a *Admin) previewMethod(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	l, shown := asTakersSee(r, v)
	props := takerview.MethodProps{Language: l, Version: shown, Banner: previewBanner(r)}
	for _, line := range check.Version(v).In(l.Localize).Lines {
		props.Checks = append(props.Checks, takerview.Check{Key: line.Check, Name: line.Name, Measures: line.Measures, Value: line.Value, OK: line.OK})
	}
	return page.Render(w, r, http.StatusOK, takerview.Method(props))
}

// previewResult is the result of answers typed, or of somebody made up.
func (a *Admin) previewResult(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	query := r.URL.Query()
	if query.Get(site.ChosenParameter) == site.ChosenHere {
		return page.Redirect(w, r, site.AdminPreviewResultOf(chosenOneByOne(v, query).Text()))
	}
	props := adminview.PreviewProps{Version: v, Role: query.Get("role"), Draw: query.Get("draw"), Answers: query.Get("answers")}
	answers, err := sampleAnswers(v, props, query.Has("answers"))
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props.Problems = language(r).Problems(problems)
		return renderPreviews(w, r, props)
	}
	if err != nil {
		return err
	}
	reading := a.tried(v, answers, 0)
	reading.Language, reading.Version = asTakersSee(r, v)
	return page.Render(w, r, http.StatusOK, takerview.Tried(takerview.TriedProps{
		Reading: reading, Banner: adminview.PreviewBanner(language(r), "adminpreview.change", site.AdminPreviewOf(answers.Text())),
	}))
}

// chosenOneByOne are the answers of the form that asks for each.
func chosenOneByOne(v *quiz.Version, query url.Values) quiz.Answers {
	answers := v.NoAnswers()
	for i, q := range v.Questions {
		if option, err := strconv.Atoi(query.Get(site.AnswerParameter(i))); err == nil && option >= 0 && option < len(q.Options) {
			answers[i] = option
		}
	}
	return answers
}

// sampleAnswers are those typed, or drawn from the profile of a role. The same
// draw gives the same answers.
func sampleAnswers(v *quiz.Version, p adminview.PreviewProps, typed bool) (quiz.Answers, error) {
	if typed {
		answers, err := v.AnswersFromText(p.Answers)
		if err != nil {
			return nil, quiz.Refusal("answers", "answers_typed", "n", len(v.Questions))
		}
		return answers, nil
	}
	role := v.RoleIndex(p.Role)
	if role < 0 {
		return nil, quiz.Refusal("role", "admin_role")
	}
	draw, err := quiz.ReadWhole(p.Draw)
	if err != nil || draw < 1 {
		return nil, quiz.Refusal("draw", "draw")
	}
	return score.New(v).Play(role, rand.New(rand.NewPCG(uint64(draw), uint64(role)))), nil //nolint:gosec // the same number draws the same taker
}

// tried is what a draft says to answers. It is kept nowhere.
func (a *Admin) tried(v *quiz.Version, answers quiz.Answers, shuffle quiz.Shuffle) takerview.Reading {
	model := score.New(v)
	s := model.Score(answers)
	return takerview.Reading{
		Version: v, Answers: answers, Score: s,
		Turn: model.WouldChange(answers), Same: model.Robustness(answers, uint64(shuffle)),
		Result: quiz.Result{
			Version: v.ID, FinishedAt: a.now(), Answers: answers.Text(), Shuffle: shuffle,
			Verdict: s.Verdict, Top: v.Roles[s.Top].Key, Probability: s.Posterior[s.Top],
		},
	}
}
