//go:build !race

package store

import (
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

func TestAnAddressIsReadOrRefusedWithoutItsPassword(t *testing.T) {
	cases := map[string]string{ // what is wrong, "" if nothing
		"postgres://ada:secret@db.example/quiz":                                             "",
		"postgresql://ada:secret@db.example:6432/quiz?sslmode=verify-full":                  "",
		"postgres://ada:secret@one.example,two.example:5433/quiz":                           "",
		"postgres://ada:secret@one.example:5432,two.example:5433/quiz?a=b":                  "",
		"postgres://ada:secret@localhost/quiz":                                              "",
		"postgres://ada:secret@127.0.0.1/quiz?sslmode=disable":                              "",
		"postgres://ada:secret@[::1]:5432/quiz?sslmode=prefer":                              "",
		"postgres:///quiz?host=/run/postgresql&user=ada&password=secret":                    "",
		"postgres://ada:secret@db.example/quiz?sslmode=disable":                             "unencrypted",
		"postgres://ada:secret@db.example/quiz?sslmode=allow":                               "unencrypted",
		"postgres://ada:secret@db.example/quiz?sslmode=prefer":                              "unencrypted",
		"postgres://ada:secret@localhost,db.example/quiz?sslmode=disable":                   "unencrypted",
		"postgres://ada:secret@db.example/quiz?sslmode=secret":                              "cannot be read",
		"postgres://ada:secret@db.example:secret/quiz":                                      "cannot be read",
		"postgres://ada:sec%ret@db.example/quiz":                                            "cannot be read",
		"postgres://ada:secret@db.example/quiz?a=%zz":                                       "cannot be read",
		"postgres://ada:secret@db.example/quiz?target_session_attrs=secret":                 "cannot be read",
		"postgres://ada:secret@db.example/quiz?sslrootcert=/no/such/file&sslmode=verify-ca": "/no/such/file",
		"mysql://ada:secret@db.example/quiz":                                                "begin with postgres://",
		"sqlite:secret.db":                                                                  "begin with postgres://",
		"host=db.example password=secret":                                                   "begin with postgres://",
		"secret":                                                                            "begin with postgres://",
	}
	for address, want := range cases {
		_, err := parseAddress(address, readWrite)
		switch {
		case err == nil && want == "":
		case err == nil || want == "" || !strings.Contains(err.Error(), want):
			t.Errorf("%s: got %v, want %q", address, err, want)
		case strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: it says %v", address, err)
		}
	}
}

func TestEveryHostOfAnAddressMustBeEncrypted(t *testing.T) {
	c, err := parseAddress("postgres://ada@localhost,one.example,two.example/quiz", readWrite)
	must(t, err)
	if len(c.Fallbacks) != 2 || c.TLSConfig == nil || c.Fallbacks[0].TLSConfig == nil || c.Fallbacks[1].TLSConfig == nil {
		t.Errorf("%d hosts follow the first", len(c.Fallbacks))
	}
}

func TestAPrimaryIsAskedForUnlessTheAddressSaysOtherwise(t *testing.T) {
	for address, want := range map[string]bool{
		"postgres://localhost/quiz":                          true,
		"postgres://localhost/quiz?target_session_attrs=any": false,
	} {
		c, err := parseAddress(address, readWrite)
		must(t, err)
		if (c.ValidateConnect != nil) != want {
			t.Errorf("%s: it is checked: %t", address, !want)
		}
	}
	t.Setenv("PGTARGETSESSIONATTRS", "any")
	if c, err := parseAddress("postgres://localhost/quiz", readWrite); err != nil || c.ValidateConnect != nil {
		t.Errorf("the environment does not count: %v", err)
	}
}

func TestTheEnvironmentCannotSwitchEncryptionOff(t *testing.T) {
	t.Setenv("PGSSLMODE", "disable")
	if _, err := parseAddress("postgres://db.example/quiz", readWrite); err == nil {
		t.Error("it was accepted")
	}
}

func TestAConnectionIsLeftWhenItsServerIsNotThePrimaryAnyMore(t *testing.T) {
	c, err := parseAddress("postgres://localhost/quiz", readWrite)
	must(t, err)
	for code, want := range map[string]bool{"25006": false, "57P01": false, "08006": false, "23505": true, "22021": true} {
		if kept := c.OnPgError(nil, &pgconn.PgError{Severity: "ERROR", Code: code}); kept != want {
			t.Errorf("after %s it is kept: %t", code, kept)
		}
	}
}
