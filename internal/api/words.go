package api

import (
	"strings"
	"unicode"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// inside are the names by which the dictionary of columns knows schemas and fields that are called otherwise outside.
var inside = map[string]string{
	"partner": "city", "cited_source": "source", "participants": "activity",
	"latitude": "lat", "longitude": "lon", "native_language": "native_lang", "wikidata": "wikidata_id", "home": "is_home", "group": "field_group",
}

func insideOf(name string) string {
	if other, ok := inside[name]; ok {
		return other
	}
	return name
}

// meaning is what the catalog says of a field of a schema: words of the API's own, or those of the dictionary of columns, each for
// the schema alone or for every one; with the unit in which the field counts.
func meaning(l i18n.Lang, schema, field string) string {
	of, column := insideOf(snake(schema)), insideOf(field)
	said := firstOf(l, "api.field."+snake(schema)+"."+field, "api.field."+field, "meaning."+of+"."+column, "meaning."+column)
	if unit := firstOf(l, "unit."+of+"."+column, "unit."+column); i18n.Has("unit."+of+"."+column) || i18n.Has("unit."+column) {
		return l.T("api.unit", said, unit)
	}
	return said
}

// firstOf is the words of the first key that the catalog has, of the last one where it has none.
func firstOf(l i18n.Lang, keys ...string) string {
	for _, key := range keys {
		if i18n.Has(key) {
			return l.T(key)
		}
	}
	return l.T(keys[len(keys)-1])
}

// shape is what the catalog says of a schema: of records, what their list is; of figures, what they tell.
func shape(l i18n.Lang, schema string) string {
	if strings.HasPrefix(schema, "Page") {
		return l.T("api.shape.page")
	}
	if figure, ok := strings.CutSuffix(schema, "Figure"); ok {
		return l.T("api.field.indicators." + snake(figure))
	}
	if name := listOf(portal.Kind(insideOf(snake(schema)))); name != "" {
		return l.T("api.about." + name)
	}
	return l.T("api.shape." + snake(schema))
}

// parameterMeaning is what the catalog says of a parameter: api.param.KIND.NAME, or api.param.NAME.
func parameterMeaning(l i18n.Lang, kind, name string) string {
	if key := "api.param." + kind + "." + name; i18n.Has(key) {
		return l.T(key)
	}
	return l.T("api.param." + name)
}

// summary is an operation in a few words.
func summary(l i18n.Lang, op *huma.Operation) string {
	name := l.T("api.name." + op.Tags[0])
	switch {
	case strings.HasPrefix(op.OperationID, "list-"):
		return l.T("api.list", name)
	case strings.HasPrefix(op.OperationID, "get-") && strings.HasSuffix(op.Path, "}"):
		return l.T("api.one", name)
	}
	return name
}

// snake writes the name of a schema as keys of the catalog are: CitedSource is cited_source.
func snake(name string) string {
	var out strings.Builder
	for i, c := range name {
		if unicode.IsUpper(c) && i > 0 {
			out.WriteByte('_')
		}
		out.WriteRune(unicode.ToLower(c))
	}
	return out.String()
}
