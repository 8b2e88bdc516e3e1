// Package authenticator is a device with passkeys for tests: it answers what a
// browser would, and can be told to answer wrongly. It checks nothing.
package authenticator

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"
	"testing"

	"github.com/go-webauthn/webauthn/protocol/webauthncbor"
)

// Kind is a kind of key.
type Kind int

// The kinds, by their numbers in COSE.
const (
	ES256 Kind = -7
	EdDSA Kind = -8
	RS256 Kind = -257
	ES384 Kind = -35 // that nobody asks for
)

// Device holds passkeys of one site. What it is told it says of all of them.
type Device struct {
	Origin      string // the page that asked
	Site        string // the id of the site, as the passkeys have it
	CrossOrigin bool   // that page was framed by another site
	Unverified  bool   // nobody's finger, face or PIN was asked for
	Absent      bool   // nobody was there
	BackedUp    bool
	Uses        uint32 // counted up with every answer, 0 and Still for one that does not count
	Still       bool
	Kind        Kind   // of new keys, ES256 for 0
	Type        string // what it says that it was asked, "" for what it was

	keys []held
}

type held struct {
	id, handle []byte
	signer     crypto.Signer
}

// Last is the id of the newest passkey.
func (d *Device) Last() []byte { return d.keys[len(d.keys)-1].id }

// Create answers the options for a new passkey.
func (d *Device) Create(t testing.TB, options string) string {
	t.Helper()
	var asked struct {
		Challenge string
		User      struct{ ID string }
	}
	read(t, options, &asked)
	id := make([]byte, 32)
	_, _ = rand.Read(id)
	signer, public := d.newKey(t)
	d.keys = append(d.keys, held{id, decode(t, asked.User.ID), signer})
	data := binary.BigEndian.AppendUint16(append(d.data(0x40), make([]byte, 16)...), uint16(len(id))) //nolint:gosec // 32
	object, err := webauthncbor.Marshal(map[string]any{"fmt": "none", "attStmt": map[string]any{}, "authData": append(append(data, id...), public...)})
	must(t, err)
	return d.answer(t, id, map[string]any{
		"clientDataJSON": encode(d.client(t, "webauthn.create", asked.Challenge)), "attestationObject": encode(object),
	})
}

// Sign answers the options of signing in with the newest passkey.
func (d *Device) Sign(t testing.TB, options string) string {
	t.Helper()
	var asked struct{ Challenge string }
	read(t, options, &asked)
	key := d.keys[len(d.keys)-1]
	client, data := d.client(t, "webauthn.get", asked.Challenge), d.data(0)
	sum := sha256.Sum256(client)
	signed := slices.Concat(data, sum[:])
	how := crypto.SignerOpts(crypto.SHA256)
	if _, plain := key.signer.(ed25519.PrivateKey); plain {
		how = crypto.Hash(0)
	} else {
		digest := sha256.Sum256(signed)
		signed = digest[:]
	}
	signature, err := key.signer.Sign(rand.Reader, signed, how)
	must(t, err)
	return d.answer(t, key.id, map[string]any{
		"clientDataJSON": encode(client), "authenticatorData": encode(data), "signature": encode(signature), "userHandle": encode(key.handle),
	})
}

// data is what the device says of itself and of the person at it.
func (d *Device) data(flags byte) []byte {
	site := sha256.Sum256([]byte(d.Site))
	if !d.Absent {
		flags |= 0x01
	}
	if !d.Unverified {
		flags |= 0x04
	}
	if d.BackedUp {
		flags |= 0x18
	}
	if !d.Still {
		d.Uses++
	}
	return binary.BigEndian.AppendUint32(append(site[:], flags), d.Uses)
}

// client is what the browser says of the page.
func (d *Device) client(t testing.TB, kind, challenge string) []byte {
	t.Helper()
	if d.Type != "" {
		kind = d.Type
	}
	text, err := json.Marshal(map[string]any{"type": kind, "challenge": challenge, "origin": d.Origin, "crossOrigin": d.CrossOrigin})
	must(t, err)
	return text
}

func (d *Device) answer(t testing.TB, id []byte, response map[string]any) string {
	t.Helper()
	text, err := json.Marshal(map[string]any{"id": encode(id), "rawId": encode(id), "type": "public-key", "response": response, "clientExtensionResults": map[string]any{}})
	must(t, err)
	return string(text)
}

func (d *Device) newKey(t testing.TB) (crypto.Signer, []byte) {
	t.Helper()
	var signer crypto.Signer
	var cose map[int]any
	switch d.Kind {
	case EdDSA:
		public, private, err := ed25519.GenerateKey(rand.Reader)
		must(t, err)
		signer, cose = private, map[int]any{1: 1, 3: int(EdDSA), -1: 6, -2: []byte(public)}
	case RS256:
		private, err := rsa.GenerateKey(rand.Reader, 2048)
		must(t, err)
		signer, cose = private, map[int]any{1: 3, 3: int(RS256), -1: private.N.Bytes(), -2: []byte{1, 0, 1}}
	case ES384:
		signer, cose = curve(t, elliptic.P384(), ES384, 2)
	default:
		signer, cose = curve(t, elliptic.P256(), ES256, 1)
	}
	public, err := webauthncbor.Marshal(cose)
	must(t, err)
	return signer, public
}

func curve(t testing.TB, c elliptic.Curve, kind Kind, number int) (crypto.Signer, map[int]any) {
	t.Helper()
	private, err := ecdsa.GenerateKey(c, rand.Reader)
	must(t, err)
	point, err := private.PublicKey.Bytes()
	must(t, err)
	half := len(point) / 2
	return private, map[int]any{1: 2, 3: int(kind), -1: number, -2: point[1 : 1+half], -3: point[1+half:]}
}

func read(t testing.TB, options string, into any) {
	t.Helper()
	must(t, json.Unmarshal([]byte(options), into))
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func decode(t testing.TB, text string) []byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(text)
	must(t, err)
	return b
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
