// Package export writes the register as files that people take along, each made of one moment of the register, row by row.
//
// Here belong the formats, the dictionary of what the columns mean, the copies that a node keeps ready, and the monthly
// snapshots. What does not belong here: SQL, addresses, and the answers that carry the files.
package export

import (
	"context"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"kotakembar/internal/form"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Name is what the register is called in files and in their names.
const Name = "kota-kembar"

// Licence of all content, with the address of its text and how whoever uses it names where it comes from.
const (
	Licence     = "CC-BY-4.0"
	LicenceName = "Creative Commons Attribution 4.0 International"
	LicenceURL  = "https://creativecommons.org/licenses/by/4.0/"
	Attribution = "Kota Kembar Bandung"
)

// Register is what files are made of.
type Register struct {
	Store *store.Store
	Blank func(portal.Kind) (form.Form, error) // the questions of a kind of record, which say what its columns are
	Home  string                               // address of the data page in the files; empty where the site has none that is sure
	Now   func() time.Time                     // on what day the state of the ties is computed
}

// Format is a file of the register: all of it, or what one purpose needs.
type Format struct {
	FileName  string
	MediaType string
	Daily     bool // what it says also depends on the day
	write     func(x *extract, w io.Writer) error
}

// Formats are the files that hold the whole register, the most useful first.
var Formats = []Format{
	{FileName: Name + ".zip", MediaType: "application/zip", write: writePackage},
	{FileName: Name + ".xlsx", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: writeWorkbook},
	{FileName: Name + ".json", MediaType: "application/json", write: writeJSON},
	{FileName: Name + ".ndjson", MediaType: "application/x-ndjson", write: writeLines},
	{FileName: Name + ".sqlite", MediaType: "application/vnd.sqlite3", write: writeDatabase},
	{FileName: Name + ".geojson", MediaType: "application/geo+json", Daily: true, write: writeGeo},
}

// The files for one purpose: a description of the CSV files beside which it lies, and statements for Wikidata.
var (
	Package  = Format{FileName: "datapackage.json", MediaType: "application/json", write: writeDescriptor}
	Wikidata = Format{FileName: "wikidata-p190.txt", MediaType: "text/plain; charset=utf-8", Daily: true, write: writeStatements}
)

// SetFormat is a way in which one table is written.
type SetFormat struct {
	Ending    string
	MediaType string
	write     func(x *extract, w io.Writer, s Set) error
}

// SetFormats are the ways in which one table is written.
var SetFormats = []SetFormat{
	{Ending: "csv", MediaType: "text/csv; charset=utf-8", write: (*extract).csv},
	{Ending: "json", MediaType: "application/json", write: (*extract).setJSON},
}

// file finds a file by its name: one of the whole register or for one purpose, or one table in a format.
func file(name string) (Format, error) {
	for _, f := range append([]Format{Package, Wikidata}, Formats...) {
		if f.FileName == name {
			return f, nil
		}
	}
	for _, f := range SetFormats {
		if table, ok := strings.CutSuffix(name, "."+f.Ending); ok {
			return Format{FileName: name, MediaType: f.MediaType, write: func(x *extract, w io.Writer) error {
				i := slices.IndexFunc(x.sets, func(s Set) bool { return s.Name == table })
				if i < 0 {
					return portal.ErrNotFound
				}
				return f.write(x, w, x.sets[i])
			}}, nil
		}
	}
	return Format{}, portal.ErrNotFound
}

// Write writes a file by its name, such as kota-kembar.xlsx, cities.csv or cities.json, and returns the state of the register that
// it holds. A name of no file is portal.ErrNotFound.
func (r Register) Write(ctx context.Context, w io.Writer, name string) (e store.Edition, err error) {
	format, err := file(name)
	if err != nil {
		return e, err
	}
	err = r.Store.Moment(ctx, func(at *store.Store) error {
		x, err := r.extract(ctx, at)
		if err != nil {
			return err
		}
		e = x.edition
		return format.write(x, w)
	})
	return e, err
}

// extract is the register at one moment, while a file is made of it.
type extract struct {
	Register
	ctx     context.Context
	at      *store.Store
	edition store.Edition
	sets    []Set
}

func (r Register) extract(ctx context.Context, at *store.Store) (*extract, error) {
	edition, err := at.Edition(ctx)
	if err != nil {
		return nil, err
	}
	sets, err := r.setsOf(ctx, at)
	return &extract{Register: r, ctx: ctx, at: at, edition: edition, sets: sets}, err
}

// each calls do with every row of a table until it fails.
func (x *extract) each(s Set, do func([]json.RawMessage) error) error {
	for values, err := range x.at.Rows(x.ctx, s.Table) {
		if err != nil {
			return err
		}
		if err := do(values); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf are the rows of a table as cells of some kind. They end early where the database fails; failed then holds why.
func rowsOf[C any](x *extract, s Set, cell func(json.RawMessage, store.ColumnType) C, failed *error) iter.Seq[[]C] {
	return func(yield func([]C) bool) {
		for values, err := range x.at.Rows(x.ctx, s.Table) {
			if err != nil {
				*failed = err
				return
			}
			row := make([]C, len(values))
			for i, v := range values {
				row[i] = cell(v, s.Columns[i].Type)
			}
			if !yield(row) {
				return
			}
		}
	}
}
