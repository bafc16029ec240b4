package admin

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// pageSize is how many records a list shows at once.
const pageSize = 25

// show lists the records.
func (d counter) show(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	q := r.URL.Query()
	notice := saved(l, q.Get("saved"))
	q.Del("saved") // it is said once
	setting, err := d.office.Store.ListSetting(ctx, actor(ctx).ID, d.kind())
	if err != nil {
		return err
	}
	page := d.asked(q)
	page.Size = cmp.Or(setting.Size, pageSize)
	records, total, err := d.records.List(ctx, page)
	if err != nil {
		return err
	}
	rows, err := d.listed(ctx, records)
	if err != nil {
		return err
	}
	c, err := d.office.choices(ctx)
	if err != nil {
		return err
	}
	names := make([]store.Named, len(records))
	for i, r := range records {
		names[i] = store.Named{Kind: d.kind(), ID: d.records.Meta(r).ID}
	}
	marks, err := d.office.marks(ctx, names)
	if err != nil {
		return err
	}
	fresh, err := d.office.fresh(ctx, d.kind())
	if err != nil {
		return err
	}
	shown := d.arranged(l, c, setting.Columns, records, rows)
	body := view.DeskListView(view.DeskList{
		Fresh:  fresh,
		Notice: notice, Bulk: view.Admin(l, d.route, "bulk"), Every: d.everyone(l, page, len(records), total),
		Filter: d.filterForm(l, c, page), Settings: d.listSettings(l, c, shown, rows, page),
		Table: d.table(l, q, page, names, shown, marks), Pages: pages(l, q, page, total),
	})
	kinds, kind := l.T("kinds."+string(d.kind())), l.T("kind."+string(d.kind()))
	return d.office.page(w, r, http.StatusOK, d.route, view.AdminPage{
		Title: kinds, Action: view.Link{Label: l.T("desk.new", kind), URL: view.Admin(l, d.route, "new")}, Files: d.files(l, page),
	}, body)
}

// asked is the page that a query asks for.
func asked(q url.Values) store.Page {
	n, _ := strconv.Atoi(q.Get("page")) // what is no number is the first page
	return store.Page{
		Search: q.Get("q"), Sort: q.Get("sort"), Desc: q.Get("desc") != "", Number: min(max(n, 1), 100_000), Size: pageSize,
	}
}

func (d counter) table(
	l i18n.Lang, q url.Values, page store.Page, records []store.Named, rows listing, marks map[store.Named]store.RecordMark,
) view.Table {
	t := view.Table{Caption: l.T("kinds." + string(d.kind())), Select: "record"}
	for _, name := range rows.columns {
		column := view.Column{Label: rows.label(l, name), Number: name == citedColumn}
		if by := rows.column(l, name); d.records.Has(by) {
			column.Sort = sorting(q, page, by)
		}
		t.Columns = append(t.Columns, column)
	}
	t.Columns = append(t.Columns, view.Column{Label: l.T("marks.state")}, view.Column{})
	for i, cells := range rows.cells {
		id := strconv.FormatInt(records[i].ID, 10)
		cells[0].URL = view.Admin(l, d.route, id)
		row := view.Row{SelectValue: id, SelectLabel: l.T("bulk.pick", cells[0].Text)}
		for at, c := range cells {
			if tone, tagged := rows.tones[rows.columns[at]+" "+c.Text]; tagged {
				row.Cells = append(row.Cells, view.Tag(view.TagValue{Word: c.Text, Tone: tone}))
				continue
			}
			row.Cells = append(row.Cells, view.Text(c))
		}
		row.Cells = append(row.Cells, view.ListMarks(recordMarks(l, records[i].ID, marks[records[i]])))
		row.Cells = append(row.Cells, view.Text(view.Cited{Text: l.T("desk.history"), URL: view.Admin(l, d.route, id, "history")}))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// citedColumn is the column of how many sources a record cites.
const citedColumn = "cited"

// listed is a page of records as the list of the desk shows it, with the number of their sources where they cite any.
func (d counter) listed(ctx context.Context, records []any) (listing, error) {
	rows, err := d.list(ctx, records)
	if err != nil || !d.cites() {
		return rows, err
	}
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = d.records.Meta(r).ID
	}
	counts, err := d.office.Store.SourceCounts(ctx, d.kind(), ids)
	l := i18n.From(ctx)
	if rows.labels == nil {
		rows.labels = map[string]string{}
	}
	rows.columns, rows.labels[citedColumn] = append(rows.columns, citedColumn), l.T("list.sources")
	for i, id := range ids {
		rows.cells[i] = append(rows.cells[i], view.Cited{Text: l.Number(int64(counts[id]))})
	}
	return rows, err
}

// bilingual are the columns that lie in the database once per language.
var bilingual = []string{"name", "title", "indicator", "words", "type"}

// column is the column of the database that a column of the table sorts by.
func (s listing) column(l i18n.Lang, name string) string {
	if slices.Contains(bilingual, name) && !s.plainTitle {
		return name + "_" + string(l)
	}
	return name
}

// sorting is the link by which a column head sorts the list.
func sorting(q url.Values, page store.Page, column string) view.Sort {
	q = maps.Clone(q)
	q.Del("page")
	q.Del("desc")
	q.Set("sort", column)
	s := view.Sort{}
	if page.Sort == column {
		s.Order = view.Ascending
		if page.Desc {
			s.Order = view.Descending
		} else {
			q.Set("desc", "1")
		}
	}
	s.URL = "?" + q.Encode()
	return s
}

// pages leads through a list; of an empty one there is nothing to say.
func pages(l i18n.Lang, q url.Values, page store.Page, total int) view.Pages {
	if total == 0 {
		return view.Pages{}
	}
	link := func(n int) string {
		next := maps.Clone(q)
		next.Set("page", strconv.Itoa(n))
		return "?" + next.Encode()
	}
	first := (page.Number - 1) * page.Size
	p := view.Pages{Summary: l.T("pager.summary", l.Number(int64(min(first+1, total))), l.Number(int64(min(first+page.Size, total))), l.Number(int64(total)))}
	if page.Number > 1 {
		p.Previous = link(page.Number - 1)
	}
	if first+page.Size < total {
		p.Next = link(page.Number + 1)
	}
	return p
}
