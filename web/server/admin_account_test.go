package server_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
)

const another = "marble canyon thirteen"

func TestANewPasswordSignsOutEverywhereElse(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	elsewhere := h.visitor(t)
	elsewhere.signIn("ada@example.org", password).want(t, http.StatusSeeOther)
	v.get("/admin/account/password").want(t, http.StatusOK).says(t, "Password you have now")
	v.post("/admin/account/password", "current", password, "password", another, "again", another).want(t, http.StatusSeeOther, "/admin/account")
	v.get("/admin").want(t, http.StatusOK)
	elsewhere.get("/admin").want(t, http.StatusSeeOther)
	elsewhere.signIn("ada@example.org", password).want(t, http.StatusUnprocessableEntity)
	elsewhere.signIn("ada@example.org", another).want(t, http.StatusSeeOther)
	h.wantAudit(t, "ada@example.org", auth.ActionSignIn, auth.ActionChangePassword, auth.ActionSignIn, auth.ActionSignIn)
}

func TestANewPasswordIsAskedForProperly(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	for name, tt := range map[string]struct{ current, password, again, says string }{
		"the wrong one":     {another, another, another, "This is not your password"},
		"nothing":           {"", "", "", "This is not your password"},
		"a short one":       {password, "short", "short", "at least 12 characters"},
		"a well-known one":  {password, "iloveyousomuch", "iloveyousomuch", "lists"},
		"the same as now":   {password, password, password, "other than the one you have"},
		"typed differently": {password, another, another + "x", "twice the same way"},
	} {
		t.Run(name, func(t *testing.T) {
			page := v.post("/admin/account/password", "current", tt.current, "password", tt.password, "again", tt.again)
			page.want(t, http.StatusUnprocessableEntity).says(t, tt.says)
		})
	}
	h.visitor(t).signIn("ada@example.org", password).want(t, http.StatusSeeOther)
}

func TestAPasswordCannotBeGuessedInAnOpenBrowser(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	for range 5 {
		v.post("/admin/account/password", "current", "guess", "password", another, "again", another).want(t, http.StatusUnprocessableEntity)
	}
	page := v.post("/admin/account/password", "current", password, "password", another, "again", another)
	page.want(t, http.StatusTooManyRequests).says(t, "Wait 30 seconds")
}

func TestSigningOutEverywhereEndsEverySession(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	elsewhere := h.visitor(t)
	elsewhere.signIn("ada@example.org", password).want(t, http.StatusSeeOther)
	v.get("/admin/account").want(t, http.StatusOK).says(t, "Sign out everywhere")
	v.post("/admin/account/sessions/removal").want(t, http.StatusSeeOther, "/admin/sign-in")
	v.get("/admin").want(t, http.StatusSeeOther)
	elsewhere.get("/admin").want(t, http.StatusSeeOther)
}

var recoveryCode = regexp.MustCompile(`[a-z2-7]{4}(-[a-z2-7]{4}){3}`)

// secondFactor switches it on and returns its secret and recovery codes.
func (v *visitor) secondFactor() (secret string, codes []string) {
	v.t.Helper()
	secret = v.get("/admin/account/second-factor").want(v.t, http.StatusOK).value("secret")
	page := v.post("/admin/account/second-factor", "secret", secret, "code", v.code(secret), "current", password)
	page.want(v.t, http.StatusOK).says(v.t, "Your recovery codes")
	return secret, recoveryCode.FindAllString(page.textByID("codes"), -1)
}

// code is what an app shows now.
func (v *visitor) code(secret string) string {
	v.t.Helper()
	code, err := auth.TOTPCode(secret, v.site.now())
	if err != nil {
		v.t.Fatal(err)
	}
	return code
}

func TestWithASecondFactorAPasswordAloneLetsNobodyIn(t *testing.T) {
	h := open(t)
	first := h.signedIn(t, "ada@example.org", auth.Editor)
	h.wait(30*time.Second - time.Duration(h.now().UnixNano())%(30*time.Second)) // the code stays the same for as long as it can
	secret, codes := first.secondFactor()
	if len(codes) != 10 {
		t.Fatalf("%d recovery codes are shown", len(codes))
	}
	used := first.code(secret)

	v := h.visitor(t)
	v.get("/admin/sign-in/code").want(t, http.StatusSeeOther, "/admin/sign-in?next=%2Fadmin")
	v.post("/admin/sign-in", "email", "ada@example.org", "password", password, "next", "/admin/account").
		want(t, http.StatusSeeOther, "/admin/sign-in/code?next=%2Fadmin%2Faccount")
	v.get("/admin").want(t, http.StatusSeeOther)
	v.post("/admin/account/sessions/removal").want(t, http.StatusSeeOther)
	v.get("/admin/sign-in/code?next=/admin/account").want(t, http.StatusOK).says(t, "six digits")
	v.post("/admin/sign-in/code", "code", "hello").want(t, http.StatusUnprocessableEntity).says(t, "not right or was used before")
	v.post("/admin/sign-in/code", "code", used).want(t, http.StatusUnprocessableEntity)

	h.wait(30 * time.Second)
	v.post("/admin/sign-in/code", "code", v.code(secret), "next", "/admin/account").want(t, http.StatusSeeOther, "/admin/account")
	v.get("/admin/account").want(t, http.StatusOK).says(t, "10 recovery codes are left")
}

