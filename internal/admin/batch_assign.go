package admin

import (
	"context"
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// batchAssigning offers those who may look after a set of changes that waits; nil where the reader may not say who does.
func (o Office) batchAssigning(ctx context.Context, b portal.Batch) (*view.AssignForm, error) {
	if !b.MayAssign(actor(ctx)) {
		return nil, nil
	}
	people, err := o.Store.Staff(ctx)
	form := assigningTo(ctx, people, b.AssigneeID, b.MayLookAfter)
	form.Action = batchAt(i18n.From(ctx), b.ID, "assign")
	return form, err
}

// assignBatch gives a set of changes to somebody to look after.
func (o Office) assignBatch(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	to, err := posted(r, "to")
	if err == nil {
		err = o.Store.AssignBatch(r.Context(), actor(r.Context()), id, to)
	}
	if portal.AsInvalid(err) != nil {
		return o.showBatch(w, r, http.StatusUnprocessableEntity, id, view.Decision{Problems: problemLinks(i18n.From(r.Context()), portal.AsInvalid(err))})
	}
	if err != nil {
		return err
	}
	return batchSaid(w, r, id, "assigned")
}
