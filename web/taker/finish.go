package taker

import (
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// finishQuiz scores the answers and stores the result, the one write of a
// completed quiz. Doing it twice stores it once. Until the store has it, the
// answers stay in the cookie.
func (t *Taker) finishQuiz(w http.ResponseWriter, r *http.Request) error {
	ed, j, err := t.journey(w, r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner()))
	}
	if r.PostForm.Has("apart") {
		j = j.Apart()
	}
	ended := j
	if ed.Settings.AsksAll(j) { // may end early
		ended = j.EndsNow()
	}
	result, err := t.result(ed, ended)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props := reviewProps(ed, t.language(w, r, ed), j)
		props.Problems = props.Language.Problems(problems)
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.Review(props))
	}
	stored, err := t.store.KeepResult(r.Context(), result)
	switch {
	case errors.Is(err, quiz.ErrElsewhere):
		props := takerview.ElsewhereProps{Language: t.language(w, r, ed), Answered: j.Answered()}
		return page.Render(w, r, http.StatusConflict, takerview.Elsewhere(props))
	case errors.Is(err, quiz.ErrGone):
		t.forget(w, r)
		return t.deleted()
	case err != nil:
		return fmt.Errorf("store result: %w", err)
	}
	t.finished()
	t.countFinished(ed, j, stored.Form)
	j = ended
	j.Finished = true
	t.keep(w, r, j)
	to := site.Result(j.Owner())
	if stored.Answers != result.Answers { // finished before, on another device
		to += "?" + finishedElsewhere
	}
	return page.Redirect(w, r, to)
}

// finishedElsewhere in an address says that the result shown is of answers
// given on another device.
const finishedElsewhere = "elsewhere=1"

// result freezes the verdict. Problems name the list of answers.
func (t *Taker) result(ed *edition, j quiz.Journey) (quiz.Result, error) {
	if j.Answered() == 0 {
		return quiz.Result{}, quiz.Refusal("answers", "answer_one")
	}
	if j.Current() > 0 {
		return quiz.Result{}, quiz.Refusal("answers", "answer_open")
	}
	return ed.model.Finish(ed.Version, j, t.now()), nil
}
