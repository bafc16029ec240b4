package admin

import (
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"mime"
	"net/http"
	"os"
	"slices"
	"strconv"
	"time"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// files are the ways of a list out of the house, as it is filtered, and in.
func (d counter) files(l i18n.Lang, page store.Page) view.DeskFiles {
	f := view.DeskFiles{Links: []view.Link{
		{Label: l.T("intake.bring"), URL: view.Admin(l, d.route, "import")},
		{Label: l.T("intake.template"), URL: view.Admin(l, d.route, "template")},
	}}
	hidden := []view.Hidden{{Name: "q", Value: page.Search}, {Name: "sort", Value: page.Sort}}
	for _, column := range slices.Sorted(maps.Keys(page.Where)) {
		hidden = append(hidden, view.Hidden{Name: narrowing + column, Value: page.Where[column]})
	}
	if page.Desc {
		hidden = append(hidden, view.Hidden{Name: "desc", Value: "1"})
	}
	f.Out = outlets(l, d.route, hidden)
	return f
}

// export sends the list as it is filtered, all of it.
func (d counter) export(w http.ResponseWriter, r *http.Request) error {
	columns, l, page := d.fileColumns(), i18n.From(r.Context()), d.asked(r.PostForm)
	return d.office.takeAlong(w, r, outgoing{
		name: d.route, sheet: sheetName(l, d.kind()), header: headings(l, columns),
		rows: func(ctx context.Context, take func([]any) error) error {
			return d.exported(ctx, page, func(cells []string) error { return take(typed(columns, cells)) })
		},
	})
}

// typed is a line whose numbers are numbers, where they read the same.
func typed(columns []fileColumn, cells []string) []any {
	row := make([]any, len(cells))
	for i, cell := range cells {
		row[i] = textCell(cell)
		if n, err := strconv.ParseInt(cell, 10, 64); err == nil && strconv.FormatInt(n, 10) == cell &&
			(columns[i].name == columnID || columns[i].field != nil && columns[i].field.Numeric()) {
			row[i] = n
		}
	}
	return row
}

func sheetName(l i18n.Lang, kind portal.Kind) string {
	return sheetNamed(capital(l.T("kinds." + string(kind))))
}

// sheetNamed is the name of a sheet, which may not be long.
func sheetNamed(name string) string {
	letters := []rune(name)
	return string(letters[:min(len(letters), 31)])
}

// sent makes a file, and sends it once it is whole.
func sent(w http.ResponseWriter, name, mediaType string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp("", "kotakembar-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close(), os.Remove(file.Name())) }()
	if err := write(file); err != nil {
		return err
	}
	size, err := file.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	h.Set("Cache-Control", "no-store")
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(10 * time.Minute)) // where it cannot be set, the usual one holds
	_, err = io.Copy(w, file)
	return err
}

// template sends a workbook with the columns alone, and what belongs into each on further sheets.
func (d counter) template(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	c, err := d.office.choices(ctx)
	if err != nil {
		return err
	}
	columns := d.grid(c).columns
	header := headings(l, columns)
	explained := [][]any{}
	chosen := [][]any{}
	for i, column := range columns {
		explained = append(explained, []any{header[i], column.name, explain(l, column)})
		if column.field == nil {
			continue
		}
		for _, o := range column.field.Options(l) {
			chosen = append(chosen, []any{header[i], o[0], o[1]})
		}
	}
	none := func(func([]any) bool) {}
	return sent(w, d.route+"-"+l.T("intake.template_file")+".xlsx", typeXLSX, func(file io.Writer) error {
		return tabular.XLSX(file, []tabular.Sheet{
			{Name: sheetName(l, d.kind()), Header: header, Rows: none},
			{Name: l.T("intake.sheet.columns"), Header: []string{l.T("intake.head.column"), l.T("intake.head.name"), l.T("intake.head.what")}, Rows: each(explained)},
			{Name: l.T("intake.sheet.choices"), Header: []string{l.T("intake.head.column"), l.T("intake.head.write"), l.T("intake.head.means")}, Rows: each(chosen)},
		})
	})
}

func each(rows [][]any) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}
}

// explain says what belongs into a column.
func explain(l i18n.Lang, c fileColumn) string {
	if c.field == nil {
		return l.T("intake.explain." + c.name)
	}
	words := ""
	if hint := c.field.Field.Hint; hint != "" && c.field.Field.Look != form.Parts {
		words = l.T(hint) + " "
	}
	switch c.field.Field.Look {
	case form.Parts:
		words += l.T("intake.explain_date")
	case form.Select:
		words += l.T("intake.explain_choice")
	case form.Boxes:
		words += l.T("intake.explain_many")
	case form.Box:
		words += l.T("intake.explain_yes")
	case form.Rows:
		words += l.T("intake.explain_lines")
		for i, part := range c.field.Parts() {
			if i > 0 {
				words += " |"
			}
			words += " " + part.Label(l)
		}
	}
	return words
}
