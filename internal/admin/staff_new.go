package admin

import (
	"context"
	"errors"
	"net/http"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func accountForm(p *portal.Staff) form.Form {
	return form.Form{
		form.Text("name", &p.Name), form.Text("email", &p.Email), form.Choice("role", &p.Role, portal.Roles),
	}
}

func (o Office) newPerson(w http.ResponseWriter, r *http.Request) error {
	return o.showNewPerson(w, r, http.StatusOK, accountForm(&portal.Staff{Role: portal.Editor}).Fill())
}

// addPerson adds a person and shows their password, which is kept nowhere: the answer to this post is the only page with it.
func (o Office) addPerson(w http.ResponseWriter, r *http.Request) error {
	p := portal.Staff{MustChange: true}
	f := accountForm(&p)
	_ = f.Read(r.PostForm) // its problems stay in the form
	f.Blame(p.Check())
	if f.Err() != nil {
		return o.showNewPerson(w, r, http.StatusUnprocessableEntity, f)
	}
	password := auth.OneTimePassword()
	hash, err := o.Keeper.Hash(r.Context(), password)
	if err != nil {
		return err
	}
	p.PasswordHash = hash
	_, err = o.Store.AddStaffBy(r.Context(), actor(r.Context()), p)
	if portal.AsInvalid(err) != nil {
		switch same, found := o.addedAlready(r.Context(), p); {
		case found == nil:
			return o.showAddedAlready(w, r, same)
		case !errors.Is(found, portal.ErrNotFound):
			return found
		}
		f.Blame(err)
		return o.showNewPerson(w, r, http.StatusUnprocessableEntity, f)
	}
	if err != nil {
		return err
	}
	return o.showPasswordOnce(w, r, p, password)
}

// addedAlready is the same person, added by the same form, who has not come in yet: that of a second click. Else it is
// portal.ErrNotFound.
func (o Office) addedAlready(ctx context.Context, p portal.Staff) (portal.Staff, error) {
	known, err := o.Store.StaffByEmail(ctx, p.Email)
	if err == nil && (known.Name != p.Name || known.Role != p.Role || !known.MustChange || !known.LastSeenAt.IsZero()) {
		err = portal.ErrNotFound
	}
	return known, err
}

// showAddedAlready says that the password was shown to the first click and is kept nowhere, and offers another.
func (o Office) showAddedAlready(w http.ResponseWriter, r *http.Request, p portal.Staff) error {
	l := i18n.From(r.Context())
	head := staffHead(l, l.T("staff.added_already", p.Name))
	head.Lead = l.T("staff.added_already_why")
	return o.page(w, r, http.StatusConflict, "staff", head, view.PostButton(view.PostLink{
		Label: l.T("staff.reset"), Action: personAt(l, p.ID) + "/password", Look: view.LookPrimary,
	}))
}

func (o Office) showNewPerson(w http.ResponseWriter, r *http.Request, status int, f form.Form) error {
	l := i18n.From(r.Context())
	return o.page(w, r, status, "staff", staffHead(l, l.T("staff.new")), view.FormView(view.FormPage{
		Action: r.URL.Path, Form: f, Submit: []view.Choice{{Label: l.T("staff.new")}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, "staff")},
	}))
}

func (o Office) showPasswordOnce(w http.ResponseWriter, r *http.Request, p portal.Staff, password string) error {
	l := i18n.From(r.Context())
	return o.page(w, r, http.StatusOK, "staff", staffHead(l, l.T("staff.given.title", p.Name)),
		view.GivenPasswordView(view.GivenPassword{Name: p.Name, Email: p.Email, Password: password}))
}
