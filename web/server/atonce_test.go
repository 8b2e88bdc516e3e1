package server_test

import (
	"net/http"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"whichpm/internal/auth"
)

// crowdAtOnce looks at every page as v, in two languages at a time, while each
// of the others does something again and again.
func crowdAtOnce(t *testing.T, v *visitor, pages []string, others ...func(n int)) {
	t.Helper()
	var over atomic.Bool
	var reading, busy sync.WaitGroup
	for _, other := range others {
		busy.Go(func() {
			for n := 0; n == 0 || !over.Load(); n++ {
				other(n)
			}
		})
	}
	for _, language := range []string{"en", "de"} {
		reading.Go(func() {
			for _, page := range pages {
				v.getAs(page, "Accept-Language", language).wantNoFault(t)
			}
		})
	}
	reading.Wait()
	over.Store(true)
	busy.Wait()
}

// wantNoFault lets a page say that something else was saved meanwhile.
func (r reply) wantNoFault(t *testing.T) {
	t.Helper()
	if s := r.StatusCode; s != http.StatusOK && s != http.StatusSeeOther && s != http.StatusConflict {
		t.Errorf("%s %s answers %d: %s", r.Request.Method, r.Request.URL.Path, s, r.text("main"))
	}
}

// Whatever handlers share is read here by some while others make it anew.
func TestEveryPageIsReadWhileOthersWriteAtOnce(t *testing.T) {
	h, editor := openWithNewDraft(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	result, shared := h.visitor(t).shares("answers", "Ada")
	_, other := h.visitor(t).shares("profile", "Ben")
	pages := slices.Concat(adminPages, insightPages, publicPages, []string{
		shared, shared + ".json", shared + "/card.png", "/compare/" + id(shared) + "/" + id(other), result, result + "/removal",
	})
	crowdAtOnce(t, owner, pages,
		func(int) { h.visitor(t).finish() },
		func(n int) { h.visitor(t).getAs(shared, "Accept-Encoding", []string{"gzip", "br"}[n%2]).wantNoFault(t) },
		func(n int) {
			q := h.draft(t).Questions[n%10]
			editor.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", "What is asked "+strconv.Itoa(n))...).wantNoFault(t)
		},
		func(n int) {
			if n < 20 { // not so often that the clock ends a session
				h.recount(t)
			}
			h.takers.Refresh(t.Context())
		},
	)
}

func TestVersionsArePublishedWhilePeopleTakeTheQuizAtOnce(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, shared := v.shares("answers", "Ada")
	pages := slices.Concat(publicPages, []string{shared, shared + ".json", shared + "/card.png", result, result + "/removal"})
	crowdAtOnce(t, v, pages,
		func(int) { h.visitor(t).finish() },
		func(int) { h.publishReworded(t) },
	)
}

var publicPages = []string{"/", "/guide", "/method", "/method.json", "/privacy", "/embed", "/compare"}
