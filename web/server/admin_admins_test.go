package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

func TestAnOwnerAddsAnAdminWhoChoosesTheirOwnPassword(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get("/admin/admins").want(t, http.StatusOK).says(t, "mira@example.org", "Add an admin")
	page := v.post("/admin/admins", "email", "Ada@example.org", "role", "editor").want(t, http.StatusOK)
	temporary := page.says(t, "shown only now").valueByID("temporary")
	h.wantAudit(t, "mira@example.org", auth.ActionAddAdmin, auth.ActionSignIn)
	if strings.Contains(v.get("/admin/admins").says(t, "ada@example.org", "Has a temporary password").body, temporary) {
		t.Error("the password is shown again")
	}

	ada := h.visitor(t)
	ada.signIn("ada@example.org", temporary).want(t, http.StatusSeeOther, "/admin")
	for _, path := range []string{"/admin", "/admin/account", "/admin/account/second-factor"} {
		ada.get(path).want(t, http.StatusSeeOther, "/admin/account/password")
	}
	ada.post("/admin/account/sessions/removal").want(t, http.StatusSeeOther, "/admin/account/password")
	ada.get("/admin/account/password").says(t, "Choose your own password")
	ada.post("/admin/account/password", "current", temporary, "password", another, "again", another).want(t, http.StatusSeeOther, "/admin/account")
	ada.get("/admin").want(t, http.StatusOK)
}

func TestABadAdminIsRefusedWithEverythingTyped(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	page := v.post("/admin/admins", "email", "<b>ada", "role", "owner").want(t, http.StatusUnprocessableEntity).says(t, "Type an email address")
	if page.value("email") != "<b>ada" || page.checked() != "owner" || strings.Contains(page.body, "<b>ada") {
		t.Errorf("kept %q and %q", page.value("email"), page.checked())
	}
	v.post("/admin/admins", "email", "ada@example.org", "role", "queen").want(t, http.StatusUnprocessableEntity).says(t, "one of the roles")
	v.post("/admin/admins", "email", "MIRA@example.org", "role", "editor").want(t, http.StatusUnprocessableEntity).says(t, "already")
	v.post("/admin/admins", "email", strings.Repeat("a", 250)+"@example.org", "role", "editor").want(t, http.StatusUnprocessableEntity)
}

func TestAnOwnerChangesWhatOthersMayDo(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	ada := h.signedIn(t, "ada@example.org", auth.Editor)
	at := "/admin/admins/" + h.idOf(t, "ada@example.org")
	ada.get("/admin/admins").want(t, http.StatusForbidden).says(t, "Only owners")

	v.post(at+"/role", "role", "owner").want(t, http.StatusSeeOther, "/admin/admins")
	ada.get("/admin/admins").want(t, http.StatusOK)
	v.post(at+"/role", "role", "queen").want(t, http.StatusUnprocessableEntity)
	v.post(at+"/role", "role", "editor").want(t, http.StatusSeeOther)

	v.post(at+"/removal").want(t, http.StatusSeeOther, "/admin/admins")
	ada.get("/admin").want(t, http.StatusSeeOther)
	ada.signIn("ada@example.org", password).want(t, http.StatusUnprocessableEntity)
	v.get("/admin/admins").says(t, "Disabled", "Enable")
	v.post(at+"/return").want(t, http.StatusSeeOther)
	ada.signIn("ada@example.org", password).want(t, http.StatusSeeOther)

	v.post("/admin/admins/nobody/role", "role", "owner").want(t, http.StatusNotFound)
	h.wantAudit(t, "mira@example.org", auth.ActionEnableAdmin, auth.ActionDisableAdmin, auth.ActionChangeRole, auth.ActionChangeRole, auth.ActionSignIn)
}

func TestNobodyChangesTheirOwnRights(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	at := "/admin/admins/" + h.idOf(t, "mira@example.org")
	for _, what := range []string{"/role", "/removal", "/return", "/reset"} {
		v.post(at+what, "role", "editor").want(t, http.StatusForbidden).says(t, "cannot do that to yourself")
	}
}

func TestAResetGivesATemporaryPasswordAndTakesTheSecondFactor(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	ada := h.signedIn(t, "ada@example.org", auth.Editor)
	ada.secondFactor()
	temporary := v.post("/admin/admins/"+h.idOf(t, "ada@example.org")+"/reset").want(t, http.StatusOK).valueByID("temporary")
	ada.get("/admin").want(t, http.StatusSeeOther)
	ada.signIn("ada@example.org", password).want(t, http.StatusUnprocessableEntity)
	ada.signIn("ada@example.org", temporary).want(t, http.StatusSeeOther, "/admin")
	ada.get("/admin").want(t, http.StatusSeeOther, "/admin/account/password")
}

func TestWhatOwnersDoIsClosedToEveryoneElse(t *testing.T) {
	h := open(t)
	mira := h.admin(t, "mira@example.org", auth.Owner)
	editor := h.signedIn(t, "ada@example.org", auth.Editor)
	at := "/admin/admins/" + mira.ID
	for _, path := range []string{"/admin/admins", at + "/role", at + "/removal", at + "/return", at + "/reset"} {
		editor.post(path, "role", "editor", "email", "x@example.org").want(t, http.StatusForbidden)
		stranger := h.visitor(t).post(path, "role", "editor", "email", "x@example.org")
		if stranger.StatusCode != http.StatusUnauthorized { // where typing is carried through signing in
			stranger.want(t, http.StatusSeeOther)
		}
	}
	if now, err := h.store.Admin(t.Context(), mira.ID); err != nil || !now.Owner() || now.Disabled || now.PasswordHash != mira.PasswordHash {
		t.Errorf("mira is %+v, %v", now, err)
	}
}
