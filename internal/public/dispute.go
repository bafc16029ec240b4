package public

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// claim is one value that is told of a field, and who tells it.
type claim struct {
	value string
	long  bool // too long to be set large; the same in both languages
	own   bool // the register's own
	by    []portal.Source
}

// own tells the register's own value of a record's field in words, empty where it has none.
type own func(field string) string

// claims are the different values that are told of a field, in words, the register's own first.
func (n *notes) claims(of store.Named, field string, value string) []claim {
	var list []claim
	for _, told := range portal.Claims(n.cited[of], field, value) {
		c := claim{value: told.Says.In(n.lang), long: isLong(told.Says.ID, told.Says.EN)}
		if told.Own() {
			c = claim{value: value, long: isLong(value), own: true}
		}
		for _, by := range told.By {
			c.by = append(c.by, by.Source)
		}
		list = append(list, c)
	}
	return list
}

// ruling is what the register says of the differing sources of a field.
func (n *notes) ruling(of store.Named, field string) string {
	for _, r := range n.rulings[of] {
		if portal.FieldName(r.Field) == field {
			return r.Why.In(n.lang)
		}
	}
	return ""
}

// disputed lists the fields of a record of which different values are told, in the order of their citations.
func (n *notes) disputed(of store.Named, value own) []string {
	return portal.Disputed(n.cited[of], value)
}

// disputes sets out every dispute of a record, each under its question. Of figures both values in the facts say enough.
func (n *notes) disputes(of store.Named, value own, about string) []view.NamedDispute {
	var list []view.NamedDispute
	for _, field := range n.disputed(of, value) {
		if portal.Measures(baseField(field)) {
			continue
		}
		list = append(list, view.NamedDispute{
			Question: n.question(of.Kind, field, about),
			Dispute:  n.dispute(of, field, value(field)),
		})
	}
	return list
}

func (n *notes) dispute(of store.Named, field, value string) view.Disputed {
	d := view.Disputed{Used: n.ruling(of, field), More: n.historyLink(of, "publication.dispute")}
	for _, c := range n.versions(n.claims(of, field, value), field) {
		d.Claims = append(d.Claims, view.Claim{Value: c.value, Who: n.who(c)})
		d.Long = d.Long || c.long
	}
	return d
}

// versions are the claims that stand against each other. How a story goes the register tells in its own words from all its sources, so that
// its telling is no version beside theirs.
func (n *notes) versions(claims []claim, field string) []claim {
	if others := slices.DeleteFunc(slices.Clone(claims), func(c claim) bool { return c.own }); baseField(field) == "summary" && len(others) > 1 {
		return others
	}
	return claims
}

// longClaim is how many signs a value may have before it is too long to be set large.
const longClaim = 60

func isLong(texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return utf8.RuneCountInString(text) > longClaim })
}

// who names the publishers behind a claim, each in its language, the last one with the numbers of their sources.
func (n *notes) who(c claim) []view.Cited {
	var names []string
	spoken := map[string]i18n.Lang{}
	for _, s := range c.by {
		names = append(names, s.Publisher)
		if _, known := spoken[s.Publisher]; !known {
			spoken[s.Publisher] = langOf(foreign(s.TitleLang(), n.lang))
		}
	}
	if names = distinct(names); len(names) == 0 {
		return []view.Cited{{Text: n.lang.T("dispute.register")}}
	}
	who, rest := make([]view.Cited, len(names)), n.lang.List(names)
	for i, name := range names {
		who[i] = view.Cited{Text: name, Lang: spoken[name]}
		if rest = strings.TrimPrefix(rest, name); i+1 < len(names) {
			who[i].After, _, _ = strings.Cut(rest, names[i+1])
			rest = rest[len(who[i].After):]
		}
	}
	who[len(who)-1].Refs = n.numbersOf(c.by)
	return who
}

// question is the heading of a dispute: that of the field where the catalog has one, else the field's label. What it is about is
// named where a page holds several records.
func (n *notes) question(kind portal.Kind, field, about string) string {
	words := n.label(kind, baseField(field)) + "?"
	if key := "dispute.question." + baseField(field); i18n.Has(key) {
		words = n.lang.T(key)
	}
	if about == "" {
		return words
	}
	return about + ": " + words
}

// label is the catalog's word for a field of a kind of record.
func (n *notes) label(kind portal.Kind, field string) string {
	if key := "field." + string(kind) + "." + field; i18n.Has(key) {
		return n.lang.T(key)
	}
	return n.lang.T("field." + field)
}

// cautions are the tags of a record in a list that tell what to keep in mind: that nobody has reviewed it yet, that sources differ.
func (n *notes) cautions(of store.Named, value own) []view.TagValue {
	return append(n.unreviewedTag(of), n.differs(of, value)...)
}

// unreviewedTag is the tag of a record that one person published and nobody else has reviewed yet.
func (n *notes) unreviewedTag(of store.Named) []view.TagValue {
	if !n.unreviewed[of] {
		return nil
	}
	return []view.TagValue{{Tone: view.ToneAlert, Word: n.lang.T("choice.state.unreviewed")}}
}

// unreviewedNote adds to a text of a list, which has no tags, what unreviewedTag says.
func (n *notes) unreviewedNote(of store.Named, text string) string {
	if !n.unreviewed[of] {
		return text
	}
	return sentence(", ", text, n.lang.T("publication.unreviewed_note"))
}

// differs is the tag of a record in a list where anything about it is disputed.
func (n *notes) differs(of store.Named, value own) []view.TagValue {
	if len(n.disputed(of, value)) == 0 {
		return nil
	}
	return []view.TagValue{{Tone: view.ToneWarn, Word: n.lang.T("dispute.tag")}}
}
