package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// indexVersion is counted up whenever a record is to be found by other words than before, so that the next start learns all
// records again: with a found function, documentOf, the fields of which a record is, or the catalog's words for kinds and choices.
const indexVersion = 3

// reindex brings documents in line with the live records where that has not been done since the last step of the schema, or was done by
// another version of the index. Otherwise it asks one question. Of documents that were in line before the steps, which is when it is
// told what the tables held then, it reads those of kinds whose tables the steps wrote to. Changes that are applied meanwhile wait for it.
func reindex(ctx context.Context, config *pgx.ConnConfig, before contents) (err error) {
	conn, err := connect(ctx, config)
	if err != nil {
		return err
	}
	defer func() { err = joined(err, conn.Close(ctx)) }()
	if mark, known, err := indexMark(ctx, conn); err != nil || mark == known {
		return err
	}
	return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "lock table search_documents in share row exclusive mode"); err != nil {
			return err
		}
		mark, known, err := indexMark(ctx, tx) // another node may have been here first
		if err != nil || mark == known {
			return err
		}
		if err := learnWhatChanged(ctx, tx, before); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "comment on table search_documents is '"+mark+"'")
		return err
	})
}

// contents tell for each kind what its table holds from what it held before, however it was written to; nil where that is not known.
type contents map[portal.Kind]string

// tableContents reads them: each write of a row leaves the number of its transaction in it.
func tableContents(ctx context.Context, q db) (contents, error) {
	var parts []string
	for kind, door := range doors {
		parts = append(parts, "select '"+string(kind)+"', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0)\nfrom "+door.name)
	}
	rows, err := q.Query(ctx, strings.Join(parts, "\nunion all\n"))
	if err != nil {
		return nil, err
	}
	found := contents{}
	var kind portal.Kind
	var held string
	_, err = pgx.ForEachRow(rows, []any{&kind, &held}, func() error {
		found[kind] = held
		return nil
	})
	return found, err
}

// indexedContents are those of tables whose documents are in line with them; nil where they are not, or there are none yet.
func indexedContents(ctx context.Context, config *pgx.ConnConfig) (found contents, err error) {
	conn, err := connect(ctx, config)
	if err != nil {
		return nil, err
	}
	defer func() { err = joined(err, conn.Close(ctx)) }()
	var ready bool
	if err := conn.QueryRow(ctx, "select to_regclass('search_documents') is not null").Scan(&ready); err != nil || !ready {
		return nil, err
	}
	if mark, known, err := indexMark(ctx, conn); err != nil || mark != known {
		return nil, err
	}
	return tableContents(ctx, conn)
}

// learnWhatChanged learns the kinds whose tables hold something else than before; all of them where fields are among these, whose names
// stand in documents of every kind, or nobody knows.
func learnWhatChanged(ctx context.Context, tx pgx.Tx, before contents) error {
	if before == nil {
		return learnEverything(ctx, tx)
	}
	now, err := tableContents(ctx, tx)
	if err != nil {
		return err
	}
	if now[portal.KindSector] != before[portal.KindSector] {
		return learnEverything(ctx, tx)
	}
	lent := false
	for kind, door := range doors {
		if now[kind] == before[kind] {
			continue
		}
		lent = true
		if err := door.learnAll(ctx, tx); err != nil {
			return err
		}
	}
	if !lent {
		return nil
	}
	return lendNames(ctx, tx, "")
}

// indexMark says what the documents should be made of: the version of the index and the step of the schema that was taken last;
// and what they were made of, which is kept as the comment on their table. A step that is taken again counts as another one,
// since it puts its records in anew.
func indexMark(ctx context.Context, q db) (mark, known string, err error) {
	var step int64
	err = q.QueryRow(ctx,
		`select (select max(id) from goose_db_version), coalesce(obj_description('search_documents'::regclass, 'pg_class'), '')`).
		Scan(&step, &known)
	return fmt.Sprintf("made by version %d of the index after step %d", indexVersion, step), known, err
}

func learnEverything(ctx context.Context, tx pgx.Tx) error {
	for _, door := range doors {
		if err := door.learnAll(ctx, tx); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, "delete from search_documents\nwhere kind <> all($1)", Findable()); err != nil {
		return err
	}
	if err := learnSpellings(ctx, tx); err != nil {
		return err
	}
	return lendNames(ctx, tx, "")
}

// learnSpellings forgets words that no name holds any longer.
func learnSpellings(ctx context.Context, tx pgx.Tx) error {
	if _, err := tx.Exec(ctx, "delete from search_spellings"); err != nil {
		return err
	}
	_, err := tx.Exec(ctx,
		`insert into search_spellings
		select distinct string_to_table(names, ' ')
		from search_documents`)
	return err
}
