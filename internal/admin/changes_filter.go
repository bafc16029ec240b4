package admin

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// handedIn are the states of changes that others than the author see.
var handedIn = []portal.State{portal.Submitted, portal.Returned, portal.Scheduled, portal.Applied, portal.Rejected, portal.Withdrawn}

// asStates are what the queue can be asked for beside all of them: drafts, which are the reader's own and those that others share with
// them, and a mark beside the states.
var asStates = append([]portal.State{portal.Unreviewed, portal.Draft}, handedIn...)

// everyState is what an address says for all of them.
const everyState = "all"

// Words of addresses for whom a change is assigned to, beside numbers of people.
const (
	assignedToMe     = "me"
	assignedToNobody = "none"
)

// ages are how many days a change may have waited, as the queue can be asked.
var ages = []int{3, 7, 30}

// asking is how the queue is narrowed, as understood; what cannot be understood narrows nothing.
type asking struct {
	filter   store.ChangeFilter
	state    string
	assignee string
	age      int
	words    string
}

func queueAsked(q url.Values, me portal.Actor, now time.Time) (a asking) {
	a.state, a.words, a.assignee = q.Get("state"), q.Get("q"), q.Get("assignee")
	a.filter = store.ChangeFilter{Viewer: me.ID, CityID: named(q, "city"), AuthorID: named(q, "author"), Words: a.words, Oldest: q.Get("sort") == "oldest"}
	switch state := portal.State(a.state); {
	case slices.Contains(asStates, state):
		a.filter.States = []portal.State{state}
	case a.state == everyState:
		a.filter.States = handedIn
	default:
		a.state, a.filter.States = string(portal.Submitted), []portal.State{portal.Submitted}
	}
	if kind := portal.Kind(q.Get("kind")); slices.Contains(portal.Kinds, kind) {
		a.filter.Kind = kind
	}
	switch id := named(q, "assignee"); {
	case a.assignee == assignedToMe:
		a.filter.AssigneeID = me.ID
	case a.assignee == assignedToNobody:
		a.filter.Unassigned = true
	case id > 0:
		a.filter.AssigneeID = id
	default:
		a.assignee = ""
	}
	if days, err := strconv.Atoi(q.Get("age")); err == nil && slices.Contains(ages, days) {
		a.age, a.filter.Until = days, now.AddDate(0, 0, -days)
	}
	return a
}

// narrowed tells whether anything but the state is asked for.
func (a asking) narrowed() bool {
	f := a.filter
	return f.Kind != "" || f.CityID != 0 || f.AuthorID != 0 || a.assignee != "" || a.age > 0 || a.words != ""
}

// query is the asking as an address says it, with another state.
func (a asking) query(state string) string {
	q := url.Values{"state": {state}}
	for name, value := range map[string]string{
		"q": a.words, "kind": string(a.filter.Kind), "assignee": a.assignee, "city": numberOr(a.filter.CityID), "author": numberOr(a.filter.AuthorID),
		"age": numberOr(int64(a.age)),
	} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if a.filter.Oldest {
		q.Set("sort", "oldest")
	}
	return "?" + q.Encode()
}

// numberOr writes a number, nothing for 0.
func numberOr(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// queueStates choose among the states; what else is asked stays.
func queueStates(l i18n.Lang, a asking, counts map[portal.State]int) (chips []view.Chip) {
	all := 0
	for _, s := range asStates {
		if slices.Contains(handedIn, s) { // what is unreviewed is published, too
			all += counts[s]
		}
		chips = append(chips, view.Chip{
			Label: l.T("choice.state." + string(s)), Count: l.Number(int64(counts[s])),
			URL: view.Admin(l, "changes") + a.query(string(s)), Current: string(s) == a.state,
		})
	}
	return append(chips, view.Chip{
		Label: l.T("changes.all"), Count: l.Number(int64(all)), URL: view.Admin(l, "changes") + a.query(everyState), Current: a.state == everyState,
	})
}

// queueForm offers the ways to narrow the queue.
func (o Office) queueForm(ctx context.Context, a asking) (view.FilterForm, error) {
	l, f := i18n.From(ctx), a.filter
	cities, err := o.Store.Cities.Options(ctx, l)
	if err != nil {
		return view.FilterForm{}, err
	}
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return view.FilterForm{}, err
	}
	kinds := make([]view.Option, len(portal.Kinds))
	for i, k := range portal.Kinds {
		kinds[i] = view.Option{Value: string(k), Label: l.T("kinds." + string(k)), Current: k == f.Kind}
	}
	partners := make([]view.Option, len(cities))
	for i, c := range cities {
		partners[i] = view.Option{Value: numberOr(c.ID), Label: c.Title, Current: c.ID == f.CityID}
	}
	waits := make([]view.Option, len(ages))
	for i, days := range ages {
		waits[i] = view.Option{Value: strconv.Itoa(days), Label: l.T("changes.age_days", days), Current: days == a.age}
	}
	assigned := []view.Option{
		{Value: assignedToMe, Label: l.T("changes.assigned_me"), Current: a.assignee == assignedToMe},
		{Value: assignedToNobody, Label: l.T("changes.assigned_none"), Current: a.assignee == assignedToNobody},
	}
	reviewers := slices.DeleteFunc(slices.Clone(people), func(p portal.Staff) bool { return !p.Role.Reviews() })
	return view.FilterForm{
		Words: view.Option{Value: "q", Label: l.T("changes.words")}, Typed: a.words, Kept: []view.Option{{Value: "state", Label: a.state}},
		Open: []view.Select{
			choice(l, "kind", "changes.kind", "changes.every_kind", kinds),
			choice(l, "assignee", "changes.assignee", "changes.every_assignee", append(assigned, personOptions(reviewers, namedBy(a.assignee))...)),
		},
		Folded: []view.Select{
			choice(l, "city", "changes.partner", "changes.every_partner", partners),
			choice(l, "author", "changes.author", "changes.every_author", personOptions(people, f.AuthorID)),
			choice(l, "age", "changes.age", "changes.every_age", waits),
			choice(l, "sort", "changes.order", "changes.newest", []view.Option{{Value: "oldest", Label: l.T("changes.oldest"), Current: f.Oldest}}),
		},
	}, nil
}

// choice is one way to narrow a list, with an option before the others that does not.
func choice(l i18n.Lang, name, label, every string, options []view.Option) view.Select {
	return view.Select{
		Name: name, Label: l.T(label), Options: append([]view.Option{{Label: l.T(every)}}, options...),
		Chosen: slices.ContainsFunc(options, func(o view.Option) bool { return o.Current }),
	}
}

func personOptions(people []portal.Staff, current int64) []view.Option {
	options := make([]view.Option, len(people))
	for i, p := range people {
		options[i] = view.Option{Value: numberOr(p.ID), Label: p.Name, Current: p.ID == current}
	}
	return options
}

// namedBy is the number of a person that an address names, 0 for a word.
func namedBy(written string) int64 { return named(url.Values{"id": {written}}, "id") }
