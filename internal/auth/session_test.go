package auth_test

import (
	"testing"
	"time"

	"whichpm/internal/auth"
)

var now = time.Date(2026, time.March, 4, 5, 6, 7, 0, time.UTC)

func TestASessionEndsAfterAWhile(t *testing.T) {
	for _, tt := range []struct {
		name      string
		needsCode bool
		age, idle time.Duration
		ended     bool
	}{
		{"a new one", false, 0, 0, false},
		{"an hour without a request", false, time.Hour, time.Hour, true},
		{"almost an hour without a request", false, time.Hour, time.Hour - 1, false},
		{"twelve hours in use", false, 12 * time.Hour, 0, true},
		{"almost twelve hours in use", false, 12*time.Hour - 1, 0, false},
		{"begun by a machine whose clock is ahead", false, -4 * time.Minute, -4 * time.Minute, false},
		{"begun before the clock went back", false, -time.Hour, -time.Hour, true},
		{"waiting for the code", true, 9 * time.Minute, 9 * time.Minute, false},
		{"waiting too long for the code", true, 10 * time.Minute, 0, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := auth.Session{NeedsCode: tt.needsCode, CreatedAt: now.Add(-tt.age), SeenAt: now.Add(-tt.idle)}
			if s.Ended(now) != tt.ended {
				t.Errorf("ended is %t", !tt.ended)
			}
		})
	}
}

func TestATokenLeadsToItsSession(t *testing.T) {
	s, token := auth.NewSession("ADA", false, now)
	hash, err := auth.ParseToken(token)
	if err != nil || hash != s.Hash || len(token) != 43 {
		t.Errorf("%q: %v", token, err)
	}
	if _, other := auth.NewSession("ADA", false, now); other == token {
		t.Error("two sessions have the same token")
	}
	for _, bad := range []string{"", "x", token[1:], token + "A", token[:42] + "=", token[:42] + "_"} {
		if hash, err := auth.ParseToken(bad); err == nil && hash == s.Hash {
			t.Errorf("%q opens the session too", bad)
		}
	}
}
