package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

// keepsAnswer has a page keep what a device answered, as an eavesdropper would.
const keepsAnswer = `HTMLFormElement.prototype.requestSubmit = function () {
	sessionStorage.answer = this.elements.answer.value;
	this.submit();
}`

func TestAnAdminSignsInWithAPasskey(t *testing.T) {
	port, db := freePort(t), "--db="+filepath.Join(t.TempDir(), "quiz.db")
	here, _ := start(t, db, "--addr=127.0.0.1:"+port, "--public-url=http://localhost:"+port)
	elsewhere := otherDoor(t, here)
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
	if status := statusOf(t, here+"/admin/sign-in/passkey", "answer", browser.Eval[string](p, "sessionStorage.answer")); status != http.StatusUnprocessableEntity {
		t.Errorf("an answer that is sent again gets %d", status)
	}

	device.Knows(false)
	p.Click(use)
	p.Wait("what is wrong", `document.querySelector("[role=alert]").textContent.startsWith("No passkey came from your device")`)
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
	p.Follow("Remove")
	expect(t, p, http.StatusOK, "The passkey was removed")
	signOut()
	p.Follow(use)
	expect(t, p, http.StatusUnprocessableEntity, "This passkey does not let you in", "sign in with your password")
}

// statusOf is what somebody else who sends a form gets.
func statusOf(t *testing.T, to, name, value string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, to, strings.NewReader(url.Values{name: {value}}.Encode()))
	ok(t, err)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultTransport.RoundTrip(request)
	ok(t, err)
	ok(t, response.Body.Close())
	return response.StatusCode
}

// freePort is one that nobody listens on.
func freePort(t *testing.T) string {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	ok(t, err)
	_, port, err := net.SplitHostPort(listener.Addr().String())
	ok(t, err)
	ok(t, listener.Close())
	return port
}

// otherDoor is another address of a site, which it does not know of.
func otherDoor(t *testing.T, site string) string {
	t.Helper()
	to, err := url.Parse(site)
	ok(t, err)
	door := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(to)
		r.Out.Host = r.In.Host
	}})
	t.Cleanup(door.Close)
	return strings.Replace(door.URL, "127.0.0.1", "localhost", 1)
}
