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
	"kotakembar/web/view"
)

// counter is list, new, edit, review, history and taking out for one kind of record, written once. What it hands around as a record is
// a pointer, into which only the functions of its kind look.
type counter struct {
	office    Office
	records   records
	route     string
	empty     func() any         // a new record without any values
	copy      func(to, from any) // the values of one record into another
	questions func(any, choices) form.Form
	list      func(context.Context, []any) (listing, error)
	fresh     func(url.Values) any
	written   func(portal.Letter, any)
	receive   func(*http.Request, any) error
	public    func(context.Context, any) string
	beside    func(context.Context, int64, any) view.Link
}

func (d counter) kind() portal.Kind { return d.records.Kind() }
func (d counter) path() string      { return d.route }

func (d counter) mount(r chi.Router) {
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
type sheet struct {
	form     form.Form
	record   any
	evidence *portal.Evidence
	sources  []form.BookEntry // to pick citations from
	carried  []view.Hidden    // choices that wait until the form can be read
	source   *newSource       // to cite
	file     *newFile         // to belong to the record
}

func (d counter) blank() form.Form { return d.questions(d.empty(), choices{}).Fill() }

// sheet is the desk's form over the record and evidence of a snapshot, with every record that may be named in it.
func (d counter) sheet(ctx context.Context, s portal.Snapshot) (sheet, error) {
	choices, err := d.office.choices(ctx)
	if err != nil {
		return sheet{}, err
	}
	return d.over(s, choices)
}

// form is the desk's form over the record and evidence of a snapshot.
func (d counter) form(s portal.Snapshot, choices choices) (form.Form, error) {
	sheet, err := d.over(s, choices)
	return sheet.form, err
}

func (d counter) over(s portal.Snapshot, choices choices) (sheet, error) {
	record, err := d.records.Record(s)
	if err != nil {
		return sheet{}, err
	}
	evidence := &portal.Evidence{Citations: slices.Clone(s.Citations), Rulings: slices.Clone(s.Rulings)}
	f := d.questions(record, choices).Cite(evidence, choices.book).Fill()
	return sheet{form: f, record: record, evidence: evidence, sources: choices.book.Entries, source: newOffering(), file: newFileForm()}, nil
}
