package admin

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// narrowing begins the names by which an address says what columns must be.
const narrowing = "is_"

// asked is the page of the desk's list that a query asks for.
func (d counter) asked(q url.Values) store.Page {
	page := asked(q)
	page.Where = map[string]string{}
	for name := range q {
		if column, narrows := strings.CutPrefix(name, narrowing); narrows && q.Get(name) != "" && d.records.Narrows(column) {
			page.Where[column] = q.Get(name)
		}
	}
	return page
}

// narrowers are the questions whose answers narrow the list: those that are chosen from a list.
func (d counter) narrowers(c choices) (list form.Form) {
	for _, q := range d.questions(d.empty(), c).Fill() {
		if (q.Look == form.Select || q.Look == form.Boxes) && len(q.Options) > 1 && d.records.Has(q.Name) {
			list = append(list, q)
		}
	}
	return list
}

// filterForm offers the ways to narrow the list.
func (d counter) filterForm(l i18n.Lang, c choices, page store.Page) view.FilterForm {
	const open = 2 // more are folded away
	f := view.FilterForm{Words: view.Option{Value: "q", Label: l.T("desk.search")}, Typed: page.Search, Button: l.T("desk.filter")}
	f.Open = d.besideColumns(l, page)
	for _, q := range d.narrowers(c) {
		s := view.Select{Name: narrowing + q.Name, Label: l.T(q.Label), Options: []view.Option{{Label: l.T("list.every")}}}
		for _, o := range q.Options {
			if o.Value == "" {
				continue
			}
			is := page.Where[q.Name] == o.Value
			s.Options, s.Chosen = append(s.Options, view.Option{Value: o.Value, Label: o.Words(l), Current: is}), s.Chosen || is
		}
		if len(f.Open) < open {
			f.Open = append(f.Open, s)
		} else {
			f.Folded = append(f.Folded, s)
		}
	}
	if page.Sort != "" {
		f.Kept = append(f.Kept, view.Option{Value: "sort", Label: page.Sort})
	}
	if page.Desc {
		f.Kept = append(f.Kept, view.Option{Value: "desc", Label: "1"})
	}
	return f
}

// besideColumns are the ways to narrow the list by what is no column: how far an agreement has come, and whether a record cites a source.
func (d counter) besideColumns(l i18n.Lang, page store.Page) (list []view.Select) {
	ask := func(name, label string, values []string, key string) {
		s := view.Select{Name: narrowing + name, Label: l.T(label), Options: []view.Option{{Label: l.T("list.every")}}}
		for _, value := range values {
			is := page.Where[name] == value
			s.Options, s.Chosen = append(s.Options, view.Option{Value: value, Label: l.T(key + value), Current: is}), s.Chosen || is
		}
		list = append(list, s)
	}
	if d.records.Narrows(store.Reached) {
		ask(store.Reached, "list.stage", texts(portal.StageGroups), "choice.stage_group.")
	}
	if d.cites() {
		ask(store.Sourced, "list.sources", []string{"yes", "no"}, "list.sourced.")
	}
	return list
}

func texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}

// arranged is the list with the columns that the reader has chosen; what the list does not show by itself comes from the form.
func (d counter) arranged(l i18n.Lang, c choices, chosen []string, records []any, rows listing) listing {
	const longest = 120 // characters of a cell
	if len(chosen) == 0 {
		return rows
	}
	g := d.grid(c)
	heads := headings(l, g.columns)
	shown := listing{plainTitle: rows.plainTitle, labels: maps.Clone(rows.labels), tones: rows.tones, cells: make([][]view.Cited, len(records))}
	if shown.labels == nil {
		shown.labels = map[string]string{}
	}
	own := make([][]string, len(records)) // what the form says of each record
	for i, r := range records {
		d.copy(g.record, r)
		own[i] = g.table.Cells(l)
	}
	take := func(name string, cell func(record int) view.Cited) {
		shown.columns = append(shown.columns, name)
		for i := range records {
			shown.cells[i] = append(shown.cells[i], cell(i))
		}
	}
	for at, name := range rows.columns {
		if at == 0 || slices.Contains(chosen, name) { // the first one carries the link
			take(name, func(i int) view.Cited { return rows.cells[i][at] })
		}
	}
	for at, column := range g.table.Columns {
		if slices.Contains(chosen, column.Name) && !slices.Contains(rows.columns, column.Name) {
			shown.labels[column.Name] = heads[at+1] // before them stands the number
			take(column.Name, func(i int) view.Cited { return view.Cited{Text: clipped(own[i][at], longest)} })
		}
	}
	return shown
}

// listSettings offers the columns of the list, and how much of it stands on a page.
func (d counter) listSettings(l i18n.Lang, c choices, shown, rows listing, page store.Page) view.ListSettings {
	s := view.ListSettings{
		Action: view.Admin(l, d.route, "list"), Size: view.Select{Name: "size", Label: l.T("list.size")},
	}
	for i, name := range rows.columns {
		if i > 0 { // the first one is always there
			s.Columns = append(s.Columns, view.Option{Value: name, Label: rows.label(l, name), Current: slices.Contains(shown.columns, name)})
		}
	}
	g := d.grid(c)
	for i, heading := range headings(l, g.columns) {
		name := g.columns[i].name
		if g.columns[i].field != nil && !slices.Contains(rows.columns, name) {
			s.Columns = append(s.Columns, view.Option{Value: name, Label: heading, Current: slices.Contains(shown.columns, name)})
		}
	}
	for _, n := range portal.ListSizes {
		s.Size.Options = append(s.Size.Options, view.Option{Value: strconv.Itoa(n), Label: l.Number(int64(n)), Current: n == page.Size})
	}
	return s
}

// setList keeps how the reader likes the list.
func (d counter) setList(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	setting := portal.ListSetting{Size: pageSize}
	if n, err := strconv.Atoi(r.PostForm.Get("size")); err == nil && slices.Contains(portal.ListSizes, n) {
		setting.Size = n
	}
	known := d.fileColumns()
	rows, err := d.listed(ctx, nil)
	if err != nil {
		return err
	}
	for _, name := range r.PostForm["column"] {
		if slices.Contains(rows.columns, name) || slices.ContainsFunc(known, func(c fileColumn) bool { return c.name == name && c.field != nil }) {
			setting.Columns = append(setting.Columns, name)
		}
	}
	if len(setting.Columns) == 0 { // none but the first, which is always there
		setting.Columns = rows.columns[:1]
	}
	if err := d.office.Store.SetList(ctx, actor(ctx).ID, d.kind(), setting); err != nil {
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), d.route)+"?saved=list")
}
