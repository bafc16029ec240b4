package export

import (
	"encoding/json"
	"strconv"
	"strings"

	"kotakembar/internal/store"
)

// What a Data Package says of itself, version 2 of the standard, in the parts that version 1 understands as well. Titles and
// descriptions are Indonesian; the English ones stand beside them under names of our own, which the standard allows.

type dataPackage struct {
	Schema        string        `json:"$schema"`
	Name          string        `json:"name"`
	Title         string        `json:"title"`
	Description   string        `json:"description"`
	DescriptionEN string        `json:"description_en"`
	Homepage      string        `json:"homepage,omitempty"`
	Version       string        `json:"version"`
	Created       string        `json:"created"`
	Licenses      []licence     `json:"licenses"`
	Contributors  []contributor `json:"contributors"`
	Keywords      []string      `json:"keywords"`
	Resources     []resource    `json:"resources"`
}

type licence struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Title string `json:"title"`
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
	Role  string   `json:"role"` // as version 1 has it
}

type resource struct {
	Name          string      `json:"name"`
	Type          string      `json:"type"`
	Path          string      `json:"path"`
	Format        string      `json:"format"`
	MediaType     string      `json:"mediatype"`
	Encoding      string      `json:"encoding"`
	Title         string      `json:"title"`
	TitleEN       string      `json:"title_en"`
	Description   string      `json:"description"`
	DescriptionEN string      `json:"description_en"`
	Bytes         int64       `json:"bytes,omitempty"`
	Hash          string      `json:"hash,omitempty"`
	Schema        tableSchema `json:"schema"`
}

type tableSchema struct {
	Schema        string       `json:"$schema"`
	Fields        []tableField `json:"fields"`
	PrimaryKey    []string     `json:"primaryKey"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
}

type tableField struct {
	Name          string       `json:"name"`
	Type          string       `json:"type"`
	Title         string       `json:"title"`
	TitleEN       string       `json:"title_en"`
	Description   string       `json:"description"`
	DescriptionEN string       `json:"description_en"`
	Unit          string       `json:"unit,omitempty"`
	Constraints   *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

// reference names the other table; the table itself is named by nothing.
type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// edtfPattern is the form of dates with the precision that is known.
const edtfPattern = `\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?]?`

// tableTypes are the types of columns in the words of Table Schema. Lists are JSON in their cell.
var tableTypes = map[store.ColumnType]string{
	store.Integer: "integer", store.Decimal: "number", store.YesNo: "boolean", store.Text: "string", store.Day: "string",
	store.Texts: "array", store.Integers: "array", store.Objects: "array",
}

func (x *extract) dataPackage(resources []resource) dataPackage {
	described := word("export.description")
	return dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: Name, Title: word("site.name").ID,
		Description: described.ID, DescriptionEN: described.EN, Homepage: x.Home,
		Version: version(x.edition), Created: x.updated(),
		Licenses:     []licence{{Licence, LicenceURL, LicenceName}},
		Contributors: []contributor{{word("site.owner").ID, []string{"publisher"}, "publisher"}},
		Keywords:     []string{"sister cities", "kota kembar", "Bandung", "twinning", "open data"}, Resources: resources,
	}
}

// version is a state of the register as a version number: the count of its changes in the last place.
func version(e store.Edition) string { return "1.0." + strconv.FormatInt(e.Changes, 10) }

func resourceOf(s Set) resource {
	return resource{
		Name: s.Name, Type: "table", Path: s.Name + ".csv", Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Title: s.Title.ID, TitleEN: s.Title.EN, Description: s.Row.ID, DescriptionEN: s.Row.EN, Schema: schemaOf(s),
	}
}

func schemaOf(s Set) tableSchema {
	schema := tableSchema{
		Schema: "https://datapackage.org/profiles/2.0/tableschema.json", PrimaryKey: s.Key, MissingValues: []string{""},
	}
	for i, c := range s.Columns {
		schema.Fields = append(schema.Fields, fieldSchema(c, s.Fields[i]))
		if c.Refers != "" {
			other := c.Refers
			if other == s.Name {
				other = ""
			}
			schema.ForeignKeys = append(schema.ForeignKeys, foreignKey{[]string{c.Name}, reference{other, []string{"id"}}})
		}
	}
	return schema
}

func fieldSchema(c store.Column, f Field) tableField {
	field := tableField{
		Name: c.Name, Type: tableTypes[c.Type], Title: f.Label.ID, TitleEN: f.Label.EN,
		Description: f.Meaning.ID, DescriptionEN: f.Meaning.EN, Unit: f.Unit.EN,
	}
	limits := constraints{Required: c.Needed, Unique: c.Unique}
	if c.Type == store.Day {
		limits.Pattern = edtfPattern
	}
	for _, choice := range f.Choices {
		limits.Enum = append(limits.Enum, choice.Value)
	}
	if c.Needed || c.Unique || limits.Pattern != "" || limits.Enum != nil {
		field.Constraints = &limits
	}
	return field
}

func indented(v any) []byte {
	var out strings.Builder
	plain := json.NewEncoder(&out)
	plain.SetEscapeHTML(false)
	plain.SetIndent("", "  ")
	_ = plain.Encode(v) // what we encode can be encoded
	return []byte(out.String())
}
