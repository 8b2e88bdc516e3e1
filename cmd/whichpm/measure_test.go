package main

import (
	"context"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

func TestTheProgramAddsUpTheResultsItFindsAndKeepsItsCountsWhenItStops(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // only read from
	if err := db.SeedFirst(t.Context(), content.First(), storetest.Now); err != nil {
		t.Fatal(err)
	}
	if err := db.AddResult(t.Context(), storetest.Result(1)); err != nil {
		t.Fatal(err)
	}
	site, stop := start(t, "--db="+path)
	startQuiz(t, site)
	for added, deadline := false, time.Now().Add(readyWithin); !added; {
		rolled, err := db.RolledAt(t.Context())
		if added = !rolled.IsZero(); err != nil || time.Now().After(deadline) {
			t.Fatalf("nothing was added up: %v", err)
		}
	}
	stop()
	day := quiz.DayOf(storetest.Now)
	if parts, err := db.DayParts(t.Context(), 1, "totals", day, day); err != nil || len(parts) != 1 {
		t.Errorf("the result adds up to %v, %v", parts, err)
	}
	today := quiz.DayOf(time.Now())
	counts, err := db.StepTotals(t.Context(), 1, today-1, today)
	if err != nil || len(counts) != 3 {
		t.Errorf("the start was counted as %v, %v", counts, err)
	}
	if taken, err := db.Lease(t.Context(), "the next", time.Now(), time.Now()); err != nil || !taken {
		t.Errorf("the next program has to wait: %v", err)
	}
}

// startQuiz begins a journey without a browser.
func startQuiz(t *testing.T, site string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), readyWithin)
	defer cancel()
	form := strings.NewReader(url.Values{"form": {"full"}}.Encode())
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, site+"/start", form)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // there is nothing to read
	if response.StatusCode != http.StatusSeeOther {
		t.Fatalf("it answers %d", response.StatusCode)
	}
}
