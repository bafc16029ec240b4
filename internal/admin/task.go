package admin

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// worklist is the tasks of one kind, the most urgent first. There may be more of them than are read.
type worklist struct {
	kind    portal.TaskKind
	urgency portal.Urgency // of the first
	items   []view.QueueItem
	total   int
}

// mostItems is how many changes are read for the page of tasks; the list of changes has the others.
const mostItems = 100

// fewItems is how many tasks of one kind the page shows before the reader asks for that kind.
const fewItems = 5

// tasks is the first page after sign-in: all that needs a person, with why, since when, and one thing to do.
func (o Office) tasks(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	of := tasksAsked(q, actor(ctx))
	all, err := o.worklists(ctx, of)
	if err != nil {
		return err
	}
	owner, whose, err := o.ownerForm(ctx, q, of)
	if err != nil {
		return err
	}
	own, err := o.Store.OwnTasks(ctx, actor(ctx))
	if err != nil {
		return err
	}
	total := 0
	for _, list := range all {
		total += list.total
	}
	page := view.TasksPage{
		Notice: saved(l, q.Get("saved")), Password: o.passwordEnds(r), Owner: owner, Kinds: taskChips(l, q, all, total),
	}
	if only := ofKind(all, q); len(only) == 1 {
		all = only
		page.Queues, page.Pages = o.wholeList(l, q, all[0])
	} else {
		page.Queues = shortLists(l, q, all)
	}
	if err := o.offerGiving(ctx, q, &page, all); err != nil {
		return err
	}
	title, lead := taskTitle(l, of, whose, own, total)
	return o.page(w, r, http.StatusOK, "tasks", view.AdminPage{
		Title: title, Lead: lead, Action: view.Link{Label: l.T("tasks.new"), URL: view.Admin(l, "activities", "new")}, Files: outward(l, "tasks", q),
	}, view.TasksView(page))
}

// ofKind is the list of the kind that an address asks for, all of them where there is none such.
func ofKind(all []worklist, q url.Values) []worklist {
	i := slices.IndexFunc(all, func(list worklist) bool { return string(list.kind) == q.Get("kind") })
	if i < 0 {
		return all
	}
	return all[i : i+1]
}

// worklists are the tasks that wait, kind by kind: those for which somebody waits first, then the register's own. The reader's own are
// those that wait for nobody else.
func (o Office) worklists(ctx context.Context, of tasksOf) (all []worklist, err error) {
	add := func(list worklist, err error) error {
		if err == nil && list.total > 0 {
			all = append(all, list)
		}
		return err
	}
	if actor(ctx).Role.Reviews() {
		if err := add(o.toReview(ctx, of)); err != nil {
			return nil, err
		}
	}
	if err := add(o.openChanges(ctx, of)); err != nil {
		return nil, err
	}
	if err := add(o.openLetters(ctx, of)); err != nil {
		return nil, err
	}
	if of.everybody() {
		if err := add(o.brokenFiles(ctx)); err != nil {
			return nil, err
		}
		waiting, err := o.Store.TasksWaiting(ctx, actor(ctx))
		if err != nil {
			return nil, err
		}
		for i := range all { // of which only the first are read
			all[i].total = max(waiting[all[i].kind], len(all[i].items))
		}
	}
	register, err := o.registerTasks(ctx, of)
	if err != nil {
		return nil, err
	}
	all = append(all, register...)
	portal.Sort(all, func(a, b worklist) int {
		return cmp.Or(a.kind.Rank()-b.kind.Rank(), cmp.Compare(a.urgency, b.urgency), slices.Index(portal.TaskKinds, a.kind)-slices.Index(portal.TaskKinds, b.kind))
	})
	return all, nil
}

// toReview are the changes of others that the reader may decide on, or review afterwards, the oldest first; a set of changes is one task.
// What another reviewer looks after is not the reader's own, and what nobody looks after is nobody else's.
func (o Office) toReview(ctx context.Context, of tasksOf) (list worklist, err error) {
	l, me := i18n.From(ctx), actor(ctx)
	filter := store.ChangeFilter{States: []portal.State{portal.Submitted, portal.Unreviewed}, Single: true, Oldest: true, Viewer: me.ID, Number: 1, Size: of.atMost()}
	switch {
	case of.mine:
		filter.OpenTo = me.ID
	case !of.everybody():
		filter.AssigneeID = of.staffID
	}
	if !me.Solo {
		filter.NotBy = me.ID
	}
	changes, total, err := o.Store.Changes(ctx, filter)
	if err != nil {
		return list, err
	}
	batches, err := o.Store.BatchesFor(ctx, me)
	if err != nil {
		return list, err
	}
	batches = slices.DeleteFunc(batches, func(b portal.Batch) bool {
		return of.mine && b.AssigneeID != 0 && b.AssigneeID != me.ID || !of.mine && !of.everybody() && b.AssigneeID != of.staffID
	})
	list = worklist{kind: portal.TaskReview, urgency: portal.Open, total: total + len(batches)}
	for _, b := range batches {
		item := batchItem(ctx, b)
		item.Tag = o.waited(l, b.SeenAt, &list)
		list.items = append(list.items, item)
	}
	items, err := o.queue(ctx, changes)
	if err != nil {
		return list, err
	}
	for i, c := range changes {
		items[i].Tag = o.waited(l, c.SubmittedAt, &list)
	}
	list.items = append(list.items, items...)
	return list, nil
}

