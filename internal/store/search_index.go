package store

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// indexVersion is counted up whenever a record is to be found by other words than before, so that the next start learns all
// records again: with a found function, documentOf, the fields of which a record is, or the catalog's words for kinds and choices.
const indexVersion = 3

// reindex brings all documents in line with the live records where that has not been done since the last step of the schema, or
// was done by another version of the index. Otherwise it asks one question. Changes that are applied meanwhile wait for it.
func reindex(ctx context.Context, config *pgx.ConnConfig) (err error) {
	conn, err := pgx.ConnectConfig(ctx, config)
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
		if err := learnEverything(ctx, tx); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "comment on table search_documents is '"+mark+"'")
		return err
	})
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
	return lendNames(ctx, tx, "")
}
