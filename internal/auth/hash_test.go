package auth_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"whichpm/internal/auth"
)

var cheap = auth.Cost{Memory: 8, Passes: 1, Threads: 1}

func TestAHashFitsItsPasswordOnly(t *testing.T) {
	h := auth.NewHasher(auth.Wise)
	hash, err := h.Hash(t.Context(), "stapler orbit lentil")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("the hash is %s", hash)
	}
	for password, want := range map[string]bool{"stapler orbit lentil": true, "stapler orbit lentils": false, "": false} {
		if ok, err := h.Verify(t.Context(), hash, password); ok != want || err != nil {
			t.Errorf("%q: %t, %v", password, ok, err)
		}
	}
	again, err := h.Hash(t.Context(), "stapler orbit lentil")
	if err != nil || again == hash {
		t.Errorf("the same password has the same hash twice, %v", err)
	}
}

func TestAnAccountThatIsNotThereCostsAsMuch(t *testing.T) {
	h := auth.NewHasher(cheap)
	for _, password := range []string{"", "stapler orbit lentil"} {
		before := h.Computed()
		if ok, err := h.Verify(t.Context(), "", password); ok || err != nil {
			t.Errorf("no hash fits %q: %t, %v", password, ok, err)
		}
		if h.Computed() != before+1 {
			t.Errorf("%d hashes were computed, want 1", h.Computed()-before)
		}
	}
}

func TestAHashOfAnotherCostIsOutdated(t *testing.T) {
	old, err := auth.NewHasher(cheap).Hash(t.Context(), "stapler orbit lentil")
	if err != nil {
		t.Fatal(err)
	}
	h := auth.NewHasher(auth.Cost{Memory: 16, Passes: 1, Threads: 1})
	if ok, err := h.Verify(t.Context(), old, "stapler orbit lentil"); !ok || err != nil {
		t.Errorf("it fits no more: %t, %v", ok, err)
	}
	if !h.Outdated(old) || auth.NewHasher(cheap).Outdated(old) {
		t.Error("it is outdated for the wrong hasher")
	}
}

func TestManyHashesAtOnceTakeTurns(t *testing.T) {
	h := auth.NewHasher(cheap)
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			if _, err := h.Hash(t.Context(), "stapler orbit lentil"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if h.Computed() != 40 {
		t.Errorf("computed %d", h.Computed())
	}
}

func TestAVisitorWhoLeavesTheQueueComputesNoHash(t *testing.T) {
	h := auth.NewHasher(auth.Cost{Memory: 64 << 10, Passes: 3, Threads: 1})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range 20 { // a free turn and an ended context are chosen by chance
		if _, err := h.Hash(ctx, "x"); errors.Is(err, context.Canceled) {
			return
		}
	}
	t.Error("an ended context still computes")
}

func TestAHashNobodyWroteIsRefused(t *testing.T) {
	h := auth.NewHasher(cheap)
	for _, hash := range []string{
		"x", "$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5", "$argon2id$v=16$m=8,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5",
		"$argon2id$v=19$m=4294967295,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5", "$argon2id$v=19$m=8,t=999,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5",
		"$argon2id$v=19$m=08,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5", "$argon2id$v=19$m=8,t=1,p=1$$", "$argon2id$v=19$m=8,t=1$c2FsdHNhbHQ$a2V5a2V5a2V5",
	} {
		if ok, err := h.Verify(t.Context(), hash, "x"); ok || err == nil {
			t.Errorf("%s is read", hash)
		}
		if !h.Outdated(hash) {
			t.Errorf("%s would be kept", hash)
		}
	}
	if h.Computed() > 0 {
		t.Error("it was computed")
	}
}
