package auth

import (
	"context"
	"encoding/base64"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"

	"kotakembar/internal/i18n"
	"kotakembar/internal/passkey"
	"kotakembar/internal/portal"
)

// Passkeys tells whether passkeys work at the address that the reader asked for: by https or on this machine, and by a name, because a
// passkey belongs to one.
func (k *Keeper) Passkeys(r *http.Request) bool {
	_, number := netip.ParseAddr(HostName(r.Host))
	return k.Possible(r) && number != nil
}

// HasPasskey tells whether who is signed in, or waits for the second factor, has a passkey.
func (k *Keeper) HasPasskey(ctx context.Context) (bool, error) {
	keys, err := k.Store.Passkeys(ctx, visitOf(ctx).person.ID)
	return len(keys) > 0, err
}

func (k *Keeper) passkeySite(r *http.Request) (passkey.Site, error) {
	if !k.Passkeys(r) {
		return passkey.Site{}, portal.ErrForbidden
	}
	scheme := "http://"
	if k.Secure(r) {
		scheme = "https://"
	}
	return passkey.Site{Host: HostName(r.Host), Origin: scheme + r.Host, Name: i18n.T(r.Context(), "site.name")}, nil
}

// AskPasskey is a question that the reader's device is to answer with a passkey, as JSON. Nobody but this browser in this session can
// answer it, once, and for this purpose.
func (k *Keeper) AskPasskey(w http.ResponseWriter, r *http.Request, purpose portal.PasskeyPurpose) ([]byte, error) {
	site, err := k.passkeySite(r)
	if err != nil {
		return nil, err
	}
	var question, kept []byte
	if purpose == portal.PasskeySignIn {
		question, kept, err = site.Ask(nil)
	} else {
		var holder passkey.Holder
		if holder, err = k.holder(r.Context(), visitOf(r.Context()).person); err != nil {
			return nil, err
		}
		switch {
		case purpose == portal.PasskeyAdd:
			question, kept, err = site.AskNew(holder)
		case len(holder.Keys) == 0:
			return nil, portal.ErrNotFound
		default:
			question, kept, err = site.Ask(&holder)
		}
	}
	if err != nil {
		return nil, err
	}
	ticket, hash := newToken()
	err = k.Store.AskPasskey(r.Context(), portal.PasskeyQuestion{
		Ticket: hash, Session: sessionFor(r, purpose), Purpose: purpose, Kept: kept, Expires: k.Now().Add(passkey.Patience),
	}, k.Now())
	c := k.ticketCookie(r)
	c.Value, c.MaxAge = ticket, int(passkey.Patience.Seconds())
	http.SetCookie(w, c)
	return question, err
}

// sessionFor is the session that a question belongs to. At the sign-in there is none that would mean anything.
func sessionFor(r *http.Request, purpose portal.PasskeyPurpose) []byte {
	if purpose == portal.PasskeySignIn {
		return nil
	}
	return visitOf(r.Context()).token
}

func (k *Keeper) holder(ctx context.Context, p portal.Staff) (passkey.Holder, error) {
	keys, err := k.Store.Passkeys(ctx, p.ID)
	h := passkey.Holder{ID: p.ID, Email: p.Email, Name: p.Name}
	for _, key := range keys {
		h.Keys = append(h.Keys, passkey.Key{ID: key.KeyID, Record: key.Record})
	}
	return h, err
}

// asked is what was kept of the question that the browser holds the ticket of. It is answered with that, whatever comes of it.
func (k *Keeper) asked(w http.ResponseWriter, r *http.Request, purpose portal.PasskeyPurpose) (kept []byte, err error) {
	gone := k.ticketCookie(r)
	gone.MaxAge = -1
	http.SetCookie(w, gone)
	c, err := r.Cookie(gone.Name)
	if err != nil {
		return nil, noPasskey()
	}
	ticket, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil {
		return nil, noPasskey()
	}
	kept, err = k.Store.PasskeyAnswered(r.Context(),
		portal.PasskeyQuestion{Ticket: hashToken(ticket), Session: sessionFor(r, purpose), Purpose: purpose}, k.Now())
	if errors.Is(err, portal.ErrNotFound) {
		return nil, noPasskey()
	}
	return kept, err
}

