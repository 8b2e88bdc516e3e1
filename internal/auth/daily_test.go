package auth_test

import (
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/test/storetest"
)

func TestAnAddressDoesSomethingAFewTimesADay(t *testing.T) {
	db := storetest.Empty(t)
	one, other := auth.NewDaily(db, "groups", 3), auth.NewDaily(db, "groups", 3) // two programs
	at := now
	try := func(d auth.Daily, address string, want time.Duration) {
		t.Helper()
		wait, err := d.Try(t.Context(), address, at)
		if err != nil || wait != want {
			t.Errorf("%s waits %s, want %s: %v", address, wait, want, err)
		}
	}
	try(one, "ada", 0)
	at = at.Add(time.Hour)
	try(other, "ada", 0)
	try(one, "ada", 0)
	try(other, "ada", 23*time.Hour)
	try(one, "ben", 0)
	try(auth.NewDaily(db, "other", 3), "ada", 0)
	if err := db.ForgetTries(t.Context(), at); err != nil {
		t.Fatal(err)
	}
	at = at.Add(22 * time.Hour)
	try(one, "ada", time.Hour)
	at = at.Add(time.Hour)
	try(one, "ada", 0)
	try(one, "ada", 0)
	try(one, "ada", 0)
	at = at.Add(-48 * time.Hour) // the clock goes back
	try(one, "ada", 24*time.Hour)
}

func TestWhatWasCountedOfADayIsForgotten(t *testing.T) {
	db := storetest.Empty(t)
	daily := auth.NewDaily(db, "groups", 1)
	if _, err := daily.Try(t.Context(), "ada", now); err != nil {
		t.Fatal(err)
	}
	if err := db.ForgetTries(t.Context(), now.Add(24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if wait, err := daily.Try(t.Context(), "ada", now); wait != 0 || err != nil {
		t.Errorf("it waits %s, %v", wait, err)
	}
}
