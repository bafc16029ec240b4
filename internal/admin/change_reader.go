package admin

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// reading offers the author of a change to say who may see it; nil to everybody else.
func reading(ctx context.Context, c portal.Change, people []portal.Staff) *view.ReaderForm {
	if c.Allows(portal.DoLimit, actor(ctx)) != nil {
		return nil
	}
	f := &view.ReaderForm{Action: changeAt(i18n.From(ctx), c.ID, "readers"), Limited: c.Limited, Alone: c.Limited}
	for _, p := range people {
		if p.ID == c.AuthorID || p.Disabled {
			continue
		}
		named := slices.Contains(c.Readers, p.ID)
		f.People = append(f.People, view.Option{Value: numberOr(p.ID), Label: p.Name, Current: named})
		f.Alone = f.Alone && !(named && p.Role.Reviews())
	}
	return f
}

// setReaders says who may see a change until it is published.
func (o Office) setReaders(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	var readers []int64
	for _, written := range r.PostForm["reader"] {
		id, err := strconv.ParseInt(written, 10, 64)
		if err != nil {
			return &portal.Invalid{Problems: []portal.Problem{{Key: "problem.form_broken"}}}
		}
		readers = append(readers, id)
	}
	limited := r.PostForm.Get("limited") != ""
	if err := o.Store.SetReaders(r.Context(), actor(r.Context()), c.ID, limited, readers); err != nil {
		return err
	}
	said := "unlimited"
	if limited {
		said = "limited"
	}
	return changeSaid(w, r, c.ID, said)
}

// hiddenLines tell an administrator which changes there are that are limited to others, and nothing of what they say.
func (o Office) hiddenLines(ctx context.Context) (lines []string, err error) {
	me, l := actor(ctx), i18n.From(ctx)
	if !me.Role.Includes(portal.Administrator) {
		return nil, nil
	}
	hidden, err := o.Store.HiddenChanges(ctx, me.ID)
	for _, c := range hidden {
		lines = append(lines, l.T("readers.hidden_line", capital(l.T("kind."+string(c.Kind))), c.Author, portal.When(l, c.CreatedAt), stateTag(l, c.State).Word))
	}
	return lines, err
}

// mostAssigned is how many changes can be assigned at once.
const mostAssigned = 100

// assignMany gives all changes that are ticked in the queue to one person. Those that cannot be given to them stay as they are.
func (o Office) assignMany(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx, said := r.Context(), "assigned_none"
	to, err := posted(r, "to")
	if err != nil {
		return err
	}
	ticked := r.PostForm["change"]
	left := len(ticked) > mostAssigned
	for _, written := range ticked[:min(len(ticked), mostAssigned)] {
		id, err := strconv.ParseInt(written, 10, 64)
		if err != nil {
			return &portal.Invalid{Problems: []portal.Problem{{Key: "problem.form_broken"}}}
		}
		switch err := o.Store.Assign(ctx, actor(ctx), id, to); {
		case err == nil:
			said = "assigned_many"
		case cannotBeGiven(err):
			left = true
		default:
			return err
		}
	}
	if left && said == "assigned_many" {
		said = "assigned_some"
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), "changes")+"?saved="+said)
}

// cannotBeGiven tells whether a change cannot be assigned as things stand: it has been decided on, or is not for that person.
func cannotBeGiven(err error) bool {
	return portal.AsInvalid(err) != nil || errors.Is(err, portal.ErrConflict) || errors.Is(err, portal.ErrForbidden) || errors.Is(err, portal.ErrNotFound)
}
