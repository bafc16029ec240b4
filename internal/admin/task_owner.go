package admin

import (
	"context"
	"math"
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
	all     bool // for a file, which has room for every change
}

// atMost is how many changes are read.
func (t tasksOf) atMost() int {
	if t.all {
		return math.MaxInt32
	}
	return mostItems
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

// taskTitle says how many tasks wait for the person that the page is about, and beside the reader's own how many there are for others; the
// rail counts the reader's own, too.
func taskTitle(l i18n.Lang, of tasksOf, whose string, own, total int) (title, lead string) {
	count := func(key string, n int, args ...any) string {
		switch n {
		case 0:
			return l.T(key+".none", args...)
		case 1:
			key += ".one"
		}
		return l.T(key, append([]any{l.Number(int64(n))}, args...)...)
	}
	switch {
	case of.mine:
		return count("tasks.mine", total), ""
	case !of.everybody():
		return count("tasks.of", total, whose), ""
	}
	if rest := total - own; rest > 0 {
		lead = count("tasks.rest", rest)
	}
	return count("tasks.mine", own), lead
}

// ownerForm chooses whose tasks are shown, of everybody who works here; whose is the name of who is chosen.
func (o Office) ownerForm(ctx context.Context, q url.Values, of tasksOf) (f view.FilterForm, whose string, err error) {
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return f, "", err
	}
	l, me := i18n.From(ctx), actor(ctx)
	owner := view.Select{Name: "owner", Label: l.T("tasks.owner"), Chosen: !of.everybody(), Options: []view.Option{
		{Label: l.T("tasks.owner.all"), Current: of.everybody()},
		{Value: ownedByMe, Label: l.T("tasks.owner.mine"), Current: of.mine},
	}}
	for _, p := range people {
		if p.ID == of.staffID {
			whose = p.Name
		}
		if p.ID != me.ID && (!p.Disabled || p.ID == of.staffID) {
			owner.Options = append(owner.Options, view.Option{Value: strconv.FormatInt(p.ID, 10), Label: p.Name, Current: p.ID == of.staffID})
		}
	}
	f = view.FilterForm{Action: view.Admin(l), Open: []view.Select{owner}}
	if kind := portal.TaskKind(q.Get("kind")); slices.Contains(portal.TaskKinds, kind) {
		f.Kept = []view.Option{{Value: "kind", Label: string(kind)}}
	}
	return f, whose, nil
}
