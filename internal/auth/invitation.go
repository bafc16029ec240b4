package auth

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// InvitationTime is how long a one-time link holds: over a weekend, and no longer (OWASP ASVS 5.0, 6.4.1).
const InvitationTime = 72 * time.Hour

// NewLink makes the secret of a one-time link as the link holds it, and its hash as the database does.
func NewLink() (token string, hash []byte) { return newToken() }

// InviteNew adds a person for who is signed in, with a one-time link by which they set their password. Where the link goes by mail, the
// token is empty; else it is to be shown, once.
func (k *Keeper) InviteNew(ctx context.Context, p portal.Staff, byMail bool) (id int64, token string, err error) {
	p.PasswordHash = nobody
	token, hash := link(byMail)
	id, err = k.Store.InviteNew(ctx, actorOf(visitOf(ctx)), p, k.invitation(ctx, 0), hash)
	return id, token, err
}

// Invite gives somebody a one-time link in the place of an earlier one. Their password holds until they use it. The token is that of
// InviteNew.
func (k *Keeper) Invite(ctx context.Context, staffID int64, byMail bool) (token string, err error) {
	token, hash := link(byMail)
	return token, k.Store.Invite(ctx, actorOf(visitOf(ctx)), k.invitation(ctx, staffID), hash)
}

func (k *Keeper) invitation(ctx context.Context, staffID int64) portal.Invitation {
	return portal.Invitation{StaffID: staffID, Lang: i18n.From(ctx), MadeAt: k.Now(), Expires: k.Now().Add(InvitationTime)}
}

func link(byMail bool) (token string, hash []byte) {
	if byMail {
		return "", nil
	}
	return NewLink()
}

// Invited returns who a one-time link is for; portal.ErrNotFound where it is worth nothing, or no longer.
func (k *Keeper) Invited(ctx context.Context, token string) (portal.Staff, error) {
	hash, ok := linkHash(token)
	if !ok {
		return portal.Staff{}, portal.ErrNotFound
	}
	return k.Store.Invited(ctx, hash, k.Now())
}

// AcceptInvitation gives who holds a one-time link the password that they chose, and begins their session; like SignIn it may return
// ErrCode, because a link stands for the password alone. The link is used up.
func (k *Keeper) AcceptInvitation(w http.ResponseWriter, r *http.Request, token, password string) error {
	ctx := r.Context()
	if !k.Possible(r) {
		return portal.ErrForbidden
	}
	person, err := k.Invited(ctx, token)
	if err != nil {
		return err
	}
	if err := k.Passwords.Check(password, person); err != nil {
		return renamed(err, "new")
	}
	hashed, err := k.Hash(ctx, password)
	if err != nil {
		return err
	}
	hash, _ := linkHash(token)
	if person, err = k.Store.AcceptInvitation(ctx, hash, k.Now(), hashed); err != nil {
		return err
	}
	account := subject("account", person.Email)
	return errors.Join(k.Store.Forgive(ctx, account), k.enter(w, r, person, false))
}

func linkHash(token string) ([]byte, bool) {
	secret, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(secret) != tokenLength {
		return nil, false
	}
	return hashToken(secret), true
}
