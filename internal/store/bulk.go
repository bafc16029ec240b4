package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"kotakembar/internal/portal"
)

// Many changes at once pass the same door as one does, with the same checks; only the questions are asked for all of them together,
// and the statements travel together. Where anything stands in the way of one, the caller goes back to one by one.

// Live is a public record as a snapshot, with its version; 0 where there is none.
type Live struct {
	Snapshot portal.Snapshot
	Version  int64
}

// Lives returns the public records of a kind by their numbers, those that are there.
func (s *Store) Lives(ctx context.Context, kind portal.Kind, ids []int64) (map[int64]Live, error) {
	door, ok := doors[kind]
	if !ok {
		return nil, portal.ErrNotFound
	}
	return door.lives(ctx, s.pool, ids, "")
}

// NumbersOf returns the numbers of public records by the last part of their addresses; none for a kind that has no addresses.
func (s *Store) NumbersOf(ctx context.Context, kind portal.Kind, slugs []string) (map[string]int64, error) {
	door, ok := doors[kind]
	if !ok {
		return nil, portal.ErrNotFound
	}
	return door.numbers(ctx, s.pool, slugs)
}

func (t door) numbers(ctx context.Context, q db, slugs []string) (map[string]int64, error) {
	numbers := map[string]int64{}
	if !t.has("slug") {
		return numbers, nil
	}
	rows, err := q.Query(ctx, "select slug, id\nfrom "+t.name+"\nwhere slug = any($1)", slugs)
	if err != nil {
		return nil, err
	}
	var slug string
	var id int64
	_, err = pgx.ForEachRow(rows, []any{&slug, &id}, func() error {
		numbers[slug] = id
		return nil
	})
	return numbers, err
}

func (t door) lives(ctx context.Context, q db, ids []int64, lock string) (map[int64]Live, error) {
	ids = unique(ids)
	records, err := t.where(ctx, q, "id = any($1)\norder by id"+lock, ids)
	if err != nil {
		return nil, err
	}
	proofs, err := evidences(ctx, q, t.kind, ids)
	if err != nil {
		return nil, err
	}
	lives := make(map[int64]Live, len(records))
	for _, r := range records {
		meta := t.meta(r)
		snapshot, err := t.snapshot(r, proofs[meta.ID])
		if err != nil {
			return nil, err
		}
		lives[meta.ID] = Live{snapshot, meta.Version}
	}
	return lives, nil
}

// evidences returns the citations and rulings of several records of a kind.
func evidences(ctx context.Context, q db, kind portal.Kind, ids []int64) (map[int64]portal.Evidence, error) {
	proofs := map[int64]portal.Evidence{}
	rows, err := q.Query(ctx,
		`select record_id, field, source_id, says_id, says_en, locator
		from citations
		where kind = $1
			and record_id = any($2)
		order by record_id, position`, kind, ids)
	if err != nil {
		return nil, err
	}
	var id int64
	var c portal.Citation
	_, err = pgx.ForEachRow(rows, []any{&id, &c.Field, &c.SourceID, &c.Says.ID, &c.Says.EN, &c.Locator}, func() error {
		e := proofs[id]
		e.Citations = append(e.Citations, c)
		proofs[id] = e
		return nil
	})
	if err != nil {
		return nil, err
	}
	rows, err = q.Query(ctx,
		`select record_id, field, why_id, why_en
		from rulings
		where kind = $1
			and record_id = any($2)
		order by record_id, field`, kind, ids)
	if err != nil {
		return nil, err
	}
	var r portal.Ruling
	_, err = pgx.ForEachRow(rows, []any{&id, &r.Field, &r.Why.ID, &r.Why.EN}, func() error {
		e := proofs[id]
		e.Rulings = append(e.Rulings, r)
		proofs[id] = e
		return nil
	})
	return proofs, err
}

// livesOf are the public records that changes are about.
func livesOf(ctx context.Context, q db, changes []portal.Change) (map[Named]Live, error) {
	ids := map[portal.Kind][]int64{}
	for _, c := range changes {
		ids[c.Kind] = append(ids[c.Kind], c.RecordID)
	}
	lives := map[Named]Live{}
	for kind, some := range ids {
		door, ok := doors[kind]
		if !ok {
			return nil, portal.ErrNotFound
		}
		found, err := door.lives(ctx, q, some, "")
		if err != nil {
			return nil, err
		}
		for id, live := range found {
			lives[Named{kind, id}] = live
		}
	}
	return lives, nil
}

// statements are statements that travel together. What they answer is not asked for.
type statements struct{ pgx.Batch }

func (s *statements) Exec(_ context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	s.Queue(sql, args...)
	return pgconn.NewCommandTag("UPDATE 1"), nil // what a statement comes to is known before: its row is locked
}

func (s *statements) Query(context.Context, string, ...any) (pgx.Rows, error) {
	return nil, errors.ErrUnsupported
}

func (s *statements) QueryRow(context.Context, string, ...any) pgx.Row { return nil }

