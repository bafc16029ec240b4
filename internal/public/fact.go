package public

import (
	"kotakembar/internal/portal"
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
		if portal.Measures(field) {
			return n.either(f, claims)
		}
		return n.disputedFact(f, claims)
	}
	f.Values = []view.Cited{{Text: value}}
	switch {
	case value == "":
		f.Note = n.ruling(of, field)
	case n.sourced(of, fields...):
		f.Values[0].Refs = n.refs(of, fields...)
		f.Note = n.remark(of, field)
	default:
		f.Note = n.lang.T("fact.unsourced")
	}
	return f
}

// shownClaims is how many values stand in one line of facts.
const shownClaims = 3

// disputedFact joins the values, the register's own first. What is too long or too much for a line is set out in the page's
// disputes, and the line says so.
func (n *notes) disputedFact(f view.Fact, claims []claim) view.Fact {
	f.Disputed = true
	for i, c := range claims {
		if i > 0 && c.long || len(f.Values) == shownClaims {
			f.Note = n.lang.T("dispute.see")
			continue
		}
		f.Values = append(f.Values, n.marked(view.Cited{Text: c.value, Refs: n.numbersOf(c.by)}))
	}
	return f
}

// either joins the different values of a figure; it has no dispute of its own to point to.
func (n *notes) either(f view.Fact, claims []claim) view.Fact {
	f.Disputed = true
	for _, c := range claims {
		f.Values = append(f.Values, n.marked(view.Cited{Text: c.value, Refs: n.numbersOf(c.by)}))
	}
	return f
}

// marked says of a text without a source that it has none.
func (n *notes) marked(c view.Cited) view.Cited {
	if c.Text != "" && len(c.Refs) == 0 {
		c.Text += " (" + n.lang.T("fact.unsourced") + ")"
	}
	return c
}

// remark is what a lone source says beside the register's value, with the register's own word on it.
func (n *notes) remark(of store.Named, field string) string {
	detail := ""
	for _, c := range n.cited[of] {
		if detail == "" && isField(c, []string{field}) {
			detail = capital(c.Says.In(n.lang))
		}
	}
	return sentences(detail, n.ruling(of, field))
}

// unsourcedTag marks an entry of a list that no source stands behind.
func (n *notes) unsourcedTag(of store.Named) []view.TagValue {
	if n.sourced(of) {
		return nil
	}
	return []view.TagValue{{Tone: view.ToneAlert, Word: n.lang.T("fact.unsourced")}}
}
