package server_test

import (
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// cheapHash makes hashes that protect nothing and cost nothing.
var cheapHash = auth.Cost{Memory: 8, Passes: 1, Threads: 1}

const password = "stapler orbit lentil"

// admin makes an admin who signs in with the password above.
func (h *testSite) admin(t testing.TB, email string, role auth.Role) auth.Admin {
	t.Helper()
	a, err := auth.NewAdmin(email, string(role), h.now())
	if err != nil {
		t.Fatal(err)
	}
	if a.PasswordHash, err = h.hasher.Hash(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	if err := h.store.AddAdmin(t.Context(), auth.Admin{}, a, entry(auth.ActionAddAdmin)); err != nil {
		t.Fatal(err)
	}
	return a
}

// signedIn is the browser of a new admin who has signed in.
func (h *testSite) signedIn(t testing.TB, email string, role auth.Role) *visitor {
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

// entry is one of the audit log.
func entry(action string) quiz.AuditEntry {
	return quiz.AuditEntry{At: time.Now(), By: "test", Action: action, Subject: "test"}
}

func (h *testSite) idOf(t testing.TB, email string) string {
	t.Helper()
	a, err := h.store.AdminByEmail(t.Context(), email)
	if err != nil {
		t.Fatal(err)
	}
	return a.ID
}

// wantAudit checks what the audit log says of an admin, the newest entry first.
func (h *testSite) wantAudit(t testing.TB, by string, actions ...string) {
	t.Helper()
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{By: by})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Action)
	}
	if !slices.Equal(got, actions) {
		t.Errorf("the audit log says %q, want %q", got, actions)
	}
}

// valueByID is what stands in the field with that id.
func (r reply) valueByID(id string) string {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return ""
	}
	for node := range document.Descendants() {
		if attribute(node, "id") == id {
			return attribute(node, "value")
		}
	}
	return ""
}

// textByID is the text of the element with that id.
func (r reply) textByID(id string) string {
	document, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		return ""
	}
	for node := range document.Descendants() {
		if attribute(node, "id") == id {
			return strings.TrimSpace(textOf(node))
		}
	}
	return ""
}

func (h *testSite) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(&syncWriter{w: h.log}, nil))
}
