package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const specURL = "https://kembar.example/api/v1/openapi.json"

// spec is the description of the API, strict: what it does not name may not be sent.
type spec struct {
	object
	compiler *jsonschema.Compiler
}

func specOf(t *testing.T, f face) spec {
	t.Helper()
	raw := f.get(t, "/api/v1/openapi.json").is(http.StatusOK).Body.Bytes()
	raw = bytes.ReplaceAll(raw, []byte(`"additionalProperties": true`), []byte(`"additionalProperties": false`))
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource(specURL, document); err != nil {
		t.Fatal(err)
	}
	o, ok := document.(map[string]any)
	if !ok {
		t.Fatal("the description is no object")
	}
	return spec{o, compiler}
}

// operations are the paths of all operations.
func (s spec) operations() []string {
	var paths []string
	all, _ := s.at("paths").(map[string]any)
	for path := range all {
		paths = append(paths, path)
	}
	return paths
}

// check validates an answer by what the description says of it.
func (s spec) check(t *testing.T, path string, a answer) {
	t.Helper()
	way := "#/paths/" + strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path) + "/get/responses/200/content/application~1json/schema"
	if a.Code != http.StatusOK {
		way = "#/components/schemas/Problem"
	}
	schema, err := s.compiler.Compile(specURL + way)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	body, err := jsonschema.UnmarshalJSON(bytes.NewReader(a.Body.Bytes()))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if err := schema.Validate(body); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}

// TestEveryAnswerIsAsDescribed asks every operation and holds its answer, with every record that there is, against its schema.
func TestEveryAnswerIsAsDescribed(t *testing.T) {
	f := openOwn(t)
	f.fill(t)
	s := specOf(t, f)
	if n := len(s.operations()); n != 32 {
		t.Errorf("%d operations, want an index, a vocabulary, and for each of fifteen kinds a list and a record", n)
	}
	for _, path := range s.operations() {
		if named := s.at("paths", path, "get", "responses", "200", "content", "application/json", "schema", "$ref"); named == nil {
			t.Errorf("%s: its answer is of no schema that has a name", path)
		}
		if strings.Contains(path, "{") {
			continue
		}
		s.check(t, path, f.get(t, path).is(http.StatusOK))
		if path == "/api/v1" || path == "/api/v1/vocabulary" {
			continue
		}
		items := f.all(t, path)
		if len(items) == 0 {
			t.Errorf("%s: nothing to check", path)
		}
		for _, item := range items {
			href, _ := item.at("href").(string)
			one := f.get(t, href).is(http.StatusOK)
			s.check(t, path+"/{key}", one)
			if single := one.object(); single.at("id") != item.at("id") {
				t.Errorf("%s leads to the record %v, not to %v", href, single.at("id"), item.at("id"))
			}
		}
	}
	s.check(t, "/api/v1/activities", f.get(t, "/api/v1/activities?nature=none").is(http.StatusUnprocessableEntity))
	s.check(t, "/api/v1/activities/{key}", f.get(t, "/api/v1/activities/0").is(http.StatusNotFound))
}

// all are the documents of all parts of a list.
func (f face) all(t *testing.T, path string) (items []object) {
	t.Helper()
	for path != "" {
		part := f.get(t, path).is(http.StatusOK).object()
		items = append(items, part.items()...)
		path, _ = part.at("next").(string)
	}
	return items
}

// fill adds records of the kinds of which the seeds have none, with all that they can hold.
func (f face) fill(t *testing.T) {
	t.Helper()
	for _, sql := range []string{
		`insert into opportunities (city_id, program_id, activity_id, title_id, title_en, kind, who_id, who_en, opens_on, deadline_on, url)
		select city_id, program_id, id, 'Magang', 'Internship', 'training', 'Mahasiswa', 'Students', '2026-11', '2027', 'https://example.org/'
		from activities where program_id is not null order by id limit 1`,
		`insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on)
		values ('Lomba', 'Competition', 'competition', 'Semua', 'Everybody', '2020-05-01')`,
		`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Naskah', 'Text', repeat('a', 64), 'application/pdf', 1000, 'id', kind, id, 'Isi', 'Content'
		from (select 'agreement' as kind, max(id) as id from agreements union select 'program', max(id) from programs
			union select 'step', max(id) from steps) of`,
		`update promises set state = 'delivered' where id = (select min(id) from promises)`,
		`update limits set working_days = 45 where stage = 'dprd'`,
		`update programs set cost = 60000000, currency = 'JPY' where id = (select min(id) from programs)`,
	} {
		if _, err := f.pool.Exec(t.Context(), sql); err != nil {
			t.Fatalf("%v\n%s", err, sql)
		}
	}
}

func TestDescriptionIsCompleteInWords(t *testing.T) {
	s := specOf(t, open(t))
	ids := map[any]bool{}
	for _, path := range s.operations() {
		o := object(s.at("paths", path, "get").(map[string]any))
		if ids[o.at("operationId")] || o.at("operationId") == nil {
			t.Errorf("%s has no name of its own: %v", path, o.at("operationId"))
		}
		ids[o.at("operationId")] = true
		parts := map[string]any{"summary": o.at("summary"), "description": o.at("description"), "answer": o.at("responses", "200", "description")}
		parameters, _ := o.at("parameters").([]any)
		for i := range parameters {
			parts["parameter "+o.at("parameters", i, "name").(string)] = o.at("parameters", i, "description")
		}
		for part, said := range parts {
			written(t, path+": "+part, said)
		}
	}
	schemas, _ := s.at("components", "schemas").(map[string]any)
	for name := range schemas {
		written(t, name, s.at("components", "schemas", name, "description"))
		fields, _ := s.at("components", "schemas", name, "properties").(map[string]any)
		if len(fields) == 0 {
			t.Errorf("%s describes nothing", name)
		}
		for field := range fields {
			written(t, name+"."+field, s.at("components", "schemas", name, "properties", field, "description"))
		}
	}
	if s.at("openapi") != "3.1.0" || s.at("info", "license", "url") != "https://creativecommons.org/licenses/by/4.0/" || s.at("servers", 0, "url") != "/" {
		t.Errorf("version %v, licence %v, server %v", s.at("openapi"), s.at("info", "license"), s.at("servers"))
	}
}

// written tells whether something was said in words: a key that the catalog lacks has a point and no space.
func written(t *testing.T, what string, said any) {
	t.Helper()
	words, _ := said.(string)
	if words == "" || strings.Contains(words, ".") && !strings.Contains(words, " ") {
		t.Errorf("%s is described as %q", what, words)
	}
}

func TestDescriptionIsAlsoYAML(t *testing.T) {
	f := open(t)
	a := f.get(t, "/api/v1/openapi.yaml", "Accept", "application/yaml").is(http.StatusOK)
	if !strings.HasPrefix(a.Body.String(), "openapi: 3.1.0\n") && !strings.Contains(a.Body.String(), "\nopenapi: 3.1.0\n") {
		t.Errorf("begins with %.80q", a.Body)
	}
	if json.Valid(a.Body.Bytes()) {
		t.Error("this is JSON")
	}
}
