// Package passkey asks devices for passkeys and checks what they answer (WebAuthn Level 3).
//
// Here belong what a device is asked, and what makes its answer worth believing. What does not belong here: who may come in, where
// questions wait for their answer, cookies (package auth), words for readers. The device always makes sure who holds it (user
// verification), so that a passkey is two factors in one; it keeps the key itself (discoverable), so that it knows whose it is. Nobody is
// asked what kind of device they have (no attestation).
package passkey

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// Patience is how long a device may take for its answer.
const Patience = 5 * time.Minute

// ErrRefused says that an answer is not worth believing.
var ErrRefused = errors.New("the answer of the device is refused")

// Site is this site as devices know it.
type Site struct {
	Host   string // without a port; passkeys belong to it alone
	Origin string // scheme, host and port
	Name   string
}

// Key is a passkey: its number as the device tells it, and what is remembered of it.
type Key struct {
	ID     []byte
	Record []byte // JSON
}

// Holder is somebody who has passkeys, or gets one.
type Holder struct {
	ID    int64
	Email string
	Name  string
	Keys  []Key
}

func (s Site) open() (*webauthn.WebAuthn, error) {
	required := true
	limit := webauthn.TimeoutConfig{Timeout: Patience, TimeoutUVD: Patience}
	return webauthn.New(&webauthn.Config{
		RPID: s.Host, RPOrigins: []string{s.Origin}, RPDisplayName: s.Name, AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: &required, UserVerification: protocol.VerificationRequired,
		},
		Timeouts: webauthn.TimeoutsConfig{Login: limit, Registration: limit},
	})
}

// AskNew is the question for a new passkey: what goes to the device, and what is kept until it answers. Of the devices that have one
// already, none makes another.
func (s Site) AskNew(h Holder) (question, kept []byte, err error) {
	site, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	known, err := h.user()
	if err != nil {
		return nil, nil, err
	}
	asked, session, err := site.BeginRegistration(known, webauthn.WithExclusions(webauthn.Credentials(known.keys).CredentialDescriptors()))
	if err != nil {
		return nil, nil, fmt.Errorf("ask for a new passkey: %w", err)
	}
	return both(asked.Response, session)
}

// TakeNew is the passkey in the answer to AskNew; ErrRefused where it is none.
func (s Site) TakeNew(h Holder, kept, answer []byte) (Key, error) {
	site, session, err := s.again(kept)
	if err != nil {
		return Key{}, err
	}
	said, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return Key{}, refused(err)
	}
	known, err := h.user()
	if err != nil {
		return Key{}, err
	}
	made, err := site.CreateCredential(known, session, said)
	if err != nil {
		return Key{}, refused(err)
	}
	return keyOf(made)
}

// Ask is the question for one of the passkeys of a holder; nil for whichever the reader has.
func (s Site) Ask(h *Holder) (question, kept []byte, err error) {
	site, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	var asked *protocol.CredentialAssertion
	var session *webauthn.SessionData
	if h == nil {
		asked, session, err = site.BeginDiscoverableLogin()
	} else {
		var known user
		if known, err = h.user(); err != nil {
			return nil, nil, err
		}
		asked, session, err = site.BeginLogin(known)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("ask for a passkey: %w", err)
	}
	return both(asked.Response, session)
}

// Take checks the answer to Ask. Find returns who holds a passkey. The result is that holder, and the passkey with what is to be
// remembered of it from now on; ErrRefused where the answer is not worth believing, also that of a copy of the device.
func (s Site) Take(find func(keyID []byte) (Holder, error), kept, answer []byte) (holder Holder, key Key, err error) {
	site, session, err := s.again(kept)
	if err != nil {
		return holder, key, err
	}
	said, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return holder, key, refused(err)
	}
	if holder, err = find(said.RawID); err != nil {
		return holder, key, err
	}
	known, err := holder.user()
	if err != nil {
		return holder, key, err
	}
	var used *webauthn.Credential
	if len(session.UserID) > 0 {
		used, err = site.ValidateLogin(known, session, said)
	} else {
		used, err = site.ValidateDiscoverableLogin(func(_, handle []byte) (webauthn.User, error) {
			if !bytes.Equal(handle, known.WebAuthnID()) {
				return nil, ErrRefused
			}
			return known, nil
		}, session, said)
	}
	if err != nil {
		return holder, key, refused(err)
	}
	if used.Authenticator.CloneWarning {
		return holder, key, fmt.Errorf("%w: it has counted fewer uses than we have", ErrRefused)
	}
	key, err = keyOf(used)
	return holder, key, err
}

// again opens the site with what was kept of a question.
func (s Site) again(kept []byte) (*webauthn.WebAuthn, webauthn.SessionData, error) {
	var session webauthn.SessionData
	site, err := s.open()
	if err != nil {
		return nil, session, err
	}
	if err := json.Unmarshal(kept, &session); err != nil {
		return nil, session, fmt.Errorf("what was kept of a question: %w", err)
	}
	return site, session, nil
}

func both(question, session any) (asked, kept []byte, err error) {
	if asked, err = json.Marshal(question); err != nil {
		return nil, nil, err
	}
	kept, err = json.Marshal(session)
	return asked, kept, err
}

func keyOf(c *webauthn.Credential) (Key, error) {
	record, err := json.Marshal(c)
	return Key{ID: c.ID, Record: record}, err
}

// refused hides the details of the library, which may repeat what was answered.
func refused(err error) error {
	if said, ok := errors.AsType[*protocol.Error](err); ok {
		return fmt.Errorf("%w: %s", ErrRefused, said.Details)
	}
	return ErrRefused
}

// user is a holder as the library wants to see them.
type user struct {
	Holder
	keys []webauthn.Credential
}

func (h Holder) user() (user, error) {
	u := user{Holder: h}
	for _, key := range h.Keys {
		var c webauthn.Credential
		if err := json.Unmarshal(key.Record, &c); err != nil {
			return u, fmt.Errorf("passkey of %d: %w", h.ID, err)
		}
		u.keys = append(u.keys, c)
	}
	return u, nil
}

// WebAuthnID is the number that devices keep beside the key.
func (u user) WebAuthnID() []byte { return binary.BigEndian.AppendUint64(nil, uint64(u.ID)) }

// WebAuthnName is how the holder tells their accounts apart.
func (u user) WebAuthnName() string { return u.Email }

// WebAuthnDisplayName is what the holder is called.
func (u user) WebAuthnDisplayName() string { return u.Name }

// WebAuthnCredentials are the passkeys that the holder has.
func (u user) WebAuthnCredentials() []webauthn.Credential { return u.keys }
