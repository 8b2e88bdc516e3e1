// Package auth says who may edit the quiz and how they prove it: passwords,
// sessions and the second factor. It knows no HTTP, no SQL and no clock; what
// time it is comes in as a value.
package auth

import (
	"crypto/rand"
	"errors"
	"net/mail"
	"strings"
	"time"

	"whichpm/internal/quiz"
)

// Role is how much an admin may do.
type Role string

// The roles. An owner may do all an editor may.
const (
	Editor Role = "editor" // edits the draft
	Owner  Role = "owner"  // publishes, and manages admins
)

// Admin is somebody who may sign in.
type Admin struct {
	ID           string
	Email        string // as Email returns it
	Role         Role
	PasswordHash string // a PHC string
	Temporary    bool   // the password was made for them: they choose their own first
	Disabled     bool
	CreatedAt    time.Time
	SignedInAt   time.Time // the last time; zero for never

	TOTPSecret     string // base32; "" without a second factor
	TOTPStep       int64  // of the last code used, so that it is not used again
	RecoveryHashes []Digest
}

// Owner reports whether the admin may publish and manage admins.
func (a Admin) Owner() bool { return a.Role == Owner }

// SecondFactor reports whether signing in asks for a code.
func (a Admin) SecondFactor() bool { return a.TOTPSecret != "" }

// NewAdmin makes an admin from what somebody typed. It returns quiz.Problems
// in the fields email and role.
func NewAdmin(email, role string, now time.Time) (Admin, error) {
	var problems quiz.Problems
	normal, err := Email(email)
	if err != nil {
		problems = append(problems, quiz.NewProblem("email", "email"))
	}
	if _, err := ParseRole(role); err != nil {
		problems = append(problems, quiz.NewProblem("role", "admin_role"))
	}
	if len(problems) > 0 {
		return Admin{}, problems
	}
	return Admin{ID: rand.Text(), Email: normal, Role: Role(role), CreatedAt: now}, nil
}

var (
	errEmail = errors.New("this is no email address")
	errRole  = errors.New("there is no such role")
)

// maxEmail is the longest address, in bytes.
const maxEmail = 254

// Email writes an address the one way it is compared and kept.
func Email(typed string) (string, error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	address, err := mail.ParseAddress(typed)
	if err != nil || address.Address != typed || len(typed) > maxEmail {
		return "", errEmail
	}
	return typed, nil
}

// ParseRole reads a role from a form.
func ParseRole(text string) (Role, error) {
	if role := Role(text); role == Editor || role == Owner {
		return role, nil
	}
	return "", errRole
}

// What admins do to admins, as the audit log names it. The subject is the
// address of whom it is done to.
const (
	ActionSignIn             = "sign in"
	ActionEndSessions        = "sign out everywhere"
	ActionAddAdmin           = "add admin"
	ActionChangeRole         = "change role"
	ActionDisableAdmin       = "disable admin"
	ActionEnableAdmin        = "enable admin"
	ActionChangePassword     = "change password"
	ActionResetAdmin         = "reset password and second factor"
	ActionAddSecondFactor    = "switch on second factor"
	ActionRemoveSecondFactor = "switch off second factor"
	ActionNewRecoveryCodes   = "make recovery codes"
	ActionUseRecoveryCode    = "use recovery code"
)
