package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// kind is one kind of record as the API gives it out: R is the record inside, D its document outside.
type kind[R, D any] struct {
	name    string // in addresses and operations, such as activities
	one     string // of an operation for one record, such as activity
	dated   string // the field by which lists are told since and until; empty where there is none
	sorts   []string
	records store.Records[R]
	key     func(R) string // what stands for the record in addresses
	find    func(ctx context.Context, key string) (R, error)
	names   func(R) mentions
	also    func(context.Context, *teller, []R) error // asks for more, nil for nothing
	tell    func(*teller, Common, R) D
	page    func(*teller, R) opt[Text] // nil where records have no page of their own
}

// oneAsked is the question for one record.
type oneAsked struct {
	Key    string   `path:"key" maxLength:"80"`
	Fields []string `query:"fields"`

	query string
}

// Resolve keeps what was asked beside the key, for a record that has another address now.
func (q *oneAsked) Resolve(ctx huma.Context) []error {
	address := ctx.URL()
	q.query = address.RawQuery
	return nil
}

// oneAnswer and listAnswer are the answers of all operations; what their bodies are is told of each by answering, since huma's code is
// copied for each type of answer that it is given.
type oneAnswer struct{ Body any }

type listAnswer struct {
	Link []string `header:"Link"`
	Body any
}

// page is a part of a list.
type page[D any] struct {
	Items []D     `json:"items"`
	Total int     `json:"total"`
	Next  *string `json:"next"`
}

// asking asks the store for the part of a kind that a question wants; In is the question, with Paging in it.
type asking[In, R any] func(context.Context, *In, store.Part) (store.Listed[R], error)

// mount registers the list and the single record of a kind.
func mount[In, R, D any](f Face, a huma.API, k kind[R, D], ask asking[In, R]) {
	list := answering[page[D]](a, operation("list-"+k.name, path(k.name), k.name))
	huma.Register(a, list, func(ctx context.Context, in *In) (*listAnswer, error) {
		return f.listed(ctx, k.name, in, func(part store.Part) (documents []any, total int, next *store.Mark, err error) {
			found, err := ask(ctx, in, part)
			if err != nil {
				return nil, 0, nil, err
			}
			documents, err = k.documents(ctx, f, found.Records)
			return documents, found.Total, found.Next, err
		})
	})
	huma.Register(a, answering[D](a, operation("get-"+k.one, path(k.name)+"/{key}", k.name)), func(ctx context.Context, in *oneAsked) (*oneAnswer, error) {
		return single(ctx, k.name, in, func() ([]any, error) {
			record, err := k.find(ctx, in.Key)
			if err != nil {
				return nil, err
			}
			return k.documents(ctx, f, []R{record})
		})
	})
	allow(a.OpenAPI().Paths[path(k.name)].Get, "sort", orders(k.sorts, k.dated))
}

// answering is an operation whose answers are of a type.
func answering[T any](a huma.API, op huma.Operation) huma.Operation {
	schema := a.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[T](), true, "")
	op.Responses["200"] = &huma.Response{Content: map[string]*huma.MediaType{"application/json": {Schema: schema}}}
	return op
}

// orders are the fields by which a list can be sorted; a sign before one turns it round.
func orders(sorts []string, dated string) []string {
	orders := []string{"id", "-id"}
	for _, field := range slices.Compact(append(slices.Clone(sorts), dated)) {
		if field != "" {
			orders = append(orders, field, "-"+field)
		}
	}
	return orders
}

// listed answers the question for a list.
func (f Face) listed(ctx context.Context, name string, in any, ask func(store.Part) ([]any, int, *store.Mark, error)) (*listAnswer, error) {
	q, err := questionOf(name, in)
	if err != nil {
		return nil, told(ctx, err)
	}
	if err := f.known(ctx, in); err != nil {
		return nil, told(ctx, err)
	}
	documents, total, next, err := ask(q.part)
	if err != nil {
		return nil, told(ctx, err)
	}
	part, answer := page[any]{Items: documents, Total: total}, &listAnswer{}
	if next != nil {
		address := q.next(view.AmbientFrom(ctx).BaseURL, *next)
		part.Next, answer.Link = &address, []string{"<" + address + `>; rel="next"`}
	}
	answer.Body = part
	return answer, nil
}

// single answers the question for one record.
func single(ctx context.Context, name string, in *oneAsked, ask func() ([]any, error)) (*oneAnswer, error) {
	documents, err := ask()
	if moved, ok := errors.AsType[*store.Moved](err); ok {
		address := url.URL{Path: path(name, moved.Slug), RawQuery: in.query}
		return nil, &elsewhere{address.String()}
	}
	if err != nil {
		return nil, told(ctx, err)
	}
	return &oneAnswer{documents[0]}, nil
}

// documents makes documents of records, in a fixed number of questions however many there are.
func (k kind[R, D]) documents(ctx context.Context, f Face, records []R) ([]any, error) {
	var m mentions
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = k.records.Meta(r).ID
		if k.names != nil {
			m.add(k.names(r))
		}
	}
	t, err := f.teller(ctx, k.records.Kind(), ids, m)
	if err != nil {
		return nil, err
	}
	if k.also != nil {
		if err := k.also(ctx, t, records); err != nil {
			return nil, err
		}
	}
	documents := make([]any, len(records))
	for i, r := range records {
		own, err := k.records.Snapshot(r, portal.Evidence{})
		if err != nil {
			return nil, err
		}
		common := t.common(k.records.Meta(r), own, t.href(k.name, k.key(r)))
		if k.page != nil {
			common.Page = k.page(t, r)
		}
		documents[i] = k.tell(t, common, r)
	}
	return documents, nil
}

func (m *mentions) add(n mentions) {
	m.cities = append(m.cities, n.cities...)
	m.agreements = append(m.agreements, n.agreements...)
	m.programs = append(m.programs, n.programs...)
	m.activities = append(m.activities, n.activities...)
}

// common is what every document holds; its page is told by the kind.
func (t *teller) common(meta portal.Meta, own portal.Snapshot, href string) Common {
	c := Common{ID: meta.ID, Version: meta.Version, Reviewed: true, Href: href}
	if last, ok := t.updated[meta.ID]; ok {
		at := last.At.UTC()
		c.UpdatedAt, c.Reviewed = &at, !last.Unreviewed
	}
	c.Citations, c.Disputed = t.evidence(meta.ID, own)
	return c
}

func number(id int64) string { return strconv.FormatInt(id, 10) }

// elsewhere leads from an address that a record had once to the one that it has now.
type elsewhere struct {
	Location string `json:"location"`
}

func (e *elsewhere) Error() string           { return "moved to " + e.Location }
func (e *elsewhere) GetStatus() int          { return http.StatusMovedPermanently }
func (e *elsewhere) GetHeaders() http.Header { return http.Header{"Location": {e.Location}} }

// told is an error as the answer tells it.
func told(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if moved, ok := errors.AsType[*elsewhere](err); ok {
		return moved
	}
	return respond.ProblemOf(ctx, err)
}

// byNumber finds records whose number stands for them in addresses. What is no number names none.
func byNumber[R any](records store.Records[R]) func(context.Context, string) (R, error) {
	return func(ctx context.Context, key string) (R, error) {
		id, err := strconv.ParseInt(key, 10, 64)
		if err != nil {
			var none R
			return none, portal.ErrNotFound
		}
		return records.ByNumber(ctx, id)
	}
}
