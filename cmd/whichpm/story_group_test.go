package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/browser"
	"whichpm/internal/test/storetest"
)

func TestAGroupIsMadeJoinedAndClosed(t *testing.T) {
	for name, script := range map[string]bool{"with script": true, "without script": false} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "quiz.db")
			url, _ := start(t, "--db="+path, "--groups=anyone")
			p := browser.Open(t, browser.Options{Script: script})
			p.Goto(url)
			p.Follow("Take it as a group")
			p.Fill("Name of the group", "Second-years")
			p.Follow("Make the group")
			expect(t, p, http.StatusOK, "Second-years", "only key to this page", "Fewer than 5 people have joined")
			joinFive(t, path, p.Path())
			p.Follow("Read this page again")
			expect(t, p, http.StatusOK, "5 or more people have joined")
			p.Follow("Close it and make the picture")
			expect(t, p, http.StatusOK, "made once and never changes")
			p.Follow("Close it and make the picture")
			expect(t, p, http.StatusOK, "The group is closed", "Show the picture", "Preference by preference")
		})
	}
}

// joinFive lets five people join the group of an organiser's address.
func joinFive(t *testing.T, path, address string) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // what was written is there
	o, err := quiz.ParseOrganiser(strings.TrimPrefix(address, "/group/"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := db.OrganisedGroup(t.Context(), o.ID())
	if err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		r := storetest.Result(n)
		if err := db.AddResult(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if err := db.JoinGroup(t.Context(), quiz.Member{Group: g.ID, Result: r.ID}, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
}
