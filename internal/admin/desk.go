package admin

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// desk is list, new, edit, review, history and taking out for one kind of record, written once.
type desk[R any] struct {
	office    Office
	records   store.Records[R]
	route     string                                      // the desk's part of addresses
	questions func(*R, choices) form.Form                 // the form, said once
	called    func(context.Context, R) string             // how a record is called in titles and lists of changes
	list      func(context.Context, []R) (listing, error) // what the list shows of a page of records
	fresh     func(url.Values) R                          // what a new record starts with; nil for nothing
	written   func(portal.Letter, *R)                     // what a citizen's letter puts into a new record; nil for nothing
	receive   func(*http.Request, *R) error               // takes what does not come as text, nil where all does
	public    func(context.Context, R) string             // address of the public page, nil where there is none
	beside    func(context.Context, int64, R) view.Link   // what else is made of the record of a number, nil or empty for nothing
}

func (d desk[R]) kind() portal.Kind { return d.records.Kind() }
func (d desk[R]) path() string      { return d.route }

func (d desk[R]) mount(r chi.Router) {
	r.Method(http.MethodGet, "/", respond.Handler(d.show))
	r.Method(http.MethodPost, "/list", respond.Handler(d.setList))
	r.Method(http.MethodGet, "/new", respond.Handler(d.newRecord))
	r.Method(http.MethodPost, "/new", respond.Handler(d.saveNew))
	r.Method(http.MethodGet, "/bulk", respond.Handler(d.askBulk))
	r.Method(http.MethodPost, "/bulk", respond.Handler(d.bulk))
	r.Method(http.MethodPost, "/export", respond.Handler(d.export))
	r.Method(http.MethodGet, "/template", respond.Handler(d.template))
	r.Method(http.MethodGet, "/import", respond.Handler(d.askFile))
	r.Method(http.MethodPost, "/import", respond.Handler(d.takeFile))
	r.Method(http.MethodGet, "/{id}", respond.Handler(d.editRecord))
	r.Method(http.MethodPost, "/{id}", respond.Handler(d.saveRecord))
	r.Method(http.MethodGet, "/{id}/history", respond.Handler(d.history))
	r.Method(http.MethodGet, "/{id}/retire", respond.Handler(d.askRetire))
	r.Method(http.MethodPost, "/{id}/retire", respond.Handler(d.retire))
}

// sheet is a form over the record and the evidence that its answers fill.
type sheet[R any] struct {
	form     form.Form
	record   *R
	evidence *portal.Evidence
	sources  []form.BookEntry // to pick citations from
	carried  []view.Hidden    // choices that wait until the form can be read
	offering *offering        // of a new source to cite
}

func (d desk[R]) blank() form.Form { return d.questions(new(R), choices{}).Fill() }

// sheet is the desk's form over the record and evidence of a snapshot, with every record that may be named in it.
func (d desk[R]) sheet(ctx context.Context, s portal.Snapshot) (sheet[R], error) {
	choices, err := d.office.choices(ctx)
	if err != nil {
		return sheet[R]{}, err
	}
	return d.over(s, choices)
}

// form is the desk's form over the record and evidence of a snapshot.
func (d desk[R]) form(s portal.Snapshot, choices choices) (form.Form, error) {
	sheet, err := d.over(s, choices)
	return sheet.form, err
}

func (d desk[R]) over(s portal.Snapshot, choices choices) (sheet[R], error) {
	record, err := d.records.Record(s)
	if err != nil {
		return sheet[R]{}, err
	}
	evidence := &portal.Evidence{Citations: slices.Clone(s.Citations), Rulings: slices.Clone(s.Rulings)}
	f := d.questions(&record, choices).Cite(evidence, choices.book).Fill()
	return sheet[R]{form: f, record: &record, evidence: evidence, sources: choices.book.Entries, offering: newOffering()}, nil
}
