package auth

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/protocol/webauthncose"
	"github.com/go-webauthn/webauthn/webauthn"
)

// Passkeys asks browsers for passkeys of one site, and checks what they answer.
type Passkeys struct{ party *webauthn.WebAuthn }

// NewPasskeys returns nil where browsers have no passkeys: without a public
// address, at one without HTTPS that is not on the same machine, and at one
// that is a number.
func NewPasskeys(public *url.URL) (*Passkeys, error) {
	if public == nil {
		return nil, nil
	}
	host := public.Hostname()
	_, notANumber := netip.ParseAddr(host)
	local := host == "localhost" || strings.HasSuffix(host, ".localhost")
	if notANumber == nil || public.Scheme != "https" && !local {
		return nil, nil
	}
	party, err := webauthn.New(&webauthn.Config{
		RPID: host, RPDisplayName: "WhichPM", RPOrigins: []string{public.Scheme + "://" + public.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: protocol.ResidentKeyRequired(),
			UserVerification: protocol.VerificationRequired,
		},
		Timeouts: webauthn.TimeoutsConfig{
			Login: webauthn.TimeoutConfig{Timeout: ChallengeFor}, Registration: webauthn.TimeoutConfig{Timeout: ChallengeFor},
		},
	})
	if err != nil {
		return nil, fmt.Errorf("passkeys for %s: %w", public, err)
	}
	return &Passkeys{party}, nil
}

// algorithms are those that every browser has.
var algorithms = []protocol.CredentialParameter{
	{Type: protocol.PublicKeyCredentialType, Algorithm: webauthncose.AlgES256},
	{Type: protocol.PublicKeyCredentialType, Algorithm: webauthncose.AlgEdDSA},
	{Type: protocol.PublicKeyCredentialType, Algorithm: webauthncose.AlgRS256},
}

// AskNew asks the browser of an admin for a new passkey, on a device that has
// none of those they have. The options are JSON, for the script.
func (p *Passkeys) AskNew(admin Admin, have []Passkey, now time.Time) (c Challenge, options string, err error) {
	holder := passkeyHolder{admin: admin, passkeys: have}
	creation, session, err := p.party.BeginRegistration(holder,
		webauthn.WithCredentialParameters(algorithms),
		webauthn.WithExclusions(webauthn.Credentials(holder.WebAuthnCredentials()).CredentialDescriptors()))
	if err != nil {
		return Challenge{}, "", fmt.Errorf("ask for a new passkey: %w", err)
	}
	return asked(session.Challenge, admin.ID, creation.Response, now)
}

// AskSignIn asks any browser for any passkey of the site.
func (p *Passkeys) AskSignIn(now time.Time) (c Challenge, options string, err error) {
	assertion, session, err := p.party.BeginDiscoverableLogin()
	if err != nil {
		return Challenge{}, "", fmt.Errorf("ask for a passkey: %w", err)
	}
	return asked(session.Challenge, "", assertion.Response, now)
}

func asked(challenge, admin string, options any, now time.Time) (Challenge, string, error) {
	text, err := json.Marshal(options)
	if err != nil {
		return Challenge{}, "", fmt.Errorf("write what a browser is asked: %w", err)
	}
	return Challenge{challengeHash(challenge), admin, now.Add(ChallengeFor)}, string(text), nil
}

func challengeHash(challenge string) Digest { return sha256.Sum256([]byte(challenge)) }

// NewKey is a browser's answer with a new passkey. Nothing in it is checked yet.
type NewKey struct {
	parsed *protocol.ParsedCredentialCreationData
}

// ReadNewKey reads the JSON that the script sends, or returns ErrPasskey.
func ReadNewKey(answer string) (NewKey, error) {
	parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(answer))
	if err != nil {
		return NewKey{}, refusePasskey(err)
	}
	return NewKey{parsed}, nil
}

// Challenge is what it answers.
func (k NewKey) Challenge() Digest {
	return challengeHash(k.parsed.Response.CollectedClientData.Challenge)
}

// Add checks a new passkey of an admin, whose challenge was taken. It returns
// ErrPasskey.
func (p *Passkeys) Add(k NewKey, admin Admin, name string, now time.Time) (Passkey, error) {
	session := webauthn.SessionData{
		Challenge: k.parsed.Response.CollectedClientData.Challenge, UserID: passkeyHandle(admin.ID),
		UserVerification: protocol.VerificationRequired, CredParams: algorithms,
	}
	credential, err := p.party.CreateCredential(passkeyHolder{admin: admin}, session, k.parsed)
	if err != nil {
		return Passkey{}, refusePasskey(err)
	}
	return Passkey{
		ID: credential.ID, Admin: admin.ID, Name: name, Key: credential.PublicKey, Uses: credential.Authenticator.SignCount,
		CanBackUp: credential.Flags.BackupEligible, BackedUp: credential.Flags.BackupState, CreatedAt: now,
	}, nil
}

// Proof is a browser's answer that was signed with a passkey. Nothing in it is
// checked yet.
type Proof struct {
	parsed *protocol.ParsedCredentialAssertionData
}

// ReadProof reads the JSON that the script sends, or returns ErrPasskey.
func ReadProof(answer string) (Proof, error) {
	parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(answer))
	if err != nil {
		return Proof{}, refusePasskey(err)
	}
	return Proof{parsed}, nil
}

// Challenge is what it answers.
func (f Proof) Challenge() Digest {
	return challengeHash(f.parsed.Response.CollectedClientData.Challenge)
}

// Passkey is the id of the one it names.
func (f Proof) Passkey() []byte { return slices.Clone(f.parsed.RawID) }

// Check checks what was signed with a passkey of an admin, whose challenge was
// taken. It returns the passkey as it is now, and whether its device counts
// fewer uses than it did, as a copy of it would. It returns ErrPasskey.
func (p *Passkeys) Check(f Proof, admin Admin, key Passkey, now time.Time) (used Passkey, backwards bool, err error) {
	session := webauthn.SessionData{
		Challenge: f.parsed.Response.CollectedClientData.Challenge, UserVerification: protocol.VerificationRequired,
	}
	whose := func(_, _ []byte) (webauthn.User, error) {
		return passkeyHolder{admin: admin, passkeys: []Passkey{key}}, nil
	}
	_, credential, err := p.party.ValidatePasskeyLogin(whose, session, f.parsed)
	if err != nil {
		return Passkey{}, false, refusePasskey(err)
	}
	key.Uses, key.BackedUp, key.UsedAt = credential.Authenticator.SignCount, credential.Flags.BackupState, now
	return key, credential.Authenticator.CloneWarning, nil
}

func refusePasskey(cause error) error { return fmt.Errorf("%w: %w", ErrPasskey, cause) }

// passkeyHolder shows an admin to the library.
type passkeyHolder struct {
	admin    Admin
	passkeys []Passkey
}

func (h passkeyHolder) WebAuthnID() []byte          { return passkeyHandle(h.admin.ID) }
func (h passkeyHolder) WebAuthnName() string        { return h.admin.Email }
func (h passkeyHolder) WebAuthnDisplayName() string { return h.admin.Email }

func (h passkeyHolder) WebAuthnCredentials() (all []webauthn.Credential) {
	for _, key := range h.passkeys {
		all = append(all, webauthn.Credential{
			ID: key.ID, PublicKey: key.Key,
			Flags:         webauthn.CredentialFlags{BackupEligible: key.CanBackUp, BackupState: key.BackedUp},
			Authenticator: webauthn.Authenticator{SignCount: key.Uses},
		})
	}
	return all
}
