package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Moved is the error of a question for an address that a record had once; Slug is the one that it has now.
type Moved struct{ Slug string }

func (m *Moved) Error() string { return "moved to " + m.Slug }

// Gone is the error of a question for a record that was public once and is taken out now. It is an ErrNotFound as well.
type Gone struct {
	Kind portal.Kind
	ID   int64
}

func (g *Gone) Error() string { return fmt.Sprintf("%s %d is taken out", g.Kind, g.ID) }

// Is tells that what is gone is not found.
func (g *Gone) Is(target error) bool { return target == portal.ErrNotFound }

// goneOr is a *Gone error where a record that was taken out fits a condition on its last change c, else the error.
func (t door) goneOr(ctx context.Context, q db, err error, condition string, arg any) error {
	if !errors.Is(err, portal.ErrNotFound) {
		return err
	}
	g := Gone{Kind: t.kind}
	g.ID, err = one(ctx, q, pgx.RowTo[int64],
		`select c.record_id
		from changes c
		where c.kind = $1
			and c.state = 'applied'
			and c.op = 'retire'
			and `+condition+`
			and not exists (select from `+t.name+` where id = c.record_id)
		order by c.decided_at desc
		limit 1`, t.kind, arg)
	if err != nil {
		return err
	}
	return &g
}

// ByNumber returns the public record of a number, a *Gone error where it was taken out.
func (r Records[R]) ByNumber(ctx context.Context, id int64) (R, error) {
	found, err := r.ByID(ctx, id)
	return found, r.table.door().goneOr(ctx, r.pool, err, "c.record_id = $2", id)
}

// BySlug returns the public record at an address, a *Moved error where the record has another address now, and a *Gone error where
// it was taken out.
func (r Records[R]) BySlug(ctx context.Context, slug string) (R, error) {
	found, err := one(ctx, r.pool, r.table.reading(), "select "+r.table.names("")+"\nfrom "+r.table.name+"\nwhere slug = $1", slug)
	if !errors.Is(err, portal.ErrNotFound) {
		return found, err
	}
	var now string
	now, err = one(ctx, r.pool, scanText,
		"select r.slug\nfrom old_slugs o\njoin "+r.table.name+" r on r.id = o.record_id\nwhere o.kind = $1\n\tand o.slug = $2",
		r.table.kind, slug)
	if err != nil {
		return found, r.table.door().goneOr(ctx, r.pool, err,
			"(c.before -> 'fields' ->> 'slug' = $2 or c.record_id in (select record_id from old_slugs where kind = $1 and slug = $2))", slug)
	}
	return found, &Moved{Slug: now}
}

// keepOldSlug remembers an address that a change takes from its record. An address that another record takes over is its own.
func keepOldSlug(ctx context.Context, q db, kind portal.Kind, id int64, before, after portal.Snapshot) error {
	was, is := slugIn(before), slugIn(after)
	if is == "" || was == is {
		return nil
	}
	if err := send(ctx, q, "delete from old_slugs\nwhere kind = $1\n\tand slug = $2", kind, is); err != nil {
		return err
	}
	if was == "" {
		return nil
	}
	return send(ctx, q, "insert into old_slugs (kind, slug, record_id)\nvalues ($1, $2, $3)", kind, was, id)
}

func slugIn(s portal.Snapshot) string {
	raw, ok := s.Fields["slug"]
	if !ok {
		return ""
	}
	var slug string
	if json.NewDecoder(bytes.NewReader(raw)).Decode(&slug) != nil {
		return ""
	}
	return slug
}
