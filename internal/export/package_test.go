package export_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/tabular"
)

// descriptor is what datapackage.json says, as far as a reader acts on it.
type descriptor struct {
	Licenses  []struct{ Name, Path string }
	Homepage  string
	Resources []resource
}

type resource struct {
	Name, Path, Hash string
	Bytes            int
	Description      string
	DescriptionEN    string `json:"description_en"`
	Schema           struct {
		Fields      []field
		PrimaryKey  []string
		ForeignKeys []struct {
			Fields    []string
			Reference struct {
				Resource string
				Fields   []string
			}
		}
	}
}

type field struct {
	Name, Type    string
	Description   string
	DescriptionEN string `json:"description_en"`
	Constraints   struct {
		Required, Unique bool
		Pattern          string
		Enum             []string
	}
}

// dataPackage is the package of the register: what it says and the rows of its files.
func (r register) dataPackage() (descriptor, map[string][]map[string]string) {
	r.t.Helper()
	files := unzipped(r.t, r.file("kota-kembar.zip"))
	d := decoded[descriptor](r.t, files["datapackage.json"])
	rows := map[string][]map[string]string{}
	for _, one := range d.Resources {
		content := files[one.Path]
		sum := sha256.Sum256(content)
		if one.Bytes != len(content) || one.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			r.t.Errorf("%s is not the file that is described", one.Path)
		}
		rows[one.Name] = rowsIn(r.t, content)
	}
	if !strings.Contains(string(files["README.txt"]), "CC-BY-4.0") || len(files) != len(d.Resources)+2 {
		r.t.Errorf("the archive holds %d files for %d tables", len(files), len(d.Resources))
	}
	return d, rows
}

func TestPackageKeepsWhatItPromises(t *testing.T) {
	r := open(t)
	d, rows := r.dataPackage()
	if len(d.Licenses) != 1 || d.Licenses[0].Name != "CC-BY-4.0" || d.Homepage != r.Home {
		t.Errorf("the package is of %+v from %q", d.Licenses, d.Homepage)
	}
	keys := 0
	for _, one := range d.Resources {
		for _, f := range one.Schema.Fields {
			seen := map[string]bool{}
			for i, row := range rows[one.Name] {
				cell, ok := row[f.Name]
				if why := broken(f, tabular.Restore(cell), ok, seen); why != "" {
					t.Errorf("%s, row %d: %s %q %s", one.Name, i+1, f.Name, cell, why)
				}
			}
		}
		for _, key := range one.Schema.ForeignKeys {
			keys++
			of := key.Reference.Resource
			if of == "" {
				of = one.Name
			}
			for _, row := range rows[one.Name] {
				named := row[key.Fields[0]]
				if named != "" && !slices.ContainsFunc(rows[of], func(other map[string]string) bool { return other[key.Reference.Fields[0]] == named }) {
					t.Errorf("%s names %s %s, which is not there", one.Name, of, named)
				}
			}
		}
		primary := map[string]bool{}
		for _, row := range rows[one.Name] {
			var key string
			for _, column := range one.Schema.PrimaryKey {
				key += row[column] + "|"
			}
			if primary[key] {
				t.Errorf("%s has two rows of key %s", one.Name, key)
			}
			primary[key] = true
		}
	}
	var want int
	err := r.pool.QueryRow(t.Context(), `select count(*) from pg_constraint where contype = 'f'
		and conrelid::regclass::text in (select unnest($1::text[]))`, names(d.Resources)).Scan(&want)
	if err != nil || keys != want || keys < 15 {
		t.Errorf("%d foreign keys are described, the database has %d (%v)", keys, want, err)
	}
}

func names(resources []resource) (list []string) {
	for _, one := range resources {
		list = append(list, one.Name)
	}
	return list
}

