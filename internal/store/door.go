package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// door is what changes need of a table without knowing its record type.
type door interface {
	live(ctx context.Context, q db, id int64) (snapshot portal.Snapshot, version int64, err error)
	valid(s portal.Snapshot) error
	write(ctx context.Context, tx pgx.Tx, c portal.Change) (id, version int64, err error)
	lives(ctx context.Context, q db, ids []int64, lock string) (map[int64]Live, error)
	numbers(ctx context.Context, q db, slugs []string) (map[string]int64, error)
	writeAll(ctx context.Context, tx pgx.Tx, changes []*portal.Change) error
	titles(ctx context.Context, q db, l i18n.Lang, ids []int64) ([]Option, error)
	tableName() string
	public() Table
	findable() bool
	learnAll(ctx context.Context, q db) error
}

var doors = map[portal.Kind]door{
	portal.KindCity:        cities,
	portal.KindAgreement:   agreements,
	portal.KindStep:        steps,
	portal.KindApproval:    approvals,
	portal.KindPromise:     promises,
	portal.KindProgram:     programs,
	portal.KindActivity:    activities,
	portal.KindOutcome:     outcomes,
	portal.KindOpportunity: opportunities,
	portal.KindVenue:       venues,
	portal.KindMirror:      mirrors,
	portal.KindSector:      sectors,
	portal.KindSource:      sources,
	portal.KindDocument:    documents,
	portal.KindLimit:       limits,
}

// live returns the public record as a snapshot; version 0 where there is none.
func (t table[R]) live(ctx context.Context, q db, id int64) (portal.Snapshot, int64, error) {
	return t.snapshotOf(ctx, q, id, "")
}

func (t table[R]) snapshotOf(ctx context.Context, q db, id int64, lock string) (portal.Snapshot, int64, error) {
	r, err := one(ctx, q, t.read, "select "+t.names("")+"\nfrom "+t.name+"\nwhere id = $1"+lock, id)
	if errors.Is(err, portal.ErrNotFound) {
		return portal.Snapshot{}, 0, nil
	}
	if err != nil {
		return portal.Snapshot{}, 0, err
	}
	e, err := evidence(ctx, q, t.kind, id)
	if err != nil {
		return portal.Snapshot{}, 0, err
	}
	snapshot, err := t.snapshot(r, e)
	return snapshot, t.meta(&r).Version, err
}

// valid checks the record that a snapshot holds by its own rules.
func (t table[R]) valid(s portal.Snapshot) error {
	r, err := t.record(s)
	if err != nil {
		return err
	}
	return t.check(r)
}

// write carries a change out on the live row and returns the record's number and its version after it.
func (t table[R]) write(ctx context.Context, tx pgx.Tx, c portal.Change) (id, version int64, err error) {
	before, version, err := t.snapshotOf(ctx, tx, c.RecordID, "\nfor update")
	if err != nil {
		return 0, 0, err
	}
	if version != c.BaseVersion {
		return 0, 0, portal.ErrConflict
	}
	if c.Op == portal.OpRetire {
		return c.RecordID, 0, t.retire(ctx, tx, c.RecordID)
	}
	if err := t.valid(c.After); err != nil {
		return 0, 0, err
	}
	r, err := t.record(c.After)
	if err != nil {
		return 0, 0, err
	}
	*t.meta(&r) = portal.Meta{ID: c.RecordID, Version: version}
	if id, version, err = t.put(ctx, tx, r); err != nil {
		return 0, 0, err
	}
	if err := keepEvidence(ctx, tx, t.kind, id, portal.Evidence{Citations: c.After.Citations, Rulings: c.After.Rulings}); err != nil {
		return 0, 0, err
	}
	t.meta(&r).ID = id
	if err := t.relearn(ctx, tx, r); err != nil {
		return 0, 0, err
	}
	return id, version, keepOldSlug(ctx, tx, t.kind, id, before, c.After)
}

// put inserts a record that is not public, or updates it.
func (t table[R]) put(ctx context.Context, tx pgx.Tx, r R) (id, version int64, err error) {
	meta := t.meta(&r)
	if meta.Version > 0 {
		return meta.ID, meta.Version + 1, t.update(ctx, tx, &r)
	}
	if meta.Version, err = nextVersion(ctx, tx, t.kind, meta.ID); err != nil {
		return 0, 0, err
	}
	version = meta.Version
	id, err = t.insert(ctx, tx, &r)
	return id, version, err
}

// nextVersion counts on from what was published of the record before it was taken out, so that no old draft fits it.
func nextVersion(ctx context.Context, tx pgx.Tx, kind portal.Kind, id int64) (version int64, err error) {
	err = tx.QueryRow(ctx,
		`select count(*) + 1
		from changes
		where kind = $1
			and record_id = $2
			and state = 'applied'`, kind, id).Scan(&version)
	return version, err
}

func (t table[R]) retire(ctx context.Context, tx pgx.Tx, id int64) error {
	tag, err := tx.Exec(ctx, "delete from "+t.name+"\nwhere id = $1", id)
	if err != nil {
		return fmt.Errorf("retire %s %d: %w", t.kind, id, stillNamed(err))
	}
	if tag.RowsAffected() == 0 {
		return portal.ErrConflict
	}
	if err := forget(ctx, tx, Named{t.kind, id}); err != nil {
		return err
	}
	return dropEvidence(ctx, tx, t.kind, id)
}

// Option is a record as a choice: its number, how it is called, and the last part of its address where it has one.
type Option struct {
	ID    int64
	Title string
	Slug  string
}