// waited tells how long something has waited for a decision, and makes its list as urgent as that is.
func (o Office) waited(l i18n.Lang, since time.Time, list *worklist) view.TagValue {
	days := portal.DaysBetween(since, o.Now())
	urgency := portal.Waiting(days)
	list.urgency = min(list.urgency, urgency)
	return view.TagValue{Word: portal.Days(days).In(l), Tone: urgencyTone(urgency)}
}

func urgencyTone(u portal.Urgency) view.Tone {
	return map[portal.Urgency]view.Tone{portal.Overdue: view.ToneAlert, portal.Soon: view.ToneWarn}[u]
}

// openChanges are the drafts of a person and what came back to them: the reader's own, unless somebody else is asked for, of whom the
// reader sees what they may.
func (o Office) openChanges(ctx context.Context, of tasksOf) (worklist, error) {
	me := actor(ctx).ID
	changes, total, err := o.Store.Changes(ctx, store.ChangeFilter{
		AuthorID: cmp.Or(of.staffID, me), Viewer: me, States: []portal.State{portal.Draft, portal.Returned}, Number: 1, Size: of.atMost(),
	})
	list := worklist{kind: portal.TaskMine, urgency: portal.Open, total: total}
	portal.Sort(changes, func(a, b portal.Change) int { return cmp.Compare(b.State, a.State) }) // what came back comes first
	if len(changes) > 0 && changes[0].State == portal.Returned {
		list.urgency = portal.Soon
	}
	if err == nil {
		list.items, err = o.queue(ctx, changes)
	}
	if err != nil {
		return list, err
	}
	left, err := o.leftWork(ctx, of.staffID)
	if left != nil {
		list.items, list.total = append([]view.QueueItem{*left}, list.items...), list.total+1
	}
	return list, err
}

// openLetters are the letters that a person keeps, and unless a person is named, those that the reader keeps or nobody has taken up.
func (o Office) openLetters(ctx context.Context, of tasksOf) (worklist, error) {
	letters, err := o.Store.LettersFor(ctx, cmp.Or(of.staffID, actor(ctx).ID))
	if err != nil {
		return worklist{}, err
	}
	if !of.everybody() {
		letters = slices.DeleteFunc(letters, func(one portal.Letter) bool { return one.KeeperID != of.staffID })
	}
	items, err := o.letterQueue(ctx, letters)
	return worklist{kind: portal.TaskLetter, urgency: portal.Soon, items: items, total: len(items)}, err
}

// registerTasks are what the register itself needs: all of it, or what was given to the person who is asked for.
func (o Office) registerTasks(ctx context.Context, of tasksOf) (all []worklist, err error) {
	keepers, err := o.Store.TaskKeepers(ctx)
	if err != nil || len(keepers) == 0 && !of.everybody() {
		return nil, err
	}
	held, err := o.Store.Holdings(ctx)
	if err != nil {
		return nil, err
	}
	l := i18n.From(ctx)
	names := map[int64]string{}
	for _, t := range held.Ties {
		names[t.City.ID] = t.City.Name.In(l)
	}
	for _, t := range portal.Tasks(held, o.Now()) {
		keeper := keepers[t.Name()]
		if !of.everybody() && keeper.ID != of.staffID {
			continue
		}
		i := slices.IndexFunc(all, func(list worklist) bool { return list.kind == t.Kind })
		if i < 0 {
			i, all = len(all), append(all, worklist{kind: t.Kind, urgency: t.Urgency})
		}
		item, err := o.taskItem(l, t, names[t.CityID])
		if err != nil {
			return nil, err
		}
		item.As, item.Pick = "task", view.Hidden{Name: l.T("bulk.pick", item.Title), Value: t.Name().String()}
		if keeper.ID != 0 {
			item.Why += " " + l.T("tasks.kept", keeper.Name)
		}
		all[i].items, all[i].total = append(all[i].items, item), all[i].total+1
	}
	return all, nil
}

