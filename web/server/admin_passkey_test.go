package server_test

import (
	"encoding/base64"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/authenticator"
	"whichpm/web/admin"
)

// openWithPasskeys opens a site whose admins may have passkeys.
func openWithPasskeys(t *testing.T) *testSite {
	t.Helper()
	passkeys, err := auth.NewPasskeys(&url.URL{Scheme: "https", Host: "quiz.example"})
	if err != nil {
		t.Fatal(err)
	}
	return openWith(t, admin.Config{Passkeys: passkeys})
}

func newDevice() *authenticator.Device {
	return &authenticator.Device{Origin: "https://quiz.example", Site: "quiz.example"}
}

var optionsOf = regexp.MustCompile(`data-options="([^"]*)"`)

// asksForNew is what the device of a visitor is asked for.
func (v *visitor) asksForNew(name string) string {
	v.t.Helper()
	page := v.post("/admin/account/passkeys/challenge", "name", name, "current", password).want(v.t, http.StatusOK)
	found := optionsOf.FindStringSubmatch(page.body)
	if found == nil {
		v.t.Fatalf("nothing is asked: %s", page.body)
	}
	return html.UnescapeString(found[1])
}

func (v *visitor) addsPasskey(d *authenticator.Device, name string) {
	v.t.Helper()
	answer := d.Create(v.t, v.asksForNew(name))
	v.post("/admin/account/passkeys", "name", name, "answer", answer).want(v.t, http.StatusSeeOther, "/admin/account")
}

func (v *visitor) asksToSignIn() string {
	v.t.Helper()
	return v.post("/admin/sign-in/passkey/challenge").want(v.t, http.StatusOK).body
}

func (v *visitor) usesPasskey(d *authenticator.Device) reply {
	v.t.Helper()
	return v.post("/admin/sign-in/passkey", "answer", d.Sign(v.t, v.asksToSignIn()), "next", "/admin/questions")
}

func TestAPasskeyIsAddedUsedAndRemoved(t *testing.T) {
	h, d := openWithPasskeys(t), newDevice()
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.secondFactor()
	v.get("/admin/account").want(t, http.StatusOK).says(t, "Passkeys")
	v.addsPasskey(d, " My  phone ")
	v.get("/admin/account").want(t, http.StatusOK).says(t, "The passkey was added", "My phone", "Never used")

	other := h.visitor(t)
	other.get("/admin/sign-in").want(t, http.StatusOK).has(t, "Sign in with a passkey")
	other.usesPasskey(d).want(t, http.StatusSeeOther, "/admin/questions")
	other.get("/admin/account").want(t, http.StatusOK).says(t, "Last used")

	id := base64.RawURLEncoding.EncodeToString(d.Last())
	v.post("/admin/account/passkeys/removal", "passkey", id).want(t, http.StatusSeeOther, "/admin/account")
	v.get("/admin/account").want(t, http.StatusOK).says(t, "The passkey was removed")
	other.get("/admin/account").want(t, http.StatusSeeOther)
	other.usesPasskey(d).want(t, http.StatusUnprocessableEntity).says(t, "does not let you in", "password")
	v.post("/admin/account/passkeys/removal", "passkey", id).want(t, http.StatusSeeOther, "/admin/account")
	h.wantAudit(t, "ada@example.org", auth.ActionRemovePasskey, auth.ActionSignIn, auth.ActionAddPasskey, auth.ActionAddSecondFactor, auth.ActionSignIn)
}

func TestWithoutAPublicAddressNothingSpeaksOfPasskeys(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	for _, page := range []string{"/admin/account", "/admin/account/password"} {
		if strings.Contains(strings.ToLower(v.get(page).want(t, http.StatusOK).body), "passkey") {
			t.Errorf("%s does", page)
		}
	}
	v.get("/admin/account/passkeys").want(t, http.StatusNotFound)
	v.post("/admin/account/passkeys/challenge", "name", "Phone", "current", password).want(t, http.StatusNotFound)
	stranger := h.visitor(t)
	if strings.Contains(strings.ToLower(stranger.get("/admin/sign-in").want(t, http.StatusOK).body), "passkey") {
		t.Error("the sign-in page does")
	}
	stranger.post("/admin/sign-in/passkey/challenge").want(t, http.StatusNotFound)
}

