package public

import (
	"maps"
	"net/url"
	"strings"

	"kotakembar/web/view"
)

// facet is one way to narrow a list: its name in the query, what it is called, and its choices in their order.
type facet[T any] struct {
	name    string
	label   string
	choices []facetChoice
	has     func(line T, choice string) bool
}

// facetChoice is one choice: its value in the query and its word.
type facetChoice struct{ value, word string }

// facets are all the ways to narrow one list, and what the reader chose.
type facets[T any] struct {
	list   []facet[T]
	chosen map[string]string
	odd    []string // what was asked for and no facet offers: Bidang “xyz”
	more   []string // what was asked for beside the one choice that a facet takes
	lines  []T
	all    int     // lines
	left   *picked // what the choices leave, where the lines are columns
}

// narrowed reads the choices of a query; a value that no facet offers narrows nothing, and is remembered for the page to say so.
func narrowed[T any](list []facet[T], lines []T, q url.Values) facets[T] {
	n := facets[T]{list: list, chosen: map[string]string{}, lines: lines, all: len(lines)}
	for _, f := range list {
		asked := q.Get(f.name)
		for _, c := range f.choices {
			if asked == c.value {
				n.chosen[f.name] = c.value
			}
		}
		if n.chosen[f.name] != asked {
			n.odd = append(n.odd, oddChoice(f.label, asked)...)
		}
		n.more = append(n.more, moreThanOne(f.label, q[f.name], f.word)...)
	}
	return n
}

// kept are the lines that all choices leave; without one facet where it is named.
func (n facets[T]) kept(without string) []T {
	var kept []T
	for _, line := range n.lines {
		ok := true
		for _, f := range n.list {
			choice, narrows := n.chosen[f.name]
			ok = ok && (!narrows || f.name == without || f.has(line, choice))
		}
		if ok {
			kept = append(kept, line)
		}
	}
	return kept
}

// keep adds something that narrows no facet, such as the order of the list, to the addresses; an empty value is left out of them.
func (n facets[T]) keep(name, value string) {
	if value != "" {
		n.chosen[name] = value
	}
}

// offered is one choice of a facet as a page offers it.
type offered struct {
	facetChoice
	count   int // lines that the choice would leave beside the other choices
	current bool
}

// offers are the choices of a facet that would leave something, and the chosen one in any case.
func (n facets[T]) offers(f facet[T]) []offered {
	lines := n.kept(f.name)
	current, narrows := n.chosen[f.name]
	var list []offered
	for _, c := range f.choices {
		o := offered{facetChoice: c, current: narrows && c.value == current}
		if n.left != nil {
			o.count = n.left.count(f.name, c.value)
		}
		for _, line := range lines {
			if f.has(line, c.value) {
				o.count++
			}
		}
		if o.count > 0 || o.current {
			list = append(list, o)
		}
	}
	return list
}

// selects shows each facet as a list to choose from, with the same counts.
func (n facets[T]) selects(sh *sheet) []view.Select {
	var shown []view.Select
	for _, f := range n.list {
		s := view.Select{Name: f.name, Label: f.label, Options: []view.Option{{Label: sh.t("filter.all")}}}
		for _, o := range n.offers(f) {
			s.Options = append(s.Options, view.Option{Value: o.value, Label: sh.t("filter.option", o.word, sh.number(o.count)), Current: o.current})
			s.Chosen = s.Chosen || o.current
		}
		shown = append(shown, s)
	}
	return shown
}

// chipsInSight is how many choices of a facet stand open; one with more is folded, unless it is the only way to narrow the list.
const chipsInSight = 4

// filters shows each facet with how many lines each choice would leave beside the other choices. A choice that would leave
// nothing is left out unless it is chosen, and so is a facet with nothing to choose.
func (n facets[T]) filters(sh *sheet, here string) view.Filters {
	shown := view.Filters{Odd: n.leftOut(sh)}
	for _, f := range n.list {
		_, narrows := n.chosen[f.name]
		chips := []view.Chip{{Label: sh.t("filter.all"), Count: sh.number(n.beside(f.name)), URL: n.address(here, f.name, ""), Current: !narrows}}
		for _, o := range n.offers(f) {
			chips = append(chips, view.Chip{Label: o.word, Count: sh.number(o.count), URL: n.address(here, f.name, o.value), Current: o.current})
		}
		if len(chips) > 1 {
			shown.List = append(shown.List, view.Filter{Label: f.label, Chips: chips, Folded: len(chips) > chipsInSight && len(n.list) > 1})
		}
	}
	return shown
}

// beside is how many lines all choices leave but that of a facet.
func (n facets[T]) beside(facet string) int {
	if n.left != nil {
		return n.left.besideOf(facet)
	}
	return len(n.kept(facet))
}

// nothing says what was looked for in a list and not found, and leads back to all of it; of a list that holds nothing at all, that.
// It is empty where lines were kept.
func (n facets[T]) nothing(sh *sheet, here string, kept int) view.NothingFound {
	if kept > 0 {
		return view.NothingFound{}
	}
	if n.all == 0 {
		return sh.noneYet(0)
	}
	return view.NothingFound{
		Title: sh.t("list.nothing"), Text: sh.t("list.nothing_text", strings.Join(n.sought(), "; ")),
		Clear: view.Link{Label: sh.t("filter.clear"), URL: here},
	}
}

// sought are the choices in words: Keadaan: Selesai.
func (n facets[T]) sought() (said []string) {
	for _, f := range n.list {
		for _, c := range f.choices {
			if chosen, ok := n.chosen[f.name]; ok && c.value == chosen {
				said = append(said, f.label+": "+c.word)
			}
		}
	}
	return said
}

// noneYet says of a register of so many records that it is empty, and how to help it; nothing where it is not.
func (sh *sheet) noneYet(records int) view.NothingFound {
	if records > 0 {
		return view.NothingFound{}
	}
	return view.NothingFound{
		Title: sh.t("list.empty"), Text: sh.t("list.empty_text"),
		More: []view.Link{{Label: sh.t("list.empty_help"), URL: view.Report.In(sh.lang)}},
	}
}

// address is the list with one choice changed and the others as they are.
func (n facets[T]) address(here, name, value string) string {
	chosen := maps.Clone(n.chosen)
	if delete(chosen, name); value != "" {
		chosen[name] = value
	}
	return here + facets[T]{chosen: chosen}.query()
}

// query is what was chosen, as the query of an address; empty where nothing was.
func (n facets[T]) query() string {
	if len(n.chosen) == 0 {
		return ""
	}
	q := url.Values{}
	for name, choice := range n.chosen {
		q.Set(name, choice)
	}
	return "?" + q.Encode()
}
