package attack_test

import (
	"net/http"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestACodeOfTheSecondFactorWorksOnceInAllBrowsers(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		sc := h.scene(t, "/admin/sign-in/code")
		var thieves []*visitor
		for range 8 {
			v := h.visitor(t)
			v.signIn(owner, password).want(t, http.StatusSeeOther)
			thieves = append(thieves, v)
		}
		code := sc.v.code(sc.secret)
		var in atomic.Int64
		var crowd sync.WaitGroup
		for _, v := range thieves {
			request := v.request(http.MethodPost, "/admin/sign-in/code", "code="+code)
			crowd.Go(func() {
				if response, err := v.Do(request); err == nil {
					_ = response.Body.Close()
					if response.StatusCode == http.StatusSeeOther {
						in.Add(1)
					}
				}
			})
		}
		crowd.Wait()
		if in.Load() != 1 {
			t.Errorf("one code lets %d in", in.Load())
		}
		sc.v.post("/admin/sign-in/code", "code", code).want(t, http.StatusUnprocessableEntity)
	})
}

func TestATemporaryPasswordIsGoodForChoosingAnotherOnly(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		v := h.signedIn(t, owner)
		page := v.post("/admin/admins", "email", "new@example.org", "role", "owner").want(t, http.StatusOK)
		temporary := temporaryIn(page)
		first, second := h.visitor(t), h.visitor(t)
		first.signIn("new@example.org", temporary).want(t, http.StatusSeeOther)
		second.signIn("new@example.org", temporary).want(t, http.StatusSeeOther)
		for _, r := range h.guarded(t) {
			if r.pattern == "/admin/account/password" || r.pattern == "/admin/sign-out" {
				continue
			}
			if got := first.do(first.request(r.method, r.address(), "", "Content-Type", urlencoded)); got.to() != "/admin/account/password" {
				t.Errorf("%s %s opens with a temporary password: %d %s", r.method, r.pattern, got.StatusCode, got.to())
			}
		}
		const own = "basket tundra velvet"
		first.post("/admin/account/password", "current", temporary, "password", own, "again", own).want(t, http.StatusSeeOther)
		second.get("/admin").want(t, http.StatusSeeOther)
		h.visitor(t).signIn("new@example.org", temporary).want(t, http.StatusUnprocessableEntity)
		h.visitor(t).signIn("new@example.org", own).want(t, http.StatusSeeOther)
	})
}

// temporaryIn is the password that a page shows once.
func temporaryIn(page reply) string {
	if found := temporary.FindStringSubmatch(page.body); found != nil {
		return found[1]
	}
	return ""
}

var temporary = regexp.MustCompile(`id="temporary"[^>]* value="([^"]+)"`)

func TestAPasswordOfAnyLengthCostsLittle(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	long := strings.Repeat("påsswörd ", 22) + "12" // 200 characters
	v := h.signedIn(t, owner)
	v.post("/admin/account/password", "current", password, "password", long, "again", long).want(t, http.StatusSeeOther)
	h.visitor(t).signIn(owner, long).want(t, http.StatusSeeOther)
	h.visitor(t).signIn(owner, long[:len(long)-1]).want(t, http.StatusUnprocessableEntity)
	for name, tt := range map[string]struct {
		password string
		status   int
	}{
		"8 MB":           {strings.Repeat("x", 8<<20), http.StatusRequestEntityTooLarge},
		"60 kB":          {strings.Repeat("x", 60_000), http.StatusUnprocessableEntity},
		"a NUL":          {long + "\x00", http.StatusBadRequest},
		"no UTF-8":       {long + "\xff", http.StatusBadRequest},
		"201 characters": {long + "3", http.StatusUnprocessableEntity},
	} {
		h.visitor(t).signIn(owner, tt.password).want(t, tt.status)
		got := v.post("/admin/account/password", "current", long, "password", tt.password, "again", tt.password)
		if got.StatusCode != tt.status {
			t.Errorf("as a new one, %s answers %d", name, got.StatusCode)
		}
		h.jump(time.Hour / 4)
	}
	h.visitor(t).signIn(owner, long).want(t, http.StatusSeeOther)
}
