package admin

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/caller"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// mountPassword adds the one page of staff that is also open to those who must change their password first.
func (o Office) mountPassword(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(o.Keeper.RequirePerson)
		r.Method(http.MethodGet, "/password", respond.Handler(o.askPassword))
		r.Method(http.MethodPost, "/password", respond.Handler(o.changePassword))
	})
}

// newPassword is what the form asks for.
type newPassword struct{ current, next, repeat string }

func (o Office) passwordForm(p *newPassword) form.Form {
	return append(form.Form{form.Secret("current", &p.current)}, o.nextPassword(p)...)
}

// nextPassword asks for a password that is to be used from now on.
func (o Office) nextPassword(p *newPassword) form.Form {
	hint, args := o.Keeper.Passwords.Hint()
	return form.Form{form.Secret("new", &p.next).With(hint, args...), form.Secret("repeat", &p.repeat)}
}

// same tells that both new passwords have to be the same.
func (p newPassword) same() error {
	var wrong portal.Problems
	wrong.Must(p.next == p.repeat, "repeat", "problem.repeat")
	return wrong.Err()
}

func (o Office) askPassword(w http.ResponseWriter, r *http.Request) error {
	return o.showPassword(w, r, http.StatusOK, o.passwordForm(&newPassword{}))
}

func (o Office) changePassword(w http.ResponseWriter, r *http.Request) error {
	var p newPassword
	f := o.passwordForm(&p)
	err := f.Read(r.PostForm)
	if err == nil {
		err = p.same()
	}
	if err == nil {
		err = o.Keeper.ChangePassword(r.Context(), p.current, p.next, caller.Address(r.Context()))
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showPassword(w, r, refusal(w, err), f)
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, r.URL.Path+"?saved=password")
}

func (o Office) showPassword(w http.ResponseWriter, r *http.Request, status int, f form.Form) error {
	l := i18n.From(r.Context())
	page := view.AdminPage{Title: l.T("password.title"), Lead: l.T("password.lead")}
	if person, _ := auth.Person(r.Context()); person.MustChange {
		page.Lead = l.T("password.forced")
	} else if auth.MustChange(r.Context()) {
		page.Lead = l.T("password.aged", o.Keeper.Passwords.Days)
	}
	if ends := o.passwordEnds(r); ends != "" {
		page.Lead = ends + " " + page.Lead
	}
	return o.page(w, r, status, "password", page, view.PasswordView(saved(l, r.URL.Query().Get("saved")), view.FormPage{
		Action: r.URL.Path, Form: f, Submit: []view.Choice{{Label: l.T("password.submit")}},
	}))
}

// passwordEnds says until when the password of the reader holds; empty where that is not soon.
func (o Office) passwordEnds(r *http.Request) string {
	ends, ok := o.Keeper.EndsSoon(r.Context())
	if !ok || auth.MustChange(r.Context()) {
		return ""
	}
	l := i18n.From(r.Context())
	return l.T("password.ends", portal.When(l, ends))
}
