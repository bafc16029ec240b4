package admin

import (
	"crypto/rand"
	"errors"
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// history shows every published change of a record, newest first, each with a way back to it.
func (d desk[R]) history(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	id, err := number(r)
	if err != nil {
		return err
	}
	changes, err := d.office.Store.History(ctx, d.kind(), id)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		return portal.ErrNotFound
	}
	entries := make([]view.HistoryEntry, len(changes))
	for i, c := range changes {
		entries[i] = d.entry(l, c, i == len(changes)-1)
	}
	slices.Reverse(entries)
	name := changes[len(changes)-1].Title
	address := view.Admin(l, d.route, strconv.FormatInt(id, 10))
	page := view.AdminPage{
		Title: l.T("history.title", name), Lead: l.T("history.lead"),
		Crumbs: []view.Crumb{{Label: l.T("kinds." + string(d.kind())), URL: view.Admin(l, d.route)}, {Label: name, URL: address}, {Label: l.T("desk.history")}},
	}
	if changes[len(changes)-1].Op == portal.OpRetire {
		page.Crumbs[1].URL = ""
	}
	return d.office.page(w, r, http.StatusOK, d.route, page, view.HistoryView(entries))
}

// entry is one line of the history; the state that is public now is not offered to be brought back.
func (d desk[R]) entry(l i18n.Lang, c portal.Change, current bool) view.HistoryEntry {
	id := strconv.FormatInt(c.ID, 10)
	e := view.HistoryEntry{
		When: portal.When(l, c.DecidedAt), Who: origin(l, c), Reason: c.Reason, URL: view.Admin(l, "changes", id),
		What: l.T("history.changed", len(c.Changed())),
	}
	switch {
	case c.Op == portal.OpRetire:
		e.What = l.T("history.retired")
	case c.Before.Empty():
		e.What = l.T("history.first")
	case c.UndoOf != 0:
		e.What = l.T("history.restored")
	}
	if current {
		e.Tags = []view.TagValue{{Word: l.T("history.now"), Tone: view.ToneOn}}
	}
	if c.Op == portal.OpSave && !current {
		e.Restore = &view.PostLink{
			Label: l.T("history.restore"), Action: view.Admin(l, "changes", id, "restore"), Look: view.LookSmall,
			Hidden: []view.Hidden{{Name: "key", Value: rand.Text()}},
		}
	}
	return e
}

// askRetire asks for the reason before a record is taken out of publication.
func (d desk[R]) askRetire(w http.ResponseWriter, r *http.Request) error {
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	c.Key = rand.Text()
	return d.showRetire(w, r, http.StatusOK, c, nil)
}

// retire hands in the change that takes a record out.
func (d desk[R]) retire(w http.ResponseWriter, r *http.Request) error {
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
func (d desk[R]) retireAgain(w http.ResponseWriter, r *http.Request, reason string) error {
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	c.Reason, c.Key = reason, rand.Text()
	moved := &portal.Invalid{Problems: []portal.Problem{{Key: "problem.moved_on"}}}
	return d.showRetire(w, r, http.StatusConflict, c, moved)
}

func (d desk[R]) showRetire(w http.ResponseWriter, r *http.Request, status int, c portal.Change, err error) error {
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
