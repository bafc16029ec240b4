package admin

import (
	"context"
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
)

// ledger is a list beside those of records, as a file takes it along: all that its page shows as it is narrowed, whatever the page
// has room for.
type ledger struct {
	route   string   // of its page
	file    string   // the name of the file, without its ending
	columns []string // the words above them; what is no key of the catalog stands there as it is
	rows    func(o Office, ctx context.Context, q url.Values, take func(row []any) error) error
}

// ledgers are those of everybody of the staff.
func ledgers() []ledger {
	return []ledger{changeLedger(), batchLedger(), letterLedger(), taskLedger(), linkLedger(), translationLedger()}
}

func (o Office) mountLedgers(r chi.Router, all ...ledger) {
	for _, g := range all {
		r.Method(http.MethodPost, "/"+g.route+"/export", respond.Handler(func(w http.ResponseWriter, r *http.Request) error {
			return o.exportLedger(w, r, g)
		}))
	}
}

func (o Office) exportLedger(w http.ResponseWriter, r *http.Request, g ledger) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	l, q := i18n.From(r.Context()), r.PostForm
	list := outgoing{name: g.file, sheet: sheetNamed(l.T("admin." + g.route)), header: make([]string, len(g.columns))}
	for i, column := range g.columns {
		list.header[i] = column
		if i18n.Has(column) {
			list.header[i] = l.T(column)
		}
	}
	list.rows = func(ctx context.Context, take func([]any) error) error {
		return o.Store.Moment(ctx, func(at *store.Store) error { // what is decided meanwhile moves no row from one part to the next
			o.Store = at
			return g.rows(o, ctx, q, take)
		})
	}
	return o.takeAlong(w, r, list)
}

// inParts reads a list part by part until one is not full.
func inParts[T any](read func(number, size int) ([]T, error), take func(part []T) error) error {
	for number := 1; ; number++ {
		part, err := read(number, exportPart)
		if err != nil {
			return err
		}
		if err := take(part); err != nil {
			return err
		}
		if len(part) < exportPart {
			return nil
		}
	}
}

// eachOf takes a row for each of a list.
func eachOf[T any](list []T, take func(row []any) error, row func(T) []any) error {
	for _, one := range list {
		if err := take(row(one)); err != nil {
			return err
		}
	}
	return nil
}
