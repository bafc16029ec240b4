package store

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// door is a table as changes know it, without its record type: what goes through it as a record is a pointer, into which only the
// table's own functions look. All that can do without the type stands at the door, so that it is compiled once and not for each kind.
type door struct {
	kind    portal.Kind
	name    string
	label   func(i18n.Lang) string
	search  string
	order   string
	empty   func() any // a new record
	meta    func(any) *portal.Meta
	columns func(any) []column
	check   func(any) error
	found   func(any) findable // nil for a kind that is no answer to a reader
}

// door is the table without its record type.
func (t table[R]) door() door {
	d := door{
		kind: t.kind, name: t.name, label: t.label, search: t.search, order: t.order,
		empty:   func() any { return new(R) },
		meta:    func(r any) *portal.Meta { return t.meta(r.(*R)) },
		columns: func(r any) []column { return t.columns(r.(*R)) },
		check:   func(r any) error { return t.check(*r.(*R)) },
	}
	if t.found != nil {
		d.found = func(r any) findable { return t.found(*r.(*R)) }
	}
	return d
}

var doors = map[portal.Kind]door{
	portal.KindCity:        cities.door(),
	portal.KindAgreement:   agreements.door(),
	portal.KindStep:        steps.door(),
	portal.KindApproval:    approvals.door(),
	portal.KindPromise:     promises.door(),
	portal.KindProgram:     programs.door(),
	portal.KindActivity:    activities.door(),
	portal.KindOutcome:     outcomes.door(),
	portal.KindOpportunity: opportunities.door(),
	portal.KindVenue:       venues.door(),
	portal.KindMirror:      mirrors.door(),
	portal.KindSector:      sectors.door(),
	portal.KindSource:      sources.door(),
	portal.KindDocument:    documents.door(),
	portal.KindLimit:       limits.door(),
}

// live returns the public record as a snapshot; version 0 where there is none.
func (t door) live(ctx context.Context, q conn, id int64) (portal.Snapshot, int64, error) {
	return t.snapshotOf(ctx, q, id, "")
}

// snapshotOf asks for the record and for its evidence in one journey.
func (t door) snapshotOf(ctx context.Context, q conn, id int64, lock string) (portal.Snapshot, int64, error) {
	var j journey
	live := t.askLive(&j, id, lock)
	if err := j.travel(ctx, q); err != nil {
		return portal.Snapshot{}, 0, err
	}
	return live.snapshot()
}

// liveRow is a public record as it was found, and what it rests on.
type liveRow struct {
	door
	found    []any // at most one
	evidence portal.Evidence
}

// askLive takes along the questions for a public record.
func (t door) askLive(j *journey, id int64, lock string) *liveRow {
	l := &liveRow{door: t}
	if id != 0 {
		ask(j, &l.found, t.read, "select "+t.names("")+"\nfrom "+t.name+"\nwhere id = $1"+lock, id)
		askEvidence(j, &l.evidence, t.kind, id)
	}
	return l
}

// snapshot is the record as a snapshot with its version; 0 where there is none.
func (l *liveRow) snapshot() (portal.Snapshot, int64, error) {
	if len(l.found) == 0 {
		return portal.Snapshot{}, 0, nil
	}
	snapshot, err := l.door.snapshot(l.found[0], l.evidence)
	return snapshot, l.meta(l.found[0]).Version, err
}

// valid checks the record that a snapshot holds by its own rules.
func (t door) valid(s portal.Snapshot) error {
	r, err := t.record(s)
	if err != nil {
		return err
	}
	return t.check(r)
}

// write carries a change out on the live row and on what it is found by, and returns the record's number and its version after it.
func (t door) write(ctx context.Context, tx pgx.Tx, c portal.Change) (id, version int64, err error) {
	var j journey
	live := t.askLive(&j, c.RecordID, forUpdate)
	if err := j.travel(ctx, tx); err != nil {
		return 0, 0, err
	}
	return t.writeOver(ctx, tx, c, live)
}

// writeOver is the same over the record as it was found, and locked.
func (t door) writeOver(ctx context.Context, tx pgx.Tx, c portal.Change, live *liveRow) (id, version int64, err error) {
	before, version, err := live.snapshot()
	if err != nil {
		return 0, 0, err
	}
	w, err := t.writeRow(ctx, tx, c, before, version)
	if err != nil || w.now == nil {
		return w.id, w.version, err
	}
	return w.id, w.version, t.follow(ctx, tx, w)
}

// forUpdate locks the row that a question finds.
const forUpdate = "\nfor update"

// effect is what a change made of a record.
type effect struct {
	id, version int64
	before, now any // nil where it is not public
}

// writeRow carries a change out on the live row, as it is before, and on its evidence.
func (t door) writeRow(ctx context.Context, tx pgx.Tx, c portal.Change, before portal.Snapshot, version int64) (w effect, err error) {
	if version != c.BaseVersion {
		return w, portal.ErrConflict
	}
	if c.Op == portal.OpRetire {
		return effect{id: c.RecordID}, t.retire(ctx, tx, c.RecordID)
	}
	if version > 0 {
		if w.before, err = t.record(before); err != nil {
			return w, err
		}
	}
	if w.now, err = t.record(c.After); err != nil {
		return w, err
	}
	if err := t.check(w.now); err != nil {
		return w, err
	}
	*t.meta(w.now) = portal.Meta{ID: c.RecordID, Version: version}
	if w.id, w.version, err = t.put(ctx, tx, w.now); err != nil {
		return w, err
	}
	t.meta(w.now).ID = w.id
	if err := keepEvidence(ctx, tx, Named{t.kind, w.id}, before.Evidence(), c.After.Evidence()); err != nil {
		return w, err
	}
	return w, keepOldSlug(ctx, tx, t.kind, w.id, before, c.After)
}

// put inserts a record that is not public, or updates it.
func (t door) put(ctx context.Context, tx pgx.Tx, r any) (id, version int64, err error) {
	meta := t.meta(r)
	if meta.Version > 0 {
		return meta.ID, meta.Version + 1, t.update(ctx, tx, r)
	}
	if meta.Version, err = nextVersion(ctx, tx, t.kind, meta.ID); err != nil {
		return 0, 0, err
	}
	version = meta.Version
	id, err = t.insert(ctx, tx, r)
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

func (t door) retire(ctx context.Context, tx pgx.Tx, id int64) error {
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
	return dropEvidence(ctx, tx, Named{t.kind, id})
}

// Option is a record as a choice: its number, how it is called, and the last part of its address where it has one.
type Option struct {
	ID    int64
	Title string
	Slug  string
}
