package admin

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// assigningPicked is what a list does with the records that were picked, where it does not change them.
const assigningPicked = "assign"

// showBulkAssign asks to whom what waits of the records that were picked is to be given: their tasks, and the changes of them that wait
// for a decision.
func (d counter) showBulkAssign(w http.ResponseWriter, r *http.Request, v url.Values) error {
	ctx := r.Context()
	l, ids := i18n.From(ctx), picked(v)
	titles, err := d.office.Store.Titles(ctx, l, d.kind(), ids)
	if err != nil {
		return err
	}
	page := view.BulkPage{Records: slices.Sorted(maps.Values(titles))}
	if page.Assign, err = d.office.giving(ctx, view.Admin(l, d.route, "bulk")); err != nil {
		return err
	}
	page.Picked = []view.Hidden{{Name: "do", Value: assigningPicked}}
	for _, id := range ids {
		page.Picked = append(page.Picked, view.Hidden{Name: "record", Value: strconv.FormatInt(id, 10)})
	}
	head := d.bulkHead(l, l.T("bulk.assign_title", len(titles)))
	head.Lead = l.T("bulk.assign_lead")
	return d.office.page(w, r, http.StatusOK, d.route, head, view.BulkView(page))
}

// assignPicked gives what waits of the records that were picked to one person, as far as it may be given to them.
func (d counter) assignPicked(w http.ResponseWriter, r *http.Request) error {
	ctx, ids := r.Context(), picked(r.PostForm)
	to, err := posted(r, "to")
	if err != nil {
		return err
	}
	moved, err := d.office.give(ctx, to, func(t portal.Task) bool {
		return t.Record.Kind == d.kind() && slices.Contains(ids, t.Record.ID)
	})
	if err != nil && !cannotBeGiven(err) {
		return err
	}
	if actor(ctx).Role.Reviews() {
		assigned, err := d.assignWaiting(ctx, ids, to)
		if err != nil {
			return err
		}
		moved += assigned
	}
	said := "records_assigned"
	if moved == 0 {
		said = "records_not_assigned"
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), d.route)+"?saved="+said)
}

// assignWaiting gives the changes of some records that wait for a decision to a reviewer, and returns how many it could give.
func (d counter) assignWaiting(ctx context.Context, ids []int64, to int64) (assigned int, err error) {
	waiting, _, err := d.office.Store.Changes(ctx, store.ChangeFilter{
		Kind: d.kind(), RecordIDs: ids, States: []portal.State{portal.Submitted}, Viewer: actor(ctx).ID, Number: 1, Size: mostAssigned,
	})
	if err != nil {
		return 0, err
	}
	for _, c := range waiting {
		if c.AssigneeID == to {
			continue
		}
		switch err := d.office.Store.Assign(ctx, actor(ctx), c.ID, to); {
		case err == nil:
			assigned++
		case !cannotBeGiven(err):
			return assigned, err
		}
	}
	return assigned, nil
}
