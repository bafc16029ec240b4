package api

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Paging is what every list can be asked.
type Paging struct {
	Q            string   `query:"q" maxLength:"120"`
	UpdatedSince string   `query:"updated_since" maxLength:"40"`
	Sort         string   `query:"sort" default:"id"`
	Limit        int      `query:"limit" minimum:"1" maximum:"200" default:"50"`
	Cursor       string   `query:"cursor" maxLength:"600"`
	Fields       []string `query:"fields"`

	address url.URL
}

// Resolve keeps the address, for the one of the next part.
func (p *Paging) Resolve(ctx huma.Context) []error {
	p.address = ctx.URL()
	return nil
}

func (p *Paging) paging() *Paging { return p }

// Dated narrows a list by the date of its records.
type Dated struct {
	Since string `query:"since" maxLength:"12"`
	Until string `query:"until" maxLength:"12"`
}

func (d *Dated) dated() *Dated { return d }

// question is a list that was asked for, read and checked.
type question struct {
	part    store.Part
	address url.URL
	of      string // what tells it apart from other questions
}

// questionOf reads the common part of a question for a list.
func questionOf(name string, in any) (question, error) {
	p := in.(interface{ paging() *Paging }).paging()
	q := question{address: p.address, part: store.Part{Size: p.Limit, Words: p.Q}}
	q.part.Sort, q.part.Desc = strings.CutPrefix(p.Sort, "-")
	q.of = fingerprint(name, p.address.Query())
	var problems portal.Problems
	if d, ok := in.(interface{ dated() *Dated }); ok {
		q.part.Since = readDate(&problems, "since", d.dated().Since)
		q.part.Until = readDate(&problems, "until", d.dated().Until)
	}
	q.part.Updated = readInstant(&problems, "updated_since", p.UpdatedSince)
	if p.Cursor != "" {
		mark, ok := q.read(p.Cursor)
		problems.Must(ok, "cursor", "trouble.cursor")
		q.part.After = &mark
	}
	return q, problems.Err()
}

func readDate(p *portal.Problems, field, written string) portal.Date {
	d, err := portal.ParseDate(written)
	p.Must(written == "" || err == nil && !d.Approximate(), field, "trouble.date", written)
	return d
}

// readInstant reads a day or an instant.
func readInstant(p *portal.Problems, field, written string) time.Time {
	if written == "" {
		return time.Time{}
	}
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if at, err := time.Parse(form, written); err == nil {
			return at
		}
	}
	p.Add(field, "trouble.instant", written)
	return time.Time{}
}

// cursor is where a list goes on, for the question that it was given for and no other.
type cursor struct {
	Key string `json:"k,omitempty"`
	ID  int64  `json:"i"`
	Of  string `json:"o"`
}

// fingerprint tells questions apart by a few signs. How much is asked for at once, and which fields, may change from part to part.
func fingerprint(name string, query url.Values) string {
	for _, free := range []string{"cursor", "limit", "fields"} {
		query.Del(free)
	}
	sum := sha256.Sum256([]byte(name + "?" + query.Encode()))
	return base64.RawURLEncoding.EncodeToString(sum[:6])
}

// next is the address of the part behind a mark.
func (q question) next(base string, m store.Mark) string {
	written, err := json.Marshal(cursor{m.Key, m.ID, q.of})
	if err != nil {
		return "" // a text and a number can always be written
	}
	query := q.address.Query()
	query.Set("cursor", base64.RawURLEncoding.EncodeToString(written))
	return base + q.address.EscapedPath() + "?" + query.Encode()
}

// read is the mark that a cursor holds; ok is false where it is none of ours, or of another question.
func (q question) read(written string) (m store.Mark, ok bool) {
	raw, err := base64.RawURLEncoding.DecodeString(written)
	if err != nil {
		return m, false
	}
	var c cursor
	if json.Unmarshal(raw, &c) != nil || c.Of != q.of || strings.ContainsRune(c.Key, 0) {
		return m, false
	}
	return store.Mark{Key: c.Key, ID: c.ID}, true
}

// of are the records that a list is narrowed to, by number.
type of struct{ city, agreement, program int64 }

// of finds records by what stands for them in addresses. What does not exist is told: an empty list would hide a slip of the pen.
func (f Face) of(ctx context.Context, partner, agreement, program string) (o of, err error) {
	var problems portal.Problems
	if o.city, err = byName(ctx, f.Store.Cities, &problems, "partner", partner); err != nil {
		return o, err
	}
	if o.agreement, err = byName(ctx, f.Store.Agreements, &problems, "agreement", agreement); err != nil {
		return o, err
	}
	if o.program, err = byName(ctx, f.Store.Programs, &problems, "program", program); err != nil {
		return o, err
	}
	return o, problems.Err()
}

// byName is the number of the record of a slug, also of one that it had once.
func byName[R any](ctx context.Context, records store.Records[R], p *portal.Problems, field, slug string) (int64, error) {
	if slug == "" {
		return 0, nil
	}
	r, err := records.BySlug(ctx, slug)
	if moved, ok := errors.AsType[*store.Moved](err); ok {
		r, err = records.BySlug(ctx, moved.Slug)
	}
	if errors.Is(err, portal.ErrNotFound) {
		p.Add(field, "trouble.no_record", slug)
		return 0, nil
	}
	return records.Meta(r).ID, err
}

// codes are choices of the vocabulary as they were written in a question, which huma has checked.
func codes[T ~string](written []string) []T {
	list := make([]T, len(written))
	for i, one := range written {
		list[i] = T(one)
	}
	return list
}
