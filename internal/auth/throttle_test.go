package auth_test

import (
	"fmt"
	"testing"
	"time"

	"whichpm/internal/auth"
)

func TestWhoGuessesWaitsLongerEachTime(t *testing.T) {
	throttle, at := auth.NewThrottle(), now
	for range 5 {
		if wait := throttle.Try("ada", "here", at); wait != 0 {
			t.Fatalf("one of the first tries waits %s", wait)
		}
	}
	for _, want := range []time.Duration{30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute} {
		if wait := throttle.Try("ada", "here", at); wait != want {
			t.Errorf("waits %s, want %s", wait, want)
		}
		at = at.Add(want)
		if wait := throttle.Try("ada", "here", at); wait != 0 {
			t.Errorf("after waiting it waits %s more", wait)
		}
	}
	if wait := throttle.Try("ben", "here", at); wait != 0 {
		t.Errorf("another account waits %s", wait)
	}
}

func TestARightPasswordForgetsTheWrongOnes(t *testing.T) {
	throttle := auth.NewThrottle()
	for range 20 {
		if wait := throttle.Try("ada", "here", now); wait != 0 {
			t.Fatalf("waits %s", wait)
		}
		throttle.Right("ada", "here", now)
	}
}

func TestStrangersCannotLockOutWhoSignedInBefore(t *testing.T) {
	throttle := auth.NewThrottle()
	throttle.Try("ada", "home", now)
	throttle.Right("ada", "home", now)
	refused := 0
	for n := range 100 {
		if throttle.Try("ada", fmt.Sprint("stranger ", n), now) > 0 {
			refused++
		}
	}
	if refused < 60 {
		t.Errorf("only %d of 100 strangers wait", refused)
	}
	if wait := throttle.Try("ada", "home", now); wait != 0 {
		t.Errorf("ada waits %s at home", wait)
	}
	if wait := throttle.Try("ada", "a hotel", now); wait <= 0 || wait > time.Minute {
		t.Errorf("ada waits %s elsewhere", wait)
	}
	if wait := throttle.Try("ada", "a hotel", now.Add(time.Minute)); wait != 0 {
		t.Errorf("ada waits %s more once the strangers stop", wait)
	}
}

func TestAddressesWithoutEndDoNotFillTheMemory(t *testing.T) {
	throttle := auth.NewThrottle()
	for n := range 250_000 {
		throttle.Try(fmt.Sprint("account ", n), "here", now)
	}
}

func TestAfterTheClockWentBackNobodyWaitsForTheOldTime(t *testing.T) {
	throttle := auth.NewThrottle()
	for range 6 {
		throttle.Try("ada", "here", now)
	}
	for n := range 40 {
		throttle.Try("ben", fmt.Sprint(n), now)
	}
	then := now.Add(-365 * 24 * time.Hour)
	for _, account := range []string{"ada", "ben"} {
		if wait := throttle.Try(account, "here", then); wait > time.Minute {
			t.Errorf("%s waits %s", account, wait)
		}
		if wait := throttle.Try(account, "here", then.Add(2*time.Minute)); wait != 0 {
			t.Errorf("two minutes later %s waits %s", account, wait)
		}
	}
}
