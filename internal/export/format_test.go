package export_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"kotakembar/internal/export"
	"kotakembar/internal/geo"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
)

// counts are how many rows of each table a file holds, and some of its cells as text.
type counts struct {
	rows  map[string]int
	cells map[string]string
}

// asked are cells of which the seeds are sure, as table.slug.column, and how the database writes them.
var asked = map[string]string{
	"cities.braunschweig.lon":           "select lon::text from cities where slug = 'braunschweig'",
	"cities.braunschweig.population":    "select population::text from cities where slug = 'braunschweig'",
	"cities.suwon.native_name":          "select native_name from cities where slug = 'suwon'",
	"agreements.braunschweig.signed_on": "select signed_on from agreements where slug = 'braunschweig'",
	"agreements.melbourne.sectors":      "select to_json(sectors)::text from agreements where slug = 'melbourne'",
	"sources.bsw-de.url":                "select url from sources where slug = 'bsw-de'",
}

func TestEveryFormatHoldsEveryRow(t *testing.T) {
	r := open(t)
	for ending, read := range map[string]func(*testing.T, []byte) counts{
		"zip": readPackage, "json": readJSON, "ndjson": readLines, "xlsx": readWorkbook, "sqlite": readDatabase,
	} {
		found := read(t, r.file("kota-kembar."+ending))
		for _, s := range r.sets() {
			if got, want := found.rows[s.Name], r.count(s.Name); got != want {
				t.Errorf("%s holds %d rows of %s, want %d", ending, got, s.Name, want)
			}
		}
		for cell, sql := range asked {
			var want string
			if err := r.pool.QueryRow(t.Context(), sql).Scan(&want); err != nil || want == "" {
				t.Fatalf("%s: %q, %v", sql, want, err)
			}
			if got := found.cells[cell]; got != want {
				t.Errorf("%s holds %q as %s, want %q", ending, got, cell, want)
			}
		}
	}
}

// take counts a row and keeps the cells that are asked for.
func (c *counts) take(table string, row map[string]string) {
	c.rows[table]++
	for cell := range asked {
		of, rest, _ := strings.Cut(cell, ".")
		slug, column, _ := strings.Cut(rest, ".")
		if of == table && row["slug"] == slug {
			c.cells[cell] = row[column]
		}
	}
}

func newCounts() counts { return counts{rows: map[string]int{}, cells: map[string]string{}} }

func readPackage(t *testing.T, file []byte) counts {
	c := newCounts()
	for name, content := range unzipped(t, file) {
		if table, ok := strings.CutSuffix(name, ".csv"); ok {
			for _, row := range rowsIn(t, content) {
				c.take(table, row)
			}
		}
	}
	return c
}

// texts are JSON values as text.
func texts(row map[string]json.RawMessage) map[string]string {
	said := map[string]string{}
	for name, v := range row {
		var s string
		if json.Unmarshal(v, &s) != nil {
			s = string(v)
		}
		said[name] = s
	}
	return said
}

func readJSON(t *testing.T, file []byte) counts {
	c := newCounts()
	whole := decoded[struct {
		Tables map[string][]map[string]json.RawMessage `json:"tables"`
	}](t, file)
	for table, rows := range whole.Tables {
		for _, row := range rows {
			c.take(table, texts(row))
		}
	}
	return c
}

func readLines(t *testing.T, file []byte) counts {
	c := newCounts()
	lines := json.NewDecoder(bytes.NewReader(file))
	for {
		var line struct {
			Table string                     `json:"table"`
			Row   map[string]json.RawMessage `json:"row"`
		}
		err := lines.Decode(&line)
		if errors.Is(err, io.EOF) {
			return c
		}
		if err != nil {
			t.Fatal(err)
		}
		c.take(line.Table, texts(line.Row))
	}
}

func readWorkbook(t *testing.T, file []byte) counts {
	c := newCounts()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		lines, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil || len(lines) == 0 {
			t.Fatalf("sheet %s: %d lines, %v", sheet, len(lines), err)
		}
		for _, line := range lines[1:] {
			row := map[string]string{}
			for i, cell := range line {
				row[lines[0][i]] = cell
			}
			c.take(sheet, row)
		}
	}
	if c.rows["dictionary"] < 150 {
		t.Errorf("the dictionary has %d lines", c.rows["dictionary"])
	}
	return c
}

