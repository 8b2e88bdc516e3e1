package auth_test

import (
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
)

// The secret and the code are from the standard's appendix, RFC 6238.
const standardSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

func TestACodeIsThatOfTheStandard(t *testing.T) {
	code, err := auth.TOTPCode(standardSecret, time.Unix(1111111109, 0))
	if err != nil || code != "081804" {
		t.Errorf("got %s, %v", code, err)
	}
}

func TestACodeWorksOnceAndAboutNow(t *testing.T) {
	secret := auth.NewTOTPSecret()
	code, err := auth.TOTPCode(secret, now)
	if err != nil {
		t.Fatal(err)
	}
	step, ok := auth.CheckTOTP(secret, " "+code[:3]+" "+code[3:]+" ", 0, now)
	if !ok {
		t.Fatal("the right code is refused")
	}
	if _, ok := auth.CheckTOTP(secret, code, step, now); ok {
		t.Error("a code works twice")
	}
	for after, want := range map[time.Duration]bool{
		-30 * time.Second: true, 30 * time.Second: true, -90 * time.Second: false, 90 * time.Second: false,
	} {
		if _, ok := auth.CheckTOTP(secret, code, 0, now.Add(after)); ok != want {
			t.Errorf("%s later it works: %t", after, ok)
		}
	}
	for _, wrong := range []string{"", "12345", "1234567", strings.Repeat("0", 1000), "abcdef"} {
		if _, ok := auth.CheckTOTP(secret, wrong, 0, now); ok && wrong != code {
			t.Errorf("%q works", wrong)
		}
	}
}

func TestASecretThatIsMissingAcceptsNoCode(t *testing.T) {
	for _, secret := range []string{"", " ", "GEZDGNBV"} {
		code, err := auth.TOTPCode(secret, now)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := auth.CheckTOTP(secret, code, 0, now); ok {
			t.Errorf("the secret %q accepts %s", secret, code)
		}
	}
}

func TestAnAppReadsTheLink(t *testing.T) {
	link, err := auth.TOTPLink("WhichPM quiz.example", "ada@example.org", standardSecret)
	if err != nil || !strings.HasPrefix(link, "otpauth://totp/WhichPM%20quiz.example:ada@example.org?") || !strings.Contains(link, standardSecret) {
		t.Errorf("%s, %v", link, err)
	}
	if !auth.ValidTOTPSecret(auth.NewTOTPSecret()) || auth.ValidTOTPSecret("GEZDG") || auth.ValidTOTPSecret("") {
		t.Error("secrets are mistaken")
	}
}

func TestARecoveryCodeIsFoundHoweverItIsTyped(t *testing.T) {
	codes, hashes := auth.NewRecoveryCodes()
	if len(codes) != 10 {
		t.Fatalf("%d codes", len(codes))
	}
	for _, typed := range []string{codes[3], strings.ToUpper(codes[3]), strings.ReplaceAll(codes[3], "-", ""), " " + strings.ReplaceAll(codes[3], "-", " ")} {
		if hash, ok := auth.MatchRecoveryCode(typed, hashes); !ok || hash != hashes[3] {
			t.Errorf("%q is not found", typed)
		}
	}
	for _, typed := range []string{"", "123456", codes[3][:18]} {
		if _, ok := auth.MatchRecoveryCode(typed, hashes); ok {
			t.Errorf("%q is found", typed)
		}
	}
}
