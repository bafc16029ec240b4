package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"kotakembar/migrations"
)

// What a database or a program can have against a dump.
var (
	ErrNotEmpty = errors.New("the database is not empty; only an empty one can take a backup, so that nothing is lost by mistake")
	ErrNewer    = errors.New("the backup was made by a newer program, with steps of the schema that this one does not know; use that program, or one that is newer still")
)

// Load is a database that is being filled from a dump, in one transaction.
type Load struct {
	tx      pgx.Tx
	schema  *goose.Provider
	foreign []foreignKey
}

// foreignKey is a rule that is taken away while tables are filled in any order.
type foreignKey struct{ Table, Name, Rule string }

// Fill has an empty database filled: all of it, with every step of the schema that this program knows, or nothing. Nodes that start
// meanwhile wait.
func Fill(ctx context.Context, pool *pgxpool.Pool, fill func(*Load) error) (err error) {
	lent, err := lend(ctx, unhurried(pool))
	if err != nil {
		return err
	}
	defer func() { err = joined(err, lent.Conn.Close()) }()
	return pgx.BeginFunc(ctx, lent.Conn.Conn(), func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", lock.DefaultLockID); err != nil {
			return err
		}
		if err := empty(ctx, tx); err != nil {
			return err
		}
		db := sql.OpenDB(lent)
		defer func() { _ = db.Close() }() // which does not close what it was lent
		schema, err := goose.NewProvider(goose.DialectPostgres, db, migrations.FS,
			goose.WithDisableGlobalRegistry(true), goose.WithSlog(slog.New(slog.DiscardHandler)))
		if err != nil {
			return err
		}
		return fill(&Load{tx: tx, schema: schema})
	})
}

// empty tells whether nobody has made anything in the database yet, beside what extensions bring.
func empty(ctx context.Context, tx pgx.Tx) error {
	full, err := one(ctx, tx, pgx.RowTo[bool],
		`select exists (
			select
			from pg_class c
			where c.relnamespace = current_schema()::regnamespace
				and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))`)
	if err == nil && full {
		return ErrNotEmpty
	}
	return err
}

// Prepare takes the same steps of the schema as the database of the dump had taken, and empties its tables of what they bring.
func (l *Load) Prepare(ctx context.Context, c Contents) error {
	for _, step := range c.Steps {
		_, err := l.schema.ApplyVersion(ctx, step, true)
		if errors.Is(err, goose.ErrVersionNotFound) {
			return ErrNewer
		}
		if err != nil {
			return fmt.Errorf("step %d of the schema: %w", step, err)
		}
	}
	there, err := keptTables(ctx, l.tx)
	if err != nil {
		return err
	}
	if fmt.Sprint(there) != fmt.Sprint(c.Tables) {
		return errors.New("the tables of the backup are not those that its steps of the schema make: it was made by a program that had been changed")
	}
	return l.lift(ctx, c.Tables)
}

// lift empties the tables, and takes away what would mind the order in which they are filled.
func (l *Load) lift(ctx context.Context, tables []TableRows) (err error) {
	l.foreign, err = all(ctx, l.tx, pgx.RowToStructByPos[foreignKey],
		`select c.relname, k.conname, pg_get_constraintdef(k.oid)
		from pg_constraint k
		join pg_class c on c.oid = k.conrelid
		where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
		order by 1, 2`)
	if err != nil {
		return err
	}
	for _, k := range l.foreign {
		if _, err := l.tx.Exec(ctx, "alter table "+quoted(k.Table)+" drop constraint "+quoted(k.Name)); err != nil {
			return err
		}
	}
	if err := l.triggers(ctx, tables, "disable"); err != nil {
		return err
	}
	_, err = l.tx.Exec(ctx, "truncate "+names(tables))
	return err
}

func (l *Load) triggers(ctx context.Context, tables []TableRows, state string) error {
	for _, t := range tables {
		if _, err := l.tx.Exec(ctx, "alter table "+quoted(t.Name)+" "+state+" trigger user"); err != nil {
			return err
		}
	}
	return nil
}

// Rows fills a table with what Dump.Rows wrote.
func (l *Load) Rows(ctx context.Context, t TableRows, from io.Reader) (n int64, err error) {
	tag, err := l.tx.Conn().PgConn().CopyFrom(ctx, from, "copy "+t.list()+" from stdin")
	if err != nil {
		return 0, fmt.Errorf("fill table %s: %w", t.Name, err)
	}
	return tag.RowsAffected(), nil
}

// Finish puts every rule back, which looks at all rows, sets the counters, and takes the steps of the schema that came after the dump.
func (l *Load) Finish(ctx context.Context, c Contents) error {
	if err := l.triggers(ctx, c.Tables, "enable"); err != nil {
		return err
	}
	for _, k := range l.foreign {
		if _, err := l.tx.Exec(ctx, "alter table "+quoted(k.Table)+" add constraint "+quoted(k.Name)+" "+k.Rule); err != nil {
			return fmt.Errorf("%s of table %s: %w", k.Name, k.Table, err)
		}
	}
	for _, n := range c.Counters {
		if _, err := l.tx.Exec(ctx, "select setval($1::regclass, $2, $3)", quoted(n.Name), n.Last, n.Called); err != nil {
			return fmt.Errorf("counter %s: %w", n.Name, err)
		}
	}
	_, err := l.schema.Up(ctx)
	return err
}
