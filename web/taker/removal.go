package taker

import (
	"fmt"
	"net/http"

	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// showRemoval asks before a result is deleted for good.
func (t *Taker) showRemoval(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	ed, err := t.editions.version(r.Context(), result.Version)
	if err != nil {
		return err
	}
	in, err := t.groupsOf(r, result.ID)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusOK, takerview.Removal(takerview.RemovalProps{Language: t.language(w, r, ed), Owner: owner, InGroup: len(in) > 0}))
}

// removeResult deletes a result. Every link of it answers that it is gone, and
// this browser forgets the answers it came from.
func (t *Taker) removeResult(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if err := t.store.DeleteResult(r.Context(), result.ID, t.now()); err != nil {
		return fmt.Errorf("delete result: %w", err)
	}
	t.links.invalidate()
	if _, j, err := t.journey(w, r); err == nil && j.Owner() == owner {
		t.forget(w, r)
	}
	return page.Redirect(w, r, site.Result(owner))
}
