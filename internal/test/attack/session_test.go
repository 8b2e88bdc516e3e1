package attack_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
)

// ownersOnly are the patterns an editor is refused, and the forms of pages they
// may see.
var ownersOnly = []string{
	"/admin/admins", "/admin/admins/{id}/role", "/admin/admins/{id}/removal", "/admin/admins/{id}/return",
	"/admin/admins/{id}/reset", "/admin/publication", "/admin/groups/removal", "/admin/brand", "/admin/brand/logos", "/admin/brand/removal", "/admin/brand/sample.css", "POST /admin/insight/recalibration",
}

// guarded are the routes that need a session, as they are asked for.
func (h *testSite) guarded(t *testing.T) []route {
	t.Helper()
	var all []route
	for _, r := range h.routes(t) {
		if strings.HasPrefix(r.pattern, "/admin") && !strings.HasPrefix(r.pattern, "/admin/sign-in") {
			all = append(all, r)
		}
	}
	if len(all) < 80 {
		t.Fatalf("the walk finds only %d routes", len(all))
	}
	return all
}

// address is a path of a pattern.
func (r route) address() string {
	return strings.NewReplacer("{id}", "X", "{key}", "h1", "{language}/{part}", "de/title", "{version}", "1", "{from}", "1", "{to}", "1",
		"{revision}", "1", "{token}", "AAAA").Replace(r.pattern)
}

// invalidSessions are browsers with a session that must not count, and without one.
var invalidSessions = map[string]func(t *testing.T, h *testSite) *visitor{
	"nobody": func(t *testing.T, h *testSite) *visitor { t.Helper(); return h.visitor(t) },
	"a session that expired": func(t *testing.T, h *testSite) *visitor {
		t.Helper()
		v := h.signedIn(t, "ada@example.org")
		h.jump(auth.IdleFor + time.Second)
		return v
	},
	"a session that was signed out": func(t *testing.T, h *testSite) *visitor {
		t.Helper()
		v, thief := h.signedIn(t, "ada@example.org"), h.visitor(t)
		thief.steal(v)
		v.post("/admin/sign-out").want(t, http.StatusSeeOther)
		return thief
	},
	"an admin who was disabled": func(t *testing.T, h *testSite) *visitor {
		t.Helper()
		h.admin(t, owner, auth.Owner)
		v := h.signedIn(t, "ada@example.org")
		ada, err := h.store.AdminByEmail(t.Context(), "ada@example.org")
		if err == nil {
			err = h.store.SetAdminDisabled(t.Context(), auth.Admin{}, ada.ID, true, entry(h))
		}
		if err != nil {
			t.Fatal(err)
		}
		return v
	},
	"a session planted before the sign-in": func(t *testing.T, h *testSite) *visitor {
		t.Helper()
		h.admin(t, "ada@example.org", auth.Owner)
		_, planted := auth.NewSession("x", false, h.now())
		v, thief := h.visitor(t), h.visitor(t)
		for _, browser := range []*visitor{v, thief} {
			browser.plant(planted)
		}
		v.signIn("ada@example.org", password).want(t, http.StatusSeeOther)
		return thief
	},
	"a session that waits for its code": func(t *testing.T, h *testSite) *visitor {
		t.Helper()
		sc := h.scene(t, "/admin/sign-in/code")
		sc.v.get("/admin/sign-in/code").want(t, http.StatusOK)
		return sc.v
	},
	"the session before the code, after it": func(t *testing.T, h *testSite) *visitor {
		t.Helper()
		sc := h.scene(t, "/admin/sign-in/code")
		thief := h.visitor(t)
		thief.steal(sc.v)
		sc.v.do(sc.request(sc.form)).want(t, http.StatusSeeOther)
		sc.v.get("/admin").want(t, http.StatusOK)
		return thief
	},
}

