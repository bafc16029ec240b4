package portal

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
)

// Snapshot is a record as history remembers it: its columns by name, and the evidence for them.
type Snapshot struct {
	Fields    map[string]json.RawMessage `json:"fields"`
	Citations []Citation                 `json:"citations"`
	Rulings   []Ruling                   `json:"rulings"`
}

// Empty tells whether the snapshot is of no record: before a new one, after a retired one.
func (s Snapshot) Empty() bool { return len(s.Fields) == 0 }

// Evidence is what the snapshot says of where its facts come from.
func (s Snapshot) Evidence() Evidence { return Evidence{Citations: s.Citations, Rulings: s.Rulings} }

// CitationsOf returns the citations that support one field.
func (s Snapshot) CitationsOf(field string) []Citation {
	var of []Citation
	for _, c := range s.Citations {
		if c.Field == field {
			of = append(of, c)
		}
	}
	return of
}

// RulingsOf returns what the register says about the dispute over one field, at most one entry.
func (s Snapshot) RulingsOf(field string) []Ruling {
	var of []Ruling
	for _, r := range s.Rulings {
		if r.Field == field {
			of = append(of, r)
		}
	}
	return of
}

// Differences lists, sorted, the fields whose value or evidence differs between two snapshots.
func Differences(a, b Snapshot) []string {
	var differ []string
	for _, field := range fieldsOf(a, b) {
		if !same(a, b, field) {
			differ = append(differ, field)
		}
	}
	return differ
}

// Merge replays the edit from base to mine on top of theirs. Where only one side changed a field, that side wins; where both
// did and disagree, mine stands and the field is named as a conflict.
func Merge(base, theirs, mine Snapshot) (merged Snapshot, conflicts []string) {
	var take []string
	for _, field := range Differences(base, mine) {
		take = append(take, field)
		if !same(base, theirs, field) && !same(theirs, mine, field) {
			conflicts = append(conflicts, field)
		}
	}
	return Pick(theirs, mine, take), conflicts
}

// Pick returns onto with the named fields, value and evidence, taken from the other snapshot.
func Pick(onto, from Snapshot, fields []string) Snapshot {
	picked := Snapshot{Fields: maps.Clone(onto.Fields)}
	if picked.Fields == nil {
		picked.Fields = map[string]json.RawMessage{}
	}
	for _, field := range fieldsOf(onto, from) {
		source := onto
		if slices.Contains(fields, field) {
			source = from
			delete(picked.Fields, field) // what the other lacks is unknown there, as its evidence is
			if v, ok := from.Fields[field]; ok {
				picked.Fields[field] = v
			}
		}
		picked.Citations = append(picked.Citations, source.CitationsOf(field)...)
		picked.Rulings = append(picked.Rulings, source.RulingsOf(field)...)
	}
	return picked
}

// fieldsOf lists every field that either snapshot knows, also by evidence alone.
func fieldsOf(snapshots ...Snapshot) []string {
	names := map[string]bool{}
	for _, s := range snapshots {
		for name := range s.Fields {
			names[name] = true
		}
		for _, c := range s.Citations {
			names[c.Field] = true
		}
		for _, r := range s.Rulings {
			names[r.Field] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func same(a, b Snapshot, field string) bool {
	return sameValue(a.Fields[field], b.Fields[field]) &&
		slices.Equal(a.CitationsOf(field), b.CitationsOf(field)) &&
		slices.Equal(a.RulingsOf(field), b.RulingsOf(field))
}

// sameValue compares two JSON values; an absent one equals null and what an unknown value is written as.
func sameValue(a, b json.RawMessage) bool {
	return bytes.Equal(a, b) || bytes.Equal(canonical(a), canonical(b))
}

func canonical(raw json.RawMessage) []byte {
	var v any
	exact := json.NewDecoder(bytes.NewReader(raw))
	exact.UseNumber() // a float64 would lose the last digits of large sums
	if exact.Decode(&v) != nil {
		return []byte("null")
	}
	written, err := json.Marshal(v)
	if err != nil || string(written) == `""` || string(written) == "[]" {
		return []byte("null")
	}
	return written
}
