package auth

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"kotakembar/internal/identity"
	"kotakembar/internal/portal"
)

// ErrStranger says that the identity provider knows somebody who has no account here, or none that may sign in.
var ErrStranger = errors.New("the identity provider's word is of nobody who may sign in")

// journey is a sign-in at the identity provider, kept by the browser that began it. It is no secret from its holder, and worth nothing
// without the provider's answer to it.
type journey struct {
	identity.Attempt
	Next string
}

const (
	journeyTime = 10 * time.Minute
	journeyNext = 1000 // bytes of an address to come back to; a cookie holds four times as much
)

// BeginElsewhere returns the address at which the identity provider finds out who the reader is. They come back to the address back.
func (k *Keeper) BeginElsewhere(w http.ResponseWriter, r *http.Request, back, next string) (string, error) {
	if k.Identity == nil {
		return "", portal.ErrNotFound
	}
	if !k.Possible(r) {
		return "", portal.ErrForbidden
	}
	address, attempt, err := k.Identity.Begin(r.Context(), back)
	if err != nil {
		return "", err
	}
	if len(next) > journeyNext {
		next = ""
	}
	kept, err := json.Marshal(journey{attempt, next})
	if err != nil {
		return "", err
	}
	c := k.journeyCookie(r)
	c.Value, c.MaxAge = base64.RawURLEncoding.EncodeToString(kept), int(journeyTime/time.Second)
	http.SetCookie(w, c)
	return address, nil
}

// SignInElsewhere starts a session for whom the identity provider says the reader is, if they have an account that may sign in, and
// returns where they wanted to go. Each journey ends here, whatever comes of it. Like SignIn it may return ErrCode; it makes no accounts.
func (k *Keeper) SignInElsewhere(w http.ResponseWriter, r *http.Request, back string) (next string, err error) {
	if k.Identity == nil {
		return "", portal.ErrNotFound
	}
	j := k.journey(r)
	gone := k.journeyCookie(r)
	gone.MaxAge = -1
	http.SetCookie(w, gone)
	ctx := r.Context()
	says, err := k.Identity.Finish(ctx, back, j.Attempt, r.URL.Query())
	if err != nil {
		return j.Next, err
	}
	person, err := k.Store.StaffByEmail(ctx, says.Email)
	role, told := k.roleIn(says.Parts)
	if errors.Is(err, portal.ErrNotFound) || err == nil && (person.Disabled || !told) {
		return j.Next, errors.Join(k.Store.NoteRefusal(ctx, says.Email), ErrStranger)
	}
	if err == nil && role != "" && role != person.Role {
		err = k.Store.SetAccess(ctx, portal.Actor{}, person.ID, role, false)
	}
	if err != nil {
		return j.Next, err
	}
	return j.Next, k.enter(w, r, person, true)
}

// roleIn is the greatest role that the provider's words give, and whether they let somebody in: where roles are given here alone, they do
// without giving one.
func (k *Keeper) roleIn(parts []string) (role portal.Role, told bool) {
	if k.Roles == nil {
		return "", true
	}
	for _, part := range parts {
		if given := k.Roles[part]; given.Includes(portal.Editor) && !role.Includes(given) {
			role = given
		}
	}
	return role, role != ""
}

// journey is what the browser kept; empty where it kept none.
func (k *Keeper) journey(r *http.Request) (j journey) {
	c, err := r.Cookie(k.journeyCookie(r).Name)
	if err != nil {
		return j
	}
	kept, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil || json.Unmarshal(kept, &j) != nil {
		return journey{}
	}
	return j
}

func (k *Keeper) journeyCookie(r *http.Request) *http.Cookie {
	c := k.cookie(r)
	c.Name += "-journey"
	return c
}
