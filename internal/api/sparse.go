package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// chosen is a document of which only some fields are told, in the order in which they were asked for.
type chosen []struct {
	name string
	raw  json.RawMessage
}

// MarshalJSON writes the fields in their order.
func (c chosen) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, f := range c {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, "%q:%s", f.name, f.raw) // names are ours, without signs to escape
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// disputedField holds the disputes of a document. It is told whatever was asked for, so that no disputed value travels alone.
const disputedField = "disputed"

// choose keeps some fields of a document, and the disputes about them.
func choose(document any, fields []string) (chosen, error) {
	written, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(written, &all); err != nil {
		return nil, err
	}
	if disputed, ok := all[disputedField]; ok && !slices.Contains(fields, disputedField) {
		if all[disputedField], err = disputesOf(disputed, fields); err != nil {
			return nil, err
		}
		fields = append(slices.Clone(fields), disputedField)
	}
	var c chosen
	for _, name := range fields {
		c = append(c, struct {
			name string
			raw  json.RawMessage
		}{name, all[name]})
	}
	return c, nil
}

// disputesOf keeps the disputes about some fields, and about what lies in them.
func disputesOf(written json.RawMessage, fields []string) (json.RawMessage, error) {
	var all []json.RawMessage
	if err := json.Unmarshal(written, &all); err != nil {
		return nil, err
	}
	kept := []json.RawMessage{}
	for _, one := range all {
		var d struct{ Field string }
		if err := json.Unmarshal(one, &d); err != nil {
			return nil, err
		}
		if top, _, _ := strings.Cut(d.Field, "."); slices.Contains(fields, top) {
			kept = append(kept, one)
		}
	}
	return json.Marshal(kept)
}

// sparse tells only the fields that were asked for. It runs on every answer, and leaves alone what holds no documents.
func sparse(ctx huma.Context, status string, answer any) (any, error) {
	fields := fieldsAsked(ctx)
	if status != "200" || len(fields) == 0 {
		return answer, nil
	}
	list, ok := answer.(page[any])
	if !ok {
		return choose(answer, fields)
	}
	for i, item := range list.Items {
		one, err := choose(item, fields)
		if err != nil {
			return nil, err
		}
		list.Items[i] = one
	}
	return list, nil
}

// fieldsAsked are the fields that a question names, each once.
func fieldsAsked(ctx huma.Context) []string {
	var fields []string
	for name := range strings.SplitSeq(ctx.Query("fields"), ",") {
		if name != "" && !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	return fields
}
