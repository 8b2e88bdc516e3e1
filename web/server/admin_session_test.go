package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/web/admin"
	"whichpm/web/server"
	"whichpm/web/taker"
)

func TestAFormSentAfterTheSessionEndedLeadsBackToItsPage(t *testing.T) {
	h := open(t)
	request, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+"/admin/account/sessions/removal", strings.NewReader(""))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Referer", h.URL+"/admin/account")
	h.visitor(t).do(request).want(t, http.StatusSeeOther, "/admin/sign-in?next=%2Fadmin%2Faccount")
}

func TestASessionEndsByItself(t *testing.T) {
	h := open(t)
	idle := h.signedIn(t, "ada@example.org", auth.Editor)
	busy := h.signedIn(t, "ben@example.org", auth.Editor)
	h.wait(50 * time.Minute)
	busy.get("/admin").want(t, http.StatusOK)
	h.wait(11 * time.Minute)
	idle.get("/admin").want(t, http.StatusSeeOther, "/admin/sign-in?next=%2Fadmin")
	for range 12 {
		busy.get("/admin").want(t, http.StatusOK)
		h.wait(50 * time.Minute)
	}
	h.wait(59 * time.Minute)
	busy.get("/admin").want(t, http.StatusSeeOther)
}

func TestAMadeUpSessionLetsNobodyIn(t *testing.T) {
	h := open(t)
	address, _ := url.Parse(h.URL)
	for _, token := range []string{"x", "", strings.Repeat("A", 43), strings.Repeat("A", 4000)} {
		v := h.visitor(t)
		v.Jar.SetCookies(address, []*http.Cookie{{Name: "whichpm_admin", Value: token, Path: "/"}})
		v.get("/admin/account").want(t, http.StatusSeeOther, "/admin/sign-in?next=%2Fadmin%2Faccount")
	}
}

func TestSigningInGivesANewSession(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	address, _ := url.Parse(h.URL)
	before := v.Jar.Cookies(address)[0].Value
	v.signIn("ada@example.org", password).want(t, http.StatusSeeOther)
	if v.Jar.Cookies(address)[0].Value == before {
		t.Error("the session is the same")
	}
}

func TestTheCookieIsForThisSiteOnly(t *testing.T) {
	h := open(t)
	h.admin(t, "ada@example.org", auth.Editor)
	plain := h.visitor(t).signIn("ada@example.org", password).Cookies()[0]
	if plain.Name != "whichpm_admin" || !plain.HttpOnly || plain.Secure || plain.SameSite != http.SameSiteLaxMode {
		t.Errorf("by HTTP: %s", plain)
	}
	public := &url.URL{Scheme: "https", Host: "quiz.example"}
	takers, err := taker.New(t.Context(), h.store, taker.Config{Now: h.now, PublicURL: public})
	if err != nil {
		t.Fatal(err)
	}
	admins := admin.New(h.store, admin.Config{Now: h.now, Hasher: h.hasher, PublicURL: public})
	h.Config.Handler = server.New(server.Config{Log: h.logger(), PublicURL: public, Ready: h.store.Ping}, takers, admins)
	secure := h.visitor(t).signIn("ada@example.org", password).Cookies()[0]
	if secure.Name != "__Host-whichpm_admin" || !secure.HttpOnly || !secure.Secure || secure.SameSite != http.SameSiteLaxMode || secure.Path != "/" || secure.Domain != "" {
		t.Errorf("by HTTPS: %s", secure)
	}
}
