package attack_test

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/long"
)

const (
	day  = 24 * time.Hour
	year = 365 * day
)

func TestAClockThatJumpsLocksNobodyOutAndLosesNothing(t *testing.T) {
	for name, by := range map[string]time.Duration{"a day back": -day, "a year ahead": year, "ten years back": -10 * year} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := open(t, siteOptions{})
			admin := h.signedIn(t, owner)
			v := h.visitor(t)
			done := v.finish()
			share := v.share(done, "verdict", "")
			v.post("/start", "form", "full").want(t, http.StatusSeeOther)
			next := v.answer("/q/1").want(t, http.StatusSeeOther).to()
			thief := h.visitor(t)
			for range 6 {
				thief.from = "192.0.2.1"
				thief.signIn("ada@example.org", "x")
			}
			h.jump(by)
			for next != "/review" {
				next = v.answer(next).want(t, http.StatusSeeOther).to()
			}
			result := v.post("/result").want(t, http.StatusSeeOther).to()
			for _, path := range []string{result, done, share} {
				v.get(path).want(t, http.StatusOK)
			}
			v.share(result, "profile", "")
			wait := h.visitor(t)
			wait.from = "192.0.2.2" // a new place signs in within a day, however the clock went
			wait.signIn(owner, password).want(t, http.StatusSeeOther)
			wait.get("/admin").want(t, http.StatusOK)
			got := thief.signIn("ada@example.org", "x")
			if seconds := got.Header.Get("Retry-After"); len(seconds) > 3 {
				t.Errorf("who guessed has to wait %s seconds", seconds)
			}
			admin.get("/admin").want(t, http.StatusSeeOther) // no session outlives a jump
		})
	}
}

func TestOfManyEditorsOneWinsEachRevision(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		first := h.signedIn(t, owner)
		first.post("/admin/draft").want(t, http.StatusSeeOther)
		editors, saves := 16, long.Pick(5, 50)
		start, _, err := h.store.Draft(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var won, stale atomic.Int64
		var winners sync.Map // revision → who overwrote it
		var crowd sync.WaitGroup
		for n := range editors {
			email := fmt.Sprintf("editor%d@example.org", n)
			h.admin(t, email, auth.Editor)
			v := h.visitor(t)
			v.signIn(email, password).want(t, http.StatusSeeOther)
			crowd.Go(func() {
				for save := range saves {
					form := v.get("/admin/settings").form("/admin/settings")
					form.Set("title", fmt.Sprintf("Title %d of %d", save, n))
					switch got := v.send("/admin/settings", form); got.StatusCode {
					case http.StatusSeeOther:
						won.Add(1)
						if by, twice := winners.LoadOrStore(form.Get("revision"), n); twice {
							t.Errorf("revision %s was overwritten by %v and by %d", form.Get("revision"), by, n)
						}
					case http.StatusConflict:
						stale.Add(1)
					default:
						t.Errorf("a save answers %d", got.StatusCode)
					}
				}
			})
		}
		crowd.Wait()
		end, _, err := h.store.Draft(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d saves: %d won, %d were stale", editors*saves, won.Load(), stale.Load())
		if end.Revision-start.Revision != won.Load() || won.Load() < int64(saves) || len(entries) == 0 {
			t.Errorf("%d saves won and the revision rose by %d", won.Load(), end.Revision-start.Revision)
		}
	})
}
