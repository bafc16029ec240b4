package admin

import (
	"crypto/rand"
	"errors"
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// askRetire asks for the reason before a record is taken out of publication.
func (d counter) askRetire(w http.ResponseWriter, r *http.Request) error {
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	c.Key = rand.Text()
	return d.showRetire(w, r, http.StatusOK, c, nil)
}

// retire hands in the change that takes a record out.
func (d counter) retire(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	c.Op, c.State, c.After, c.Title = portal.OpRetire, portal.Submitted, portal.Snapshot{}, d.nameIn(ctx, c.Before)
	c.Reason, c.Key = r.PostForm.Get("reason"), r.PostForm.Get("key")
	if c.BaseVersion, err = posted(r, "base"); err != nil {
		return err
	}
	err = d.office.Store.SaveChange(ctx, actor(ctx), &c)
	if portal.AsInvalid(err) != nil {
		return d.showRetire(w, r, http.StatusUnprocessableEntity, c, err)
	}
	if errors.Is(err, portal.ErrConflict) {
		return d.retireAgain(w, r, c.Reason)
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), "changes", strconv.FormatInt(c.ID, 10))+"?saved=submitted")
}

// retireAgain asks anew, with the reason as typed, where the record was published anew meanwhile.
func (d counter) retireAgain(w http.ResponseWriter, r *http.Request, reason string) error {
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	c.Reason, c.Key = reason, rand.Text()
	moved := &portal.Invalid{Problems: []portal.Problem{{Key: "problem.moved_on"}}}
	return d.showRetire(w, r, http.StatusConflict, c, moved)
}

func (d counter) showRetire(w http.ResponseWriter, r *http.Request, status int, c portal.Change, err error) error {
	l := i18n.From(r.Context())
	name := d.nameIn(r.Context(), c.Before)
	f := reasonForm(&c.Reason)
	page := view.FormPage{
		Action: r.URL.Path, Form: f, Rest: f.Blame(err),
		Hidden: []view.Hidden{{Name: "base", Value: strconv.FormatInt(c.BaseVersion, 10)}, {Name: "key", Value: c.Key}},
		Submit: []view.Choice{{Label: l.T("retire.submit"), Look: view.LookDanger}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, d.route, strconv.FormatInt(c.RecordID, 10))},
	}
	if c.LetterID != 0 {
		page.Hidden = append(page.Hidden, letterHidden(c))
	}
	return d.office.page(w, r, status, d.route, view.AdminPage{
		Title: l.T("retire.title", name), Lead: l.T("retire.lead"),
		Crumbs: []view.Crumb{{Label: l.T("kinds." + string(d.kind())), URL: view.Admin(l, d.route)}, {Label: name}},
	}, view.FormView(page))
}
