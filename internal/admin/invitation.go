package admin

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// askInvited asks who holds a one-time link for the password that they want. Looking at the page uses nothing up: mail programs do, too.
func (o Office) askInvited(w http.ResponseWriter, r *http.Request) error {
	p, err := o.Keeper.Invited(r.Context(), chi.URLParam(r, "token"))
	if err != nil {
		return o.showNotInvited(w, r, err)
	}
	return o.showInvited(w, r, http.StatusOK, p, o.nextPassword(&newPassword{}))
}

// takeInvited takes the password. The second of two clicks finds the link used, and its sender signed in.
func (o Office) takeInvited(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	token := chi.URLParam(r, "token")
	p, err := o.Keeper.Invited(r.Context(), token)
	if err != nil {
		return o.showNotInvited(w, r, err)
	}
	var typed newPassword
	f := o.nextPassword(&typed)
	if err = f.Read(r.PostForm); err == nil {
		err = typed.same()
	}
	if err == nil {
		err = o.Keeper.AcceptInvitation(w, r, token, typed.next)
	}
	l := i18n.From(r.Context())
	switch {
	case errors.Is(err, auth.ErrCode):
		return respond.SeeOther(w, r, view.SignInCode.In(l)+"?"+url.Values{"next": {view.Desks.In(l)}}.Encode())
	case portal.AsInvalid(err) != nil:
		f.Blame(err)
		return o.showInvited(w, r, http.StatusUnprocessableEntity, p, f)
	case errors.Is(err, portal.ErrForbidden) && !o.Keeper.Possible(r):
		return o.showInvited(w, r, http.StatusForbidden, p, f)
	case err != nil:
		return o.showNotInvited(w, r, err)
	}
	return respond.SeeOther(w, r, view.Desks.In(l))
}

// showInvited shows the form, or why there is none on this connection.
func (o Office) showInvited(w http.ResponseWriter, r *http.Request, status int, p portal.Staff, f form.Form) error {
	l := i18n.From(r.Context())
	body := view.SignInImpossible()
	if o.Keeper.Possible(r) {
		body = view.FormView(view.FormPage{Action: r.URL.Path, Form: f, Submit: []view.Choice{{Label: l.T("invitation.submit")}}})
	}
	page := invitationPage(r, l.T("invitation.title"), l.T("invitation.lead", p.Name, p.Email))
	page.Failed = status == http.StatusUnprocessableEntity
	return respond.Page(w, r, status, view.WithBody(view.SignInLayout(page), body))
}

// showNotInvited says why a link may be worth nothing; other errors go their usual way.
func (o Office) showNotInvited(w http.ResponseWriter, r *http.Request, err error) error {
	if !errors.Is(err, portal.ErrNotFound) {
		return err
	}
	l := i18n.From(r.Context())
	page := invitationPage(r, l.T("invitation.gone_title"), l.T("invitation.gone"))
	return respond.Page(w, r, http.StatusNotFound, view.WithBody(view.SignInLayout(page), view.GoneLinkView()))
}

func invitationPage(r *http.Request, title, lead string) view.SignInPage {
	return view.SignInPage{
		Title: title, Lead: lead, Headline: i18n.T(r.Context(), "sign_in.headline"),
		Path: view.Invitation, Args: []string{chi.URLParam(r, "token")},
	}
}
