package admin

import (
	"context"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (o Office) mountStaff(r chi.Router) {
	r.Method(http.MethodGet, "/staff", respond.Handler(o.staff))
	r.Method(http.MethodGet, "/staff/new", respond.Handler(o.newPerson))
	r.Method(http.MethodPost, "/staff/new", respond.Handler(o.addPerson))
	r.Method(http.MethodGet, "/staff/{id}", respond.Handler(o.person))
	r.Method(http.MethodPost, "/staff/{id}", respond.Handler(o.setAccess))
	r.Method(http.MethodGet, "/staff/{id}/password", respond.Handler(o.askGivePassword))
	r.Method(http.MethodPost, "/staff/{id}/password", respond.Handler(o.givePassword))
}

// staff lists who keeps the register.
func (o Office) staff(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return err
	}
	t := view.Table{Caption: l.T("staff.title"), Columns: []view.Column{
		{Label: l.T("field.name")}, {Label: l.T("field.email")}, {Label: l.T("field.role")},
		{Label: l.T("staff.access")}, {Label: l.T("staff.seen")},
	}}
	for _, p := range people {
		t.Rows = append(t.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: p.Name, URL: personAt(l, p.ID)}), view.Text(view.Cited{Text: p.Email}),
			view.Text(view.Cited{Text: roleName(l, p.Role)}), view.Tag(access(l, p)), view.Text(view.Cited{Text: lastSeen(l, p)}),
		}})
	}
	return o.page(w, r, http.StatusOK, "staff", view.AdminPage{
		Title: l.T("staff.title"), Lead: l.T("staff.lead"),
		Action: view.Link{Label: l.T("staff.new"), URL: view.Admin(l, "staff", "new")},
	}, view.StaffListView(saved(l, r.URL.Query().Get("saved")), t))
}

func personAt(l i18n.Lang, id int64) string { return view.Admin(l, "staff", strconv.FormatInt(id, 10)) }

func roleName(l i18n.Lang, role portal.Role) string { return l.T("choice.role." + string(role)) }

func access(l i18n.Lang, p portal.Staff) view.TagValue {
	switch {
	case p.Disabled:
		return view.TagValue{Word: l.T("staff.disabled"), Tone: view.ToneNeutral}
	case p.MustChange:
		return view.TagValue{Word: l.T("staff.waiting"), Tone: view.ToneWarn}
	}
	return view.TagValue{Word: l.T("staff.active"), Tone: view.ToneOn}
}

func lastSeen(l i18n.Lang, p portal.Staff) string {
	if p.LastSeenAt.IsZero() {
		return l.T("staff.never")
	}
	return when(l, p.LastSeenAt)
}

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
	if err := r.ParseForm(); err != nil {
		return err
	}
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
	_, err = o.Store.AddStaff(r.Context(), p)
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showNewPerson(w, r, http.StatusUnprocessableEntity, f)
	}
	if err != nil {
		return err
	}
	return o.showPasswordOnce(w, r, p, password)
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

func staffHead(l i18n.Lang, title string) view.AdminPage {
	return view.AdminPage{
		Title:  title,
		Crumbs: []view.Crumb{{Label: l.T("staff.title"), URL: view.Admin(l, "staff")}, {Label: title}},
	}
}

func accessForm(p *portal.Staff) form.Form {
	return form.Form{form.Choice("role", &p.Role, portal.Roles), form.Yes("disabled", &p.Disabled)}
}

// person shows one person.
func (o Office) person(w http.ResponseWriter, r *http.Request) error {
	p, err := o.personAsked(r)
	if err != nil {
		return err
	}
	return o.showPerson(w, r, http.StatusOK, p, accessForm(&p).Fill())
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

func (o Office) showPerson(w http.ResponseWriter, r *http.Request, status int, p portal.Staff, f form.Form) error {
	l := i18n.From(r.Context())
	head := staffHead(l, p.Name)
	head.Lead = p.Email
	return o.page(w, r, status, "staff", head, view.StaffPersonView(view.StaffPerson{
		Own: own(r.Context(), p), Reset: personAt(l, p.ID) + "/password",
		Access: view.FormPage{
			Action: personAt(l, p.ID), Form: f, Submit: []view.Choice{{Label: l.T("staff.save")}},
			Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, "staff")},
		},
	}))
}

func (o Office) setAccess(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	p, err := o.another(r)
	if err != nil {
		return err
	}
	f := accessForm(&p)
	if err = f.Read(r.PostForm); err == nil {
		err = o.Store.SetAccess(r.Context(), p.ID, p.Role, p.Disabled)
	}
	if portal.AsInvalid(err) != nil {
		f.Blame(err)
		return o.showPerson(w, r, http.StatusUnprocessableEntity, p, f)
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(r.Context()), "staff")+"?saved=access")
}

// askGivePassword says what it means before a password is given.
func (o Office) askGivePassword(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	head := staffHead(l, l.T("staff.given.title", p.Name))
	head.Lead = l.T("staff.reset_why")
	return o.page(w, r, http.StatusOK, "staff", head, view.PostButton(view.PostLink{
		Label: l.T("staff.reset"), Action: r.URL.Path, Look: view.LookDanger,
	}))
}

func (o Office) givePassword(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	password, err := o.Keeper.GivePassword(r.Context(), p.ID)
	if err != nil {
		return err
	}
	return o.showPasswordOnce(w, r, p, password)
}
