package attack_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// another is a password as good as the one above.
const another = "marble canyon thirteen"

// revocations are what ends the proof of a sign-in that is still under way.
var revocations = map[string]func(t *testing.T, h *testSite, boss, own *visitor, a auth.Admin){
	"reset": func(t *testing.T, _ *testSite, boss, _ *visitor, a auth.Admin) {
		t.Helper()
		boss.post("/admin/admins/"+a.ID+"/reset").want(t, http.StatusOK)
	},
	"disabled": func(t *testing.T, _ *testSite, boss, _ *visitor, a auth.Admin) {
		t.Helper()
		boss.post("/admin/admins/"+a.ID+"/removal").want(t, http.StatusSeeOther)
	},
	"another password": func(t *testing.T, _ *testSite, _, own *visitor, _ auth.Admin) {
		t.Helper()
		own.post("/admin/account/password", "current", password, "password", another, "again", another).want(t, http.StatusSeeOther)
	},
	"reset on the command line": func(t *testing.T, h *testSite, _, _ *visitor, a auth.Admin) {
		t.Helper()
		hash, err := h.hasher.Hash(t.Context(), another)
		if err == nil {
			err = h.store.ResetAdmin(t.Context(), auth.Admin{}, a.ID, hash, false, entry(h))
		}
		if err != nil {
			t.Fatal(err)
		}
	},
}

func TestASignInUnderWayFailsOnceThePasswordChanged(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		for name, end := range revocations {
			t.Run(name, func(t *testing.T) {
				s.cost = auth.Cost{Memory: auth.Wise.Memory, Passes: 1, Threads: 1} // slow enough for a queue
				h := open(t, s)
				h.admin(t, owner, auth.Owner)
				boss := h.visitor(t)
				boss.signIn(owner, password).want(t, http.StatusSeeOther)
				for round := range 3 {
					email := string(rune('a'+round)) + "@example.org"
					a := h.admin(t, email, auth.Owner)
					own := h.visitor(t)
					own.signIn(email, password).want(t, http.StatusSeeOther)
					if in := h.signInsDuring(t, email, func() { end(t, h, boss, own, a) }); in > 0 {
						t.Fatalf("%d of 6 are in", in)
					}
				}
			})
		}
	})
}

// signInsDuring sends six sign-ins with the password above and does something
// while they wait for their turn. It returns how many are let in at the end.
func (h *testSite) signInsDuring(t *testing.T, email string, do func()) (in int) {
	t.Helper()
	var thieves []*visitor
	var crowd sync.WaitGroup
	computed := h.hasher.Computed()
	for range 6 {
		v := h.visitor(t)
		request := v.request(http.MethodPost, "/admin/sign-in", "email="+email+"&password="+strings.ReplaceAll(password, " ", "+"))
		crowd.Go(func() {
			if response, err := v.Do(request); err == nil {
				_ = response.Body.Close()
			}
		})
		thieves = append(thieves, v)
	}
	for h.hasher.Computed() == computed {
		time.Sleep(time.Millisecond)
	}
	do()
	crowd.Wait()
	for _, v := range thieves {
		if v.get("/admin").StatusCode == http.StatusOK || v.get("/admin/account/password").StatusCode == http.StatusOK {
			in++
		}
	}
	return in
}

func TestACodeMadeWithoutASecretOpensNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		sc := h.scene(t, "/admin/account/second-factor/removal")
		h.jump(2 * time.Minute)
		waiting := h.visitor(t)
		waiting.signIn(owner, password).want(t, http.StatusSeeOther)
		waiting.get("/admin/sign-in/code").want(t, http.StatusOK)
		sc.v.do(sc.request(sc.form)).want(t, http.StatusSeeOther)
		code, err := auth.TOTPCode("", h.now())
		if err != nil {
			t.Fatal(err)
		}
		waiting.post("/admin/sign-in/code", "code", code)
		if got := waiting.get("/admin"); got.StatusCode == http.StatusOK {
			t.Errorf("%s lets in", code)
		}
	})
}

func TestAnActionUnderWayFailsOnceItsOwnerLosesTheRole(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		s.cost = auth.Cost{Memory: auth.Wise.Memory, Passes: 1, Threads: 1}
		h := open(t, s)
		h.admin(t, owner, auth.Owner)
		a := h.admin(t, "ada@example.org", auth.Owner)
		boss, thief := h.visitor(t), h.visitor(t)
		boss.signIn(owner, password).want(t, http.StatusSeeOther)
		thief.signIn(a.Email, password).want(t, http.StatusSeeOther)
		var crowd sync.WaitGroup
		computed := h.hasher.Computed()
		for _, act := range [][2]string{
			{"/admin/admins", "email=eve@example.org&role=owner"},
			{"/admin/account/password", "current=stapler+orbit+lentil&password=marble+canyon+twelve&again=marble+canyon+twelve"},
		} {
			request := thief.request(http.MethodPost, act[0], act[1])
			crowd.Go(func() {
				if response, err := thief.Do(request); err == nil {
					_ = response.Body.Close()
				}
			})
		}
		disabled := quiz.AuditEntry{At: h.now(), By: "test", Action: auth.ActionDisableAdmin, Subject: a.Email}
		for h.hasher.Computed() == computed {
			time.Sleep(time.Millisecond)
		}
		if err := h.store.SetAdminDisabled(t.Context(), auth.Admin{}, a.ID, true, disabled); err != nil {
			t.Fatal(err)
		}
		crowd.Wait()
		log, err := h.store.Audit(t.Context(), quiz.AuditFilter{})
		if err != nil {
			t.Fatal(err)
		}
		// The newest is first. What was done just before the role was lost is no fault.
		added := slices.IndexFunc(log, func(e quiz.AuditEntry) bool { return e.Subject == "eve@example.org" })
		lost := slices.IndexFunc(log, func(e quiz.AuditEntry) bool { return e.Action == disabled.Action })
		if lost < 0 || added >= 0 && added < lost {
			t.Errorf("an admin was added after that: %+v", log[:min(3, len(log))])
		}
		if changed := slices.IndexFunc(log, func(e quiz.AuditEntry) bool { return e.Action == auth.ActionChangePassword }); changed >= 0 && changed < lost {
			t.Errorf("the password was changed after that: %+v", log[:min(3, len(log))])
		}
	})
}
