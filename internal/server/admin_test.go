package server_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// cheap makes hashes that protect nothing and cost nothing.
var cheap = auth.Cost{Memory: 8, Passes: 1, Threads: 1}

const password = "stapler orbit lentil"

// admin makes an admin who signs in with the password above.
func (h *house) admin(t *testing.T, email string, role auth.Role) auth.Admin {
	t.Helper()
	a, err := auth.NewAdmin(email, string(role), h.now())
	if err != nil {
		t.Fatal(err)
	}
	if a.PasswordHash, err = h.hasher.Hash(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	if err := h.store.AddAdmin(t.Context(), a, quiz.AuditEntry{At: h.now(), By: "test", Action: auth.ActionAddAdmin, Subject: email}); err != nil {
		t.Fatal(err)
	}
	return a
}

// signedIn is the browser of a new admin who has signed in.
func (h *house) signedIn(t *testing.T, email string, role auth.Role) *visitor {
	t.Helper()
	h.admin(t, email, role)
	v := h.visitor(t)
	v.signIn(email, password).want(t, http.StatusSeeOther, "/admin")
	return v
}

func (v *visitor) signIn(email, password string) reply {
	v.t.Helper()
	return v.post("/admin/sign-in", "email", email, "password", password)
}
