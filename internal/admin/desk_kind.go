package admin

import (
	"context"
	"net/http"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// desk is what is special about one kind of record; counter is the work that is the same for all.
type desk[R any] struct {
	office    Office
	records   store.Records[R]
	route     string                                      // the desk's part of addresses
	questions func(*R, choices) form.Form                 // the form, said once
	list      func(context.Context, []R) (listing, error) // what the list shows of a page of records
	fresh     func(url.Values) R                          // what a new record starts with; nil for nothing
	written   func(portal.Letter, *R)                     // what a citizen's letter puts into a new record; nil for nothing
	receive   func(*http.Request, *R) error               // takes what does not come as text, nil where all does
	public    func(context.Context, R) string             // address of the public page, nil where there is none
	beside    func(context.Context, int64, R) view.Link   // what else is made of the record of a number, nil or empty for nothing
}

// counter is the work at the desk. Only what stands here is compiled for each kind of record: the rest would be a tenth of the program.
func (d desk[R]) counter() counter {
	c := counter{
		office: d.office, records: recordsOf[R]{d.records}, route: d.route,
		empty:     func() any { return new(R) },
		copy:      func(to, from any) { *to.(*R) = *from.(*R) },
		questions: func(record any, c choices) form.Form { return d.questions(record.(*R), c) },
		list: func(ctx context.Context, list []any) (listing, error) {
			records := make([]R, len(list))
			for i, record := range list {
				records[i] = *record.(*R)
			}
			return d.list(ctx, records)
		},
	}
	if d.fresh != nil {
		c.fresh = func(q url.Values) any { r := d.fresh(q); return &r }
	}
	if d.written != nil {
		c.written = func(letter portal.Letter, record any) { d.written(letter, record.(*R)) }
	}
	if d.receive != nil {
		c.receive = func(r *http.Request, record any) error { return d.receive(r, record.(*R)) }
	}
	if d.public != nil {
		c.public = func(ctx context.Context, record any) string { return d.public(ctx, *record.(*R)) }
	}
	if d.beside != nil {
		c.beside = func(ctx context.Context, id int64, record any) view.Link { return d.beside(ctx, id, *record.(*R)) }
	}
	return c
}

// records is the part of a kind's table that its desk uses, whatever the kind.
type records interface {
	Kind() portal.Kind
	Has(column string) bool
	Narrows(name string) bool
	List(context.Context, store.Page) ([]any, int, error)
	Meta(record any) portal.Meta
	Snapshot(record any, e portal.Evidence) (portal.Snapshot, error)
	Record(portal.Snapshot) (any, error)
	Check(record any) error
}

// recordsOf is the records of one kind as its desk uses them.
type recordsOf[R any] struct{ of store.Records[R] }

func (r recordsOf[R]) Kind() portal.Kind           { return r.of.Kind() }
func (r recordsOf[R]) Has(column string) bool      { return r.of.Has(column) }
func (r recordsOf[R]) Narrows(name string) bool    { return r.of.Narrows(name) }
func (r recordsOf[R]) Meta(record any) portal.Meta { return r.of.Meta(*record.(*R)) }
func (r recordsOf[R]) Check(record any) error      { return r.of.Check(*record.(*R)) }

func (r recordsOf[R]) List(ctx context.Context, p store.Page) ([]any, int, error) {
	records, total, err := r.of.List(ctx, p)
	list := make([]any, len(records))
	for i := range records {
		list[i] = &records[i]
	}
	return list, total, err
}

func (r recordsOf[R]) Snapshot(record any, e portal.Evidence) (portal.Snapshot, error) {
	return r.of.Snapshot(*record.(*R), e)
}

func (r recordsOf[R]) Record(s portal.Snapshot) (any, error) {
	record, err := r.of.Record(s)
	return &record, err
}
