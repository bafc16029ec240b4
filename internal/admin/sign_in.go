package admin

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/caller"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (o Office) mountSignIn(r chi.Router, l i18n.Lang) {
	r.Method(http.MethodGet, view.SignIn.In(l), respond.Handler(o.askSignIn))
	r.Method(http.MethodPost, view.SignIn.In(l), respond.Handler(o.signIn))
	r.Method(http.MethodGet, view.SignInCode.In(l), respond.Handler(o.askCode))
	r.Method(http.MethodPost, view.SignInCode.In(l), respond.Handler(o.takeCode))
	r.Method(http.MethodPost, view.SignInPasskey.In(l), respond.Handler(o.signInPasskey))
	r.Method(http.MethodPost, view.SignInPasskeyStart.In(l), o.passkeyQuestion(auth.SignInPurpose))
	r.Method(http.MethodGet, view.Invitation.Pattern(l), respond.Handler(o.askInvited))
	r.Method(http.MethodPost, view.Invitation.Pattern(l), respond.Handler(o.takeInvited))
	r.Method(http.MethodGet, view.SignInElsewhere.In(l), respond.Handler(o.goElsewhere))
	r.Method(http.MethodGet, view.SignInBack.In(l), respond.Handler(o.comeBack))
	r.Method(http.MethodPost, view.SignOut.In(l), respond.Handler(o.signOut))
}

// askSignIn shows the form, or the desks to whom is signed in already.
func (o Office) askSignIn(w http.ResponseWriter, r *http.Request) error {
	next := r.URL.Query().Get("next")
	if _, ok := auth.Actor(r.Context()); ok {
		return respond.SeeOther(w, r, afterSignIn(r, next))
	}
	f := view.SignInForm{Next: next}
	if r.URL.Query().Has("out") {
		f.Notice = i18n.T(r.Context(), "sign_in.signed_out")
	}
	return o.showSignIn(w, r, http.StatusOK, f, nil)
}

func (o Office) signIn(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	f := view.SignInForm{Next: r.PostForm.Get("next"), Email: strings.TrimSpace(r.PostForm.Get("email"))}
	err := o.Keeper.SignIn(w, r, f.Email, r.PostForm.Get("password"), caller.Address(r.Context()))
	if errors.Is(err, auth.ErrCode) {
		return respond.SeeOther(w, r, view.SignInCode.In(i18n.From(r.Context()))+"?"+url.Values{"next": {f.Next}}.Encode())
	}
	if portal.AsInvalid(err) != nil {
		return o.showSignIn(w, r, refusal(w, err), f, err)
	}
	if err != nil && o.Keeper.Possible(r) {
		return err
	}
	if err != nil {
		return o.showSignIn(w, r, http.StatusForbidden, f, nil)
	}
	return respond.SeeOther(w, r, afterSignIn(r, f.Next))
}

// refusal is the status of a refused password: to be mended, or to be waited for.
func refusal(w http.ResponseWriter, err error) int {
	locked, ok := errors.AsType[*auth.Locked](err)
	if !ok {
		return http.StatusUnprocessableEntity
	}
	w.Header().Set("Retry-After", strconv.Itoa(int(locked.Wait.Seconds())))
	return http.StatusTooManyRequests
}

func (o Office) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := o.Keeper.SignOut(w, r); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.SignIn.In(i18n.From(r.Context()))+"?out=1")
}

// showSignIn shows the form with what was wrong, or why there is none on this connection.
func (o Office) showSignIn(w http.ResponseWriter, r *http.Request, status int, f view.SignInForm, wrong error) error {
	l := i18n.From(r.Context())
	page := view.SignInPage{
		Title: l.T("sign_in.title"), Lead: l.T("sign_in.lead"), Headline: l.T("sign_in.headline"),
		Path: view.SignIn, Failed: wrong != nil,
	}
	if o.Skyline != nil {
		page.Skyline, _ = o.Skyline(r) // the form stands without it, also while the database is away
	}
	body := view.SignInImpossible()
	if o.Keeper.Possible(r) {
		var typed string
		f.Action, f.Password = view.SignIn.In(l), form.Secret("password", &typed)
		form.Form{f.Password}.Blame(wrong)
		if o.Keeper.Identity != nil {
			f.Elsewhere = view.Link{Label: l.T("sign_in.elsewhere"), URL: view.SignInElsewhere.In(l)}
			if f.Next != "" {
				f.Elsewhere.URL += "?" + url.Values{"next": {f.Next}}.Encode()
			}
		}
		var err error
		if f.Passkey, err = o.passkeyInstead(r, view.SignInPasskey.In(l), f.Next, true); err != nil {
			return err
		}
		body = view.SignInView(f)
	}
	return respond.Page(w, r, status, view.WithBody(view.SignInLayout(page), body))
}

// afterSignIn is where a person wanted to go, as far as that is a page of staff.
func afterSignIn(r *http.Request, next string) string {
	for _, l := range i18n.Langs {
		desks := view.Desks.In(l)
		if respond.Local(next) && (next == desks || strings.HasPrefix(next, desks+"/") || strings.HasPrefix(next, desks+"?")) {
			return next
		}
	}
	return view.Desks.In(i18n.From(r.Context()))
}
