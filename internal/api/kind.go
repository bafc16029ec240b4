package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
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

type oneAnswer[D any] struct{ Body D }

type listAnswer[D any] struct {
	Link []string `header:"Link"`
	Body page[D]
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
	huma.Register(a, operation("list-"+k.name, path(k.name), k.name), func(ctx context.Context, in *In) (*listAnswer[D], error) {
		answer, err := listed(ctx, f, k, in, ask)
		return answer, told(ctx, err)
	})
	huma.Register(a, operation("get-"+k.one, path(k.name)+"/{key}", k.name), func(ctx context.Context, in *oneAsked) (*oneAnswer[D], error) {
		answer, err := k.single(ctx, f, in)
		return answer, told(ctx, err)
	})
	allow(a.OpenAPI().Paths[path(k.name)].Get, "sort", k.orders())
}

// orders are the fields by which a list can be sorted; a sign before one turns it round.
func (k kind[R, D]) orders() []string {
	orders := []string{"id", "-id"}
	for _, field := range slices.Compact(append(slices.Clone(k.sorts), k.dated)) {
		if field != "" {
			orders = append(orders, field, "-"+field)
		}
	}
	return orders
}

// listed answers the question for a list.
func listed[In, R, D any](ctx context.Context, f Face, k kind[R, D], in *In, ask asking[In, R]) (*listAnswer[D], error) {
	q, err := questionOf(k.name, in)
	if err != nil {
		return nil, err
	}
	if err := f.known(ctx, in); err != nil {
		return nil, err
	}
	found, err := ask(ctx, in, q.part)
	if err != nil {
		return nil, err
	}
	documents, err := k.documents(ctx, f, found.Records)
	if err != nil {
		return nil, err
	}
	answer := &listAnswer[D]{Body: page[D]{Items: documents, Total: found.Total}}
	if found.Next != nil {
		next := q.next(view.AmbientFrom(ctx).BaseURL, *found.Next)
		answer.Body.Next, answer.Link = &next, []string{"<" + next + `>; rel="next"`}
	}
	return answer, nil
}

func (k kind[R, D]) single(ctx context.Context, f Face, in *oneAsked) (*oneAnswer[D], error) {
	record, err := k.find(ctx, in.Key)
	if moved, ok := errors.AsType[*store.Moved](err); ok {
		address := url.URL{Path: path(k.name, moved.Slug), RawQuery: in.query}
		return nil, &elsewhere{address.String()}
	}
	if err != nil {
		return nil, err
	}
	documents, err := k.documents(ctx, f, []R{record})
	if err != nil {
		return nil, err
	}
	return &oneAnswer[D]{documents[0]}, nil
}

// documents makes documents of records, in a fixed number of questions however many there are.
func (k kind[R, D]) documents(ctx context.Context, f Face, records []R) ([]D, error) {
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
	documents := make([]D, len(records))
	for i, r := range records {
		common, err := k.common(t, r)
		if err != nil {
			return nil, err
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

// common is what every document holds.
func (k kind[R, D]) common(t *teller, r R) (Common, error) {
	meta := k.records.Meta(r)
	c := Common{ID: meta.ID, Version: meta.Version, Reviewed: true, Href: t.href(k.name, k.key(r))}
	if last, ok := t.updated[meta.ID]; ok {
		at := last.At.UTC()
		c.UpdatedAt, c.Reviewed = &at, !last.Unreviewed
	}
	if k.page != nil {
		c.Page = k.page(t, r)
	}
	own, err := k.records.Snapshot(r, portal.Evidence{})
	c.Citations, c.Disputed = t.evidence(meta.ID, own)
	return c, err
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
