package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"whichpm/internal/test/browser"
)

// keepsAnswer has a page keep what a device answered, as an eavesdropper would.
const keepsAnswer = `HTMLFormElement.prototype.requestSubmit = function () {
	sessionStorage.answer = this.elements.answer.value;
	this.submit();
}`

// sendsAnswerAgain is the status when it is sent once more.
const sendsAnswerAgain = `fetch("/admin/sign-in/passkey", {method: "POST", body: new URLSearchParams({answer: sessionStorage.answer})}).then(r => r.status)`

func TestAnAdminSignsInWithAPasskey(t *testing.T) {
	here, elsewhere, site := frontDoors(t)
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	address, _ := start(t, db, "--public-url="+here)
	site.Store(&address)
	for _, who := range []string{"mira@example.org", "ada@example.org"} {
		if code, _, complained := manage(t, adminPassword, "create", who, "--password-stdin", db); code != 0 {
			t.Fatal(complained)
		}
	}
	p := browser.Open(t, browser.Options{Script: true})
	device := p.Device()
	p.Goto(here + "/admin/sign-in")
	p.Fill("Email address", "ada@example.org")
	p.Fill("Password", adminPassword)
	p.Follow("Sign in")
	if strings.Contains(p.Text("main"), "temporary") {
		t.Fatal("the password is a temporary one")
	}

	p.Goto(here + "/admin/account")
	p.Follow("Add a passkey")
	p.Fill("Name", "Phone")
	p.Fill("Your password", adminPassword)
	p.Follow("Continue")
	expect(t, p, http.StatusOK, "Make the passkey on your device")
	p.Follow("Make the passkey")
	expect(t, p, http.StatusOK, "The passkey was added", "Phone", "Never used")

	signOut := func() {
		p.Follow("Sign out")
		expect(t, p, http.StatusOK, "You are signed out")
	}
	const use = "Sign in with a passkey"
	signOut()
	browser.Eval[any](p, keepsAnswer)
	p.Follow(use)
	expect(t, p, http.StatusOK, "ada@example.org")
	signOut()
	if status := browser.Eval[int](p, sendsAnswerAgain); status != http.StatusUnprocessableEntity {
		t.Errorf("an answer sent again gets %d", status)
	}

	device.Knows(false)
	p.Click(use)
	p.Says("No passkey came from your device")
	device.Knows(true)
	device.Claims(true)
	p.Follow(use)
	expect(t, p, http.StatusUnprocessableEntity, "This passkey does not let you in")
	device.Claims(false)

	p.Goto(elsewhere + "/admin/sign-in")
	p.Follow(use)
	expect(t, p, http.StatusUnprocessableEntity, "This passkey does not let you in")

	p.Goto(here + "/admin/sign-in")
	p.Follow(use)
	expect(t, p, http.StatusOK, "ada@example.org")
	if code, _, complained := manage(t, "", "disable", "ada@example.org", db); code != 0 {
		t.Fatal(complained)
	}
	p.Goto(here + "/admin/sign-in")
	p.Follow(use)
	expect(t, p, http.StatusUnprocessableEntity, "This passkey does not let you in")
	if code, _, complained := manage(t, "", "enable", "ada@example.org", db); code != 0 {
		t.Fatal(complained)
	}
	p.Follow(use)
	p.Goto(here + "/admin/account")
	p.Follow("Remove: Phone")
	expect(t, p, http.StatusOK, "The passkey was removed")
	signOut()
	p.Follow(use)
	expect(t, p, http.StatusUnprocessableEntity, "This passkey does not let you in", "sign in with your password")
}

// frontDoors are two addresses of a site that is started later.
func frontDoors(t *testing.T) (here, elsewhere string, site *atomic.Pointer[string]) {
	t.Helper()
	site = new(atomic.Pointer[string])
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		to, err := url.Parse(*site.Load())
		if err != nil {
			t.Error(err)
			return
		}
		r.SetURL(to)
		r.Out.Host = r.In.Host
	}}
	open := func() string {
		door := httptest.NewServer(proxy)
		t.Cleanup(door.Close)
		_, port, err := net.SplitHostPort(door.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		return "http://localhost:" + port
	}
	return open(), open(), site
}
