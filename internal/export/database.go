package export

import (
	"errors"
	"io"
	"os"
	"slices"

	"kotakembar/internal/sqlitefile"
	"kotakembar/internal/store"
)

// writeDatabase writes a SQLite database: the tables with their keys, about, and dictionary, always in the same order, so that equal
// registers give equal bytes. It is made in a file that has lost its name, because its first page is the last one to be known.
func writeDatabase(x *extract, w io.Writer) (err error) {
	made, err := os.CreateTemp("", "kotakembar-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, made.Close()) }()
	if err := os.Remove(made.Name()); err != nil {
		return err
	}
	if err := x.fillDatabase(made); err != nil {
		return err
	}
	_, err = io.Copy(w, made)
	return err
}

func (x *extract) fillDatabase(made *os.File) error {
	db := sqlitefile.New(made)
	about := sqlitefile.Table{Name: "about", Key: []string{"name"}, Columns: []sqlitefile.Column{{Name: "name", Type: "text"}, {Name: "value"}}}
	if err := db.Add(about, slices.Values(x.aboutRows())); err != nil {
		return err
	}
	for _, s := range x.sets {
		var failed error
		if err := errors.Join(db.Add(databaseTable(s), rowsOf(x, s, typed, &failed)), failed); err != nil {
			return err
		}
	}
	dictionary := sqlitefile.Table{Name: "dictionary"}
	for _, name := range dictionaryHeader {
		dictionary.Columns = append(dictionary.Columns, sqlitefile.Column{Name: name})
	}
	if err := db.Add(dictionary, x.dictionaryRows()); err != nil {
		return err
	}
	return db.Close()
}

// databaseTypes are the types of columns in SQLite, which has no dates, truths or lists: a date is its text, yes is 1, and a list is JSON.
var databaseTypes = map[store.ColumnType]string{
	store.Integer: "integer", store.Decimal: "real", store.YesNo: "integer", store.Text: "text", store.Day: "text",
	store.Texts: "text", store.Integers: "text", store.Objects: "text",
}

func databaseTable(s Set) sqlitefile.Table {
	t := sqlitefile.Table{Name: s.Name, Key: s.Key}
	for _, c := range s.Columns {
		t.Columns = append(t.Columns, sqlitefile.Column{
			Name: c.Name, Type: databaseTypes[c.Type], Needed: c.Needed, Unique: c.Unique, Refers: c.Refers,
		})
	}
	return t
}
