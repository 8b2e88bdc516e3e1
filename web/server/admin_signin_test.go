package server_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
)

func TestAnAdminSignsInAndOut(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Editor)
	v := h.visitor(t)
	v.get("/admin").want(t, http.StatusSeeOther, "/admin/sign-in?next=%2Fadmin")
	v.get("/admin/sign-in").want(t, http.StatusOK).says(t, "Sign in")
	v.signIn(" ADA@example.org", password).want(t, http.StatusSeeOther, "/admin")
	v.get("/admin").want(t, http.StatusOK).says(t, "Your desk")
	v.get("/admin/sign-in").want(t, http.StatusSeeOther, "/admin")
	v.post("/admin/sign-out").want(t, http.StatusSeeOther, "/admin/sign-in")
	v.get("/admin").want(t, http.StatusSeeOther)
	v.get("/").want(t, http.StatusOK)
}

func TestSigningInLeadsOnWithinTheAdminPagesOnly(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Editor)
	for next, want := range map[string]string{
		"/admin/account": "/admin/account", "/admin/account?a=b&c=d": "/admin/account?a=b&c=d", "": "/admin",
		"https://evil.example/admin": "/admin", "//evil.example/admin": "/admin", "/adminevil": "/admin", "/": "/admin",
		`/admin\evil`: "/admin", "/admin/../r/x": "/admin", "javascript:alert(1)": "/admin", "/admin/sign-out": "/admin",
		"/admin/sign-in": "/admin", "/admin/%2e%2e/x": "/admin", "/admin/%0d%0aSet-Cookie:a=b": "/admin", "%zz": "/admin",
	} {
		v := h.visitor(t)
		got := v.get("/admin/sign-in?"+url.Values{"next": {next}}.Encode()).want(t, http.StatusOK).value("next")
		if got != want {
			t.Errorf("the form leads from %q to %q, want %q", next, got, want)
		}
		v.post("/admin/sign-in", "email", "ada@example.org", "password", password, "next", next).want(t, http.StatusSeeOther, want)
	}
}

func TestASignInThatIsRefusedKeepsTheAddressAndNotThePassword(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Editor)
	page := h.visitor(t).signIn("ada@example.org", "stapler orbit lentils").want(t, http.StatusUnprocessableEntity)
	page.says(t, "is not right")
	if page.value("email") != "ada@example.org" || strings.Contains(page.body, "lentils") || len(page.Cookies()) > 0 {
		t.Errorf("kept %q", page.body)
	}
	h.visitor(t).signIn("", "").want(t, http.StatusUnprocessableEntity).says(t, "Type your email address", "Type your password")
}

func TestNothingTellsWhoIsAnAdmin(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Owner)
	blocked := h.admin(t, "ben@example.org", auth.Editor)
	if err := h.store.SetAdminDisabled(t.Context(), auth.Admin{}, blocked.ID, true, entry("disable admin")); err != nil {
		t.Fatal(err)
	}
	var first string
	for i, try := range [][2]string{
		{"ada@example.org", "not the password"},
		{"nobody@example.org", "not the password"},
		{"no address", "not the password"},
		{"ben@example.org", password},
		{"nobody@example.org", strings.Repeat("x", 10_000)},
	} {
		before := h.hasher.Computed()
		page := h.visitor(t).signIn(try[0], try[1]).want(t, http.StatusUnprocessableEntity)
		if n := h.hasher.Computed() - before; n != 1 {
			t.Errorf("%q costs %d hashes, want 1", try[0], n)
		}
		says := strings.ReplaceAll(page.body, try[0], "")
		if i == 0 {
			first = says
		}
		if says != first {
			t.Errorf("%q gets another page:\n%s", try[0], says)
		}
	}
}

func TestGuessingAPasswordMeansWaiting(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Owner)
	for _, email := range []string{"ada@example.org", "nobody@example.org"} {
		for range 5 {
			h.visitor(t).signIn(email, "not the password").want(t, http.StatusUnprocessableEntity)
		}
		before := h.hasher.Computed()
		page := h.visitor(t).signIn(email, password).want(t, http.StatusTooManyRequests).says(t, "Wait 30 seconds")
		if seconds, _ := strconv.Atoi(page.Header.Get("Retry-After")); seconds != 30 {
			t.Errorf("Retry-After is %q", page.Header.Get("Retry-After"))
		}
		if h.hasher.Computed() != before || page.value("email") != email {
			t.Error("a password was checked, or the address is lost")
		}
	}
	h.wait(31 * time.Second)
	h.visitor(t).signIn("ada@example.org", password).want(t, http.StatusSeeOther, "/admin")
}

func TestOneAddressCannotTryAccountAfterAccount(t *testing.T) {
	h := open(t)
	for n := range 30 {
		h.visitor(t).signIn("nobody"+strconv.Itoa(n)+"@example.org", "x").want(t, http.StatusUnprocessableEntity)
	}
	page := h.visitor(t).signIn("ada@example.org", "x").want(t, http.StatusTooManyRequests).says(t, "Please wait a minute")
	if page.Header.Get("Retry-After") == "" {
		t.Error("it does not say when to try again")
	}
}

func TestAdminPagesStayOutOfCachesAndSearch(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	for _, r := range []reply{v.get("/admin"), v.get("/admin/admins"), h.visitor(t).get("/admin"), h.visitor(t).get("/admin/sign-in"), h.visitor(t).signIn("x", "y")} {
		if r.Header.Get("Cache-Control") != "no-store" || r.Header.Get("X-Robots-Tag") != "noindex" {
			t.Errorf("%s %d: %v", r.Request.URL.Path, r.StatusCode, r.Header)
		}
	}
}

func TestASignInFromAnotherSiteIsRefused(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Editor)
	form := url.Values{"email": {"ada@example.org"}, "password": {password}}
	request, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+"/admin/sign-in", strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Sec-Fetch-Site", "cross-site")
	if reply := h.visitor(t).do(request).want(t, http.StatusForbidden); len(reply.Cookies()) > 0 {
		t.Error("it signs in")
	}
}

func TestAnOldHashIsRenewedAtSignIn(t *testing.T) {
	h := open(t)
	a, err := auth.NewAdmin("ada@example.org", "owner", h.now())
	if err != nil {
		t.Fatal(err)
	}
	if a.PasswordHash, err = auth.NewHasher(auth.Cost{Memory: 16, Passes: 1, Threads: 1}).Hash(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	if err := h.store.AddAdmin(t.Context(), auth.Admin{}, a, entry("add admin")); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		h.visitor(t).signIn("ada@example.org", password).want(t, http.StatusSeeOther)
	}
	now, err := h.store.Admin(t.Context(), a.ID)
	if err != nil || now.PasswordHash == a.PasswordHash || h.hasher.Outdated(now.PasswordHash) {
		t.Errorf("the hash is %s, %v", now.PasswordHash, err)
	}
}

func TestNoPasswordIsLogged(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.get("/admin?secret=hello")
	v.signIn("ada@example.org", "not the password")
	h.Close()
	for _, secret := range []string{password, "not the password", "ada@example.org", "hello"} {
		if strings.Contains(h.log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

func TestWithoutADatabaseNobodySignsIn(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	for _, r := range []reply{v.get("/admin"), h.visitor(t).signIn("ada@example.org", password)} {
		r.want(t, http.StatusServiceUnavailable).says(t, "Nothing was changed")
		if strings.Contains(r.body, "your answers") {
			t.Error("it speaks of answers")
		}
	}
}