// writeAll carries changes of one kind out on their live rows and gives those of new records their numbers.
func (t door) writeAll(ctx context.Context, tx pgx.Tx, changes []*portal.Change) error {
	var named []int64
	for _, c := range changes {
		if c.RecordID != 0 {
			named = append(named, c.RecordID)
		}
	}
	if len(unique(named)) < len(named) {
		return portal.ErrConflict // twice the same record: one after the other
	}
	lives, err := t.lives(ctx, tx, named, "\nfor update")
	if err != nil {
		return err
	}
	numbers, err := all(ctx, tx, pgx.RowTo[int64],
		"select nextval(pg_get_serial_sequence($1, 'id'))\nfrom generate_series(1, $2)", t.name, len(changes)-len(named))
	if err != nil {
		return err
	}
	var send statements
	var written []any
	var ids []int64
	for _, c := range changes {
		live := lives[c.RecordID]
		if live.Version != c.BaseVersion {
			return portal.ErrConflict
		}
		if c.Op == portal.OpRetire {
			if err := t.queueRetire(ctx, &send, c.RecordID); err != nil {
				return err
			}
			continue
		}
		isNew := c.RecordID == 0
		if isNew {
			c.RecordID, numbers = numbers[0], numbers[1:]
		}
		r, err := t.queueWrite(ctx, tx, &send, *c, live, isNew)
		if err != nil {
			return err
		}
		written, ids = append(written, r), append(ids, c.RecordID)
	}
	if err := tx.SendBatch(ctx, &send.Batch).Close(); err != nil {
		return err
	}
	if err := t.learn(ctx, tx, written...); err != nil || len(ids) == 0 {
		return err
	}
	return lendNames(ctx, tx, t.kind, ids...)
}

// queueWrite adds the statements that write one record and what stands behind it.
func (t door) queueWrite(ctx context.Context, tx pgx.Tx, send *statements, c portal.Change, live Live, isNew bool) (r any, err error) {
	if err := t.valid(c.After); err != nil {
		return r, err
	}
	if r, err = t.record(c.After); err != nil {
		return r, err
	}
	meta := t.meta(r)
	*meta = portal.Meta{ID: c.RecordID, Version: live.Version}
	switch {
	case live.Version > 0:
		err = t.update(ctx, send, r)
	case isNew:
		meta.Version = 1
	default: // it was taken out, and comes back
		meta.Version, err = nextVersion(ctx, tx, t.kind, meta.ID)
	}
	if err != nil {
		return r, err
	}
	if live.Version == 0 {
		sql, args := t.insertion(r)
		send.Queue(sql, args...)
	}
	if err := keepEvidence(ctx, send, Named{t.kind, meta.ID}, live.Snapshot.Evidence(), c.After.Evidence()); err != nil {
		return r, err
	}
	return r, keepOldSlug(ctx, send, t.kind, meta.ID, live.Snapshot, c.After)
}

// queueRetire adds the statements that take one record out.
func (t door) queueRetire(ctx context.Context, send *statements, id int64) error {
	send.Queue("delete from "+t.name+"\nwhere id = $1", id)
	if err := forget(ctx, send, Named{t.kind, id}); err != nil {
		return err
	}
	return dropEvidence(ctx, send, Named{t.kind, id})
}

// putAll carries changes out on their live rows, kind by kind in the order in which they stand.
func putAll(ctx context.Context, tx pgx.Tx, changes []portal.Change) error {
	for first := 0; first < len(changes); {
		kind := changes[first].Kind
		door, ok := doors[kind]
		if !ok {
			return portal.ErrNotFound
		}
		var same []*portal.Change
		for ; first < len(changes) && changes[first].Kind == kind; first++ {
			same = append(same, &changes[first])
		}
		if err := stillNamed(door.writeAll(ctx, tx, same)); err != nil {
			return err
		}
	}
	return nil
}

// tryAll writes changes as their approval would, and leaves in them what was before.
func tryAll(ctx context.Context, tx pgx.Tx, changes []portal.Change) error {
	lives, err := livesOf(ctx, tx, changes)
	if err != nil {
		return err
	}
	for i := range changes {
		c := &changes[i]
		live := lives[Named{c.Kind, c.RecordID}]
		if c.Before = live.Snapshot; live.Version != c.BaseVersion {
			return portal.ErrConflict
		}
		if err := submittable(doors[c.Kind], *c); err != nil {
			return err
		}
	}
	return putAll(ctx, tx, slices.Clone(changes)) // their numbers are not theirs yet
}

// settleAll carries a verdict out on changes that are locked.
func settleAll(ctx context.Context, tx pgx.Tx, actor portal.Actor, part []portal.Change, v Verdict) error {
	settled := slices.Clone(part)
	for i := range settled {
		c := &settled[i]
		v.Revision = c.Revision
		if err := decidable(*c, actor, v); err != nil {
			return err
		}
		c.State, c.Note = v.State, v.Note
		c.ReviewerID, c.Reviewer, c.DecidedAt = actor.ID, actor.Name, time.Now()
	}
	if v.State == portal.Applied {
		if err := putAll(ctx, tx, settled); err != nil {
			return err
		}
	}
	var send statements
	for _, c := range settled {
		if err := markDecided(ctx, &send, c, false); err != nil {
			return err
		}
	}
	if err := tx.SendBatch(ctx, &send.Batch).Close(); err != nil {
		return err
	}
	return followAll(ctx, tx, actor, settled)
}

// followAll is what a step of several changes leads to, each of which is told of in the audit trail.
func followAll(ctx context.Context, tx pgx.Tx, actor portal.Actor, changes []portal.Change) error {
	var send statements
	for _, c := range changes {
		if kind, told := tracesOfChange[c.State]; told {
			if err := note(ctx, &send, portal.By(actor, kind).On(portal.AboutChange, c.ID, c.OpenTitle())); err != nil {
				return err
			}
		}
	}
	if err := tx.SendBatch(ctx, &send.Batch).Close(); err != nil {
		return err
	}
	for _, c := range changes {
		if err := followChange(ctx, tx, actor, c); err != nil {
			return err
		}
	}
	return nil
}
