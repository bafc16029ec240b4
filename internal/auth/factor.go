package auth

import (
	"context"
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// ErrCode says that the password was right and a code of the second factor is to come.
var ErrCode = errors.New("a code is asked for")

const (
	waiting       = 10 * time.Minute // for the second factor after the password
	proof         = 10 * time.Minute // for which a proof of who one is opens sensitive steps
	recoveryCodes = 10
)

// Waiting tells whether the request comes from somebody whose password was right and whose code is still to come.
func Waiting(ctx context.Context) bool { return visitOf(ctx).session.Waiting }

// SessionOf is the session of who is signed in.
func SessionOf(ctx context.Context) portal.Session { return visitOf(ctx).session }

// SignInCode ends the sign-in of who waits for it with a code of the app or a recovery code. It begins a session under a new token.
func (k *Keeper) SignInCode(w http.ResponseWriter, r *http.Request, code string, client netip.Addr) error {
	v := visitOf(r.Context())
	if !v.session.Waiting {
		return portal.ErrSignedOut
	}
	if err := k.checkCode(r.Context(), v.person.ID, code, client); err != nil {
		return err
	}
	return k.begin(w, r, v.person, entry{elsewhere: v.session.Elsewhere})
}

// checkCode takes a code of the app or a recovery code, each once. Tries are throttled like those of passwords.
func (k *Keeper) checkCode(ctx context.Context, id int64, code string, client netip.Addr) error {
	try, err := k.admit(ctx, "code of "+strconv.FormatInt(id, 10), client)
	if err != nil {
		return renamed(err, "code")
	}
	fits, err := k.codeFits(ctx, id, code)
	if err != nil {
		return err
	}
	if !fits {
		return errors.Join(k.note(ctx, try), k.Store.NoteCodeRefused(ctx, id), problem("code", "problem.code"))
	}
	return k.Store.Forgive(ctx, try.account)
}

func (k *Keeper) codeFits(ctx context.Context, id int64, code string) (bool, error) {
	code = strings.ToLower(strings.NewReplacer(" ", "", "-", "").Replace(code))
	if len(code) != totpDigits {
		return k.Store.UseRecoveryCode(ctx, id, hashToken([]byte(code)))
	}
	secret, confirmed, err := k.Store.TOTP(ctx, id)
	if errors.Is(err, portal.ErrNotFound) || err == nil && !confirmed {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	step, ok := totpStep(secret, code, k.Now())
	if !ok {
		return false, nil
	}
	return k.Store.UseStep(ctx, id, step)
}

// StartTOTP makes a key for the authenticator app of who is signed in. It counts from its first code on.
func (k *Keeper) StartTOTP(ctx context.Context) error {
	return k.Store.StartTOTP(ctx, visitOf(ctx).person.ID, newSecret())
}

// ConfirmTOTP takes the key into use if the code is its own, and returns the recovery codes, which are kept nowhere.
func (k *Keeper) ConfirmTOTP(ctx context.Context, code string) ([]string, error) {
	v := visitOf(ctx)
	secret, _, err := k.Store.TOTP(ctx, v.person.ID)
	if err != nil {
		return nil, err
	}
	step, ok := totpStep(secret, strings.ReplaceAll(code, " ", ""), k.Now())
	if !ok {
		return nil, problem("code", "problem.code_new")
	}
	codes, hashes := newRecoveryCodes()
	return codes, k.Store.ConfirmTOTP(ctx, actorOf(v), step, hashes)
}

// NewRecoveryCodes gives who is signed in new recovery codes in the place of the old ones.
func (k *Keeper) NewRecoveryCodes(ctx context.Context) ([]string, error) {
	codes, hashes := newRecoveryCodes()
	return codes, k.Store.SetRecoveryCodes(ctx, actorOf(visitOf(ctx)), hashes)
}

func newRecoveryCodes() (codes []string, hashes [][]byte) {
	for range recoveryCodes {
		code := OneTimePassword()
		codes = append(codes, code)
		hashes = append(hashes, hashToken([]byte(strings.ReplaceAll(code, "-", ""))))
	}
	return codes, hashes
}

// Prove takes a proof of who one is, which opens sensitive steps for ten minutes: a code where there is a second factor, else the
// password.
func (k *Keeper) Prove(ctx context.Context, secret string, client netip.Addr) error {
	v := visitOf(ctx)
	if v.err != nil {
		return v.err
	}
	if v.session.Guarded {
		if err := k.checkCode(ctx, v.person.ID, secret, client); err != nil {
			return err
		}
		return k.Store.ProveSession(ctx, v.token, k.Now())
	}
	try, err := k.admit(ctx, v.person.Email, client)
	if err != nil {
		return renamed(err, "code")
	}
	fits, err := k.verify(ctx, v.person.PasswordHash, secret)
	if err != nil {
		return err
	}
	if !fits {
		return errors.Join(k.note(ctx, try), problem("code", "problem.current"))
	}
	return errors.Join(k.Store.Forgive(ctx, try.account), k.Store.ProveSession(ctx, v.token, k.Now()))
}

// Fresh leads those whose proof is older than ten minutes to give another. They come back to the page that belongs to what they asked for,
// or where they sent words, to the form with those.
func (k *Keeper) Fresh(page func(*http.Request) string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if k.Now().Sub(visitOf(r.Context()).session.ProvedAt) <= proof {
				next.ServeHTTP(w, r)
				return
			}
			l := i18n.From(r.Context())
			back := page(r)
			if r.Method == http.MethodPost {
				kept, err := k.keepFor(w, r, visitOf(r.Context()).person.ID)
				if err != nil {
					k.Answer(w, r, err)
					return
				}
				if kept {
					back = k.Desk(l, "kept")
				}
			}
			http.Redirect(w, r, k.Desk(l, "confirm")+"?next="+url.QueryEscape(back), http.StatusSeeOther)
		})
	}
}
