package admin

import (
	"context"
	"net/http"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func accessForm(p *portal.Staff) form.Form {
	return form.Form{form.Choice("role", &p.Role, portal.Roles), form.Yes("disabled", &p.Disabled)}
}

// person shows one person.
func (o Office) person(w http.ResponseWriter, r *http.Request) error {
	p, err := o.personAsked(r)
	if err != nil {
		return err
	}
	return o.showPerson(w, r, http.StatusOK, p, personShown{})
}

func (o Office) personAsked(r *http.Request) (portal.Staff, error) {
	id, err := number(r)
	if err != nil {
		return portal.Staff{}, err
	}
	return o.Store.StaffByID(r.Context(), id)
}

// another is the person in the address, who is not the reader: nobody changes their own access.
func (o Office) another(r *http.Request) (portal.Staff, error) {
	p, err := o.personAsked(r)
	if err == nil && own(r.Context(), p) {
		err = portal.ErrForbidden
	}
	return p, err
}

func own(ctx context.Context, p portal.Staff) bool { return p.ID == actor(ctx).ID }

// personShown is what the page of a person shows as it was typed; as it stands where it is nil.
type personShown struct {
	access, account form.Form
	wrongHeir       error
}

func (o Office) showPerson(w http.ResponseWriter, r *http.Request, status int, p portal.Staff, shown personShown) error {
	l := i18n.From(r.Context())
	if shown.access == nil {
		shown.access = accessForm(&p).Fill()
	}
	if shown.account == nil {
		n, err := o.Store.NoticesOf(r.Context(), p.ID)
		if err != nil {
			return err
		}
		shown.account = o.correctionForm(&p, &n.Lang).Fill()
	}
	head := staffHead(l, p.Name)
	head.Lead = p.Email
	guarded, err := o.Store.Guarded(r.Context(), p.ID)
	if err != nil {
		return err
	}
	sessions, err := o.sessions(r.Context(), p.ID, 0, personAt(l, p.ID)+"/sessions")
	if err != nil {
		return err
	}
	link, err := o.passwordLink(r.Context(), p)
	if err != nil {
		return err
	}
	open, err := o.openWork(r.Context(), p, shown.wrongHeir)
	if err != nil {
		return err
	}
	factor := view.Link{}
	if guarded {
		factor = view.Link{Label: l.T("security.remove"), URL: personAt(l, p.ID) + "/factor"}
	}
	return o.page(w, r, status, "staff", head, view.StaffPersonView(view.StaffPerson{
		Notice: saved(l, r.URL.Query().Get("saved")), Open: open,
		Own: own(r.Context(), p), Closed: p.Disabled, Password: link, Factor: factor, Sessions: sessions,
		Account: view.FormPage{
			Action: personAt(l, p.ID) + "/account", Form: shown.account, Second: true, Submit: []view.Choice{{Label: l.T("staff.account_save")}},
		},
		Access: view.FormPage{
			Action: personAt(l, p.ID), Form: shown.access, Submit: []view.Choice{{Label: l.T("staff.save")}},
			Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, "staff")},
		},
	}))
}

func (o Office) setAccess(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	f := accessForm(&p)
	if err = f.Read(r.PostForm); err == nil {
		err = o.Store.SetAccess(r.Context(), actor(r.Context()), p.ID, p.Role, p.Disabled)
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showPerson(w, r, http.StatusUnprocessableEntity, p, personShown{access: f})
	}
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	if p.Disabled {
		open, err := o.openWork(r.Context(), p, nil)
		if err != nil {
			return err
		}
		if open.Title != "" {
			return respond.SeeOther(w, r, personAt(l, p.ID)+"?saved=access_open")
		}
	}
	return respond.SeeOther(w, r, view.Admin(l, "staff")+"?saved=access")
}

// endSessions ends one session of another person, or all of them.
func (o Office) endSessions(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	id, _ := strconv.ParseInt(r.PostForm.Get("id"), 10, 64)
	if err := o.Store.EndSessions(r.Context(), actor(r.Context()), p.ID, id, 0); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), "staff")+"?saved=sessions")
}

// askRemoveFactor says what it means before somebody's second factor is removed.
func (o Office) askRemoveFactor(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	head := staffHead(l, l.T("staff.factor_remove", p.Name))
	head.Lead = l.T("staff.factor_why")
	return o.page(w, r, http.StatusOK, "staff", head, view.PostButton(view.PostLink{
		Label: l.T("security.remove"), Action: r.URL.Path, Look: view.LookDanger,
	}))
}

func (o Office) removeFactorOf(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	if err := o.Store.RemoveFactors(r.Context(), actor(r.Context()), p.ID); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), "staff")+"?saved=factor_removed")
}
