package taker

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/web/page"
	"whichpm/web/takerview"
)

// showSince shows what changed from an earlier result of the same person.
func (t *Taker) showSince(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	earlier, err := quiz.ParseOwner(chi.URLParam(r, "earlier"))
	if err != nil {
		return err
	}
	before, err := t.ownedBy(r.Context(), earlier)
	if err != nil {
		return err
	}
	edNow, now, err := t.rescore(r.Context(), result)
	if err != nil {
		return err
	}
	edThen, then, err := t.rescore(r.Context(), before)
	if err != nil {
		return err
	}
	l := t.language(w, r, edNow, edThen)
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusOK, takerview.Since(takerview.SinceProps{
		Language: l, Owner: owner, Now: edNow.translated(now, l), Then: edThen.translated(then, l),
		Apart: score.Compare([]score.Person{
			{Version: edThen.in(l), Result: then.Score},
			{Version: edNow.in(l), Result: now.Score},
		}),
	}))
}

// earlier is the result the taker of a journey had before, zero if there is
// none or it was deleted.
func (t *Taker) earlier(r *http.Request, j quiz.Journey) (quiz.Owner, error) {
	if j.Earlier == (quiz.Owner{}) {
		return j.Earlier, nil
	}
	_, err := t.store.Result(r.Context(), j.Earlier.ID())
	if errors.Is(err, quiz.ErrGone) || errors.Is(err, quiz.ErrNotFound) {
		return quiz.Owner{}, nil
	}
	if err != nil {
		return quiz.Owner{}, fmt.Errorf("load earlier result: %w", err)
	}
	return j.Earlier, nil
}
