package public

import (
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// notes gives the sources of a page their numbers, in the order in which the page first uses them, and lists them at its end.
type notes struct {
	lang       i18n.Lang
	unreviewed map[store.Named]bool // records that one person published and nobody else has reviewed
	cited      map[store.Named][]portal.Cited
	rulings    store.Rulings
	numbers    map[int64]int
	used       []portal.Source
}

// learn takes in the evidence on which the page rests.
func (n *notes) learn(cited []portal.Cited, rulings store.Rulings) {
	n.cited, n.rulings, n.numbers = map[store.Named][]portal.Cited{}, rulings, map[int64]int{}
	for _, c := range cited {
		of := store.Named{Kind: c.Kind, ID: c.RecordID}
		n.cited[of] = append(n.cited[of], c)
	}
}

// learnTies is learn for the evidence of ties, in which a program may appear more than once.
func (n *notes) learnTies(ties []portal.Tie, rulings store.Rulings) {
	var all []portal.Cited
	seen := map[store.Named]int{}
	for i, t := range ties {
		for _, c := range t.Evidence {
			of := store.Named{Kind: c.Kind, ID: c.RecordID}
			if first, ok := seen[of]; ok && first != i {
				continue
			}
			seen[of] = i
			all = append(all, c)
		}
	}
	n.learn(all, rulings)
}

// refs are the numbers of the sources of some fields of a record, of all of it where none is named.
func (n *notes) refs(of store.Named, fields ...string) []int {
	var list []int
	for _, c := range n.cited[of] {
		if len(fields) == 0 || isField(c, fields) {
			list = append(list, n.number(c.Source))
		}
	}
	return ascending(list)
}

// refsOr are the numbers of the sources of a field, or of all of the record where the field has none of its own.
func (n *notes) refsOr(of store.Named, field string) []int {
	if n.sourced(of, field) {
		return n.refs(of, field)
	}
	return n.refs(of)
}

// number is the number of a source on this page.
func (n *notes) number(s portal.Source) int {
	if known, ok := n.numbers[s.ID]; ok {
		return known
	}
	n.used = append(n.used, s)
	n.numbers[s.ID] = len(n.used)
	return len(n.used)
}

func (n *notes) numbersOf(sources []portal.Source) []int {
	var list []int
	for _, s := range sources {
		list = append(list, n.number(s))
	}
	return ascending(list)
}

// sourced tells whether any source stands behind the record, or behind one of the fields where some are named.
func (n *notes) sourced(of store.Named, fields ...string) bool {
	return slices.ContainsFunc(n.cited[of], func(c portal.Cited) bool { return len(fields) == 0 || isField(c, fields) })
}

// list is what the numbers of the page point to.
func (n *notes) list() []view.SourceItem {
	var items []view.SourceItem
	for i, s := range n.used {
		items = append(items, view.SourceItem{
			Number: i + 1, Title: s.Title, Lang: foreign(s.TitleLang(), n.lang), URL: s.URL, About: view.Source.In(n.lang, s.Slug),
			Publisher: s.Publisher, Date: s.PublishedOn.In(n.lang), Quality: qualityTag(n.lang, s.Quality), Archive: s.ArchiveURL,
		})
	}
	return items
}

// qualityTag says how far a source can be relied on.
func qualityTag(l i18n.Lang, q portal.Quality) view.TagValue {
	tone := view.ToneNeutral
	switch q {
	case portal.Official:
		tone = view.ToneOn
	case portal.Unverifiable:
		tone = view.ToneWarn
	}
	return view.TagValue{Tone: tone, Word: l.T("choice.quality." + string(q))}
}

// foreign is a language tag where it is not the page's own.
func foreign(tag string, l i18n.Lang) string {
	if tag == string(l) {
		return ""
	}
	return tag
}

func isField(c portal.Cited, fields []string) bool {
	return slices.Contains(fields, c.Field) || slices.Contains(fields, baseField(c.Field))
}

// baseField is a field's name without the language of one side of a text.
func baseField(name string) string { return portal.FieldName(name) }

// ascending is how the numbers behind one text are written, each once.
func ascending(numbers []int) []int {
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

func distinct[T comparable](list []T) []T {
	var once []T
	for _, v := range list {
		if !slices.Contains(once, v) {
			once = append(once, v)
		}
	}
	return once
}
