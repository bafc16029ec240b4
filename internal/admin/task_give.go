package admin

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// giving offers those to whom the reader may give tasks of the register.
func (o Office) giving(ctx context.Context, action string) (*view.AssignForm, error) {
	l, me := i18n.From(ctx), actor(ctx)
	people, err := o.Store.Staff(ctx)
	to := view.Select{Name: "to", Label: l.T("tasks.give"), Options: []view.Option{{Value: "0", Label: l.T("tasks.give_nobody")}}}
	for _, p := range people {
		if !portal.MayKeepTask(me, p) {
			continue
		}
		option := view.Option{Value: numberOr(p.ID), Label: p.Name}
		if p.ID == me.ID {
			option.Label, option.Current = l.T("tasks.give_me"), true
		}
		to.Options = append(to.Options, option)
	}
	return &view.AssignForm{Action: action, People: to}, err
}

// offerGiving sets the lists of tasks that can be given to somebody apart from the others, with the form that gives them.
func (o Office) offerGiving(ctx context.Context, q url.Values, page *view.TasksPage, all []worklist) (err error) {
	i := slices.IndexFunc(all, func(list worklist) bool { return list.kind.Rank() > 0 })
	if i < 0 {
		return nil
	}
	page.Queues, page.Register = page.Queues[:i], page.Queues[i:]
	for _, name := range []string{"owner", "kind"} {
		if value := q.Get(name); value != "" {
			page.Kept = append(page.Kept, view.Hidden{Name: name, Value: value})
		}
	}
	page.Give, err = o.giving(ctx, view.Admin(i18n.From(ctx), "tasks", "give"))
	return err
}

// giveTasks gives the tasks that are ticked to one person. Those that are done by now, or that the reader may not move, stay as they are.
func (o Office) giveTasks(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	to, err := posted(r, "to")
	if err != nil {
		return err
	}
	ticked := map[portal.TaskName]bool{}
	for _, written := range r.PostForm["task"] {
		if name, ok := portal.ParseTaskName(written); ok {
			ticked[name] = true
		}
	}
	moved, err := o.give(ctx, to, func(t portal.Task) bool { return ticked[t.Name()] })
	said := "tasks_given"
	switch {
	case cannotBeGiven(err), err == nil && moved == 0:
		said = "tasks_not_given"
	case err != nil:
		return err
	case moved < len(ticked):
		said = "tasks_some_given"
	}
	back := url.Values{"saved": {said}}
	for _, name := range []string{"owner", "kind"} {
		if value := r.PostForm.Get(name); value != "" {
			back.Set(name, value)
		}
	}
	return respond.SeeOther(w, r, view.Admin(l)+"?"+back.Encode())
}

// give gives those tasks of the register to a person that are among some, and returns how many have moved.
func (o Office) give(ctx context.Context, to int64, among func(portal.Task) bool) (int, error) {
	held, err := o.Store.Holdings(ctx)
	if err != nil {
		return 0, err
	}
	var tasks []portal.Task
	for _, t := range portal.Tasks(held, o.Now()) {
		if among(t) {
			tasks = append(tasks, t)
		}
	}
	return o.Store.GiveTasks(ctx, actor(ctx), tasks, to)
}
