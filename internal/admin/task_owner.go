package admin

import (
	"context"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// ownedByMe is what an address says for the reader's own tasks; other people are named by their numbers.
const ownedByMe = "mine"

// tasksOf is whose tasks the page shows: the reader's own, those of one other person, or everybody's, where no one is named.
type tasksOf struct {
	staffID int64 // 0 = everybody's
	mine    bool
}

func tasksAsked(q url.Values, me portal.Actor) tasksOf {
	switch id := named(q, "owner"); {
	case q.Get("owner") == ownedByMe, id == me.ID:
		return tasksOf{staffID: me.ID, mine: true}
	case id > 0:
		return tasksOf{staffID: id}
	}
	return tasksOf{}
}

// everybody tells whether nobody is named, so that the register's own tasks, which are nobody's, are shown, too.
func (t tasksOf) everybody() bool { return t.staffID == 0 }

// ownerChips choose between everybody's tasks and the reader's own, with how many those are, as the rail says, too.
func ownerChips(l i18n.Lang, of tasksOf, own int) []view.Chip {
	return []view.Chip{
		{Label: l.T("tasks.owner.all"), URL: view.Admin(l), Current: of.everybody()},
		{Label: l.T("tasks.owner.mine"), Count: l.Number(int64(own)), URL: view.Admin(l) + "?owner=" + ownedByMe, Current: of.mine},
	}
}

// ownerForm chooses whose tasks are shown, of everybody who works here.
func (o Office) ownerForm(ctx context.Context, q url.Values, of tasksOf) (view.FilterForm, error) {
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return view.FilterForm{}, err
	}
	l, me := i18n.From(ctx), actor(ctx)
	owner := view.Select{Name: "owner", Label: l.T("tasks.owner"), Chosen: !of.everybody(), Options: []view.Option{
		{Label: l.T("tasks.owner.all"), Current: of.everybody()},
		{Value: ownedByMe, Label: l.T("tasks.owner.mine"), Current: of.mine},
	}}
	for _, p := range people {
		if p.ID != me.ID && (!p.Disabled || p.ID == of.staffID) {
			owner.Options = append(owner.Options, view.Option{Value: strconv.FormatInt(p.ID, 10), Label: p.Name, Current: p.ID == of.staffID})
		}
	}
	form := view.FilterForm{Action: view.Admin(l), Open: []view.Select{owner}}
	if kind := portal.TaskKind(q.Get("kind")); slices.Contains(portal.TaskKinds, kind) {
		form.Kept = []view.Option{{Value: "kind", Label: string(kind)}}
	}
	return form, nil
}
