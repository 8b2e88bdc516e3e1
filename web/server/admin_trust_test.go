package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

func TestTheInvitationOfAnAdminSaysWhereToSignIn(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	page := v.post("/admin/admins", "email", "ada@example.org", "role", "editor").want(t, http.StatusOK)
	if got := page.valueByID("sign-in"); got != h.URL+"/admin/sign-in" {
		t.Errorf("they sign in at %q", got)
	}
	page.has(t, `data-copy="temporary"`, `data-copy="sign-in"`)
}

func TestRecoveryCodesCanBeCopiedAndSaved(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "ada@example.org", auth.Editor)
	v.secondFactor()
	page := v.post("/admin/account/recovery-codes", "current", password).want(t, http.StatusOK)
	codes := recoveryCode.FindAllString(page.textByID("codes"), -1)
	if len(codes) != 10 {
		t.Fatalf("%d codes are shown", len(codes))
	}
	page.has(t, `data-copy="codes"`, `download="whichpm-recovery-codes.txt"`, `href="data:text/plain;charset=utf-8,`+codes[0]+`%0D%0A`)
}

func TestAWrongPasswordIsSaidOnce(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	page := h.visitor(t).signIn("mira@example.org", "not this one at all").want(t, http.StatusUnprocessableEntity)
	if n := strings.Count(page.body, "is not right. Check both"); n != 1 {
		t.Errorf("it is said %d times", n)
	}
}

func TestTheAddressOfAFormLeadsToThePageItIsOn(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Questions[0].Key
	for address, page := range map[string]string{
		"/admin/sign-out":                      "/admin",
		"/admin/draft":                         "/admin",
		"/admin/questions/" + key + "/copy":    "/admin/questions",
		"/admin/priors":                        "/admin/roles",
		"/admin/account/recovery-codes":        "/admin/account",
		"/admin/account/sessions/removal":      "/admin/account",
		"/admin/admins/nobody/removal":         "/admin/admins",
		"/admin/account/second-factor/removal": "/admin/account/second-factor",
	} {
		v.get(address).want(t, http.StatusSeeOther, page)
	}
	if got := v.send(http.MethodDelete, "/admin/priors", "", nil); got.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("DELETE is answered with %d", got.StatusCode)
	}
	v.get("/start").want(t, http.StatusMethodNotAllowed)
}

func TestWhoHasToChooseAPasswordIsLedNowhereElse(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	temporary := v.post("/admin/admins", "email", "ada@example.org", "role", "editor").valueByID("temporary")
	ada := h.visitor(t)
	ada.signIn("ada@example.org", temporary)
	page := ada.get("/admin/account/password").want(t, http.StatusOK).has(t, "/admin/sign-out")
	page.lacks(t, `href="/admin/questions"`)
	page.lacks(t, `href="/admin/account"`)
}

func TestAProblemOfTheDraftIsListedWithTheNameOfItsField(t *testing.T) {
	h, v := openWithNewDraft(t)
	q := h.draft(t).Questions[0]
	v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", " ", "~.strength", "x")...).want(t, http.StatusUnprocessableEntity).
		has(t, "Text: Write something here</a>", "Strength: Use a number")
}

func TestAProblemWithAPlaceIsListedWithItsDimension(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.submit("/admin/roles/product_manager", "/admin/roles/product_manager", "roles.product_manager.profile.lens.mean", "30").want(t, http.StatusUnprocessableEntity).
		has(t, h.draft(t).Dimensions[2].Name+": Place")
}
