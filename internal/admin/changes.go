package admin

import (
	"context"
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// queue shows changes as things to do.
func (o Office) queue(ctx context.Context, changes []portal.Change) ([]view.QueueItem, error) {
	l := i18n.From(ctx)
	records := make([]store.Named, len(changes))
	for i, c := range changes {
		records[i] = recordOf(c)
	}
	marks, err := o.marks(ctx, records)
	if err != nil {
		return nil, err
	}
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
			Marks: changeMarks(l, c, marks[records[i]]), Title: changeTitle(l, c), URL: url,
			Why: why(l, c), Do: do,
		}
	}
	return items, nil
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
	items, err := o.queue(ctx, found)
	if err != nil {
		return err
	}
	list := view.ChangesPage{
		States: queueStates(l, asked, counts), Filter: form, Queue: view.Queue{Items: items}, Pages: pages(l, q, page, total),
		Notice: saved(l, q.Get("saved")),
	}
	if list.Assign, err = o.assignTicked(ctx, found, items); err != nil {
		return err
	}
	if list.Hidden, err = o.hiddenLines(ctx); err != nil {
		return err
	}
	if total == 0 {
		list.Pages.Summary = ""
		list.Nothing = view.NothingFound{Title: l.T("changes.nothing"), Text: l.T("changes.nothing_why")}
		if asked.narrowed() {
			list.Nothing.Clear = view.Link{Label: l.T("desk.all"), URL: view.Admin(l, "changes") + "?state=" + everyState}
		}
	}
	head := view.AdminPage{Title: l.T("admin.changes"), Files: outward(l, "changes", q)}
	return o.page(w, r, http.StatusOK, "changes", head, view.ChangesView(list))
}

// assignTicked lets a reviewer tick what can be assigned and give it to one person; nil where nothing can be.
func (o Office) assignTicked(ctx context.Context, changes []portal.Change, items []view.QueueItem) (*view.AssignForm, error) {
	l, any := i18n.From(ctx), false
	for i, c := range changes {
		if c.MayAssign(actor(ctx)) {
			any, items[i].Pick = true, view.Hidden{Name: l.T("bulk.pick", items[i].Title), Value: numberOr(c.ID)}
		}
	}
	if !any {
		return nil, nil
	}
	people, err := o.Store.Staff(ctx)
	// what a reviewer may be given in general is what any waiting change of nobody's would be
	form := assigning(ctx, portal.Change{State: portal.Submitted}, people)
	form.Action = view.Admin(l, "changes", "assign")
	return form, err
}