// taskItem shows a task of the register.
func (o Office) taskItem(l i18n.Lang, t portal.Task, city string) (view.QueueItem, error) {
	desk, err := o.deskOf(t.Record.Kind)
	if err != nil {
		return view.QueueItem{}, err
	}
	item := view.QueueItem{
		Tag: view.TagValue{Word: t.Tag.In(l), Tone: urgencyTone(t.Urgency)}, Title: t.Title.In(l), Why: t.Why.In(l), Do: l.T("tasks.do." + string(t.Kind)),
		URL: view.Admin(l, desk.path(), strconv.FormatInt(t.Record.ID, 10)),
	}
	if t.Record.Kind != portal.KindCity && city != item.Title {
		item.Title = joined(city, item.Title)
	}
	if t.Kind == portal.TaskExpiry {
		item.URL = dossierLink(l, t.Record.ID)
	}
	if t.Kind == portal.TaskLink {
		item.URL = linkAt(l, t.Record.ID)
	}
	if t.Kind == portal.TaskSilence {
		item.URL = view.Admin(l, "activities", "new") + "?" + url.Values{"city": {strconv.FormatInt(t.Record.ID, 10)}}.Encode()
	}
	return item, nil
}

// shortLists shows the first tasks of every kind, with the way to the others.
func shortLists(l i18n.Lang, q url.Values, all []worklist) (queues []view.Queue) {
	for _, list := range all {
		queue := view.Queue{Title: l.T("tasks.kind." + string(list.kind)), Lead: taskLead(l, list.kind), Items: list.items}
		if more := list.total - fewItems; more > 0 {
			queue.Items = list.items[:fewItems]
			queue.More = view.Link{Label: l.T("tasks.more", more), URL: taskQuery(l, q, "kind", string(list.kind))}
		}
		queues = append(queues, queue)
	}
	return queues
}

// wholeList shows the tasks of one kind, page by page.
func (o Office) wholeList(l i18n.Lang, q url.Values, list worklist) ([]view.Queue, view.Pages) {
	page := asked(q)
	first := min((page.Number-1)*page.Size, len(list.items))
	last := min(first+page.Size, len(list.items))
	queue := view.Queue{Title: l.T("tasks.kind." + string(list.kind)), Lead: taskLead(l, list.kind), Items: list.items[first:last]}
	if list.total > len(list.items) {
		queue.More = allOf(l, list.kind)
	}
	return []view.Queue{queue}, pages(l, q, page, len(list.items))
}

// allOf leads to the list that has those of a kind, too, that are not read for the page of tasks.
func allOf(l i18n.Lang, kind portal.TaskKind) view.Link {
	switch kind {
	case portal.TaskLetter:
		return view.Link{Label: l.T("tasks.all_letters"), URL: view.Admin(l, "letters")}
	case portal.TaskFile:
		return view.Link{Label: l.T("tasks.all_files"), URL: view.Admin(l, filesRoute)}
	}
	return view.Link{Label: l.T("tasks.all_changes"), URL: view.Admin(l, "changes")}
}

// taskLead says what a kind of tasks is, where its name alone does not.
func taskLead(l i18n.Lang, kind portal.TaskKind) string {
	if key := "tasks.lead." + string(kind); i18n.Has(key) {
		return l.T(key)
	}
	return ""
}

// taskChips choose a kind of tasks, each with how many there are.
func taskChips(l i18n.Lang, q url.Values, all []worklist, total int) []view.Chip {
	kind := q.Get("kind")
	chips := []view.Chip{{Label: l.T("tasks.owner.kinds"), Count: l.Number(int64(total)), URL: taskQuery(l, q, "kind", ""), Current: true}}
	for _, list := range all {
		current := string(list.kind) == kind
		chips[0].Current = chips[0].Current && !current
		chips = append(chips, view.Chip{
			Label: l.T("tasks.kind." + string(list.kind)), Count: l.Number(int64(list.total)), Current: current,
			URL: taskQuery(l, q, "kind", string(list.kind)),
		})
	}
	return chips
}

// taskQuery is the address of the page with one of its filters set anew.
func taskQuery(l i18n.Lang, q url.Values, name, value string) string {
	next := url.Values{}
	if owner := q.Get("owner"); owner != "" {
		next.Set("owner", owner)
	}
	if value != "" {
		next.Set(name, value)
	}
	if len(next) == 0 {
		return view.Admin(l)
	}
	return view.Admin(l) + "?" + next.Encode()
}
