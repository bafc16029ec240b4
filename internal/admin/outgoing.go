package admin

import (
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// The forms in which a list leaves the house.
const (
	asXLSX   = "xlsx"
	asCSV    = "csv"
	asCSVBOM = "csv-bom" // Excel takes it for UTF-8
)

// mediaTypes of the files.
const (
	typeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeCSV  = "text/csv; charset=utf-8"
)

// outgoing is a list on its way out of the house.
type outgoing struct {
	name   string // of the file, without its ending
	sheet  string
	header []string
	rows   func(ctx context.Context, take func(row []any) error) error // cells are string, int64, or nil where nothing is known
}

// outlets are the buttons by which a list is taken along, as it is narrowed.
func outlets(l i18n.Lang, route string, narrowed []view.Hidden) (buttons []view.PostLink) {
	for _, as := range []string{asXLSX, asCSVBOM, asCSV} {
		buttons = append(buttons, view.PostLink{
			Label: l.T("intake.out." + as), Action: view.Admin(l, route, "export"), Look: view.LookSmall,
			Hidden: append([]view.Hidden{{Name: "as", Value: as}}, narrowed...),
		})
	}
	return buttons
}

// notNarrowing are what an address says beside how its list is narrowed.
var notNarrowing = []string{"as", "page", "before", "saved"}

// outward are the ways out of a list whose address says how it is narrowed.
func outward(l i18n.Lang, route string, q url.Values) view.DeskFiles {
	var narrowed []view.Hidden
	for _, name := range slices.Sorted(maps.Keys(q)) {
		for _, value := range q[name] {
			if value != "" && !slices.Contains(notNarrowing, name) {
				narrowed = append(narrowed, view.Hidden{Name: name, Value: value})
			}
		}
	}
	return view.DeskFiles{Out: outlets(l, route, narrowed)}
}

// takeAlong sends a list as the file that was asked for. The audit trail tells of it before the first byte leaves.
func (o Office) takeAlong(w http.ResponseWriter, r *http.Request, list outgoing) error {
	ctx, cancel := patient(r)
	defer cancel()
	as := r.PostForm.Get("as")
	name, mediaType := list.name+".csv", typeCSV
	switch as {
	case asCSV, asCSVBOM:
	case asXLSX:
		name, mediaType = list.name+".xlsx", typeXLSX
	default:
		return portal.ErrNotFound
	}
	return sent(w, name, mediaType, func(file io.Writer) error {
		if err := list.write(ctx, file, as); err != nil {
			return err
		}
		return o.tell(ctx, portal.TraceExported, name)
	})
}

// write writes a list as a file, a row at a time.
func (list outgoing) write(ctx context.Context, file io.Writer, as string) error {
	var broken error
	rows := func(yield func([]any) bool) {
		broken = list.rows(ctx, func(row []any) error {
			if !yield(row) {
				return io.ErrClosedPipe
			}
			return nil
		})
	}
	var err error
	if as == asXLSX {
		err = tabular.XLSX(file, []tabular.Sheet{{Name: list.sheet, Header: list.header, Rows: rows}})
	} else {
		err = tabular.CSV(file, list.header, asText(rows), tabular.Options{BOM: as == asCSVBOM})
	}
	return errors.Join(broken, err)
}

// asText are rows as a file without types has them.
func asText(rows iter.Seq[[]any]) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for row := range rows {
			cells := make([]string, len(row))
			for i, cell := range row {
				switch cell := cell.(type) {
				case string:
					cells[i] = cell
				case int64:
					cells[i] = strconv.FormatInt(cell, 10)
				}
			}
			if !yield(cells) {
				return
			}
		}
	}
}

// Cells of lists: a number that is none, a text that is empty and an instant that never was are nothing.

func numberCell(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

func textCell(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// instantCell is an instant by the clocks of Bandung, as spreadsheets read it.
func instantCell(at time.Time) any {
	if at.IsZero() {
		return nil
	}
	return at.In(portal.WIB).Format("2006-01-02 15:04")
}
