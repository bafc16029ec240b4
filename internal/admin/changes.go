package admin

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// queue shows changes as things to do.
func (o Office) queue(ctx context.Context, changes []portal.Change) []view.QueueItem {
	l := i18n.From(ctx)
	items := make([]view.QueueItem, len(changes))
	for i, c := range changes {
		do := l.T("tasks.see")
		url := view.Admin(l, "changes", strconv.FormatInt(c.ID, 10))
		switch {
		case c.MayDecide(actor(ctx)):
			do = l.T("tasks.review")
		case c.MayEdit(actor(ctx)) && c.Op == portal.OpSave:
			do, url = l.T("tasks.go_on"), url+"/edit"
		}
		items[i] = view.QueueItem{
			Tag: stateTag(l, c.State), Title: l.T("review.title", l.T("kind."+string(c.Kind)), c.Title), URL: url,
			Why: why(l, c), Do: do,
		}
	}
	return items
}

// why says where a change comes from, and what its reviewer or author last said.
func why(l i18n.Lang, c portal.Change) string {
	s := origin(l, c)
	switch {
	case c.State == portal.Returned && c.Note != "":
		return s + " " + l.T("review.noted", c.Reviewer, c.Note)
	case c.Reason != "":
		return s + " " + l.T("tasks.reason", c.Reason)
	}
	return s
}

// changes lists the changes that were handed in or decided, newest first.
func (o Office) changes(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	page := asked(r.URL.Query())
	state := portal.State(r.URL.Query().Get("state"))
	filter := store.ChangeFilter{States: []portal.State{state}, Number: page.Number, Size: page.Size}
	if !slices.Contains(handedIn, state) {
		state, filter.States = "", handedIn
	}
	found, total, err := o.Store.Changes(ctx, filter)
	if err != nil {
		return err
	}
	chips := []view.Chip{{Label: l.T("changes.all"), URL: view.Admin(l, "changes"), Current: state == ""}}
	for _, s := range handedIn {
		chips = append(chips, view.Chip{
			Label: l.T("choice.state." + string(s)), URL: view.Admin(l, "changes") + "?state=" + string(s), Current: s == state,
		})
	}
	return o.page(w, r, http.StatusOK, "changes", view.AdminPage{Title: l.T("admin.changes")},
		view.ChangesView(chips, view.Queue{Empty: l.T("changes.none"), Items: o.queue(ctx, found)}, pages(l, r.URL.Query(), page, total)))
}

// handedIn are the states of changes that others than the author see.
var handedIn = []portal.State{portal.Submitted, portal.Returned, portal.Applied, portal.Rejected, portal.Withdrawn}
