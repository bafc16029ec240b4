package admin

import (
	"context"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/portal"
)

// copyOf is the name in a query that tells of which record a new one begins as a copy.
const copyOf = "from"

// unique are the columns that belong to one record alone, beside its dates.
var unique = []string{"slug", "is_home", "wikidata_id", "hash", "media_type", "size"}

// copied is a new record that begins as a copy of a public one: without its address, its dates and its evidence, which are about that
// one alone. What no record may be without is asked for by the form.
func (d counter) copied(ctx context.Context, q url.Values) (record any, err error) {
	id, err := strconv.ParseInt(q.Get(copyOf), 10, 64)
	if err != nil {
		return record, portal.ErrNotFound
	}
	live, version, err := d.office.Store.Live(ctx, d.kind(), id)
	if err != nil {
		return record, err
	}
	if version == 0 || !d.copyable() {
		return record, portal.ErrNotFound
	}
	fields := maps.Clone(live.Fields)
	maps.DeleteFunc(fields, func(name string, _ json.RawMessage) bool { return itsOwn(name) })
	return d.records.Record(portal.Snapshot{Fields: fields})
}

// copyable tells whether a record of the desk can be like another one: files are themselves, and a stage has one limit.
func (d counter) copyable() bool {
	return !slices.Contains([]portal.Kind{portal.KindDocument, portal.KindLimit, portal.KindSector}, d.kind())
}

// itsOwn tells whether a column holds what belongs to one record alone.
func itsOwn(column string) bool {
	date := strings.HasSuffix(column, "_on") || strings.HasSuffix(column, "_from") || strings.HasSuffix(column, "_until")
	return date || slices.Contains(unique, column)
}

// copyQuery asks a desk for a new record that begins as a copy.
func copyQuery(id int64) string {
	return "?" + url.Values{copyOf: {strconv.FormatInt(id, 10)}}.Encode()
}
