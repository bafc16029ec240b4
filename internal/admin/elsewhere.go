package admin

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"

	"kotakembar/internal/auth"
	"kotakembar/internal/i18n"
	"kotakembar/internal/identity"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// goElsewhere leads to the identity provider. It is a link and no form: what it changes is a cookie of the reader alone, and our policy
// lets forms lead to ourselves only.
func (o Office) goElsewhere(w http.ResponseWriter, r *http.Request) error {
	l := i18n.From(r.Context())
	address, err := o.Keeper.BeginElsewhere(w, r, o.back(l), afterSignIn(r, r.URL.Query().Get("next")))
	if errors.Is(err, identity.ErrAway) {
		return o.showElsewhereFailed(w, r, err)
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, address, http.StatusSeeOther)
	return nil
}

// back is the address to which the identity provider sends people of a language back.
func (o Office) back(l i18n.Lang) string { return o.BaseURL + view.SignInBack.In(l) }

// comeBack takes what a reader brings from the identity provider.
func (o Office) comeBack(w http.ResponseWriter, r *http.Request) error {
	l := i18n.From(r.Context())
	next, err := o.Keeper.SignInElsewhere(w, r, o.back(l))
	switch {
	case errors.Is(err, auth.ErrCode):
		return respond.SeeOther(w, r, view.SignInCode.In(l)+"?"+url.Values{"next": {next}}.Encode())
	case errors.Is(err, auth.ErrStranger), errors.Is(err, identity.ErrRefused), errors.Is(err, identity.ErrAway):
		return o.showElsewhereFailed(w, r, err)
	case err != nil:
		return err
	}
	return respond.SeeOther(w, r, afterSignIn(r, next))
}

// showElsewhereFailed shows the sign-in with what went wrong; why it did is for the operators.
func (o Office) showElsewhereFailed(w http.ResponseWriter, r *http.Request, err error) error {
	status, key := http.StatusForbidden, "sign_in.elsewhere_refused"
	switch {
	case errors.Is(err, auth.ErrStranger):
		key = "sign_in.elsewhere_stranger"
	case errors.Is(err, identity.ErrAway):
		status, key = http.StatusServiceUnavailable, "sign_in.elsewhere_away"
	}
	slog.WarnContext(r.Context(), "a sign-in by the identity provider failed", "error", err)
	return o.showSignIn(w, r, status, view.SignInForm{Trouble: i18n.T(r.Context(), key)}, nil)
}
