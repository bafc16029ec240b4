package portal

import "strings"

// evidence tells for a record and for each of its cited fields the best quality of a source that stands behind it.
type evidence map[citedField]Quality

type citedField struct {
	kind  Kind
	id    int64
	field string // empty for the record as a whole
}

// index finds the evidence by record and field.
func index(cited []Cited) evidence {
	e := make(evidence, 2*len(cited))
	for i := range cited { // they are large
		c := &cited[i]
		for _, field := range [...]string{"", FieldName(c.Field)} {
			key := citedField{c.Kind, c.RecordID, field}
			e[key] = better(e[key], c.Source.Quality)
		}
	}
	return e
}

// FieldName is the name of a field without its language: a text may be cited by the column of either side.
func FieldName(column string) string {
	return strings.TrimSuffix(strings.TrimSuffix(column, "_id"), "_en")
}

// supports tells whether a verifiable source speaks of the record, or of one of the fields where some are named. A source
// that says another value than the record counts as well: such a fact is disputed, not unsourced.
func (e evidence) supports(kind Kind, id int64, fields ...string) bool {
	if len(fields) == 0 {
		return e[citedField{kind, id, ""}].Verifiable()
	}
	for _, field := range fields {
		if e[citedField{kind, id, field}].Verifiable() {
			return true
		}
	}
	return false
}

// onlyHearsay tells whether the record is cited, but by unverifiable sources alone.
func (e evidence) onlyHearsay(kind Kind, id int64) bool {
	best, cited := e[citedField{kind, id, ""}]
	return cited && !best.Verifiable()
}

// official tells whether a source that speaks of its own acts stands behind the record.
func (e evidence) official(kind Kind, id int64) bool { return e[citedField{kind, id, ""}] == Official }
