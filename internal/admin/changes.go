package admin

import (
	"context"
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
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
		case c.MayDecide(actor(ctx)), c.Allows(portal.DoReview, actor(ctx)) == nil:
			do = l.T("tasks.review")
		case c.MayEdit(actor(ctx)) && c.Op == portal.OpSave:
			do, url = l.T("tasks.go_on"), url+"/edit"
		}
		items[i] = view.QueueItem{
			Tag: changeTag(l, c), Title: l.T("review.title", l.T("kind."+string(c.Kind)), c.Title), URL: url,
			Why: why(l, c), Do: do,
		}
	}
	return items
}

// why says where a change comes from, and what its reviewer or author last said.
func why(l i18n.Lang, c portal.Change) string {
	s := origin(l, c)
	if c.Assignee != "" && c.State == portal.Submitted {
		s += " " + l.T("review.assigned", c.Assignee)
	}
	switch {
	case c.State == portal.Scheduled:
		return s + " " + scheduled(l, c)
	case c.Unreviewed():
		return s + " " + l.T("urgent.why", c.Urgent)
	case c.State == portal.Submitted && c.Held != "":
		return s + " " + l.T("review.held."+c.Held)
	case c.State == portal.Returned && c.Note != "":
		return s + " " + l.T("review.noted", c.Reviewer, c.Note)
	case c.Reason != "":
		return s + " " + l.T("tasks.reason", c.Reason)
	}
	return s
}

// changes is the queue of reviews: what was handed in or decided, narrowed as the address says. What waits is shown first.
func (o Office) changes(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	page := asked(q)
	asked := queueAsked(q, actor(ctx), o.Now())
	filter := asked.filter
	filter.Number, filter.Size = page.Number, page.Size
	found, total, err := o.Store.Changes(ctx, filter)
	if err != nil {
		return err
	}
	counts, err := o.Store.ChangeCounts(ctx, filter)
	if err != nil {
		return err
	}
	form, err := o.queueForm(ctx, asked)
	if err != nil {
		return err
	}
	list := view.ChangesPage{
		States: queueStates(l, asked, counts), Filter: form, Queue: view.Queue{Items: o.queue(ctx, found)}, Pages: pages(l, q, page, total),
	}
	if total == 0 {
		list.Pages.Summary = ""
		list.Nothing = view.NothingFound{Title: l.T("changes.nothing"), Text: l.T("changes.nothing_why")}
		if asked.narrowed() {
			list.Nothing.Clear = view.Link{Label: l.T("desk.all"), URL: view.Admin(l, "changes") + "?state=" + everyState}
		}
	}
	return o.page(w, r, http.StatusOK, "changes", view.AdminPage{Title: l.T("admin.changes")}, view.ChangesView(list))
}
