package taker

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// showSave gives the private link that carries the answers so far, once there
// is one.
func (t *Taker) showSave(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	props := takerview.SaveProps{Language: t.language(w, r, ed), Answered: j.Answered(), Most: ed.mostFor(j), To: nextPage(j)}
	if j.Answered() > 0 {
		props.Link = t.absolute(r, site.ResumeLink(j.Link().Token()))
		if props.QR, err = t.codes.Draw(props.Link); err != nil {
			return err
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusOK, takerview.Save(props))
}

// showResume asks before the answers of a private link replace the ones in
// this browser. Looking at the link changes nothing.
func (t *Taker) showResume(w http.ResponseWriter, r *http.Request) error {
	token := chi.URLParam(r, "token")
	ed, j, err := t.readLink(r, token)
	if err != nil {
		return err
	}
	_, here, problem := t.journey(w, r)
	w.Header().Set("Cache-Control", "no-store")
	if to, err := t.endOf(r, j, here); err != nil || to != "" {
		return t.redirectOrFail(w, r, to, err)
	}
	props := takerview.ResumeProps{Language: t.language(w, r, ed), Token: token, Answered: j.Answered(), Most: ed.mostFor(j)}
	if problem == nil && !here.Finished && (here.Origin() != j.Origin() || here.Touched.After(j.Touched)) {
		props.Replaces = here.Answered()
	}
	return page.Render(w, r, http.StatusOK, takerview.ResumeQuiz(props))
}

// resumeQuiz goes on in this browser with the answers of a private link.
// Whoever made the link cannot open what is finished here: a browser that takes
// a journey up has a secret of its own.
func (t *Taker) resumeQuiz(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	_, j, err := t.readLink(r, r.PostForm.Get("token"))
	if err != nil {
		return err
	}
	_, here, problem := t.journey(w, r)
	if to, err := t.endOf(r, j, here); err != nil || to != "" {
		return t.redirectOrFail(w, r, to, err)
	}
	if problem == nil && sameJourney(here, j) {
		j = here.CatchUp(j)
	} else {
		j = j.TakeUp(random128())
	}
	t.keep(w, r, j)
	t.countResumed(j)
	return page.Redirect(w, r, nextPage(j))
}

// errNoAnswers refuses a link that saves nobody anything.
var errNoAnswers = &page.Error{
	Status: http.StatusUnprocessableEntity, Title: "error.no_answers_title",
	Message: "error.no_answers",
	Action:  "error.start_page", To: site.Home,
}

func (t *Taker) readLink(r *http.Request, token string) (*edition, quiz.Journey, error) {
	ed, j, err := t.readJourney(r, token)
	if err == nil && j.Answered() == 0 {
		err = errNoAnswers
	}
	return ed, j, err
}

func sameJourney(here, link quiz.Journey) bool {
	return here.Version == link.Version && here.Origin() == link.Origin()
}

// endOf is the address of the result that the journey of a link ended in, ""
// if it did not end or nobody knows. The one here may be none. It returns
// quiz.ErrElsewhere if only another browser opens the result.
func (t *Taker) endOf(r *http.Request, link, here quiz.Journey) (string, error) {
	if here.Finished && sameJourney(here, link) {
		return site.Result(here.Owner()), nil
	}
	id, err := t.store.Ended(r.Context(), link.Origin())
	switch owner := link.Owner(); {
	case errors.Is(err, quiz.ErrNotFound), errors.Is(err, quiz.ErrUnavailable): // the quiz goes on without the database
		return "", nil
	case errors.Is(err, quiz.ErrGone):
		return "", t.deleted()
	case err != nil:
		return "", fmt.Errorf("find the end of a journey: %w", err)
	case link.Opens() && owner.ID() == id: // a link of the days when it held the key
		return site.Result(owner) + "?" + finishedElsewhere, nil
	}
	return "", quiz.ErrElsewhere
}

// redirectOrFail redirects to a result, or returns why there is none.
func (t *Taker) redirectOrFail(w http.ResponseWriter, r *http.Request, to string, err error) error {
	if errors.Is(err, quiz.ErrElsewhere) {
		l := t.language(w, r, t.editions.latest())
		return page.Render(w, r, http.StatusConflict, takerview.Elsewhere(takerview.ElsewhereProps{Language: l}))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, to)
}
