package admin

import (
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// editChange shows the form of a draft of one's own.
func (o Office) editChange(w http.ResponseWriter, r *http.Request) error {
	return o.onOwn(w, r, func(d counter, c portal.Change) error {
		if !c.State.Editable() {
			l := i18n.From(r.Context())
			return respond.SeeOther(w, r, view.Admin(l, "changes", strconv.FormatInt(c.ID, 10))+"?saved=closed")
		}
		return d.edit(w, r, c)
	})
}

func (o Office) saveChange(w http.ResponseWriter, r *http.Request) error {
	return o.onOwn(w, r, func(d counter, c portal.Change) error { return d.save(w, r, c) })
}

// onOwn runs a desk's handler on a change of the reader's own.
func (o Office) onOwn(w http.ResponseWriter, r *http.Request, do func(counter, portal.Change) error) error {
	return o.byAuthor(w, r, func(c portal.Change) error {
		if c.Op != portal.OpSave {
			return portal.ErrForbidden
		}
		desk, err := o.deskOf(c.Kind)
		if err != nil {
			return err
		}
		return do(desk, c)
	})
}

// byAuthor does with a change what its author alone may; anybody else is told whose it is.
func (o Office) byAuthor(w http.ResponseWriter, r *http.Request, do func(portal.Change) error) error {
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	if c.AuthorID != actor(r.Context()).ID {
		return o.ofAnother(w, r, c)
	}
	return do(c)
}

// ofAnother says whose a change is to somebody who wants to do with it what its author alone may: their role is not in the way.
func (o Office) ofAnother(w http.ResponseWriter, r *http.Request, c portal.Change) error {
	l := i18n.From(r.Context())
	author := c.Author
	if c.AuthorID == 0 {
		author = l.T("change.of_nobody")
	}
	page := view.AdminPage{Title: l.T("change.of_another", author), Lead: l.T("change.of_another_why")}
	return o.page(w, r, http.StatusForbidden, "changes", page, view.Text(view.Cited{Text: l.T("change.look"), URL: changeAt(l, c.ID)}))
}

func (o Office) withdraw(w http.ResponseWriter, r *http.Request) error {
	return o.byAuthor(w, r, func(c portal.Change) error {
		if err := o.Store.Withdraw(r.Context(), actor(r.Context()), c.ID); err != nil {
			return err
		}
		return changeSaid(w, r, c.ID, "withdrawn")
	})
}

// unschedule has a change that was approved for a set time wait for a decision again.
func (o Office) unschedule(w http.ResponseWriter, r *http.Request) error {
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	if err := o.Store.Unschedule(r.Context(), actor(r.Context()), c.ID); err != nil {
		return err
	}
	return changeSaid(w, r, c.ID, "unscheduled")
}

// restore begins a change that brings back the state that an earlier change made public.
func (o Office) restore(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	past, err := o.asked(r)
	if err != nil {
		return err
	}
	if past.State != portal.Applied || past.After.Empty() {
		return portal.ErrConflict
	}
	live, version, err := o.Store.Live(ctx, past.Kind, past.RecordID)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	c := portal.Change{
		Kind: past.Kind, RecordID: past.RecordID, BaseVersion: version, Op: portal.OpSave, Title: past.Title,
		Before: live, After: past.After, UndoOf: past.ID, State: portal.Draft, Key: r.PostForm.Get("key"),
		Reason: l.T("restore.reason", portal.When(l, past.DecidedAt)),
	}
	if err := o.Store.SaveChange(ctx, actor(ctx), &c); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(l, "changes", strconv.FormatInt(c.ID, 10), "edit"))
}
