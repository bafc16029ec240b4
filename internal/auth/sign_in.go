package auth

import (
	"context"
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"unicode/utf8"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// SignIn starts a new session for who holds the account, and ends the one that the browser had. Otherwise it returns a
// *portal.Invalid that is the same for a wrong password and for an account that does not exist or may not sign in, or ErrCode where
// the account has a second factor: the session then opens nothing but SignInCode.
func (k *Keeper) SignIn(w http.ResponseWriter, r *http.Request, email, password string, client netip.Addr) error {
	ctx := r.Context()
	if !k.Possible(r) {
		return portal.ErrForbidden
	}
	try, err := k.admit(ctx, email, client)
	if err != nil {
		return err
	}
	person, err := k.identify(ctx, email, password)
	if errors.Is(err, portal.ErrNotFound) {
		return errors.Join(k.note(ctx, try), k.Store.NoteRefusal(ctx, email), try.refused())
	}
	if err != nil {
		return err
	}
	if err := k.Store.Forgive(ctx, try.account); err != nil {
		return err
	}
	return k.enter(w, r, person, false)
}

// enter begins the session of somebody who is known, or with ErrCode the wait for their second factor.
func (k *Keeper) enter(w http.ResponseWriter, r *http.Request, person portal.Staff, elsewhere bool) error {
	guarded, err := k.Store.Guarded(r.Context(), person.ID)
	if err != nil {
		return err
	}
	if err := k.begin(w, r, person, entry{waits: guarded, elsewhere: elsewhere}); err != nil {
		return err
	}
	if guarded {
		return ErrCode
	}
	return nil
}

// identify returns who holds the account, or portal.ErrNotFound; both take the same time.
func (k *Keeper) identify(ctx context.Context, email, password string) (portal.Staff, error) {
	person, err := k.Store.StaffByEmail(ctx, email)
	if err != nil && !errors.Is(err, portal.ErrNotFound) {
		return person, err
	}
	hash := person.PasswordHash
	if err != nil {
		hash = nobody
	}
	fits, err := k.verify(ctx, hash, password)
	if err != nil {
		return person, err
	}
	if !fits || person.Disabled {
		return portal.Staff{}, portal.ErrNotFound
	}
	return person, nil
}

// entry is how a session begins.
type entry struct {
	waits     bool // for the second factor
	elsewhere bool // the identity provider or a passkey said who it is, and no password
}

// begin makes the session. The old one of the same browser ends, so that a token that somebody planted is worth nothing.
func (k *Keeper) begin(w http.ResponseWriter, r *http.Request, person portal.Staff, e entry) error {
	if old := k.token(r); old != nil {
		if err := k.Store.EndSession(r.Context(), old); err != nil {
			return err
		}
	}
	value, hash := newToken()
	n := store.NewSession{
		TokenHash: hash, StaffID: person.ID, Waiting: e.waits, Elsewhere: e.elsewhere, ProvedAt: k.Now(), Expires: k.Now().Add(Lifetime),
		Agent: agent(r),
	}
	if e.waits {
		n.Expires = k.Now().Add(waiting)
	}
	if err := k.Store.AddSession(r.Context(), n); err != nil {
		return err
	}
	k.setCookie(w, r, value)
	return nil
}

// agent is what the browser calls itself, in a length that a list bears.
func agent(r *http.Request) string {
	const most = 200
	name := strings.ToValidUTF8(r.UserAgent(), "")
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "")
	}
	return name
}

// SignOut ends the session of the request.
func (k *Keeper) SignOut(w http.ResponseWriter, r *http.Request) error {
	if token := k.token(r); token != nil {
		if err := k.Store.SignOut(r.Context(), token); err != nil {
			return err
		}
	}
	k.dropCookie(w, r)
	return nil
}

// ChangePassword gives the signed-in person the next password, if the present one fits, and ends their other sessions. Tries
// of the present one are throttled like sign-ins.
func (k *Keeper) ChangePassword(ctx context.Context, present, next string, client netip.Addr) error {
	v := visitOf(ctx)
	if v.err != nil {
		return v.err
	}
	if err := k.Passwords.Check(next, v.person); err != nil {
		return renamed(err, "new")
	}
	try, err := k.admit(ctx, v.person.Email, client)
	if err != nil {
		return renamed(err, "current")
	}
	fits, err := k.verify(ctx, v.person.PasswordHash, present)
	if err != nil {
		return err
	}
	if !fits {
		return errors.Join(k.note(ctx, try), problem("current", "problem.current"))
	}
	if present == next {
		return problem("new", "problem.same")
	}
	hash, err := k.Hash(ctx, next)
	if err != nil {
		return err
	}
	if err := k.Store.SetPassword(ctx, actorOf(v), v.person.ID, hash, false, v.token); err != nil {
		return err
	}
	return k.Store.Forgive(ctx, try.account)
}

// Hash is like the function Hash, but waits for its turn.
func (k *Keeper) Hash(ctx context.Context, password string) (hash string, err error) {
	waited := k.inTurn(ctx, func() { hash, err = Hash(password) })
	return hash, errors.Join(waited, err)
}

func (k *Keeper) verify(ctx context.Context, hash, password string) (fits bool, err error) {
	if len(password) > utf8.UTFMax*MostMax { // cannot be one that we took
		password = ""
	}
	err = k.inTurn(ctx, func() { fits = Verify(hash, password) })
	return fits, err
}

// inTurn runs a hash when there is room for it, so that many sign-ins at once cannot use up the memory.
func (k *Keeper) inTurn(ctx context.Context, do func()) error {
	select {
	case k.hashing <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-k.hashing }()
	do()
	return nil
}

func problem(field, key string, args ...any) error {
	return &portal.Invalid{Problems: []portal.Problem{{Field: field, Key: key, Args: args}}}
}

// renamed puts all problems of an error under one field; a request to wait stays one.
func renamed(err error, field string) error {
	invalid := portal.AsInvalid(err)
	if invalid == nil {
		return err
	}
	var p portal.Problems
	for _, one := range invalid.Problems {
		p.Add(field, one.Key, one.Args...)
	}
	if locked, ok := errors.AsType[*Locked](err); ok {
		return &Locked{Wait: locked.Wait, told: p.Err()}
	}
	return p.Err()
}
