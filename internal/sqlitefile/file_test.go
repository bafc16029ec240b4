package sqlitefile_test

import (
	"database/sql"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"kotakembar/internal/sqlitefile"
)

// content is a table with all its rows.
type content struct {
	sqlitefile.Table
	rows [][]any
}

// written writes tables and opens them with SQLite, which must find no fault and the same rows.
func written(t *testing.T, tables ...content) *sql.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.sqlite")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	f := sqlitefile.New(out)
	for _, c := range tables {
		if err := f.Add(c.Table, slices.Values(c.rows)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if said := all(t, db, "pragma integrity_check(20)"); !reflect.DeepEqual(said, [][]any{{"ok"}}) {
		t.Fatalf("integrity: %v", said)
	}
	if said := all(t, db, "pragma foreign_key_check"); said != nil {
		t.Errorf("keys that name nothing: %v", said)
	}
	for _, c := range tables {
		holds(t, db, c)
	}
	return db
}

// holds checks that a table holds its rows in their order, and nothing else.
func holds(t *testing.T, db *sql.DB, want content) {
	t.Helper()
	found := all(t, db, `select * from "`+strings.ReplaceAll(want.Name, `"`, `""`)+`" order by rowid`)
	if len(found) != len(want.rows) {
		t.Fatalf("%s has %d rows, want %d", want.Name, len(found), len(want.rows))
	}
	for i, row := range want.rows {
		for j, v := range row {
			if truth, ok := v.(bool); ok { // SQLite knows numbers alone
				if v = int64(0); truth {
					v = int64(1)
				}
			}
			if found[i][j] != v {
				t.Fatalf("row %d of %s holds %.60v as %s, want %.60v", i, want.Name, found[i][j], want.Columns[j].Name, v)
			}
		}
	}
}

// all are the rows that answer a question.
func all(t *testing.T, db *sql.DB, question string, args ...any) (list [][]any) {
	t.Helper()
	rows, err := db.Query(question, args...)
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		row, targets := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			targets[i] = &row[i]
		}
		if err := rows.Scan(targets...); err != nil {
			t.Fatal(err)
		}
		list = append(list, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// of is a table with some columns of any type, of which the first is the key.
func of(name, kind string, rows [][]any) content {
	c := content{Table: sqlitefile.Table{Name: name, Key: []string{"a"}}, rows: rows}
	for i := range rows[0] {
		c.Columns = append(c.Columns, sqlitefile.Column{Name: string(rune('a' + i))})
	}
	c.Columns[0].Type = kind
	return c
}

func TestValuesComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	rows := [][]any{{int64(math.MinInt64), nil, "", true, 0.0}, {int64(-1), "Bandung", "ü\n\"'", false, math.Inf(-1)}}
	for i := range 63 {
		n := int64(1) << i
		for j, v := range []int64{n - 1, n, -n, -n - 1} {
			rows = append(rows, []any{int64(4*i + j), v, float64(v) / 3, nil, strings.Repeat("é", i*j)})
		}
	}
	rows = append(rows, []any{int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MinInt64), math.SmallestNonzeroFloat64, math.MaxFloat64})
	db := written(t, of("t", "integer", rows))
	if found := all(t, db, "select e from t where a = ?", int64(math.MaxInt64)); len(found) != 1 || found[0][0] != math.MaxFloat64 {
		t.Errorf("the last row is %v", found)
	}
}

func TestTextsOfEveryLengthFindTheirPages(t *testing.T) {
	t.Parallel()
	var numbered, keyed [][]any
	add := func(size int) {
		text := fmt.Sprintf("%07d", len(keyed)) + strings.Repeat("x", size)
		numbered = append(numbered, []any{int64(len(numbered)), text})
		keyed = append(keyed, []any{text, int64(size)})
	}
	for around := 0; around < 30_000; around += 4092 / 4 {
		for size := max(0, around-30); size < around+30; size++ {
			add(size)
		}
	}
	add(3_000_000)
	written(t, of("numbered", "integer", numbered), of("keyed", "text", keyed))
}

