package auth_test

import (
	"fmt"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/test/storetest"
)

// throttle is one that has to work.
type throttle struct {
	*auth.Throttle

	t *testing.T
}

func newThrottle(t *testing.T) throttle {
	t.Helper()
	return throttle{auth.NewThrottle(storetest.Empty(t)), t}
}

func (h throttle) try(account, address string, at time.Time) time.Duration {
	h.t.Helper()
	wait, err := h.Try(h.t.Context(), account, address, at)
	if err != nil {
		h.t.Fatal(err)
	}
	return wait
}

func (h throttle) right(account, address string, at time.Time) {
	h.t.Helper()
	if err := h.Right(h.t.Context(), account, address, at); err != nil {
		h.t.Fatal(err)
	}
}

func TestWhoGuessesWaitsLongerEachTime(t *testing.T) {
	throttle, at := newThrottle(t), now
	for range 5 {
		if wait := throttle.try("ada", "here", at); wait != 0 {
			t.Fatalf("one of the first tries waits %s", wait)
		}
	}
	for _, want := range []time.Duration{30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute} {
		if wait := throttle.try("ada", "here", at); wait != want {
			t.Errorf("waits %s, want %s", wait, want)
		}
		at = at.Add(want)
		if wait := throttle.try("ada", "here", at); wait != 0 {
			t.Errorf("after waiting it waits %s more", wait)
		}
	}
	if wait := throttle.try("ben", "here", at); wait != 0 {
		t.Errorf("another account waits %s", wait)
	}
}

func TestARightPasswordForgetsTheWrongOnes(t *testing.T) {
	throttle := newThrottle(t)
	for range 20 {
		if wait := throttle.try("ada", "here", now); wait != 0 {
			t.Fatalf("waits %s", wait)
		}
		throttle.right("ada", "here", now)
	}
}

func TestStrangersCannotLockOutWhoSignedInBefore(t *testing.T) {
	throttle := newThrottle(t)
	throttle.try("ada", "home", now)
	throttle.right("ada", "home", now)
	refused := 0
	for n := range 100 {
		if throttle.try("ada", fmt.Sprint("stranger ", n), now) > 0 {
			refused++
		}
	}
	if refused < 60 {
		t.Errorf("only %d of 100 strangers wait", refused)
	}
	if wait := throttle.try("ada", "home", now); wait != 0 {
		t.Errorf("ada waits %s at home", wait)
	}
	if wait := throttle.try("ada", "a hotel", now); wait <= 0 || wait > time.Minute {
		t.Errorf("ada waits %s elsewhere", wait)
	}
	if wait := throttle.try("ada", "a hotel", now.Add(time.Minute)); wait != 0 {
		t.Errorf("ada waits %s more once the strangers stop", wait)
	}
}

func TestWhatProgramsCountTogetherIsWhatOneWouldCount(t *testing.T) {
	db := storetest.Empty(t)
	copies := []throttle{{auth.NewThrottle(db), t}, {auth.NewThrottle(db), t}}
	for n := range 5 {
		if wait := copies[n%2].try("ada", "here", now); wait != 0 {
			t.Fatalf("one of the first tries waits %s", wait)
		}
	}
	for _, one := range copies {
		if wait := one.try("ada", "here", now); wait != 30*time.Second {
			t.Errorf("waits %s", wait)
		}
	}
	copies[0].right("ada", "here", now)
	if wait := copies[1].try("ada", "here", now); wait != 0 {
		t.Errorf("after getting in it waits %s", wait)
	}
}

func TestOldTriesAreForgotten(t *testing.T) {
	throttle := newThrottle(t)
	for range 6 {
		throttle.try("ada", "here", now)
	}
	if wait := throttle.try("ada", "here", now.Add(24*time.Hour)); wait != 0 {
		t.Errorf("a day later ada waits %s", wait)
	}
	throttle.right("ben", "home", now)
	late := now.Add(91 * 24 * time.Hour)
	for n := range 30 {
		throttle.try("ben", fmt.Sprint("stranger ", n), late)
	}
	if wait := throttle.try("ben", "home", late); wait == 0 {
		t.Error("who got in long ago is no stranger")
	}
}

func TestAfterTheClockWentBackNobodyWaitsForTheOldTime(t *testing.T) {
	throttle := newThrottle(t)
	for range 6 {
		throttle.try("ada", "here", now)
	}
	for n := range 40 {
		throttle.try("ben", fmt.Sprint(n), now)
	}
	then := now.Add(-365 * 24 * time.Hour)
	for _, account := range []string{"ada", "ben"} {
		if wait := throttle.try(account, "here", then); wait > time.Minute {
			t.Errorf("%s waits %s", account, wait)
		}
		if wait := throttle.try(account, "here", then.Add(2*time.Minute)); wait != 0 {
			t.Errorf("two minutes later %s waits %s", account, wait)
		}
	}
}