func TestACodeOfTheSecondFactorCannotBeGuessed(t *testing.T) {
	h := open(t)
	secret, _ := h.signedIn(t, "ada@example.org", auth.Editor).secondFactor()
	h.wait(time.Minute)
	v := h.visitor(t)
	v.signIn("ada@example.org", password).want(t, http.StatusSeeOther)
	for range 5 {
		v.post("/admin/sign-in/code", "code", "x").want(t, http.StatusUnprocessableEntity)
	}
	v.signIn("ada@example.org", password)
	v.post("/admin/sign-in/code", "code", v.code(secret)).want(t, http.StatusTooManyRequests).says(t, "Wait 30 seconds")
}

func TestASignInThatWaitsForItsCodeExpires(t *testing.T) {
	h := open(t)
	secret, _ := h.signedIn(t, "ada@example.org", auth.Editor).secondFactor()
	v := h.visitor(t)
	v.signIn("ada@example.org", password)
	h.wait(11 * time.Minute)
	v.post("/admin/sign-in/code", "code", v.code(secret)).want(t, http.StatusSeeOther, "/admin/sign-in?next=%2Fadmin")
}

func TestARecoveryCodeStandsInForTheAppOnce(t *testing.T) {
	h := open(t)
	owner := h.signedIn(t, "ada@example.org", auth.Editor)
	_, codes := owner.secondFactor()
	enter := func(code string) reply {
		v := h.visitor(t)
		v.signIn("ada@example.org", password)
		return v.post("/admin/sign-in/code", "code", code)
	}
	enter(strings.ToUpper(codes[0])).want(t, http.StatusSeeOther, "/admin")
	enter(codes[0]).want(t, http.StatusUnprocessableEntity)
	owner.get("/admin/account").says(t, "9 recovery codes are left")

	owner.post("/admin/account/recovery-codes", "current", "guess").want(t, http.StatusUnprocessableEntity).says(t, "not your password")
	fresh := owner.post("/admin/account/recovery-codes", "current", password).want(t, http.StatusOK)
	enter(codes[1]).want(t, http.StatusUnprocessableEntity)
	enter(recoveryCode.FindString(fresh.body)).want(t, http.StatusSeeOther)
}

func TestTheSecondFactorIsSwitchedOnWithProofAndOffWithThePassword(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	form := v.get("/admin/account/second-factor").want(t, http.StatusOK)
	secret := form.value("secret")
	if !strings.Contains(strings.ReplaceAll(html.UnescapeString(form.body), " ", ""), secret) || !strings.Contains(form.body, "<svg") {
		t.Error("the key is not shown")
	}
	refused := v.post("/admin/account/second-factor", "secret", secret, "code", "000 000x", "current", password)
	refused.want(t, http.StatusUnprocessableEntity).says(t, "not the code your app shows")
	if refused.value("secret") != secret || refused.value("code") != "000 000x" {
		t.Error("what was typed is lost")
	}
	v.post("/admin/account/second-factor", "secret", secret, "code", v.code(secret), "current", "guess").
		want(t, http.StatusUnprocessableEntity).says(t, "not your password")
	v.post("/admin/account/second-factor", "secret", "x", "code", "1", "current", password).want(t, http.StatusSeeOther, "/admin/account/second-factor")
	v.secondFactor()
	v.get("/admin/account/second-factor").says(t, "Make new recovery codes", "Switch off")
	v.post("/admin/account/second-factor/removal", "current", "guess").want(t, http.StatusUnprocessableEntity)
	v.post("/admin/account/second-factor/removal", "current", password).want(t, http.StatusSeeOther, "/admin/account")
	h.visitor(t).signIn("ada@example.org", password).want(t, http.StatusSeeOther, "/admin")
}
