package admin

import (
	"context"
	"errors"
	"net/http"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
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

// addPerson adds a person and invites them to set their password.
func (o Office) addPerson(w http.ResponseWriter, r *http.Request) error {
	var p portal.Staff
	f := accountForm(&p)
	_ = f.Read(r.PostForm) // its problems stay in the form
	f.Blame(p.Check())
	if f.Err() != nil {
		return o.showNewPerson(w, r, http.StatusUnprocessableEntity, f)
	}
	id, token, err := o.Keeper.InviteNew(r.Context(), p, o.Mails)
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
	p.ID = id
	return o.invited(w, r, p, token)
}

// addedAlready is the same person, added by the same form, who has not come in yet: that of a second click. Else it is
// portal.ErrNotFound.
func (o Office) addedAlready(ctx context.Context, p portal.Staff) (portal.Staff, error) {
	known, err := o.Store.StaffByEmail(ctx, p.Email)
	if err != nil {
		return known, err
	}
	if known.Name != p.Name || known.Role != p.Role || !known.LastSeenAt.IsZero() {
		return known, portal.ErrNotFound
	}
	_, err = o.Store.InvitationOf(ctx, known.ID)
	return known, err
}

// showAddedAlready says that the first click made the invitation, and offers another.
func (o Office) showAddedAlready(w http.ResponseWriter, r *http.Request, p portal.Staff) error {
	l := i18n.From(r.Context())
	head := staffHead(l, l.T("staff.added_already", p.Name))
	head.Lead = l.T("staff.added_already_why")
	return o.page(w, r, http.StatusConflict, "staff", head, view.PostButton(view.PostLink{
		Label: l.T("staff.link_again"), Action: personAt(l, p.ID) + "/invitation", Look: view.LookPrimary,
	}))
}

func (o Office) showNewPerson(w http.ResponseWriter, r *http.Request, status int, f form.Form) error {
	l := i18n.From(r.Context())
	head := staffHead(l, l.T("staff.new"))
	head.Lead = l.T("staff.new_lead")
	return o.page(w, r, status, "staff", head, view.FormView(view.FormPage{
		Action: r.URL.Path, Form: f, Submit: []view.Choice{{Label: l.T("staff.invite")}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, "staff")},
	}))
}

// invited tells what became of an invitation: it goes by mail, or its link is shown. The answer to this post is the only page with it.
func (o Office) invited(w http.ResponseWriter, r *http.Request, p portal.Staff, token string) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	if token == "" {
		return respond.SeeOther(w, r, view.Admin(l, "staff")+"?saved=invited")
	}
	i, err := o.Store.InvitationOf(ctx, p.ID)
	if err != nil {
		return err
	}
	return o.page(w, r, http.StatusOK, "staff", staffHead(l, l.T("staff.shown.title", p.Name)), view.ShownLinkView(view.ShownLink{
		Name: p.Name, Email: p.Email, Until: portal.When(l, i.Expires),
		URL: view.AmbientFrom(ctx).BaseURL + view.Invitation.In(l, token),
	}))
}
