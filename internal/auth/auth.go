// Package auth knows who is signed in and lets them in.
//
// Here belong passwords, the session and its cookie, roles at the door of a route, and the throttle of sign-ins. What does not
// belong here: pages, forms, and what a role may do with a record (package portal).
//
// A session is a row under the SHA-256 of a random token that only the browser holds. It ends after eight hours without use
// (a form left open over a meeting can still be sent) and twelve hours after sign-in at the latest, so that each office day
// begins with one: the two limits that OWASP ASVS 5.0, 7.3, asks to choose and document. Signing in always makes a new
// session; changing the password ends all others of that person.
package auth

import (
	"context"
	"errors"
	"net/http"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/identity"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// How long a session lasts.
const (
	Idle     = 8 * time.Hour
	Lifetime = 12 * time.Hour
)

// hashesAtOnce bounds the memory of sign-ins: each takes 19 MiB for some 30 ms.
const hashesAtOnce = 4

// Keeper keeps the door of the staff's rooms.
type Keeper struct {
	Store     *store.Store
	Solo      bool                                            // one person may decide on their own changes
	Secure    func(*http.Request) bool                        // whether the reader's browser came by https
	Now       func() time.Time                                // the clock
	Answer    func(http.ResponseWriter, *http.Request, error) // shows an error
	Desk      func(l i18n.Lang, parts ...string) string       // the address of a page of staff
	Factor    portal.Role                                     // from which role on a second factor is needed; empty for none
	Identity  *identity.Provider                              // the single sign-on of the city; nil for none
	Roles     map[string]portal.Role                          // which of the parts that the single sign-on tells give which role; nil where roles are given here alone
	Passwords PasswordRules                                   // what new passwords must be like

	hashing chan struct{}
}

// NewKeeper returns a keeper; the fields say what it needs.
func NewKeeper(k Keeper) *Keeper {
	k.hashing = make(chan struct{}, hashesAtOnce)
	return &k
}

type visitKey struct{}

// visit is what the session cookie of a request led to.
type visit struct {
	person  portal.Staff
	session portal.Session
	solo    bool
	aged    bool   // the password had ended when its holder signed in with it
	token   []byte // hash of the token
	err     error  // why nobody is known, nil if somebody is
}

func visitOf(ctx context.Context) visit {
	v, ok := ctx.Value(visitKey{}).(visit)
	if !ok {
		return visit{err: portal.ErrSignedOut}
	}
	return v
}

// Person returns who is signed in.
func Person(ctx context.Context) (portal.Staff, bool) {
	v := visitOf(ctx)
	return v.person, v.err == nil
}

// MustChange tells whether who is signed in has to change their password before anything else: it was given to them, or is too old. It
// matters only to whom signed in with it.
func MustChange(ctx context.Context) bool {
	v := visitOf(ctx)
	return v.err == nil && (v.person.MustChange || v.aged) && !v.session.Elsewhere
}

// Actor returns who is signed in, as rules know them.
func Actor(ctx context.Context) (portal.Actor, bool) {
	v := visitOf(ctx)
	if v.err != nil {
		return portal.Actor{}, false
	}
	return actorOf(v), true
}

func actorOf(v visit) portal.Actor {
	return portal.Actor{ID: v.person.ID, Name: v.person.Name, Role: v.person.Role, Solo: v.solo}
}

// Load finds who holds the session cookie. A request without one, or with one that has ended, goes on as nobody's; where the
// database does not answer, that is told only where a role is needed.
func (k *Keeper) Load(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := visit{solo: k.Solo, err: portal.ErrSignedOut}
		if token := k.token(r); token != nil {
			v.token = token
			v.person, v.session, v.err = k.Store.SessionStaff(r.Context(), token, Idle)
			if v.err == nil && v.session.Waiting {
				v.err = portal.ErrSignedOut
			}
			v.aged = k.Passwords.old(v.person, v.session.Began) // who is at work goes on until they sign in again
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitKey{}, v)))
	})
}

// Require lets only those in whose role includes the given one, and first leads those with a given password to change it, and those
// who need a second factor and have none to set it up.
func (k *Keeper) Require(role portal.Role) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return k.RequireRole(role)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			v := visitOf(r.Context())
			if v.person.Role.Includes(k.Factor) && !v.session.Guarded {
				http.Redirect(w, r, k.Desk(i18n.From(r.Context()), "security"), http.StatusSeeOther)
				return
			}
			next.ServeHTTP(w, r)
		}))
	}
}

// RequireRole is like Require, but also lets those in who still have to set up a second factor.
func (k *Keeper) RequireRole(role portal.Role) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return k.RequirePerson(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			person, _ := Person(r.Context())
			switch {
			case MustChange(r.Context()):
				http.Redirect(w, r, k.Desk(i18n.From(r.Context()), "password"), http.StatusSeeOther)
			case !person.Role.Includes(role):
				k.refuse(w, r)
			default:
				next.ServeHTTP(w, r)
			}
		}))
	}
}

// refuse tells somebody that their role does not reach that far, and the audit trail that they tried.
func (k *Keeper) refuse(w http.ResponseWriter, r *http.Request) {
	tried := portal.By(actorOf(visitOf(r.Context())), portal.TraceRoleRefused)
	tried.About = r.Method + " " + r.URL.Path
	if err := k.Store.Note(r.Context(), tried); err != nil {
		k.Answer(w, r, err)
		return
	}
	k.Answer(w, r, portal.ErrForbidden)
}

// RequirePerson lets everybody in who is signed in, also with a password that must be changed.
func (k *Keeper) RequirePerson(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := visitOf(r.Context()).err; err != nil {
			k.Answer(w, r, k.told(w, r, err))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// told is what is told to whom nobody knows: where their session ended while they wrote, that their words are kept.
func (k *Keeper) told(w http.ResponseWriter, r *http.Request, err error) error {
	if !errors.Is(err, portal.ErrSignedOut) {
		return err
	}
	switch kept, failed := k.keep(w, r); {
	case failed != nil:
		return failed
	case kept:
		return store.ErrKept
	}
	return err
}
