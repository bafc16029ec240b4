package public

import (
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// fact is one field of a record with its sources: both values where they differ, and the words "tanpa sumber" where there are none.
// fields name what else the value rests on; the first one is the field itself.
func (n *notes) fact(of store.Named, value string, fields ...string) view.Fact {
	field := fields[0]
	f := view.Fact{Label: n.label(of.Kind, field)}
	claims := n.claims(of, field, value)
	if len(claims) > 1 {
		f.Disputed = true
		for _, c := range claims {
			f.Values = append(f.Values, view.Cited{Text: n.short(c.value), Refs: n.numbersOf(c.by)})
		}
		return f
	}
	f.Values = []view.Cited{{Text: value}}
	switch {
	case value == "":
		f.Note = n.ruling(of, field)
	case n.sourced(of, fields...):
		f.Values[0].Refs = n.refs(of, fields...)
		f.Note = n.detail(of, field)
	default:
		f.Note = n.lang.T("fact.unsourced")
	}
	return f
}

// detail is what a source adds to a value with which it does not differ.
func (n *notes) detail(of store.Named, field string) string {
	for _, c := range n.cited[of] {
		if isField(c, []string{field}) && !c.Says.Empty() {
			return c.Says.In(n.lang)
		}
	}
	return ""
}

// known keeps the facts that are known, for those that are not worth a line otherwise.
func known(facts ...view.Fact) []view.Fact {
	var kept []view.Fact
	for _, f := range facts {
		if len(f.Values) > 0 && f.Values[0].Text != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// unsourcedTag marks an entry of a list that no source stands behind.
func (n *notes) unsourcedTag(of store.Named) []view.TagValue {
	if n.sourced(of) {
		return nil
	}
	return []view.TagValue{{Tone: view.ToneAlert, Word: n.lang.T("fact.unsourced")}}
}
