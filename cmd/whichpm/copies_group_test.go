package main

import (
	"encoding/binary"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/web/site"
)

func TestWhatOneCopyDoesToAGroupTheOtherShows(t *testing.T) {
	c := twoCopies(t, "--groups=anyone")
	f := quiz.NewGroupForm("once")
	f.Name = "Second-years"
	group, organiser, err := quiz.NewGroup(f, quiz.LeastLeast, time.Now())
	ok(t, err)
	last := quiz.Owner{Day: 20_000} // of the result that joins through a copy
	binary.BigEndian.PutUint64(last.Secret[:], quiz.LeastLeast-1)
	db, err := store.Open(t.Context(), store.Config{URL: c.database})
	ok(t, err)
	ok(t, db.AddGroup(t.Context(), group))
	for n := range quiz.LeastLeast {
		r := storetest.Result(n)
		r.Hurried = false
		ok(t, db.AddResult(t.Context(), r))
		if r.ID != last.ID() {
			ok(t, db.JoinGroup(t.Context(), quiz.Member{Group: group.ID, Result: r.ID}, time.Now()))
		}
	}
	ok(t, db.Close())

	h := newHopper(t, c.front.url, "198.51.100.1")
	invitation, joining := site.Group(group.ID), site.Joining(last, group.ID)
	both := func(path string, want int, says string) (bodies [2]string) {
		t.Helper()
		for n := range c.program {
			if bodies[n], _ = h.hops(want, http.MethodGet, path); !strings.Contains(bodies[n], says) {
				t.Errorf("copy %s does not say %q at %s", h.copy, says, path)
			}
		}
		return bodies
	}
	both(invitation, http.StatusOK, "Fewer than 5 people joined")
	h.hops(http.StatusSeeOther, http.MethodPost, joining, "consent", "on")
	both(invitation, http.StatusOK, "5 or more people joined")
	both(joining, http.StatusOK, "You are in")
	for range c.program { // the second time through the other copy
		h.hops(http.StatusSeeOther, http.MethodPost, site.GroupClosing(organiser))
	}
	if shown := both(invitation, http.StatusOK, "never changes"); shown[0] != shown[1] {
		t.Error("each copy shows a picture of its own")
	}
	both(joining, http.StatusSeeOther, "")
}