// broken is how a cell breaks what its field promises; nothing where it keeps it.
func broken(f field, cell string, ok bool, seen map[string]bool) string {
	c := f.Constraints
	switch {
	case !ok:
		return "is no column"
	case cell == "" && c.Required:
		return "is missing"
	case cell == "":
		return ""
	case c.Unique && seen[cell]:
		return "is there twice"
	case c.Pattern != "" && !regexp.MustCompile("^(?:"+c.Pattern+")$").MatchString(cell):
		return "has another form"
	case c.Enum != nil && !slices.Contains(c.Enum, cell):
		return "is no choice"
	}
	seen[cell] = true
	var err error
	switch f.Type {
	case "integer":
		_, err = strconv.ParseInt(cell, 10, 64)
	case "number":
		_, err = strconv.ParseFloat(cell, 64)
	case "boolean":
		if cell != "true" && cell != "false" {
			err = fmt.Errorf("is neither true nor false")
		}
	case "array":
		var list []any
		err = json.Unmarshal([]byte(cell), &list)
	case "string":
	default:
		return "is of the unknown type " + f.Type
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// TestRegisterIsReadBackWithoutAChange makes snapshots of the rows, as an import does, and finds nothing to change.
func TestRegisterIsReadBackWithoutAChange(t *testing.T) {
	r := openOwn(t)
	r.makeHard()
	d, rows := r.dataPackage()
	compared := 0
	for _, s := range r.sets() {
		if s.Kind == "" {
			continue
		}
		fields := d.Resources[slices.Index(names(d.Resources), s.Name)].Schema.Fields
		for _, row := range rows[s.Name] {
			id, err := strconv.ParseInt(row["id"], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			read := portal.Snapshot{Fields: map[string]json.RawMessage{}}
			for _, f := range fields {
				if f.Name != "id" && f.Name != "version" {
					read.Fields[f.Name] = value(t, f, row[f.Name])
				}
			}
			read.Citations, read.Rulings = evidenceIn(t, rows, s.Kind, row["id"])
			live, version, err := r.Store.Live(t.Context(), s.Kind, id)
			if err != nil || strconv.FormatInt(version, 10) != row["version"] {
				t.Fatalf("%s %d: version %d, %v", s.Kind, id, version, err)
			}
			if differ := portal.Differences(live, read); len(differ) > 0 {
				t.Errorf("%s %d comes back with other %q", s.Kind, id, differ)
			}
			compared++
		}
	}
	if compared < 300 {
		t.Errorf("only %d records were compared", compared)
	}
}

// makeHard puts into the register what is hard on files.
func (r register) makeHard() {
	r.t.Helper()
	r.run(`update cities set region = $1, summary_id = $2, summary_en = $3, aliases = $4, area_km2 = 0.1, population = 9007199254740993
		where slug = 'braunschweig'`,
		"=cmd|' /C calc'!A0", "a \"quote\", a comma;\na line\nand 수원 <b>&amp;", "'=already quoted", []string{"-1+1", "a,b", `"`, "", "'"})
}

// value is a cell as JSON, by the type of its field.
func value(t *testing.T, f field, cell string) json.RawMessage {
	t.Helper()
	switch {
	case cell == "":
		return json.RawMessage("null")
	case f.Type != "string":
		return json.RawMessage(cell)
	}
	quoted, err := json.Marshal(tabular.Restore(cell))
	if err != nil {
		t.Fatal(err)
	}
	return quoted
}

func evidenceIn(t *testing.T, rows map[string][]map[string]string, kind portal.Kind, id string) (cited []portal.Citation, ruled []portal.Ruling) {
	t.Helper()
	for _, row := range rows["citations"] {
		if row["kind"] != string(kind) || row["record_id"] != id {
			continue
		}
		source, err := strconv.ParseInt(row["source_id"], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		c := portal.Citation{Field: row["field"], SourceID: source, Locator: tabular.Restore(row["locator"])}
		c.Says.ID, c.Says.EN = tabular.Restore(row["says_id"]), tabular.Restore(row["says_en"])
		cited = append(cited, c)
	}
	for _, row := range rows["rulings"] {
		if row["kind"] == string(kind) && row["record_id"] == id {
			ruling := portal.Ruling{Field: row["field"]}
			ruling.Why.ID, ruling.Why.EN = tabular.Restore(row["why_id"]), tabular.Restore(row["why_en"])
			ruled = append(ruled, ruling)
		}
	}
	return cited, ruled
}

func TestFormulaInTheRegisterDoesNotRunInASpreadsheet(t *testing.T) {
	r := openOwn(t)
	r.makeHard()
	for _, row := range rowsIn(t, r.file("cities.csv")) {
		if row["slug"] == "braunschweig" && (row["region"] != "'=cmd|' /C calc'!A0" || row["summary_en"] != "''=already quoted") {
			t.Errorf("the cells are %q and %q", row["region"], row["summary_en"])
		}
		for name, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+@\t\r") {
				t.Errorf("%s of %s begins as a formula: %q", name, row["slug"], cell)
			}
		}
	}
	whole := decoded[struct{ Tables map[string][]map[string]any }](t, r.file("kota-kembar.json"))
	if !slices.ContainsFunc(whole.Tables["cities"], func(c map[string]any) bool { return c["region"] == "=cmd|' /C calc'!A0" }) {
		t.Error("JSON, which nothing runs, does not hold the text as it is")
	}
}
