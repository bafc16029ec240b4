package admin

import (
	"context"

	"kotakembar/internal/auth"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// rail lists the sections of the work area in groups: the day's work, the records, what watches over them, what administrators keep
// running, and what is one's own.
func (o Office) rail(ctx context.Context, section string) ([]view.RailGroup, error) {
	l := i18n.From(ctx)
	counts, waiting, err := o.Store.Counts(ctx, actor(ctx).ID)
	if err != nil {
		return nil, err
	}
	letters, err := o.Store.LetterCounts(ctx, store.LetterFilter{})
	if err != nil {
		return nil, err
	}
	own, err := o.Store.OwnTasks(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	item := func(route string) view.RailItem {
		return view.RailItem{Label: l.T("admin." + route), URL: view.Admin(l, route), Current: section == route}
	}
	counted := func(route string, n int) view.RailItem {
		one := item(route)
		one.Count = l.Number(int64(n))
		return one
	}
	work := view.RailGroup{Name: l.T("admin.rail.work"), Items: []view.RailItem{
		{Label: l.T("admin.tasks"), URL: view.Admin(l), Current: section == "tasks", Count: l.Number(int64(own)), Counted: l.T("tasks.counted")},
		counted("changes", waiting), item(batchesRoute), item(importsRoute),
		counted(lettersRoute, letters[portal.LetterReceived]+letters[portal.LetterReviewing]),
	}}
	records := view.RailGroup{Name: l.T("admin.rail.records")}
	for _, d := range o.desks() {
		records.Items = append(records.Items, view.RailItem{
			Label: l.T("kinds." + string(d.kind())), URL: view.Admin(l, d.path()),
			Count: l.Number(int64(counts[d.kind()])), Current: section == d.path(),
		})
	}
	watch := view.RailGroup{Name: l.T("admin.rail.watch"), Items: []view.RailItem{
		item(reportsRoute), item(questionnairesRoute), item(translationsRoute), item(linksRoute), item(filesRoute),
	}}
	groups := []view.RailGroup{work, records, watch}
	if actor, _ := auth.Actor(ctx); actor.Role.Includes(portal.Administrator) {
		groups = append(groups, view.RailGroup{Name: l.T("admin.rail.system"), Items: []view.RailItem{
			item("staff"), item(jobsRoute), item(outboxRoute), item(auditRoute),
		}})
	}
	return append(groups, view.RailGroup{Name: l.T("admin.rail.own"), Items: []view.RailItem{
		item(noticesRoute), item(securityRoute), item("password"),
	}}), nil
}
