package admin

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// listing is a page of records as a table: sortable columns by name, and a row of cells for each record.
type listing struct {
	columns    []string // names of columns; the first one names the record and carries the link
	plainTitle bool     // the title lies in one column, in one language
	cells      [][]view.Cited
	labels     map[string]string    // of columns that are not called as fields are
	tones      map[string]view.Tone // of words that are shown as tags, by their column and themselves
}

// label is what a column is called.
func (s listing) label(l i18n.Lang, name string) string {
	if label, own := s.labels[name]; own {
		return label
	}
	return l.T("field." + name)
}

// add adds the row of one record.
func (s *listing) add(cells ...string) {
	row := make([]view.Cited, len(cells))
	for i, c := range cells {
		row[i].Text = c
	}
	s.cells = append(s.cells, row)
}

// titlesOf returns how the records are called that a page of records names, in one question.
func titlesOf[R any](ctx context.Context, s *store.Store, kind portal.Kind, records []R, names func(R) int64) (map[int64]string, error) {
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = names(r)
	}
	return s.Titles(ctx, i18n.From(ctx), kind, ids)
}

// amount writes a number that may be unknown.
func amount(l i18n.Lang, n *int64) string {
	if n == nil {
		return ""
	}
	return l.Number(*n)
}

func yes(l i18n.Lang, is bool) string {
	if is {
		return l.T("word.yes")
	}
	return l.T("word.no")
}

// joined puts known parts of a name together.
func joined(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, ", ")
}

// named is the record that an address names, 0 for none. No record has a number that the database could not take in a comparison.
func named(q url.Values, name string) int64 {
	id, err := strconv.ParseInt(q.Get(name), 10, 32)
	if err != nil {
		return 0
	}
	return id
}
