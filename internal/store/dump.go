package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// passing are tables whose rows no backup needs: who is signed in, who tried how often, what a node does at this moment, and what the
// steps of the schema write themselves.
var passing = []string{
	"goose_db_version", "kept_posts", "letter_posts", "passkey_questions", "river_leader", "river_migration", "river_notification",
	"river_queue", "sessions", "sign_in_failures",
}

// Contents is what a dump of the database holds.
type Contents struct {
	Steps    []int64     `json:"steps"`    // of the schema, in the order in which they were taken
	Tables   []TableRows `json:"tables"`   // whose rows are in it
	LeftOut  []string    `json:"left_out"` // tables whose rows are not, on purpose
	Counters []Counter   `json:"counters"`
}

// TableRows is a table and those of its columns that are written.
type TableRows struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns"`
}

// Counter is the state of a sequence.
type Counter struct {
	Name   string `json:"name"`
	Last   int64  `json:"last"`
	Called bool   `json:"called"`
}

// Dump is the whole database as it is at one moment, whatever changes meanwhile. It holds a connection until it is closed.
type Dump struct {
	Contents
	conn *pgx.Conn
	tx   pgx.Tx
}

// OpenDump settles the moment. Until it is closed no step of the schema can be taken.
func OpenDump(ctx context.Context, pool *pgxpool.Pool) (d *Dump, err error) {
	conn, err := connect(ctx, unhurried(pool))
	if err != nil {
		return nil, err
	}
	d = &Dump{conn: conn}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("look at the whole database: %w", err), d.Close(ctx))
		}
	}()
	before, err := keptTables(ctx, conn)
	if err != nil {
		return d, err
	}
	if len(before) == 0 {
		return d, errors.New("it holds no register yet")
	}
	if d.tx, err = conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}); err != nil {
		return d, err
	}
	// A lock does not settle the moment yet, so that no table can be made anew between the two.
	if _, err := d.tx.Exec(ctx, "lock table "+names(before)+" in access share mode"); err != nil {
		return d, err
	}
	if err := d.survey(ctx); err != nil {
		return d, err
	}
	if fmt.Sprint(before) != fmt.Sprint(d.Tables) {
		return d, errors.New("the schema changed at the same moment; try again")
	}
	return d, nil
}

// survey finds out what there is.
func (d *Dump) survey(ctx context.Context) (err error) {
	if d.Tables, err = keptTables(ctx, d.tx); err != nil {
		return err
	}
	d.LeftOut = passing
	if d.Steps, err = stepsTaken(ctx, d.tx); err != nil {
		return err
	}
	d.Counters, err = counters(ctx, d.tx)
	return err
}

// Rows writes the rows of a table as text, a line for each, as PostgreSQL's copy does.
func (d *Dump) Rows(ctx context.Context, t TableRows, to io.Writer) (n int64, err error) {
	tag, err := d.conn.PgConn().CopyTo(ctx, to, "copy "+t.list()+" to stdout")
	if err != nil {
		return 0, fmt.Errorf("read table %s: %w", t.Name, err)
	}
	return tag.RowsAffected(), nil
}

// Files are the hashes of all kept files that the register names.
func (d *Dump) Files(ctx context.Context) ([]string, error) {
	return all(ctx, d.tx, pgx.RowTo[string], namedFiles+"\norder by hash")
}

// Close lets the moment go.
func (d *Dump) Close(ctx context.Context) error { return d.conn.Close(context.WithoutCancel(ctx)) }

// StillNamed tells whether the register names a file now.
func (s *Store) StillNamed(ctx context.Context, hash string) (bool, error) {
	return one(ctx, s.pool, pgx.RowTo[bool], "select $1 in ("+namedFiles+")", hash)
}

// namedFiles are the hashes of files as tables name them; those that only a change names have their row in files.
const namedFiles = `select hash from files
	union select hash from letter_files
	union select hash from documents where hash <> ''`

// keptTables are those whose rows are to be kept, with the columns that are not made of others.
func keptTables(ctx context.Context, q db) ([]TableRows, error) {
	return all(ctx, q, pgx.RowToStructByPos[TableRows],
		`select c.relname, array_agg(a.attname::text order by a.attnum)
		from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relnamespace = current_schema()::regnamespace
			and c.relkind in ('r', 'p')
			and c.relname <> all($1)
			and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
		group by c.relname
		order by c.relname`, passing)
}

func stepsTaken(ctx context.Context, q db) ([]int64, error) {
	return all(ctx, q, pgx.RowTo[int64],
		`select version_id
		from goose_db_version
		where version_id > 0 and is_applied
		group by version_id
		order by max(id)`)
}

func counters(ctx context.Context, q db) ([]Counter, error) {
	found, err := all(ctx, q, pgx.RowTo[string],
		`select c.relname
		from pg_class c
		where c.relnamespace = current_schema()::regnamespace
			and c.relkind = 'S'
			and not exists ( -- of a table whose rows are left out
				select
				from pg_depend d
				join pg_class t on t.oid = d.refobjid
				where d.objid = c.oid and d.deptype in ('a', 'i') and t.relname = any($1))
		order by c.relname`, passing)
	if err != nil {
		return nil, err
	}
	var list []Counter
	for _, name := range found {
		c, err := one(ctx, q, pgx.RowToStructByPos[Counter],
			"select '"+strings.ReplaceAll(name, "'", "''")+"', last_value, is_called\nfrom "+quoted(name))
		if err != nil {
			return nil, fmt.Errorf("read sequence %s: %w", name, err)
		}
		list = append(list, c)
	}
	return list, nil
}

// list is the table with its columns, as copy wants to have them named.
func (t TableRows) list() string {
	columns := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = quoted(c)
	}
	return quoted(t.Name) + " (" + strings.Join(columns, ", ") + ")"
}

func names(tables []TableRows) string {
	list := make([]string, len(tables))
	for i, t := range tables {
		list[i] = quoted(t.Name)
	}
	return strings.Join(list, ", ")
}

func quoted(name string) string { return pgx.Identifier{name}.Sanitize() }

// unhurried is the pool's way to the database for work that may take hours, and lets its transaction rest meanwhile.
func unhurried(pool *pgxpool.Pool) *pgx.ConnConfig {
	config := patient(pool)
	delete(config.RuntimeParams, "idle_in_transaction_session_timeout")
	return config
}
