package export

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"kotakembar/internal/store"
)

// writeDatabase writes a SQLite database: the tables with their keys, about, and dictionary.
func writeDatabase(x *extract, w io.Writer) (err error) {
	dir, err := os.MkdirTemp("", "kotakembar-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "register.sqlite")
	if err := x.fillDatabase(path); err != nil {
		return err
	}
	made, err := os.Open(path)
	if err != nil {
		return err
	}
	defer made.Close()
	_, err = io.Copy(w, made)
	return err
}

// fillDatabase makes the file in one transaction on one connection, always in the same order, so that equal registers give equal
// bytes. Nothing is kept for a crash: a file that was not finished is thrown away.
func (x *extract) fillDatabase(path string) (err error) {
	db, err := sql.Open("sqlite", path+"?_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=page_size(4096)")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.BeginTx(x.ctx, nil)
	if err != nil {
		return err
	}
	if err := x.fillTables(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func (x *extract) fillTables(tx *sql.Tx) error {
	if err := fillTable(x.ctx, tx, "about", []string{"name text primary key", "value"}, slices.Values(x.aboutRows())); err != nil {
		return err
	}
	for _, s := range x.sets {
		var failed error
		if err := fillTable(x.ctx, tx, s.Name, definitions(s), rowsOf(x, s, typed, &failed)); err != nil {
			return err
		}
		if failed != nil {
			return failed
		}
	}
	return fillTable(x.ctx, tx, "dictionary", quoted(dictionaryHeader), x.dictionaryRows())
}

// fillTable creates a table and puts its rows in.
func fillTable(ctx context.Context, tx *sql.Tx, name string, columns []string, rows iter.Seq[[]any]) error {
	if _, err := tx.ExecContext(ctx, `create table "`+name+`" (`+"\n\t"+strings.Join(columns, ",\n\t")+"\n)"); err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	var insert *sql.Stmt
	for row := range rows {
		if insert == nil {
			var err error
			places := strings.TrimSuffix(strings.Repeat("?, ", len(row)), ", ")
			if insert, err = tx.PrepareContext(ctx, `insert into "`+name+`" values (`+places+")"); err != nil {
				return err
			}
			defer insert.Close()
		}
		if _, err := insert.ExecContext(ctx, row...); err != nil {
			return fmt.Errorf("row of %s: %w", name, err)
		}
	}
	return nil
}

// databaseTypes are the types of columns in SQLite, which has no dates, truths or lists: a date is its text, yes is 1, and a list is JSON.
var databaseTypes = map[store.ColumnType]string{
	store.Integer: "integer", store.Decimal: "real", store.YesNo: "integer", store.Text: "text", store.Day: "text",
	store.Texts: "text", store.Integers: "text", store.Objects: "text",
}

// definitions are the columns and keys of a table.
func definitions(s Set) []string {
	var list []string
	for _, c := range s.Columns {
		d := `"` + c.Name + `" ` + databaseTypes[c.Type]
		if c.Needed {
			d += " not null"
		}
		if c.Unique && c.Name != "id" {
			d += " unique"
		}
		if c.Refers != "" {
			d += ` references "` + c.Refers + `" (id)`
		}
		list = append(list, d)
	}
	return append(list, "primary key ("+strings.Join(quoted(s.Key), ", ")+")")
}

func quoted(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = `"` + name + `"`
	}
	return list
}
