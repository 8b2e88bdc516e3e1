package site

import "net/url"

// Paths of the pages for admins. All of them begin with Admin.
const (
	Admin                = "/admin"
	AdminSignIn          = "/admin/sign-in"
	AdminSignInCode      = "/admin/sign-in/code"
	AdminSignOut         = "/admin/sign-out"
	AdminAccount         = "/admin/account"
	AdminPassword        = "/admin/account/password"
	AdminSessionsEnd     = "/admin/account/sessions/removal" // ends them everywhere
	AdminSecondFactor    = "/admin/account/second-factor"
	AdminSecondFactorEnd = "/admin/account/second-factor/removal"
	AdminRecoveryCodes   = "/admin/account/recovery-codes"
	Admins               = "/admin/admins"
	AdminDraft           = "/admin/draft"
	AdminQuestions       = "/admin/questions"
)

// Patterns of what an owner changes of another admin.
const (
	AdminRolePattern    = "/admin/admins/{id}/role"
	AdminRemovalPattern = "/admin/admins/{id}/removal"
	AdminReturnPattern  = "/admin/admins/{id}/return"
	AdminResetPattern   = "/admin/admins/{id}/reset"
)

// AdminSignInTo signs in and goes on to the page next.
func AdminSignInTo(next string) string {
	return AdminSignIn + "?" + url.Values{"next": {next}}.Encode()
}

// AdminRole takes the form that changes what an admin may do.
func AdminRole(id string) string { return Admins + "/" + id + "/role" }

// AdminRemoval takes the form that lets an admin in no more.
func AdminRemoval(id string) string { return Admins + "/" + id + "/removal" }

// AdminReturn takes the form that lets an admin in again.
func AdminReturn(id string) string { return Admins + "/" + id + "/return" }

// AdminReset takes the form that gives an admin a new temporary password.
func AdminReset(id string) string { return Admins + "/" + id + "/reset" }

// AdminQuestion edits a question of the draft.
func AdminQuestion(key string) string { return AdminQuestions + "/" + key }