func TestAddingAPasskeyAsksForANameAndThePassword(t *testing.T) {
	h := openWithPasskeys(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.get("/admin/account/passkeys").want(t, http.StatusOK).says(t, "JavaScript")
	v.post("/admin/account/passkeys/challenge", "name", "", "current", password).want(t, http.StatusUnprocessableEntity).says(t, "Type a name for the passkey")
	v.post("/admin/account/passkeys/challenge", "name", "Phone", "current", "guess").want(t, http.StatusUnprocessableEntity).says(t, "This is not your password").has(t, `value="Phone"`)
	v.get("/admin/account/passkeys/challenge").want(t, http.StatusSeeOther, "/admin/account/passkeys")
	v.post("/admin/account/passkeys", "name", "Phone", "answer", "{}").want(t, http.StatusUnprocessableEntity).says(t, "The passkey was not added. Try again")
	for n := range auth.MostPasskeys {
		v.addsPasskey(newDevice(), "Key "+strconv.Itoa(n))
	}
	v.get("/admin/account").want(t, http.StatusOK).says(t, "You have 10 passkeys")
	v.post("/admin/account/passkeys/challenge", "name", "Phone", "current", password).want(t, http.StatusUnprocessableEntity).says(t, "Remove a passkey first")
}

func TestAnAnswerOfADeviceCountsOnceAndForFiveMinutes(t *testing.T) {
	h, d := openWithPasskeys(t), newDevice()
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	eve := h.signedIn(t, "eve@example.org", auth.Editor)
	v.addsPasskey(d, "Phone")

	other := h.visitor(t)
	answer := d.Sign(t, other.asksToSignIn())
	other.post("/admin/sign-in/passkey", "answer", answer).want(t, http.StatusSeeOther, "/admin")
	h.visitor(t).post("/admin/sign-in/passkey", "answer", answer).want(t, http.StatusUnprocessableEntity).says(t, "took too long, or was sent twice")

	late := d.Sign(t, other.asksToSignIn())
	lateNew := newDevice().Create(t, v.asksForNew("Key"))
	h.wait(5 * time.Minute)
	other.post("/admin/sign-in/passkey", "answer", late).want(t, http.StatusUnprocessableEntity).says(t, "took too long")
	v.post("/admin/account/passkeys", "name", "Key", "answer", lateNew).want(t, http.StatusUnprocessableEntity).says(t, "took too long")

	theirs := newDevice().Create(t, v.asksForNew("Key"))
	eve.post("/admin/account/passkeys", "name", "Key", "answer", theirs).want(t, http.StatusUnprocessableEntity)
	mixed := newDevice().Create(t, strings.Replace(other.asksToSignIn(), "{", `{"user":{"id":"AA"},`, 1))
	v.post("/admin/account/passkeys", "name", "Key", "answer", mixed).want(t, http.StatusUnprocessableEntity)
}

func TestADisabledAdminHasNoUseOfAPasskey(t *testing.T) {
	h, d := openWithPasskeys(t), newDevice()
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.addsPasskey(d, "Phone")
	at := "/admin/admins/" + h.idOf(t, "ada@example.org")
	owner.post(at+"/removal").want(t, http.StatusSeeOther)
	unknown := newDevice()
	unknown.Create(t, `{"challenge":"AA","user":{"id":"AA"}}`)
	if known, not := v.usesPasskey(d), v.usesPasskey(unknown); known.StatusCode != http.StatusUnprocessableEntity || known.body != not.body {
		t.Errorf("a passkey of a disabled admin answers %d, otherwise than one nobody has", known.StatusCode)
	}
	owner.post(at+"/return").want(t, http.StatusSeeOther)
	v.usesPasskey(d).want(t, http.StatusSeeOther)
	owner.post(at+"/reset").want(t, http.StatusOK).says(t, "their passkeys no longer work")
	v.usesPasskey(d).want(t, http.StatusUnprocessableEntity)
}

func TestAPasskeyOfSomebodyElseCannotBeRemoved(t *testing.T) {
	h, d := openWithPasskeys(t), newDevice()
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.addsPasskey(d, "Phone")
	eve := h.signedIn(t, "eve@example.org", auth.Owner)
	eve.post("/admin/account/passkeys/removal", "passkey", base64.RawURLEncoding.EncodeToString(d.Last())).want(t, http.StatusSeeOther, "/admin/account")
	v.usesPasskey(d).want(t, http.StatusSeeOther)
}

func TestAPasskeyThatCountsBackwardsIsInTheAuditLog(t *testing.T) {
	h, d := openWithPasskeys(t), newDevice()
	d.Uses = 40
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.addsPasskey(d, "Phone")
	d.Uses = 3
	v.usesPasskey(d).want(t, http.StatusSeeOther)
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: auth.ActionPasskeyCopied})
	if err != nil || len(entries) != 1 || entries[0].After != "Phone" {
		t.Errorf("got %+v: %v", entries, err)
	}
}

func TestWhatWasTypedGoesOnAfterSigningInWithAPasskey(t *testing.T) {
	h, d := openWithPasskeys(t), newDevice()
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.addsPasskey(d, "Phone")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	form := v.openForm("/admin/settings", "/admin/settings", "title", "A title nobody saved")
	h.wait(auth.IdleFor)
	page := v.sendForm("/admin/settings", form).want(t, http.StatusUnauthorized)
	again := page.filled("/admin/sign-in")
	again.Set("answer", d.Sign(t, v.asksToSignIn()))
	v.sendForm("/admin/sign-in/passkey", again).want(t, http.StatusOK).has(t, "A title nobody saved")
}
