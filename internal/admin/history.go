package admin

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// history shows every published version of a record, newest first, each with a way back to it, and two of them compared.
func (d counter) history(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	id, err := number(r)
	if err != nil {
		return err
	}
	versions, err := d.office.Store.History(ctx, d.kind(), id)
	if err != nil {
		return err
	}
	if len(versions) == 0 {
		return portal.ErrNotFound
	}
	of := store.Named{Kind: d.kind(), ID: id}
	marks, err := d.office.marks(ctx, []store.Named{of})
	if err != nil {
		return err
	}
	page := view.DeskHistory{Days: d.days(l, versions), Marks: recordMarks(l, id, marks[of])}
	if err := d.compare(ctx, &page, versions, r.URL.Query()); err != nil {
		return err
	}
	last := versions[len(versions)-1]
	head := view.AdminPage{
		Title: l.T("history.of", last.Called(l)), Lead: l.T("history.lead"),
		Crumbs: []view.Crumb{
			{Label: l.T("kinds." + string(d.kind())), URL: view.Admin(l, d.route)},
			{Label: last.Called(l), URL: view.Admin(l, d.route, strconv.FormatInt(id, 10))}, {Label: l.T("desk.history")},
		},
	}
	if last.Op == portal.OpRetire {
		head.Crumbs[1].URL = ""
	}
	return d.office.page(w, r, http.StatusOK, d.route, head, view.DeskHistoryView(page))
}

// compare sets two versions beside each other. They are named by their numbers, in either order; what is no version of the record
// compares nothing.
func (d counter) compare(ctx context.Context, page *view.DeskHistory, versions []portal.Change, q url.Values) error {
	if len(versions) < 2 {
		return nil
	}
	l := i18n.From(ctx)
	from, to := version(q.Get("from"), versions), version(q.Get("to"), versions)
	chosen := from > 0 && to > 0
	if !chosen {
		from, to = len(versions)-1, len(versions)
	}
	if from > to {
		from, to = to, from
	}
	page.Compare = view.FilterForm{
		Button: l.T("history.compare"),
		Open: []view.Select{
			versionChoice(l, "from", versions, from), versionChoice(l, "to", versions, to),
		},
	}
	if !chosen {
		return nil
	}
	rows, _, err := d.office.difference(ctx, d.kind(), versions[from-1].After, versions[to-1].After)
	page.Compared, page.Nothing, page.Was, page.Is, page.Rows = l.T("history.compared", from, to), l.T("history.no_difference"), "diff.earlier", "diff.later", rows
	return err
}

// version reads the number of a version or that the present one is meant, 0 for none of the record's.
func version(written string, versions []portal.Change) int {
	if written == "now" {
		return len(versions)
	}
	n, err := strconv.Atoi(written)
	if err != nil || n < 1 || n > len(versions) {
		return 0
	}
	return n
}

// versionChoice offers the versions of a record, newest first.
func versionChoice(l i18n.Lang, name string, versions []portal.Change, current int) view.Select {
	s := view.Select{Name: name, Label: l.T("history." + name)}
	for i, c := range slices.Backward(versions) {
		s.Options = append(s.Options, view.Option{
			Value: strconv.Itoa(i + 1), Label: l.T("history.version_of", i+1, portal.When(l, c.DecidedAt)), Current: i+1 == current,
		})
	}
	return s
}

// days lists the versions by the day on which they were published, newest first.
func (d counter) days(l i18n.Lang, versions []portal.Change) (days []view.HistoryDay) {
	blank := d.blank()
	for i, c := range slices.Backward(versions) {
		day := portal.On(c.DecidedAt.In(portal.WIB)).In(l)
		if n := len(days); n == 0 || days[n-1].Title != day {
			days = append(days, view.HistoryDay{Title: day})
		}
		e := d.entry(l, c, i+1, len(versions))
		var fields []string
		for _, q := range blank {
			if !c.Before.Empty() && !c.After.Empty() && len(q.Names(c.Changed())) > 0 {
				fields = append(fields, l.T(q.Label))
			}
		}
		e.Fields = strings.Join(fields, ", ")
		days[len(days)-1].Entries = append(days[len(days)-1].Entries, e)
	}
	return days
}

// entry is one version in the history; the state that is public now is not offered to be brought back.
func (d counter) entry(l i18n.Lang, c portal.Change, number, last int) view.HistoryEntry {
	id := strconv.FormatInt(c.ID, 10)
	e := view.HistoryEntry{
		Time: portal.ClockTime(l, c.DecidedAt), Who: origin(l, c), Reason: c.Reason, URL: view.Admin(l, "changes", id),
		Version: view.TagValue{Word: l.T("history.version", number)}, What: l.T("history.changed", len(c.Changed())),
	}
	switch {
	case c.Op == portal.OpRetire:
		e.What = l.T("history.retired")
	case c.Revives():
		e.What = l.T("history.revived")
	case c.Before.Empty():
		e.What = l.T("history.first")
	case c.UndoOf != 0:
		e.What = l.T("history.restored")
	}
	if number > 1 {
		e.Compare = view.Link{
			Label: l.T("history.compare_before"),
			URL:   view.Admin(l, d.route, strconv.FormatInt(c.RecordID, 10), "history") + "?from=" + strconv.Itoa(number-1) + "&to=" + strconv.Itoa(number),
		}
	}
	if number == last {
		e.Tags = []view.TagValue{{Word: l.T("history.now"), Tone: view.ToneOn}}
	}
	if c.Op == portal.OpSave && number != last {
		e.Restore = &view.PostLink{
			Label: l.T("history.restore"), Action: view.Admin(l, "changes", id, "restore"), Look: view.LookSmall,
			Hidden: []view.Hidden{{Name: "key", Value: rand.Text()}},
		}
	}
	return e
}
