package admin

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

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
	r.Method(http.MethodPost, "/staff/{id}/account", respond.Handler(o.setAccount))
	r.Method(http.MethodPost, "/staff/{id}/hand-over", respond.Handler(o.handOver))
	r.Method(http.MethodPost, "/staff/{id}/sessions", respond.Handler(o.endSessions))
	r.Method(http.MethodGet, "/staff/{id}/factor", respond.Handler(o.askRemoveFactor))
	r.Method(http.MethodPost, "/staff/{id}/factor", respond.Handler(o.removeFactorOf))
	r.Method(http.MethodPost, "/staff/{id}/invitation", respond.Handler(o.invite))
	r.Method(http.MethodPost, "/staff/{id}/invitation/withdraw", respond.Handler(o.withdrawInvitation))
}

// staff lists who keeps the register.
func (o Office) staff(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return err
	}
	invitations, err := o.Store.Invitations(ctx)
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
			view.Text(view.Cited{Text: roleName(l, p.Role)}), view.Tag(o.access(l, p, invitations[p.ID])), view.Text(view.Cited{Text: lastSeen(l, p)}),
		}})
	}
	return o.page(w, r, http.StatusOK, "staff", view.AdminPage{
		Title: l.T("staff.title"), Lead: l.T("staff.lead"),
		Action: view.Link{Label: l.T("staff.new"), URL: view.Admin(l, "staff", "new")},
	}, view.StaffListView(saved(l, r.URL.Query().Get("saved")), t))
}

func personAt(l i18n.Lang, id int64) string { return view.Admin(l, "staff", strconv.FormatInt(id, 10)) }

func roleName(l i18n.Lang, role portal.Role) string { return l.T("choice.role." + string(role)) }

func (o Office) access(l i18n.Lang, p portal.Staff, i portal.Invitation) view.TagValue {
	invited := i.ID > 0 && p.LastSeenAt.IsZero()
	switch {
	case p.Disabled:
		return view.TagValue{Word: l.T("staff.disabled"), Tone: view.ToneNeutral}
	case invited && i.Open(o.Now()):
		return view.TagValue{Word: l.T("staff.invited"), Tone: view.ToneWarn}
	case invited:
		return view.TagValue{Word: l.T("staff.invited_late"), Tone: view.ToneAlert}
	case p.MustChange:
		return view.TagValue{Word: l.T("staff.waiting"), Tone: view.ToneWarn}
	}
	return view.TagValue{Word: l.T("staff.active"), Tone: view.ToneOn}
}

func lastSeen(l i18n.Lang, p portal.Staff) string {
	if p.LastSeenAt.IsZero() {
		return l.T("staff.never")
	}
	return portal.When(l, p.LastSeenAt)
}

func staffHead(l i18n.Lang, title string) view.AdminPage {
	return view.AdminPage{
		Title:  title,
		Crumbs: []view.Crumb{{Label: l.T("staff.title"), URL: view.Admin(l, "staff")}, {Label: title}},
	}
}
