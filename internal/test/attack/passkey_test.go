package attack_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/authenticator"
)

func device() *authenticator.Device {
	return &authenticator.Device{Origin: "https://quiz.example", Site: "quiz.example"}
}

// newPasskey is the answer of a device that was asked for one.
func (v *visitor) newPasskey(d *authenticator.Device) string {
	v.t.Helper()
	page := v.post("/admin/account/passkeys/challenge", "name", "Phone", "current", password).want(v.t, http.StatusOK)
	for node := range page.document().Descendants() {
		if options := attribute(node, "data-options"); options != "" {
			return d.Create(v.t, options)
		}
	}
	v.t.Fatal("no device is asked")
	return ""
}

func (v *visitor) addPasskey(d *authenticator.Device) {
	v.t.Helper()
	v.post("/admin/account/passkeys", "name", "Phone", "answer", v.newPasskey(d)).want(v.t, http.StatusSeeOther)
}

// proof is the answer of a device that signs in.
func (v *visitor) proof(d *authenticator.Device) string {
	v.t.Helper()
	return d.Sign(v.t, v.post("/admin/sign-in/passkey/challenge").want(v.t, http.StatusOK).body)
}

func TestNoWrongAnswerOfADeviceLetsAnybodyIn(t *testing.T) {
	t.Parallel()
	onBoth(t, func(t *testing.T, s siteOptions) {
		h := open(t, s)
		h.admin(t, owner, auth.Owner)
		v, stranger := h.visitor(t), h.visitor(t)
		v.signIn(owner, password).want(t, http.StatusSeeOther)
		for name, spoil := range map[string]func(*authenticator.Device){
			"from a page of another site": func(d *authenticator.Device) { d.Origin = "https://quiz.example.evil.example" },
			"from a page in a frame":      func(d *authenticator.Device) { d.CrossOrigin = true },
			"of a passkey for elsewhere":  func(d *authenticator.Device) { d.Site = "evil.example" },
			"of somebody not asked":       func(d *authenticator.Device) { d.Unverified = true },
			"of nobody":                   func(d *authenticator.Device) { d.Absent = true },
			"for another purpose":         func(d *authenticator.Device) { d.Type = "webauthn.other" },
		} {
			d := device()
			v.addPasskey(d)
			spoil(d)
			stranger.post("/admin/sign-in/passkey", "answer", stranger.proof(d)).want(t, http.StatusUnprocessableEntity)
			v.post("/admin/account/passkeys", "name", "Phone", "answer", v.newPasskey(d)).want(t, http.StatusUnprocessableEntity)
			if stranger.cookie("whichpm_admin") != nil {
				t.Errorf("an answer %s lets a stranger in", name)
			}
		}
	})
}

func TestAProofThatIsSentTwentyTimesAtOnceLetsInOnce(t *testing.T) {
	t.Parallel()
	onBoth(t, func(t *testing.T, s siteOptions) {
		h, d := open(t, s), device()
		h.admin(t, owner, auth.Owner)
		v := h.visitor(t)
		v.signIn(owner, password).want(t, http.StatusSeeOther)
		v.addPasskey(d)
		answer, statuses := v.proof(d), make(chan int)
		for range 20 {
			other := h.visitor(t)
			go func() { statuses <- other.post("/admin/sign-in/passkey", "answer", answer).StatusCode }()
		}
		in := 0
		for range 20 {
			if <-statuses == http.StatusSeeOther {
				in++
			}
		}
		entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: auth.ActionSignIn})
		if err != nil || in != 1 || len(entries) != 2 {
			t.Errorf("it lets in %d times, written down are %d: %v", in, len(entries), err)
		}
	})
}