// noPasskey says that a passkey did not work, without saying why.
func noPasskey() error { return problem("passkey", "problem.passkey") }

func (k *Keeper) ticketCookie(r *http.Request) *http.Cookie {
	c := k.cookie(r)
	c.Name += "-passkey"
	return c
}

// AddPasskey adds the passkey that a device has made for who is signed in, and returns recovery codes, kept nowhere, where they had none.
func (k *Keeper) AddPasskey(w http.ResponseWriter, r *http.Request, name, answer string) (codes []string, err error) {
	ctx := r.Context()
	site, err := k.passkeySite(r)
	if err != nil {
		return nil, err
	}
	if err := portal.CheckPasskeyName(name); err != nil {
		return nil, err
	}
	kept, err := k.asked(w, r, portal.PasskeyAdd)
	if err != nil {
		return nil, renamed(err, "device")
	}
	v := visitOf(ctx)
	holder, err := k.holder(ctx, v.person)
	if err != nil {
		return nil, err
	}
	key, err := site.TakeNew(holder, kept, []byte(answer))
	if err != nil {
		return nil, renamed(k.untrusted(ctx, err, v.person), "device")
	}
	codes, hashes := newRecoveryCodes()
	coded, err := k.Store.AddPasskey(ctx, actorOf(v), portal.Passkey{KeyID: key.ID, Record: key.Record, Name: name}, hashes)
	if !coded {
		codes = nil
	}
	return codes, err
}

// usePasskey takes a passkey for a purpose and returns who holds it.
func (k *Keeper) usePasskey(w http.ResponseWriter, r *http.Request, purpose portal.PasskeyPurpose, answer string) (p portal.Staff, err error) {
	ctx := r.Context()
	site, err := k.passkeySite(r)
	if err != nil {
		return p, err
	}
	kept, err := k.asked(w, r, purpose)
	if err != nil {
		return p, err
	}
	find := func(keyID []byte) (passkey.Holder, error) {
		if p, err = k.Store.PasskeyHolder(ctx, keyID); errors.Is(err, portal.ErrNotFound) {
			return passkey.Holder{}, passkey.ErrRefused
		}
		if err != nil {
			return passkey.Holder{}, err
		}
		return k.holder(ctx, p)
	}
	_, key, err := site.Take(find, kept, []byte(answer))
	if err != nil {
		return p, k.untrusted(ctx, err, p)
	}
	return p, k.Store.UsePasskey(ctx, key.ID, key.Record, k.Now())
}

// untrusted tells of an answer that was refused: operators and the audit trail more than the reader.
func (k *Keeper) untrusted(ctx context.Context, err error, of portal.Staff) error {
	if !errors.Is(err, passkey.ErrRefused) {
		return err
	}
	slog.WarnContext(ctx, "a passkey was refused", "error", err)
	if of.ID == 0 {
		return errors.Join(k.Store.NoteRefusal(ctx, ""), noPasskey())
	}
	return errors.Join(k.Store.NoteCodeRefused(ctx, of.ID), noPasskey())
}

// SignInPasskey starts a session for who holds a passkey, which stands for the password and the second factor; or, for somebody whose
// password was right, ends the wait for the second factor.
func (k *Keeper) SignInPasskey(w http.ResponseWriter, r *http.Request, answer string) error {
	v := visitOf(r.Context())
	person, err := k.usePasskey(w, r, SignInPurpose(r.Context()), answer)
	if err != nil {
		return err
	}
	return k.begin(w, r, person, entry{elsewhere: !v.session.Waiting || v.session.Elsewhere})
}

// SignInPurpose is what a passkey at the sign-in is for.
func SignInPurpose(ctx context.Context) portal.PasskeyPurpose {
	if Waiting(ctx) {
		return portal.PasskeyCode
	}
	return portal.PasskeySignIn
}

// ProvePasskey is like Prove with a passkey.
func (k *Keeper) ProvePasskey(w http.ResponseWriter, r *http.Request, answer string) error {
	if _, err := k.usePasskey(w, r, portal.PasskeyConfirm, answer); err != nil {
		return renamed(err, "code")
	}
	return k.Store.ProveSession(r.Context(), visitOf(r.Context()).token, k.Now())
}
