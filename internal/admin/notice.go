package admin

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// noticesRoute is the part of addresses of the page on which each person chooses what they are told by mail.
const noticesRoute = "notices"

func (o Office) mountNotices(r chi.Router) {
	r.Method(http.MethodGet, "/"+noticesRoute, respond.Handler(o.notices))
	r.Method(http.MethodPost, "/"+noticesRoute, respond.Handler(o.setNotices))
}

func noticesForm(n *portal.Notices, role portal.Role) form.Form {
	var f form.Form
	if role.Reviews() {
		f = append(f, form.Yes("handed_in", &n.HandedIn).As("notice.handed_in"), form.Yes("letters", &n.Letters).As("notice.letters"))
	}
	return append(f, form.Yes("decided", &n.Decided).As("notice.decided"),
		form.Yes("reminders", &n.Reminders).As("notice.reminders"), form.Yes("digest", &n.Digest).As("notice.digest"),
		form.Choice("lang", &n.Lang, i18n.Langs).As("notice.lang"))
}

func (o Office) notices(w http.ResponseWriter, r *http.Request) error {
	a := actor(r.Context())
	n, err := o.Store.NoticesOf(r.Context(), a.ID)
	if err != nil {
		return err
	}
	return o.showNotices(w, r, http.StatusOK, noticesForm(&n, a.Role).Fill())
}

func (o Office) setNotices(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	a := actor(r.Context())
	n, err := o.Store.NoticesOf(r.Context(), a.ID)
	if err != nil {
		return err
	}
	f := noticesForm(&n, a.Role)
	if err := f.Read(r.PostForm); err != nil {
		return o.showNotices(w, r, http.StatusUnprocessableEntity, f)
	}
	if err := o.Store.SetNotices(r.Context(), a.ID, n); err != nil {
		return err
	}
	return respond.SeeOther(w, r, r.URL.Path+"?saved=notices")
}

func (o Office) showNotices(w http.ResponseWriter, r *http.Request, status int, f form.Form) error {
	l := i18n.From(r.Context())
	person, err := o.Store.StaffByID(r.Context(), actor(r.Context()).ID)
	if err != nil {
		return err
	}
	return o.page(w, r, status, noticesRoute, view.AdminPage{Title: l.T("admin.notices"), Lead: l.T("notices.lead", person.Email)},
		view.NoticesView(saved(l, r.URL.Query().Get("saved")), view.FormPage{
			Action: view.Admin(l, noticesRoute), Form: f, Submit: []view.Choice{{Label: l.T("notices.save")}},
		}))
}
