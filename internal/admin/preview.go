package admin

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// preview is the word by which a form asks to be shown as the public would see it.
const preview = "preview"

// unseen are the kinds that no public page tells of one by one.
var unseen = []portal.Kind{portal.KindSector, portal.KindDocument, portal.KindLimit}

// above are the columns that lead from a record without a page of its own to the one on whose page it stands, nearest first.
var above = []string{"program_id", "agreement_id", "city_id"}

// previewChange shows the public page as it would be with a change that is under way.
func (o Office) previewChange(w http.ResponseWriter, r *http.Request) error {
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	if !c.State.Open() || c.Op != portal.OpSave {
		return portal.ErrNotFound
	}
	return o.preview(w, r, c)
}

// preview shows the real public page over the register as it would be with a change, which is taken back again.
func (o Office) preview(w http.ResponseWriter, r *http.Request, c portal.Change) error {
	var page []byte
	err := o.Store.Preview(r.Context(), c, func(at *store.Store) error {
		path, err := o.seenAt(r.Context(), at, c.Kind, c.After)
		if err != nil {
			return err
		}
		if path == "" {
			return portal.ErrNotFound
		}
		var ok bool
		if page, ok = o.Public(previewing(r.Context(), path), at, path); !ok {
			return portal.ErrNotFound
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.Header().Set("X-Robots-Tag", "noindex")
	return respond.Rendered(w, r, page)
}

// previewing marks the page at a path as one that is not public, and as nobody's in particular.
func previewing(ctx context.Context, path string) context.Context {
	ambient := view.AmbientFrom(ctx)
	ambient.Path, ambient.Staff, ambient.Preview = path, view.Person{}, true
	return view.WithAmbient(ctx, ambient)
}

// seenAt is the public page on which a state of a record is told of, empty where there is none.
func (o Office) seenAt(ctx context.Context, at *store.Store, kind portal.Kind, s portal.Snapshot) (string, error) {
	d, err := o.deskOf(kind)
	if err != nil || s.Empty() {
		return "", err
	}
	if path := d.seen(ctx, s); path != "" {
		return path, nil
	}
	for _, column := range above {
		for _, id := range numbersIn(s.Fields[column]) {
			parent, _, err := at.Live(ctx, references[column], id)
			if err != nil {
				return "", err
			}
			if path, err := o.seenAt(ctx, at, references[column], parent); path != "" || err != nil {
				return path, err
			}
		}
	}
	return listed(i18n.From(ctx), kind), nil
}

// listed is the public list in which records stand that belong to no other.
func listed(l i18n.Lang, kind portal.Kind) string {
	switch kind {
	case portal.KindApproval:
		return view.Approvals.In(l)
	case portal.KindOpportunity:
		return view.Opportunities.In(l)
	case portal.KindVenue:
		return view.Venues.In(l)
	}
	return ""
}

// seen is the address of the public page of a state of a record, empty where it has none of its own.
func (d counter) seen(ctx context.Context, s portal.Snapshot) string {
	record, err := d.records.Record(s)
	if err != nil || d.public == nil {
		return ""
	}
	return d.public(ctx, record)
}

// previewable tells whether records of the desk are told of on public pages.
func (d counter) previewable() bool { return !slices.Contains(unseen, d.kind()) }

// showPreview shows what was typed as the public would see it, or the form again with what stands in the way.
func (d counter) showPreview(w http.ResponseWriter, r *http.Request, c portal.Change, answers sheet) error {
	err := d.office.preview(w, r, c)
	switch {
	case errors.Is(err, portal.ErrConflict):
		return d.conflicted(w, r, c)
	case portal.AsInvalid(err) != nil:
		return d.refuse(w, r, c, answers, err)
	}
	return err
}
