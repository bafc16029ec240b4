package public

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

const (
	recentShown = 50  // changes on one page
	seedsShown  = 200 // counts of seeded records that are looked at to find a week
)

// recent shows what changed in one week, the latest in which anything did unless an earlier one is asked for.
func (s Site) recent(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	asked := askedRecent(r.URL.Query())
	week, err := s.week(r.Context(), asked)
	if err != nil {
		return err
	}
	read, err := s.publishedOf(r.Context(), week.changes)
	if err != nil {
		return err
	}
	var names []store.Named
	for _, p := range read {
		names = append(names, store.Named{Kind: p.Kind, ID: p.RecordID})
	}
	shown, err := s.Store.PagesOf(r.Context(), names)
	if err != nil {
		return err
	}
	entries := make([]view.Publication, len(read))
	for i, p := range read {
		entries[i] = sh.publication(p, s.nameOf(r.Context(), sh, p.Publication), shown[names[i]])
	}
	return respond.Page(w, r, http.StatusOK, view.RecentView(sh.recentPage(asked, week, entries)))
}

// endOfTime is later than anything that is published.
var endOfTime = time.Date(9999, time.January, 1, 0, 0, 0, 0, time.UTC)

// recentAsked is which part of the history a reader asks for.
type recentAsked struct {
	kind   portal.Kind
	before store.Moment // the zero moment for the newest part
	odd    string       // what was asked for as a kind and is none
	kinds  []string     // all that was asked for as a kind
}

// askedRecent reads the query; what it does not understand is the newest part of all kinds.
func askedRecent(q url.Values) (a recentAsked) {
	if kind := portal.Kind(q.Get("kind")); slices.Contains(portal.Kinds, kind) {
		a.kind = kind
	} else {
		a.odd = string(kind)
	}
	a.kinds = q["kind"]
	at, id, _ := strings.Cut(q.Get("before"), "-")
	micros, err := strconv.ParseInt(at, 10, 64)
	number, wrong := strconv.ParseInt(id, 10, 64)
	if err == nil && wrong == nil && micros > 0 && micros < endOfTime.UnixMicro() {
		a.before = store.Moment{At: time.UnixMicro(micros), ID: number}
	}
	return a
}

// recentPath is the address of a part of the history; the zero moment is the newest part.
func recentPath(l i18n.Lang, kind portal.Kind, before store.Moment) string {
	return view.Recent.In(l) + recentQuery(kind, before)
}

func recentQuery(kind portal.Kind, before store.Moment) string {
	q := url.Values{}
	if kind != "" {
		q.Set("kind", string(kind))
	}
	if !before.At.IsZero() {
		q.Set("before", strconv.FormatInt(before.At.UnixMicro(), 10)+"-"+strconv.FormatInt(before.ID, 10))
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// recentWeek is what a page shows of one week.
type recentWeek struct {
	begins  time.Time // zero where nothing is on record
	changes []portal.Publication
	seeds   []store.SeedDay // counted at the end of the week, when no changes of it are left
	rest    store.Moment    // where what follows begins, zero where nothing does
}

// week finds the latest week before a moment in which anything was published, in two questions.
func (s Site) week(ctx context.Context, asked recentAsked) (recentWeek, error) {
	before := asked.before
	if before.At.IsZero() {
		before.At = endOfTime
	}
	end := portal.WeekOf(before.At.Add(-time.Microsecond)).AddDate(0, 0, 7)
	changes, err := s.Store.Recent(ctx, asked.kind, before, recentShown+1)
	if err != nil {
		return recentWeek{}, err
	}
	seeds, err := s.Store.SeedDays(ctx, asked.kind, end, seedsShown)
	if err != nil {
		return recentWeek{}, err
	}
	return cutWeek(changes, seeds), nil
}

// cutWeek keeps of what follows a moment the first week, or as much of it as a page shows.
func cutWeek(changes []portal.Publication, seeds []store.SeedDay) (week recentWeek) {
	if len(changes) > 0 {
		week.begins = portal.WeekOf(changes[0].At)
	}
	if len(seeds) > 0 && portal.WeekOf(seeds[0].At).After(week.begins) {
		week.begins = portal.WeekOf(seeds[0].At)
	}
	within := func(at time.Time) bool { return !at.Before(week.begins) }
	n := 0
	for n < len(changes) && within(changes[n].At) {
		n++
	}
	if n > recentShown {
		week.changes = changes[:recentShown]
		last := week.changes[recentShown-1]
		week.rest = store.Moment{At: last.At, ID: last.ID}
		return week
	}
	m := 0
	for m < len(seeds) && within(seeds[m].At) {
		m++
	}
	week.changes, week.seeds = changes[:n], seeds[:m]
	if n < len(changes) || m < len(seeds) {
		week.rest = store.Moment{At: week.begins}
	}
	return week
}
