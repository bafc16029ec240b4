package public

import (
	"errors"
	"iter"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/tabular"
	"kotakembar/web/view"
)

// csvColumn is one column of a list as a file: its name and what it says of a line.
type csvColumn[T any] struct {
	name string
	cell func(T) string
}

// answerCSV sends lines as a file of that name. It holds words and numbers as the page has them, dates as EDTF.
func answerCSV[T any](w http.ResponseWriter, name string, columns []csvColumn[T], lines iter.Seq[T]) error {
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.name
	}
	rows := func(yield func([]string) bool) {
		for line := range lines {
			row := make([]string, len(columns))
			for i, c := range columns {
				row[i] = c.cell(line)
			}
			if !yield(row) {
				return
			}
		}
	}
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8; header=present")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "no-cache")
	_ = tabular.CSV(w, header, rows, tabular.Options{BOM: true}) // a reader who is gone meanwhile is no error
	return nil
}

// sentAtOnce is how many lines of a long file are in memory.
const sentAtOnce = 200

// sendParts sends a list of any length as a file; read gives the lines of some records.
func sendParts[T any](w http.ResponseWriter, name string, columns []csvColumn[T], ids []int64, read func([]int64) ([]T, error)) error {
	parts := slices.Collect(slices.Chunk(ids, sentAtOnce))
	var first []T
	var err error
	if len(parts) > 0 { // what fails before the file has begun is told as on any page
		if first, err = read(parts[0]); err != nil {
			return err
		}
	}
	lines := func(yield func(T) bool) {
		for i, list := 0, first; i < len(parts) && err == nil; i++ {
			if i > 0 {
				list, err = read(parts[i])
			}
			for _, l := range list {
				if !yield(l) {
					return
				}
			}
		}
	}
	return errors.Join(answerCSV(w, name, columns, lines), err)
}

// fileOf is the name under which a list is kept: that of its page.
func (sh *sheet) fileOf(list view.Path) string { return path.Base(list.CSV().In(sh.lang)) }

// csvLink leads to the list of a page as a file, narrowed by the same query.
func (sh *sheet) csvLink(list view.Path, query string) view.Link {
	return view.Link{Label: sh.t("csv.list"), URL: list.CSV().In(sh.lang) + query}
}

// yes is a cell that says of a line that something holds; empty where it does not.
func (sh *sheet) yes(holds bool) string {
	if !holds {
		return ""
	}
	return sh.t("benefits.basis.yes")
}

// citedBy names the sources of records in one cell, each as far as a reader needs to find it.
func (sh *sheet) citedBy(records ...store.Named) string {
	var list []string
	for _, of := range records {
		for _, c := range sh.cited[of] {
			s := c.Source
			list = append(list, sentence(", ", s.Publisher, string(s.PublishedOn), s.Title, s.URL))
		}
	}
	return strings.Join(distinct(list), " | ")
}

// costsOf writes what each payer bore, in one cell.
func (sh *sheet) costsOf(costs []portal.Cost) string {
	var list []string
	for _, c := range costs {
		amount := sh.money(c.Amount, c.Currency)
		if amount == "" {
			amount = sh.t("unknown")
		}
		list = append(list, sh.choice("payer", c.Payer)+": "+amount)
	}
	return strings.Join(list, "; ")
}

// moneys writes sums of several currencies, which are never added.
func (sh *sheet) moneys(sums []portal.Sum) string {
	list := make([]string, len(sums))
	for i, m := range sums {
		list[i] = sh.money(&m.Amount, m.Currency)
	}
	return strings.Join(list, "; ")
}
