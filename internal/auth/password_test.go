package auth_test

import (
	"errors"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestAPasswordThatIsEasyToGuessIsRefused(t *testing.T) {
	for _, tt := range []struct{ name, password, says string }{
		{"too short", "eleven char", "at least 12"},
		{"too long", strings.Repeat("stapler orbit ", 15), "at most 200"},
		{"well known", "correcthorsebatterystaple", "lists"},
		{"well known with spaces", "Correct Horse Battery Staple", "lists"},
		{"well known in capitals", "ILOVEYOUFOREVER", "lists"},
		{"well known with signs for letters", "P@$$w0rd-P@$$w0rd", "lists"},
		{"well known with a year", "Administrator2026!", "lists"},
		{"one character", "zzzzzzzzzzzzz", "repeat"},
		{"a few characters over and over", "xk7xk7xk7xk7x", "repeat"},
		{"the numbers", "123456789012345", "row"},
		{"the alphabet backwards", "ponmlkjihgfedcba", "row"},
		{"the keyboard in pieces", "qwertyasdfghzxcvbn", "row"},
		{"the address", "mira.schulze1", "email address"},
		{"the place of the address", "acmewidgets!!", "email address"},
		{"the whole address", "mira.schulze@acmewidgets.example", "email address"},
		{"the whole address in capitals", "MIRA.SCHULZE@ACMEWIDGETS.EXAMPLE", "email address"},
		{"the whole address with signs for letters", "m1r4.schulz3@acmewidgets.example!", "email address"},
		{"name and place", "MiraSchulzeAcmeWidgets", "email address"},
		{"place and name", "acmewidgets_mira.schulze_2026", "email address"},
		{"this site", "whichpm-2026-x", "name of this site"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := auth.CheckPassword(tt.password, "mira.schulze@acmewidgets.example")
			problems, ok := errors.AsType[quiz.Problems](err)
			if !ok || !strings.Contains(problems.For("password"), tt.says) {
				t.Errorf("%q gets %v, want %q", tt.password, err, tt.says)
			}
		})
	}
}

func TestAShortAddressIsNoPassword(t *testing.T) {
	for _, tt := range []struct{ email, password string }{
		{"owner@example.org", "owner@example.org"},
		{"owner@example.org", "Owner@Example.Org"},
		{"owner@example.org", "ownerexample"},
		{"owner@example.org", "owner at example"},
		{"jo@abc.example", "jo@abc.example"},
		{"mia@acme.example", "miaACME2026!!"},
	} {
		if err := auth.CheckPassword(tt.password, tt.email); err == nil {
			t.Errorf("%q is taken for %s", tt.password, tt.email)
		}
	}
}

func TestAPasswordNobodyGuessesIsTaken(t *testing.T) {
	for _, password := range []string{
		"stapler orbit lentil", "Zwölf Boxkämpfer jagen", "q8$Lx2!vRt0p", "日本語の長い合言葉です、はい", auth.TemporaryPassword(),
		strings.Repeat("stapler orbit ", 14),
	} {
		if err := auth.CheckPassword(password, "mira@example.org"); err != nil {
			t.Errorf("%q: %v", password, err)
		}
	}
}

func TestNoTwoTemporaryPasswordsAreTheSame(t *testing.T) {
	if first, second := auth.TemporaryPassword(), auth.TemporaryPassword(); first == second {
		t.Errorf("%q twice", first)
	}
}

func FuzzPassword(f *testing.F) {
	for _, seed := range []string{"", "password1234", "aaaaaaaaaaaa", "\xff\xfe\xfd\xff\xfe\xfd\xff\xfe\xfd\xff\xfe\xfd", "qwertzuiopasdf"} {
		f.Add(seed, "mira@example.org")
	}
	f.Fuzz(func(t *testing.T, password, email string) {
		if err := auth.CheckPassword(password, email); err == nil && len(password) < auth.MinPassword {
			t.Errorf("%q is taken", password)
		}
	})
}
