package gallery

import (
	"fmt"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

var (
	owner  = adminview.Viewer{Email: "mira@example.org", Owner: true}
	editor = adminview.Viewer{Email: "jonas@example.org"}
	nobody = adminview.Viewer{Email: strings.Repeat("a.very.long.address.", 10) + "@example.org"}
)

func adminPages() []State {
	return []State{
		{"admin", "sign in", adminview.SignIn(adminview.SignInProps{Next: "/admin"})},
		{"admin", "sign in refused", adminview.SignIn(adminview.SignInProps{Email: "mira@example.org", Next: "/admin", Problems: quiz.Problems{
			{Field: "password", Message: "The email address or the password is not right. Check both and try again"},
		}})},
		{"admin", "sign in too often", adminview.SignIn(adminview.SignInProps{Email: "mira@example.org", Next: "/admin", Problems: quiz.Problems{
			{Field: "password", Message: "Too many tries. Wait " + adminview.Wait(4*time.Minute) + ", then try again"},
		}})},
		{"admin", "nothing typed", adminview.SignIn(adminview.SignInProps{Next: "/admin", Problems: quiz.Problems{
			{Field: "email", Message: "Type your email address"}, {Field: "password", Message: "Type your password"},
		}})},
		{"admin", "code", adminview.Code(adminview.CodeProps{Next: "/admin"})},
		{"admin", "code refused", adminview.Code(adminview.CodeProps{Code: "123456", Next: "/admin", Problems: quiz.Problems{
			{Field: "code", Message: "This code is not right or was used before. Wait for the next one in your app, or use a recovery code"},
		}})},
		{"admin", "home of an owner", adminview.Home(adminview.HomeProps{Viewer: owner})},
		{"admin", "home of an editor", adminview.Home(adminview.HomeProps{Viewer: editor})},
		{"admin", "home longest text", adminview.Home(adminview.HomeProps{Viewer: nobody})},
		{"admin", "account", adminview.Account(adminview.AccountProps{Viewer: editor})},
		{"admin", "account with second factor", adminview.Account(adminview.AccountProps{Viewer: owner, SecondFactor: true, CodesLeft: 1})},
		{"admin", "password", adminview.Password(adminview.PasswordProps{Viewer: editor})},
		{"admin", "password of their own", adminview.Password(adminview.PasswordProps{Viewer: editor, Temporary: true})},
		{"admin", "password refused", adminview.Password(adminview.PasswordProps{Viewer: editor, Problems: quiz.Problems{
			{Field: "current", Message: "This is not your password. Type the one you sign in with"},
			{Field: "again", Message: "Type the new password twice the same way"},
		}})},
		{"admin", "second factor", adminview.Factor(settingUp())},
		{"admin", "second factor refused", adminview.Factor(refusedFactor(settingUp()))},
		{"admin", "second factor on", adminview.FactorOn(adminview.FactorOnProps{Viewer: editor, CodesLeft: 9})},
		{"admin", "second factor kept", adminview.FactorOn(adminview.FactorOnProps{Viewer: editor, Problems: quiz.Problems{
			{Field: "current", Message: "This is not your password. Type the one you sign in with"},
		}})},
		{"admin", "recovery codes", adminview.Codes(adminview.CodesProps{Viewer: editor, Codes: strings.Fields(strings.Repeat("k7qx-2mpa-5t3e-hw4v ", 10))})},
		{"admin", "one admin", adminview.Admins(adminview.AdminsProps{Viewer: owner, Rows: admins(1)})},
		{"admin", "many admins", adminview.Admins(adminview.AdminsProps{Viewer: owner, Rows: admins(6)})},
		{"admin", "admin refused", adminview.Admins(adminview.AdminsProps{Viewer: owner, Rows: admins(2), Email: "ada@", Role: "owner", Problems: quiz.Problems{
			{Field: "email", Message: "Type an email address, such as ada@example.org"},
		}})},
		{"admin", "temporary password", adminview.Temporary(adminview.TemporaryProps{Viewer: owner, Email: "ada@example.org", Password: "k7qx2-mpa5t-3ehw4-vk7qx"})},
		{"admin", "password reset", adminview.Temporary(adminview.TemporaryProps{Viewer: owner, Email: nobody.Email, Password: "k7qx2-mpa5t-3ehw4-vk7qx", Reset: true})},
	}
}

func settingUp() adminview.FactorProps {
	return adminview.FactorProps{Viewer: editor, Secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", QR: checkers()}
}

func refusedFactor(p adminview.FactorProps) adminview.FactorProps {
	p.Code = "123456"
	p.Problems = quiz.Problems{{Field: "code", Message: "This is not the code your app shows now. Type the six digits it shows, or scan again"}}
	return p
}

// admins lists n of them, each in another state.
func admins(n int) []adminview.AdminRow {
	at := time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC)
	rows := []adminview.AdminRow{
		{Email: owner.Email, Owner: true, SecondFactor: true, SignedInAt: at, Self: true},
		{Email: editor.Email, SignedInAt: at.AddDate(0, -2, 0)},
		{Email: "ada@example.org", Waiting: true},
		{Email: "ben@example.org", Owner: true, Disabled: true, SignedInAt: at.AddDate(-1, 0, 0)},
		{Email: "carla@example.org", Owner: true, SecondFactor: true, SignedInAt: at},
		{Email: nobody.Email},
	}
	for i := range rows {
		rows[i].ID = fmt.Sprintf("ADMIN%d", i)
	}
	return rows[:n]
}
