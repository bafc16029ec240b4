package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/admin"
	"kotakembar/internal/export"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// today is a day after the last fact of the seeds.
var today = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

// register is the register over a database, with a connection for a test's own questions.
type register struct {
	export.Register
	pool *pgxpool.Pool
	t    *testing.T
}

// open is the register as it was seeded, which many tests read at once.
func open(t *testing.T) register {
	t.Helper()
	t.Parallel()
	return over(t, storetest.Shared(t))
}

// openOwn is a register of its own, for a test that writes.
func openOwn(t *testing.T) register {
	t.Helper()
	t.Parallel()
	return over(t, storetest.URL(t))
}

func over(t *testing.T, database string) register {
	t.Helper()
	pool, err := store.Open(database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	s := store.New(pool)
	return register{t: t, pool: pool, Register: export.Register{
		Store: s, Blank: admin.Office{Store: s}.Blank, Home: "https://kembar.example/data", Now: func() time.Time { return today },
	}}
}

// file is a file of the register.
func (r register) file(name string) []byte {
	r.t.Helper()
	var out bytes.Buffer
	if _, err := r.Write(r.t.Context(), &out, name); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
	return out.Bytes()
}

// sets are the public tables with their words.
func (r register) sets() []export.Set {
	r.t.Helper()
	sets, err := r.Sets(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	return sets
}

// count is how many rows the database has in a table.
func (r register) count(table string) (n int) {
	r.t.Helper()
	if err := r.pool.QueryRow(r.t.Context(), "select count(*) from "+table).Scan(&n); err != nil {
		r.t.Fatal(err)
	}
	return n
}

// run changes the database behind the register's back.
func (r register) run(sql string, args ...any) {
	r.t.Helper()
	if _, err := r.pool.Exec(r.t.Context(), sql, args...); err != nil {
		r.t.Fatal(err)
	}
}

// unzipped are the files of an archive by their names.
func unzipped(t *testing.T, archive []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// rowsIn are the rows of a CSV file as objects.
func rowsIn(t *testing.T, file []byte) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil || len(lines) == 0 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	rows := make([]map[string]string, 0, len(lines)-1)
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func decoded[T any](t *testing.T, file []byte) (v T) {
	t.Helper()
	if err := json.Unmarshal(file, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
