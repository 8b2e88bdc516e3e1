package auth

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
