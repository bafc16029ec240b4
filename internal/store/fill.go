package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// ErrHoldsRecords is the answer to filling a register in which staff keep records.
var ErrHoldsRecords = errors.New("the register holds records that staff have written")

// Filling is a register that is being filled for measuring, in one transaction: all of it comes in, or nothing. It is the one way
// beside the door of changes by which live rows are written, so it also writes what that door would have left behind.
type Filling struct {
	tx    pgx.Tx
	until time.Time
	first map[portal.Kind]int64
	later []string // statements that put back what was taken away meanwhile
}

// Fill lets do fill the register as it would have grown until an instant. One in which staff have written is filled only where over
// says so, since nothing ever takes the records out again.
func (s *Store) Fill(ctx context.Context, until time.Time, over bool, do func(*Filling) error) error {
	return s.within(ctx, "fill the register", func(tx pgx.Tx) error {
		f := &Filling{tx: tx, until: until, first: map[portal.Kind]int64{}}
		if err := f.open(ctx, over); err != nil {
			return err
		}
		if err := do(f); err != nil {
			return err
		}
		return f.close(ctx)
	})
}

// open looks whether the register may be filled, and makes the session ready for large work. Plans are made while tables are small and
// kept while they grow, so none may read a whole table.
func (f *Filling) open(ctx context.Context, over bool) error {
	_, err := f.tx.Exec(ctx, `set local statement_timeout = 0;
		set local idle_in_transaction_session_timeout = 0;
		set local synchronous_commit = off;
		set local enable_seqscan = off;
		set local maintenance_work_mem = '512MB'`)
	if err != nil {
		return err
	}
	var written bool
	err = f.tx.QueryRow(ctx, "select exists (select from changes c where not "+seeded+")").Scan(&written)
	if err == nil && written && !over {
		return ErrHoldsRecords
	}
	if err != nil {
		return err
	}
	dates, err := f.tx.Conn().LoadType(ctx, "edtf")
	if err != nil {
		return err
	}
	f.tx.Conn().TypeMap().RegisterType(dates)
	for _, kind := range portal.Kinds {
		var last int64
		if err := f.tx.QueryRow(ctx, "select coalesce(max(id), 0) from "+doors[kind].tableName()).Scan(&last); err != nil {
			return err
		}
		f.first[kind] = last + 1
	}
	if err := f.stopMarks(ctx); err != nil {
		return err
	}
	return f.dropWordIndexes(ctx)
}

// stopMarks has no tie marked that comes in: summaries are made of all of them afterwards.
func (f *Filling) stopMarks(ctx context.Context) error {
	found, err := all(ctx, f.tx, pgx.RowToStructByPos[struct{ Table, Trigger string }],
		"select tgrelid::regclass::text, tgname\nfrom pg_trigger\nwhere tgname like '%\\_stale\\_insert'")
	for _, one := range found {
		if err == nil {
			f.later = append(f.later, "alter table "+one.Table+" enable trigger "+one.Trigger)
			_, err = f.tx.Exec(ctx, "alter table "+one.Table+" disable trigger "+one.Trigger)
		}
	}
	return err
}

// dropWordIndexes leaves the indexes of words until the end: made once they cost a fraction of what they cost line by line.
func (f *Filling) dropWordIndexes(ctx context.Context) error {
	found, err := all(ctx, f.tx, pgx.RowToStructByPos[struct{ Name, Made string }],
		`select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
		from pg_index i
		join pg_class c on c.oid = i.indexrelid
		join pg_am m on m.oid = c.relam
		where i.indrelid = 'search_documents'::regclass
			and m.amname = 'gin'`)
	if err != nil {
		return err
	}
	for _, index := range found {
		f.later = append(f.later, index.Made)
		if _, err := f.tx.Exec(ctx, "drop index "+index.Name); err != nil {
			return err
		}
	}
	return nil
}

// First is the first number of a kind that is free.
func (f *Filling) First(kind portal.Kind) int64 { return f.first[kind] }

// Sources puts sources in.
func (f *Filling) Sources(ctx context.Context, list []portal.Source) error {
	return copyIn(ctx, f.tx, sources, list)
}

// Ties puts in all that ties hold but sources, with the evidence for it.
func (f *Filling) Ties(ctx context.Context, ties []portal.Tie) error {
	var all portal.Tie
	var places []portal.City
	for _, t := range ties {
		places = append(places, t.City)
		all.Agreements = append(all.Agreements, t.Agreements...)
		all.Steps = append(all.Steps, t.Steps...)
		all.Approvals = append(all.Approvals, t.Approvals...)
		all.Promises = append(all.Promises, t.Promises...)
		all.Programs = append(all.Programs, t.Programs...)
		all.Outcomes = append(all.Outcomes, t.Outcomes...)
		all.Activities = append(all.Activities, t.Activities...)
		all.Venues = append(all.Venues, t.Venues...)
		all.Mirrors = append(all.Mirrors, t.Mirrors...)
		all.Evidence = append(all.Evidence, t.Evidence...)
	}
	return errors.Join(
		copyIn(ctx, f.tx, cities, places),
		copyIn(ctx, f.tx, agreements, all.Agreements),
		copyIn(ctx, f.tx, steps, all.Steps),
		copyIn(ctx, f.tx, approvals, all.Approvals),
		copyIn(ctx, f.tx, promises, all.Promises),
		copyIn(ctx, f.tx, programs, all.Programs),
		copyIn(ctx, f.tx, outcomes, all.Outcomes),
		copyIn(ctx, f.tx, activities, all.Activities),
		copyIn(ctx, f.tx, venues, all.Venues),
		copyIn(ctx, f.tx, mirrors, all.Mirrors),
		f.cite(ctx, all.Evidence),
	)
}

// copyIn puts records of a kind in as they are, numbers and versions included, and what readers find them by.
func copyIn[R any](ctx context.Context, tx pgx.Tx, t table[R], records []R) error {
	list := make([]any, len(records))
	for i := range records {
		list[i] = &records[i]
	}
	return t.door().copyIn(ctx, tx, list)
}

func (t door) copyIn(ctx context.Context, tx pgx.Tx, records []any) error {
	names := strings.Split(t.names(""), ", ")
	rows := pgx.CopyFromSlice(len(records), func(i int) ([]any, error) { return t.targets(records[i]), nil })
	if _, err := tx.CopyFrom(ctx, pgx.Identifier{t.name}, names, rows); err != nil {
		return fmt.Errorf("copy %s: %w", t.name, err)
	}
	return t.learn(ctx, tx, records...)
}

// cite puts in citations, those of a record in their order.
func (f *Filling) cite(ctx context.Context, list []portal.Cited) error {
	positions := map[Named]int{}
	rows := pgx.CopyFromSlice(len(list), func(i int) ([]any, error) {
		c := list[i]
		of := Named{c.Kind, c.RecordID}
		positions[of]++
		return []any{string(c.Kind), c.RecordID, positions[of], c.Field, c.SourceID, c.Says.ID, c.Says.EN, c.Locator}, nil
	})
	_, err := f.tx.CopyFrom(ctx, pgx.Identifier{"citations"},
		[]string{"kind", "record_id", "position", "field", "source_id", "says_id", "says_en", "locator"}, rows)
	return err
}