func TestTablesOfManyColumns(t *testing.T) {
	t.Parallel()
	var tables []content
	for columns := 1; columns < 300; columns += 1 + columns/130*20 { // the size of a record's header takes two bytes from 127 on
		c := content{Table: sqlitefile.Table{Name: fmt.Sprintf("t%d", columns)}, rows: [][]any{make([]any, columns)}}
		for i := range columns {
			c.Columns = append(c.Columns, sqlitefile.Column{Name: fmt.Sprintf("c%d", i)})
		}
		c.rows[0][columns-1] = "last"
		tables = append(tables, c)
	}
	written(t, tables...)
}

func TestTreesOfEveryHeight(t *testing.T) {
	t.Parallel()
	var tables []content
	for rows := range 120 {
		list := [][]any{}
		for i := range rows + 1 {
			list = append(list, []any{fmt.Sprintf("%06d", (i*7919)%1000) + strings.Repeat("k", 950), int64(i)})
		}
		tables = append(tables, of(fmt.Sprintf("t%d", rows), "text", list)) // four keys to a page, and a schema of many pages
		tables = append(tables, content{Table: sqlitefile.Table{Name: fmt.Sprintf("empty%d", rows), Columns: tables[0].Columns, Key: []string{"a"}}})
	}
	written(t, tables...)
}

func TestManyRowsAreFoundByEveryKey(t *testing.T) {
	t.Parallel()
	const many = 100_000
	cities := content{Table: sqlitefile.Table{Name: "cities", Key: []string{"id"}, Columns: []sqlitefile.Column{
		{Name: "id", Type: "integer", Needed: true}, {Name: "slug", Type: "text", Needed: true, Unique: true}, {Name: "code", Type: "integer", Unique: true},
	}}}
	sources := content{Table: sqlitefile.Table{Name: "sources", Key: []string{"kind", "city", "position"}, Columns: []sqlitefile.Column{
		{Name: "kind", Type: "text"}, {Name: "city", Type: "integer", Refers: "cities"}, {Name: "position", Type: "integer"}, {Name: "note", Type: "text"},
	}}}
	for i := range int64(many) {
		var code any
		if i%3 > 0 {
			code = (i * 7_919_117) % 1_000_003
		}
		cities.rows = append(cities.rows, []any{i * i, fmt.Sprintf("city-%d", (i*104_729)%many), code})
		sources.rows = append(sources.rows, []any{[]string{"b", "a", "ab"}[i%3], i * i, -i, strings.Repeat("words ", int(i%20))})
	}
	db := written(t, cities, sources)
	for _, asked := range []struct {
		question, by string
		want         int64
	}{
		{"select id from cities where slug = 'city-104729'", "sqlite_autoindex_cities_1", -1},
		{"select id from cities where slug = 'city-4729'", "sqlite_autoindex_cities_1", 1},
		{"select id from cities where code = 7919117 - 7*1000003", "sqlite_autoindex_cities_2", 1},
		{"select id from cities where id = 9999800001", "INTEGER PRIMARY KEY", 9_999_800_001},
		{"select city from sources where kind = 'ab' and city = 25 and position = -5", "sqlite_autoindex_sources_1", 25},
	} {
		if plan := fmt.Sprint(all(t, db, "explain query plan "+asked.question)); !strings.Contains(plan, asked.by) {
			t.Errorf("%s is answered by %s", asked.question, plan)
		}
		if found := all(t, db, asked.question); (asked.want < 0) != (found == nil) || found != nil && found[0][0] != asked.want {
			t.Errorf("%s: %v, want %d", asked.question, found, asked.want)
		}
	}
}

func TestAnyTablesAreReadBySQLite(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 0))
		var tables []content
		for i := range 1 + r.IntN(5) {
			tables = append(tables, anyTable(r, fmt.Sprintf(`any "%d"`, i)))
		}
		written(t, tables...)
		if t.Failed() {
			t.Fatalf("with the seed %d", seed)
		}
	}
}

