package export

import (
	"encoding/json"
	"strconv"

	"kotakembar/internal/store"
)

// text is a value as it stands in a table of text: nothing where it is unknown, lists as JSON.
func text(v json.RawMessage, kind store.ColumnType) string {
	if string(v) == "null" {
		return ""
	}
	if kind == store.Text || kind == store.Day {
		return unquoted(v)
	}
	return string(v)
}

// typed is a value as it stands in a table of typed cells: nil where it is unknown, lists as JSON.
func typed(v json.RawMessage, kind store.ColumnType) any {
	switch {
	case string(v) == "null":
		return nil
	case kind == store.YesNo:
		return string(v) == "true"
	case kind == store.Integer:
		if n, err := strconv.ParseInt(string(v), 10, 64); err == nil {
			return n
		}
	case kind == store.Decimal:
		if n, err := strconv.ParseFloat(string(v), 64); err == nil {
			return n
		}
	}
	return text(v, kind)
}

// unquoted is the text that a JSON string holds; the store wrote it, so it can be read.
func unquoted(v json.RawMessage) string {
	var s string
	_ = json.Unmarshal(v, &s)
	return s
}
