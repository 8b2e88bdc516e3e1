package gallery

import (
	"fmt"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

const (
	ownerEmail  = "mira@example.org"
	editorEmail = "jonas@example.org"
)

func owner(l words.Language) adminview.Viewer {
	return adminview.Viewer{Language: l, Email: ownerEmail, Owner: true}
}

func editor(l words.Language) adminview.Viewer {
	return adminview.Viewer{Language: l, Email: editorEmail}
}

// nobody has the longest address.
func nobody(l words.Language) adminview.Viewer {
	return adminview.Viewer{Language: l, Email: strings.Repeat("a.very.long.address.", 10) + "@example.org"}
}

func adminPages(l words.Language) []State {
	current := problemIn(l, "current", "password_current")
	return []State{
		{"admin", "sign in", adminview.SignIn(adminview.SignInProps{Language: l, Next: "/admin"})},
		{"admin", "sign in after signing out", adminview.SignIn(adminview.SignInProps{Language: l, Next: "/admin", Flash: adminview.Flash{What: adminview.SignedOut, At: adminview.AtTop}})},
		{"admin", "sign in refused", adminview.SignIn(adminview.SignInProps{Language: l, Email: ownerEmail, Next: "/admin", Problems: quiz.Problems{problemIn(l, "password", "sign_in")}})},
		{"admin", "sign in too often", adminview.SignIn(adminview.SignInProps{Language: l, Email: ownerEmail, Next: "/admin", Problems: quiz.Problems{problemIn(l, "password", "too_soon", "time", adminview.Wait(l, 4*time.Minute))}})},
		{"admin", "nothing typed", adminview.SignIn(adminview.SignInProps{Language: l, Next: "/admin", Problems: quiz.Problems{problemIn(l, "email", "email_none"), problemIn(l, "password", "password_none")}})},
		{"admin", "sign in with passkeys", adminview.SignIn(adminview.SignInProps{Language: l, Next: "/admin", Passkeys: true})},
		{"admin", "sign in passkey refused", adminview.SignIn(adminview.SignInProps{Language: l, Next: "/admin", Passkeys: true, Problems: quiz.Problems{problemIn(l, "", "passkey_wrong")}})},
		{"admin", "code", adminview.Code(adminview.CodeProps{Language: l, Next: "/admin"})},
		{"admin", "code refused", adminview.Code(adminview.CodeProps{Language: l, Code: "123456", Next: "/admin", Problems: quiz.Problems{problemIn(l, "code", "code")}})},
		{"admin", "home of an owner", adminview.Home(homeOf(owner(l)))},
		{"admin", "home with new content", adminview.Home(adminview.HomeProps{Viewer: owner(l), Delivered: adminview.Offered, Live: infos()[1], Counted: true, Attention: adminview.Attention{Now: moment}})},
		{"admin", "home with new content over changes", adminview.Home(adminview.HomeProps{Viewer: editor(l), Delivered: adminview.OfferedOverChanges, Live: infos()[1], Counted: true, Attention: adminview.Attention{Now: moment}})},
		{"admin", "home of an editor", adminview.Home(homeOf(editor(l)))},
		{"admin", "home of nothing yet", adminview.Home(adminview.HomeProps{Viewer: owner(l)})},
		{"admin", "home where nothing needs anybody", adminview.Home(quietHome(l))},
		{"admin", "home longest text", adminview.Home(longestHome(l))},
		{"admin", "find nothing typed", adminview.Find(adminview.FindProps{Viewer: editor(l)})},
		{"admin", "find nothing", adminview.Find(adminview.FindProps{Viewer: editor(l), Query: "zebra"})},
		{"admin", "find many", adminview.Find(adminview.FindProps{Viewer: editor(l), Query: "plan", Draft: true, Found: published().FindIn(l.Localize, "plan")[:12], More: 8})},
		{"admin", "account", adminview.Account(adminview.AccountProps{Viewer: editor(l)})},
		{"admin", "account password changed", adminview.Account(adminview.AccountProps{Viewer: told(editor(l), adminview.OwnPassword, adminview.AtPassword)})},
		{"admin", "account factor off", adminview.Account(adminview.AccountProps{Viewer: told(editor(l), adminview.FactorOff, adminview.AtFactor)})},
		{"admin", "account with second factor", adminview.Account(adminview.AccountProps{Viewer: owner(l), SecondFactor: true, CodesLeft: 1})},
		{"admin", "account without passkeys", adminview.Account(adminview.AccountProps{Viewer: editor(l), Passkeys: passkeys(0)})},
		{"admin", "account passkey added", adminview.Account(adminview.AccountProps{Viewer: told(editor(l), adminview.PasskeyAdded, adminview.AtPasskeys), Passkeys: passkeys(1)})},
		{"admin", "account most passkeys", adminview.Account(adminview.AccountProps{Viewer: owner(l), SecondFactor: true, CodesLeft: 3, Passkeys: passkeys(10)})},
		{"admin", "new passkey", adminview.NewPasskey(adminview.NewPasskeyProps{Viewer: editor(l), Longest: 40})},
		{"admin", "new passkey refused", adminview.NewPasskey(adminview.NewPasskeyProps{Viewer: editor(l), Longest: 40, Problems: quiz.Problems{problemIn(l, "name", "passkey_name_none")}})},
		{"admin", "make passkey", adminview.MakePasskey(adminview.MakePasskeyProps{Viewer: editor(l), Name: "Phone", Options: "{}"})},
		{"admin", "password", adminview.Password(adminview.PasswordProps{Viewer: editor(l)})},
		{"admin", "password of their own", adminview.Password(adminview.PasswordProps{Viewer: editor(l), Temporary: true})},
		{"admin", "password refused", adminview.Password(adminview.PasswordProps{Viewer: editor(l), Problems: quiz.Problems{current, problemIn(l, "again", "password_again")}})},
		{"admin", "second factor", adminview.Factor(settingUp(l))},
		{"admin", "second factor refused", adminview.Factor(refusedFactor(settingUp(l), problemIn(l, "code", "code_app")))},
		{"admin", "second factor on", adminview.FactorOn(adminview.FactorOnProps{Viewer: editor(l), CodesLeft: 9})},
		{"admin", "second factor kept", adminview.FactorOn(adminview.FactorOnProps{Viewer: editor(l), Problems: quiz.Problems{current}})},
		{"admin", "recovery codes", adminview.Codes(adminview.CodesProps{Viewer: editor(l), Codes: strings.Fields(strings.Repeat("k7qx-2mpa-5t3e-hw4v ", 10))})},
		{"admin", "one admin", adminview.Admins(adminview.AdminsProps{Viewer: owner(l), Rows: admins(1)})},
		{"admin", "many admins", adminview.Admins(adminview.AdminsProps{Viewer: owner(l), Rows: admins(6)})},
		{"admin", "admin disabled", adminview.Admins(adminview.AdminsProps{Viewer: told(owner(l), adminview.Disabled, admins(6)[4].ID), Rows: admins(6)})},
		{"admin", "admin refused", adminview.Admins(adminview.AdminsProps{Viewer: owner(l), Rows: admins(2), Email: "ada@", Role: "owner", Problems: quiz.Problems{problemIn(l, "email", "email")}})},
		{"admin", "temporary password", adminview.Temporary(adminview.TemporaryProps{Viewer: owner(l), Email: "ada@example.org", Password: "k7qx2-mpa5t-3ehw4-vk7qx"})},
		{"admin", "password reset", adminview.Temporary(adminview.TemporaryProps{Viewer: owner(l), Email: nobody(l).Email, Password: "k7qx2-mpa5t-3ehw4-vk7qx", Reset: true})},
	}
}

// problemIn is a problem as the catalogue says it.
func problemIn(l words.Language, field, code string, values ...any) quiz.Problem {
	return quiz.Problem{Field: field, Message: l.Say("problem."+code, values...)}
}

func settingUp(l words.Language) adminview.FactorProps {
	return adminview.FactorProps{Viewer: editor(l), Secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", QR: checkers()}
}

func refusedFactor(p adminview.FactorProps, problem quiz.Problem) adminview.FactorProps {
	p.Code, p.Problems = "123456", quiz.Problems{problem}
	return p
}

// passkeys lists n of them, the first with the longest name and one never used.
func passkeys(n int) *adminview.PasskeyList {
	list := adminview.PasskeyList{Most: 10}
	for i := range n {
		row := adminview.PasskeyRow{ID: []byte{byte(i)}, Name: fmt.Sprintf("Security key %d", i+1), AddedAt: moment.AddDate(0, i-n, 0), UsedAt: moment}
		switch i {
		case 0:
			row.Name = strings.Repeat("Telefonbuch ", 3) + "oben"
		case 1:
			row.UsedAt = time.Time{}
		}
		list.Rows = append(list.Rows, row)
	}
	return &list
}

// admins lists n of them, each in another state.
func admins(n int) []adminview.AdminRow {
	at := time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC)
	rows := []adminview.AdminRow{
		{Email: ownerEmail, Owner: true, SecondFactor: true, SignedInAt: at, Self: true},
		{Email: editorEmail, SignedInAt: at.AddDate(0, -2, 0)},
		{Email: "ada@example.org", Waiting: true},
		{Email: "ben@example.org", Owner: true, Disabled: true, SignedInAt: at.AddDate(-1, 0, 0)},
		{Email: "carla@example.org", Owner: true, SecondFactor: true, SignedInAt: at},
		{Email: nobody(words.English).Email},
	}
	for i := range rows {
		rows[i].ID = fmt.Sprintf("ADMIN%d", i)
	}
	return rows[:n]
}
