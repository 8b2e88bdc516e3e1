package admin

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// showPlay offers to play the draft through.
func (a *Admin) showPlay(w http.ResponseWriter, r *http.Request) error {
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	p := adminview.Page{Title: language(r).Say("adminpreview.play"), Viewer: viewer(r), Here: site.AdminQuestions, Narrow: true}
	return page.Render(w, r, http.StatusOK, adminview.Play(adminview.PlayProps{Page: p, Questions: v.Asked()}))
}

// startPlay begins a journey through the draft that lives in the address.
func (a *Admin) startPlay(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	v, err := a.draft(r.Context())
	if err != nil {
		return err
	}
	var seed quiz.Seed
	_, _ = rand.Read(seed[:]) // documented never to fail
	j := quiz.Begin(v, seed, a.now(), r.PostForm.Get("form") == "full")
	return page.Redirect(w, r, playAt(v, score.New(v).Advance(v, j)))
}

func playAt(v *quiz.Version, j quiz.Journey) string { return site.AdminPlayAt(v.Revision, j.Token()) }

// showStep shows the question that is open, or the result at the end.
func (a *Admin) showStep(w http.ResponseWriter, r *http.Request) error {
	v, j, err := a.playing(r)
	if err != nil {
		return err
	}
	if j.Current() > 0 && r.URL.RawQuery != site.AdminPlayStop {
		return page.Render(w, r, http.StatusOK, takerview.Question(stepProps(r, v, j)))
	}
	banner := adminview.PreviewBanner(language(r), "adminpreview.again", site.AdminPlay)
	reading := a.tried(v, j.Answers(v), j.Shuffle())
	reading.Result.Hurried = score.Hurried(v, j)
	reading.Language, reading.Version = asTakersSee(r, v)
	return page.Render(w, r, http.StatusOK, takerview.Tried(takerview.TriedProps{Reading: reading, Banner: banner}))
}

// answerStep goes on to the address that holds one answer more.
func (a *Admin) answerStep(w http.ResponseWriter, r *http.Request) error {
	v, j, err := a.playing(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if j.Current() == 0 {
		return page.Redirect(w, r, playAt(v, j))
	}
	moved, err := a.step(v, j, r.PostForm)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props := stepProps(r, v, j)
		props.Problems = props.Language.Problems(problems)
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.Question(props))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, playAt(v, score.New(v).Advance(v, moved)))
}

func (a *Admin) step(v *quiz.Version, j quiz.Journey, form url.Values) (quiz.Journey, error) {
	if form.Has("skip") {
		return j.Skip(j.Current(), a.now())
	}
	if form.Get("answer") == "" {
		return j, quiz.Refusal("answer", "answer")
	}
	option, err := strconv.Atoi(form.Get("answer"))
	if err != nil {
		option = quiz.NoAnswer // no option has this index: the domain says what to do
	}
	return j.Answer(v, j.Current(), option, a.now())
}

// playing reads a journey from the address and checks that it belongs to the
// draft as it is now.
func (a *Admin) playing(r *http.Request) (*quiz.Version, quiz.Journey, error) {
	v, err := a.draft(r.Context())
	if err != nil {
		return nil, quiz.Journey{}, err
	}
	j, err := quiz.DecodeJourney(chi.URLParam(r, "token"))
	if err != nil {
		return nil, j, errPlayUnreadable
	}
	if chi.URLParam(r, "revision") != strconv.FormatInt(v.Revision, 10) || j.Version != v.ID {
		return nil, j, errPlayMoved
	}
	if err := j.Fits(v); err != nil {
		return nil, j, errPlayUnreadable
	}
	return v, j, nil
}

var (
	errPlayMoved = &page.Error{
		Status: http.StatusConflict, Title: "adminpreview.moved_title",
		Message: "adminpreview.moved",
		Action:  "adminpreview.play_again", To: site.AdminPlay,
	}
	errPlayUnreadable = &page.Error{
		Status: http.StatusBadRequest, Title: "adminpreview.unreadable_title",
		Message: "adminpreview.unreadable",
		Action:  "adminpreview.play_again", To: site.AdminPlay,
	}
)

func stepProps(r *http.Request, v *quiz.Version, j quiz.Journey) takerview.QuestionProps {
	n := j.Current()
	l, shown := asTakersSee(r, v)
	props := askedAs(shown.Questions[j.Steps[n-1].Question], j.Shuffle())
	props.Language = l
	props.Number, props.Most, props.AtMost = n, len(j.Steps)+len(score.New(v).ToCome(j)), !v.Settings.NeverStops(j) && !j.Stopped
	if props.Lot = v.Settings.Lot(j); props.Lot > 0 && j.Answered() > 0 {
		props.Stop = playAt(v, j) + "?" + site.AdminPlayStop
	}
	props.Action, props.Back = playAt(v, j), site.AdminPlay
	props.Banner = adminview.PreviewBanner(language(r), "adminpreview.leave", site.AdminPreview)
	if n > 1 { // one step back, which is open again
		before := j
		before.Stopped, before.Steps = false, slices.Clone(j.Steps[:n-1])
		before.Steps[n-2].Answer = quiz.Open
		props.Back = playAt(v, before)
	}
	return props
}
