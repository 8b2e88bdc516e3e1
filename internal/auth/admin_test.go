package auth_test

import (
	"errors"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestAnAddressIsKeptOneWay(t *testing.T) {
	for typed, want := range map[string]string{
		" Ada@Example.ORG ": "ada@example.org", "ada+quiz@example.org": "ada+quiz@example.org",
		"ada": "", "": "", "Ada <ada@example.org>": "", "a@b\nc": "", "ada@": "",
	} {
		if got, err := auth.Email(typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%q becomes %q, %v", typed, got, err)
		}
	}
}

func TestANewAdminHasAnAddressAndARole(t *testing.T) {
	a, err := auth.NewAdmin("Ada@example.org", "owner", now)
	if err != nil || a.Email != "ada@example.org" || !a.Owner() || a.ID == "" {
		t.Errorf("got %+v, %v", a, err)
	}
	_, err = auth.NewAdmin("ada", "queen", now)
	if problems, _ := errors.AsType[quiz.Problems](err); problems.For("email") == "" || problems.For("role") == "" {
		t.Errorf("got %v", err)
	}
}