func (h *testSite) signedIn(t *testing.T, email string) *visitor {
	t.Helper()
	h.admin(t, email, auth.Owner)
	v := h.visitor(t)
	v.signIn(email, password).want(t, http.StatusSeeOther)
	v.get("/admin").want(t, http.StatusOK)
	return v
}

func (v *visitor) plant(token string) {
	address, _ := url.Parse(v.site.URL)
	v.Jar.SetCookies(address, []*http.Cookie{{Name: "whichpm_admin", Value: token, Path: "/"}})
}

func (v *visitor) steal(from *visitor) {
	v.t.Helper()
	v.plant(from.cookie("whichpm_admin").Value)
}

func TestNoAdminPageOpensWithoutASessionThatCounts(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		for name, arrive := range invalidSessions {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				h := open(t, s)
				thief := arrive(t, h)
				before := h.stored(t)
				for _, r := range h.guarded(t) {
					got := thief.do(thief.request(r.method, r.address(), "", "Content-Type", urlencoded))
					if got.StatusCode != http.StatusSeeOther || !strings.HasPrefix(got.to(), "/admin/sign-in?") {
						t.Errorf("%s %s answers %d and leads to %q", r.method, r.pattern, got.StatusCode, got.to())
					}
				}
				if h.stored(t) != before {
					t.Error("something was stored")
				}
			})
		}
	})
}

func TestAnEditorIsRefusedWhatOwnersDoAndNothingElse(t *testing.T) {
	t.Parallel()
	h := open(t, siteOptions{})
	h.admin(t, "eve@example.org", auth.Editor)
	v := h.visitor(t)
	v.signIn("eve@example.org", password).want(t, http.StatusSeeOther)
	for _, r := range h.guarded(t) {
		if r.pattern == "/admin/sign-out" || r.pattern == "/admin/account/sessions/removal" {
			continue // nothing could be tried after them
		}
		before := h.stored(t)
		got := v.do(v.request(r.method, r.address(), "", "Content-Type", urlencoded))
		owners := slices.Contains(ownersOnly, r.pattern) || slices.Contains(ownersOnly, r.method+" "+r.pattern)
		if refused := got.StatusCode == http.StatusForbidden; refused != owners || got.StatusCode >= 500 {
			t.Errorf("%s %s answers an editor %d", r.method, r.pattern, got.StatusCode)
		}
		if owners && h.stored(t) != before {
			t.Errorf("%s %s stored something", r.method, r.pattern)
		}
	}
}

func TestAnAdminWhoLosesARoleLosesItAtOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		h.admin(t, owner, auth.Owner)
		v := h.signedIn(t, "ada@example.org")
		v.get("/admin/admins").want(t, http.StatusOK)
		ada, err := h.store.AdminByEmail(t.Context(), "ada@example.org")
		if err == nil {
			err = h.store.SetAdminRole(t.Context(), auth.Admin{}, ada.ID, auth.Editor, entry(h))
		}
		if err != nil {
			t.Fatal(err)
		}
		v.get("/admin/admins").want(t, http.StatusForbidden)
	})
}

func TestEveryCookieIsForThisHostAndItsServerOnly(t *testing.T) {
	for public, prefix := range map[string]string{"": "", "http://quiz.example": "", "https://quiz.example": "__Host-"} {
		h := open(t, siteOptions{public: public})
		h.admin(t, owner, auth.Owner)
		v := h.visitor(t)
		for name, got := range map[string]reply{
			"whichpm_admin": v.signIn(owner, password).want(t, http.StatusSeeOther),
			"whichpm_quiz":  v.post("/start").want(t, http.StatusSeeOther),
		} {
			if len(got.Cookies()) != 1 {
				t.Fatalf("there are %d cookies", len(got.Cookies()))
			}
			c := got.Cookies()[0]
			if c.Name != prefix+name || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || c.Secure != (prefix != "") {
				t.Errorf("at %q: %s", public, c.Raw)
			}
		}
	}
}