// anyTable is a table of some columns of any type, filled with some rows, and with a key or not.
func anyTable(r *rand.Rand, name string) content {
	c := content{Table: sqlitefile.Table{Name: name}}
	for i := range 1 + r.IntN(7)*r.IntN(7) {
		c.Columns = append(c.Columns, sqlitefile.Column{Name: fmt.Sprintf("c%d", i), Unique: i > 0 && r.IntN(20) == 0})
	}
	for n := range r.IntN(200) {
		row := make([]any, len(c.Columns))
		for i := range row {
			if row[i] = anyValue(r); c.Columns[i].Unique && row[i] != nil {
				row[i] = fmt.Sprint(row[i], n)
			}
		}
		row[0] = fmt.Sprint(n*31%200, strings.Repeat("z", r.IntN(3)*r.IntN(1000)))
		c.rows = append(c.rows, row)
	}
	if r.IntN(3) > 0 {
		c.Key = []string{"c0"}
	}
	return c
}

func anyValue(r *rand.Rand) any {
	switch r.IntN(6) {
	case 0:
		return nil
	case 1:
		return r.IntN(2) == 0
	case 2:
		return int64(r.Uint64()) >> r.IntN(64)
	case 3:
		return r.NormFloat64()
	case 4:
		return strings.Repeat("ö", r.IntN(20)*r.IntN(20)*r.IntN(20))
	}
	return fmt.Sprint(r.Uint64())
}

func TestRowsThatATableCannotHoldAreRefused(t *testing.T) {
	t.Parallel()
	numbered := sqlitefile.Table{Name: "t", Key: []string{"id"}, Columns: []sqlitefile.Column{{Name: "id", Type: "integer"}, {Name: "x", Needed: true, Unique: true}}}
	pairs := sqlitefile.Table{Name: "t", Key: []string{"a", "b"}, Columns: []sqlitefile.Column{{Name: "a"}, {Name: "b"}}}
	for name, c := range map[string]struct {
		sqlitefile.Table
		rows [][]any
		want string
	}{
		"too few":           {numbered, [][]any{{int64(1)}}, "1 values"},
		"none where needed": {numbered, [][]any{{int64(1), nil}}, "no x"},
		"not in order":      {numbered, [][]any{{int64(2), "a"}, {int64(1), "b"}}, "1 comes after it"},
		"twice":             {numbered, [][]any{{int64(2), "a"}, {int64(2), "b"}}, "2 comes after it"},
		"no number":         {numbered, [][]any{{"1", "a"}}, "1 comes after it"},
		"not unique":        {numbered, [][]any{{int64(1), "a"}, {int64(2), "b"}, {int64(3), "a"}}, "the same"},
		"key twice":         {pairs, [][]any{{int64(1), "a"}, {int64(1), "b"}, {int64(1), "a"}}, "the same"},
		"key of fractions":  {pairs, [][]any{{0.5, "a"}}, "no whole number"},
		"of another type":   {numbered, [][]any{{int64(1), []byte("a")}}, "[]uint8"},
	} {
		f := sqlitefile.New(discard{})
		if err := f.Add(c.Table, slices.Values(c.rows)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestFullDiskIsToldOf(t *testing.T) {
	t.Parallel()
	var rows iter.Seq[[]any] = func(yield func([]any) bool) {
		for i := int64(0); yield([]any{i, strings.Repeat("x", 9000)}); i++ {
		}
	}
	f := sqlitefile.New(full{})
	if err := f.Add(of("t", "integer", [][]any{{int64(1), ""}}).Table, rows); err == nil {
		t.Error("rows without end were written")
	}
	if f.Close() == nil {
		t.Error("the file is said to be whole")
	}
}

// discard takes everything, and full nothing.
type (
	discard struct{}
	full    struct{}
)

func (discard) WriteAt(p []byte, _ int64) (int, error) { return len(p), nil }
func (full) WriteAt([]byte, int64) (int, error)        { return 0, os.ErrClosed }