func readDatabase(t *testing.T, file []byte) counts {
	c := newCounts()
	path := filepath.Join(t.TempDir(), "register.sqlite")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var whole string
	if err := db.QueryRow("pragma integrity_check").Scan(&whole); err != nil || whole != "ok" {
		t.Errorf("the database is %q, %v", whole, err)
	}
	if broken, err := db.Query("pragma foreign_key_check"); err != nil || broken.Next() {
		t.Errorf("a key names nothing, or %v", err)
	}
	for cell := range asked {
		table, rest, _ := strings.Cut(cell, ".")
		slug, column, _ := strings.Cut(rest, ".")
		c.cells[cell] = scalar(t, db, "select cast("+column+" as text) from "+table+" where slug = '"+slug+"'")
	}
	tables, err := db.Query("select name from sqlite_schema where type = 'table'")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for tables.Next() {
		var name string
		if err := tables.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	for _, name := range names {
		if c.rows[name], err = strconv.Atoi(scalar(t, db, `select count(*) from "`+name+`"`)); err != nil {
			t.Fatal(err)
		}
	}
	if n := scalar(t, db, `select count(*) from agreements a join cities c on c.id = a.city_id join citations q on q.kind = 'agreement' and q.record_id = a.id`); n == "0" {
		t.Error("tables cannot be joined")
	}
	return c
}

func scalar(t *testing.T, db *sql.DB, question string) (answer string) {
	t.Helper()
	if err := db.QueryRow(question).Scan(&answer); err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return answer
}

func TestTableIsTakenAlongByItself(t *testing.T) {
	r := open(t)
	for _, s := range r.sets() {
		if got, want := len(rowsIn(t, r.file(s.Name+".csv"))), r.count(s.Name); got != want {
			t.Errorf("%s.csv holds %d rows, want %d", s.Name, got, want)
		}
		one := decoded[struct {
			About struct {
				Licence string `json:"licence"`
				Home    string `json:"home"`
			} `json:"about"`
			Table string           `json:"table"`
			Rows  []map[string]any `json:"rows"`
		}](t, r.file(s.Name+".json"))
		if len(one.Rows) != r.count(s.Name) || one.Table != s.Name || one.About.Licence != "CC-BY-4.0" || one.About.Home != r.Home {
			t.Errorf("%s.json holds %d rows of %s, about %+v", s.Name, len(one.Rows), one.Table, one.About)
		}
	}
}

func TestFileThatIsNoneIsNotFound(t *testing.T) {
	r := open(t)
	for _, name := range []string{
		"", "x", "staff.csv", "changes.json", "sessions.csv", "cities.xlsx", "cities", ".csv", "kota-kembar", "kota-kembar.csv", "cities.csv.zip",
	} {
		if _, err := r.Write(t.Context(), io.Discard, name); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestMapFileHoldsCitiesAndTheWaysToThem(t *testing.T) {
	r := open(t)
	type feature struct {
		Properties map[string]any `json:"properties"`
		Geometry   struct {
			Type        string          `json:"type"`
			Coordinates json.RawMessage `json:"coordinates"`
		} `json:"geometry"`
	}
	whole := decoded[struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}](t, r.file("kota-kembar.geojson"))
	points, ways := 0, 0
	for _, f := range whole.Features {
		switch f.Properties["feature"] {
		case "city":
			points++
			at := decoded[[2]float64](t, f.Geometry.Coordinates)
			if f.Properties["slug"] == "braunschweig" && (math.Abs(at[0]-10.5268) > .05 || math.Abs(at[1]-52.2689) > .05) {
				t.Errorf("Braunschweig lies at %v", at)
			}
			if f.Properties["standing"] == "partner" && f.Properties["is_home"] == false && f.Properties["status"] == nil {
				t.Errorf("%v has no status", f.Properties["slug"])
			}
		case "line":
			ways++
			checkWay(t, f.Properties["slug"].(string), decoded[[][][2]float64](t, f.Geometry.Coordinates), f.Properties["distance_km"].(float64))
		}
	}
	var partners int
	err := r.pool.QueryRow(t.Context(), "select count(*) from cities where standing in ('partner', 'prospect') and not is_home").Scan(&partners)
	if err != nil || points != r.count("cities") || ways != partners || ways == 0 || whole.Type != "FeatureCollection" {
		t.Errorf("%d points, %d ways to %d partners and prospects, %v", points, ways, partners, err)
	}
}

// checkWay holds that a way is as long as it says, in steps that no map draws across the world.
func checkWay(t *testing.T, slug string, parts [][][2]float64, want float64) {
	t.Helper()
	length := 0.0
	for _, part := range parts {
		for i, p := range part {
			if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
				t.Errorf("%s: a place %v", slug, p)
			}
			if i == 0 {
				continue
			}
			if math.Abs(p[0]-part[i-1][0]) > 180 {
				t.Errorf("%s: a step from %v to %v", slug, part[i-1], p)
			}
			length += geo.Distance(geo.Point{Lat: part[i-1][1], Lon: part[i-1][0]}, geo.Point{Lat: p[1], Lon: p[0]})
		}
	}
	if math.Abs(length-want) > want/500+1 {
		t.Errorf("%s: the way is %f km long, says %f", slug, length, want)
	}
}

func TestEqualRegistersGiveEqualFiles(t *testing.T) {
	one := openOwn(t)
	other := over(t, storetest.URL(t))
	other.run("update cities set population = population where id in (select min(id) from cities)") // its row lies elsewhere now
	names := []string{"cities.csv", "cities.json"}
	for _, f := range export.Formats {
		names = append(names, f.FileName)
	}
	for _, name := range names {
		if !bytes.Equal(one.file(name), other.file(name)) {
			t.Errorf("%s differs between equal registers", name)
		}
	}
	other.run("update cities set region = 'X' where slug = 'braunschweig'")
	for _, name := range names {
		if !strings.HasSuffix(name, ".geojson") && bytes.Equal(one.file(name), other.file(name)) {
			t.Errorf("%s is the same for different registers", name)
		}
	}
}
