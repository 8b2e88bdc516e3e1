package auth_test

import (
	"encoding/json"
	"errors"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/test/authenticator"
)

var (
	olga = auth.Admin{ID: "OLGA", Email: "olga@example.org", Role: auth.Owner}
	noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func passkeysOf(t testing.TB, public string) *auth.Passkeys {
	t.Helper()
	var u *url.URL
	if public != "" {
		var err error
		if u, err = url.Parse(public); err != nil {
			t.Fatal(err)
		}
	}
	p, err := auth.NewPasskeys(u)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPasskeysNeedAPublicAddressThatBrowsersHaveThemFor(t *testing.T) {
	for public, want := range map[string]bool{
		"": false, "https://quiz.example": true, "https://quiz.example:8443": true, "http://quiz.example": false, "https://192.0.2.7": false,
		"https://[2001:db8::1]": false, "http://localhost:8080": true, "http://quiz.localhost": true, "http://127.0.0.1:8080": false,
	} {
		if got := passkeysOf(t, public) != nil; got != want {
			t.Errorf("%q: %t", public, got)
		}
	}
}

func device() *authenticator.Device {
	return &authenticator.Device{Origin: "https://quiz.example", Site: "quiz.example"}
}

// added is a passkey of olga on the device.
func added(t *testing.T, p *auth.Passkeys, d *authenticator.Device) auth.Passkey {
	t.Helper()
	c, options, err := p.AskNew(olga, nil, noon)
	must(t, err)
	k, err := auth.ReadNewKey(d.Create(t, options))
	must(t, err)
	if k.Challenge() != c.Hash || c.Admin != olga.ID || !c.ExpiresAt.Equal(noon.Add(5*time.Minute)) {
		t.Errorf("asked %+v, answered %x", c, k.Challenge())
	}
	key, err := p.Add(k, olga, "Phone", noon)
	must(t, err)
	return key
}

func TestAPasskeyOfEachKindSignsIn(t *testing.T) {
	p := passkeysOf(t, "https://quiz.example")
	for _, kind := range []authenticator.Kind{authenticator.ES256, authenticator.EdDSA, authenticator.RS256} {
		d := device()
		d.Kind, d.BackedUp = kind, kind == authenticator.EdDSA
		key := added(t, p, d)
		if !reflect.DeepEqual(key.ID, d.Last()) || key.Name != "Phone" || key.Uses != 1 || key.BackedUp != d.BackedUp || key.CanBackUp != d.BackedUp {
			t.Errorf("%d: got %+v", kind, key)
		}
		c, options, err := p.AskSignIn(noon)
		must(t, err)
		proof, err := auth.ReadProof(d.Sign(t, options))
		must(t, err)
		if proof.Challenge() != c.Hash || c.Admin != "" || !reflect.DeepEqual(proof.Passkey(), key.ID) {
			t.Errorf("%d: asked %+v", kind, c)
		}
		used, backwards, err := p.Check(proof, olga, key, noon)
		must(t, err)
		if backwards || used.Uses != 2 || !used.UsedAt.Equal(noon) {
			t.Errorf("%d: used %+v", kind, used)
		}
	}
}

func TestABrowserIsAskedForWhatCountsAsBothFactors(t *testing.T) {
	p := passkeysOf(t, "https://quiz.example:8443")
	_, options, err := p.AskNew(olga, []auth.Passkey{{ID: []byte("there")}}, noon)
	must(t, err)
	for _, want := range []string{`"id":"quiz.example"`, `"residentKey":"required"`, `"userVerification":"required"`, `"attestation":"none"`, `"alg":-7`, `"alg":-8`, `"alg":-257`, `"timeout":300000`, `"dGhlcmU"`} {
		if !strings.Contains(options, want) {
			t.Errorf("%s is not in %s", want, options)
		}
	}
	if strings.Count(options, `"alg"`) != 3 {
		t.Errorf("other kinds of keys in %s", options)
	}
	_, options, err = p.AskSignIn(noon)
	must(t, err)
	var asked map[string]any
	must(t, json.Unmarshal([]byte(options), &asked))
	if asked["rpId"] != "quiz.example" || asked["userVerification"] != "required" || asked["allowCredentials"] != nil {
		t.Errorf("got %s", options)
	}
}

// wrong are answers that prove nothing.
var wrong = map[string]func(d *authenticator.Device){
	"of a page of another site":     func(d *authenticator.Device) { d.Origin = "https://evil.example" },
	"of another port":               func(d *authenticator.Device) { d.Origin = "https://quiz.example:8443" },
	"without HTTPS":                 func(d *authenticator.Device) { d.Origin = "http://quiz.example" },
	"of a page in a foreign frame":  func(d *authenticator.Device) { d.CrossOrigin = true },
	"of a passkey of another site":  func(d *authenticator.Device) { d.Site = "evil.example" },
	"of somebody who was not asked": func(d *authenticator.Device) { d.Unverified = true },
	"of nobody":                     func(d *authenticator.Device) { d.Absent = true },
	"to another question":           func(d *authenticator.Device) { d.Type = "payment.get" },
}

func TestAnAnswerThatProvesNothingIsRefused(t *testing.T) {
	p := passkeysOf(t, "https://quiz.example")
	for name, spoil := range wrong {
		d := device()
		key := added(t, p, d)
		spoil(d)
		_, options, err := p.AskSignIn(noon)
		must(t, err)
		proof, err := auth.ReadProof(d.Sign(t, options))
		must(t, err)
		if _, _, err := p.Check(proof, olga, key, noon); !errors.Is(err, auth.ErrPasskey) {
			t.Errorf("an answer %s signs in: %v", name, err)
		}
		_, options, err = p.AskNew(olga, nil, noon)
		must(t, err)
		k, err := auth.ReadNewKey(d.Create(t, options))
		must(t, err)
		if _, err := p.Add(k, olga, "Phone", noon); !errors.Is(err, auth.ErrPasskey) {
			t.Errorf("a passkey %s is added: %v", name, err)
		}
	}
	d := device()
	d.Kind = authenticator.ES384
	_, options, err := p.AskNew(olga, nil, noon)
	must(t, err)
	k, err := auth.ReadNewKey(d.Create(t, options))
	must(t, err)
	if _, err := p.Add(k, olga, "Phone", noon); !errors.Is(err, auth.ErrPasskey) {
		t.Errorf("a key of a kind that was not asked for is added: %v", err)
	}
}

func TestAPasskeyProvesNothingOfAnotherAdminOrKey(t *testing.T) {
	p := passkeysOf(t, "https://quiz.example")
	d, other := device(), device()
	key, foreign := added(t, p, d), added(t, p, other)
	_, options, err := p.AskSignIn(noon)
	must(t, err)
	proof, err := auth.ReadProof(d.Sign(t, options))
	must(t, err)
	if _, _, err := p.Check(proof, auth.Admin{ID: "EVE"}, key, noon); !errors.Is(err, auth.ErrPasskey) {
		t.Errorf("it signs in another admin: %v", err)
	}
	foreign.ID = key.ID
	if _, _, err := p.Check(proof, olga, foreign, noon); !errors.Is(err, auth.ErrPasskey) {
		t.Errorf("another key made the signature: %v", err)
	}
}

func TestAPasskeyThatCountsBackwardsIsNoticedAndSignsIn(t *testing.T) {
	p := passkeysOf(t, "https://quiz.example")
	for _, c := range []struct {
		before, now uint32
		want        bool
	}{{5, 6, false}, {5, 5, true}, {5, 2, true}, {5, 0, true}, {0, 0, false}, {0, 1, false}} {
		d := device()
		key := added(t, p, d)
		key.Uses, d.Uses, d.Still = c.before, c.now, true
		_, options, err := p.AskSignIn(noon)
		must(t, err)
		proof, err := auth.ReadProof(d.Sign(t, options))
		must(t, err)
		used, backwards, err := p.Check(proof, olga, key, noon)
		must(t, err)
		if backwards != c.want || used.Uses != max(c.before, c.now) {
			t.Errorf("%d after %d: %t, kept %d", c.now, c.before, backwards, used.Uses)
		}
	}
}

func TestANameOfAPasskeyIsALineThatCanBeRead(t *testing.T) {
	for typed, want := range map[string]string{
		" My  phone ": "My phone", "": "problem", "   ": "problem", strings.Repeat("é", 40): strings.Repeat("é", 40), strings.Repeat("é", 41): "problem", "a\u202eb": "problem",
	} {
		got, err := auth.PasskeyName(typed)
		if problems, ok := errors.AsType[quiz.Problems](err); ok && problems.For("name") != "" {
			got = "problem"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// FuzzPasskeyAnswers reads what a browser may send.
func FuzzPasskeyAnswers(f *testing.F) {
	p, d := passkeysOf(f, "https://quiz.example"), device()
	_, options, err := p.AskNew(olga, nil, noon)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(d.Create(f, options))
	f.Add(d.Sign(f, options))
	f.Add(`{"id":"","response":{}}`)
	f.Fuzz(func(t *testing.T, answer string) {
		if k, err := auth.ReadNewKey(answer); err == nil {
			if key, err := p.Add(k, olga, "Phone", noon); err == nil && (len(key.ID) == 0 || len(key.ID) > 1023 || len(key.Key) == 0) {
				t.Errorf("added %+v", key)
			}
		} else if !errors.Is(err, auth.ErrPasskey) {
			t.Errorf("got %v", err)
		}
		proof, err := auth.ReadProof(answer)
		if err == nil {
			_ = proof.Challenge()
			_, _, err = p.Check(proof, olga, auth.Passkey{ID: proof.Passkey(), Key: []byte{1}}, noon)
		}
		if !errors.Is(err, auth.ErrPasskey) {
			t.Errorf("got %v", err)
		}
	})
}
