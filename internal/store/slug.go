package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"

	"kotakembar/internal/portal"
)

// Moved is the error of a question for an address that a record had once; Slug is the one that it has now.
type Moved struct{ Slug string }

func (m *Moved) Error() string { return "moved to " + m.Slug }

// BySlug returns the public record at an address, a *Moved error where the record has another address now.
func (r Records[R]) BySlug(ctx context.Context, slug string) (R, error) {
	found, err := one(ctx, r.pool, r.table.read, "select "+r.table.names("")+"\nfrom "+r.table.name+"\nwhere slug = $1", slug)
	if !errors.Is(err, portal.ErrNotFound) {
		return found, err
	}
	var now string
	now, err = one(ctx, r.pool, scanText,
		"select r.slug\nfrom old_slugs o\njoin "+r.table.name+" r on r.id = o.record_id\nwhere o.kind = $1\n\tand o.slug = $2",
		r.table.kind, slug)
	if err != nil {
		return found, err
	}
	return found, &Moved{Slug: now}
}

// keepOldSlug remembers an address that a change takes from its record. An address that another record takes over is its own.
func keepOldSlug(ctx context.Context, q db, kind portal.Kind, id int64, before, after portal.Snapshot) error {
	was, is := slugIn(before), slugIn(after)
	if is == "" {
		return nil
	}
	if _, err := q.Exec(ctx, "delete from old_slugs\nwhere kind = $1\n\tand slug = $2", kind, is); err != nil {
		return err
	}
	if was == "" || was == is {
		return nil
	}
	_, err := q.Exec(ctx, "insert into old_slugs (kind, slug, record_id)\nvalues ($1, $2, $3)", kind, was, id)
	return err
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
