package public

import (
	"maps"
	"net/url"

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
	lines  []T
}

// narrowed reads the choices of a query; a value that no facet offers narrows nothing.
func narrowed[T any](list []facet[T], lines []T, q url.Values) facets[T] {
	chosen := map[string]string{}
	for _, f := range list {
		for _, c := range f.choices {
			if q.Get(f.name) == c.value {
				chosen[f.name] = c.value
			}
		}
	}
	return facets[T]{list, chosen, lines}
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

// chipsInSight is how many choices of a facet stand open; one with more is folded.
const chipsInSight = 4

// filters shows each facet with how many lines each choice would leave beside the other choices. A choice that would leave
// nothing is left out unless it is chosen, and so is a facet with nothing to choose.
func (n facets[T]) filters(sh *sheet, here string) []view.Filter {
	var shown []view.Filter
	for _, f := range n.list {
		lines := n.kept(f.name)
		current, narrows := n.chosen[f.name]
		chips := []view.Chip{{Label: sh.t("filter.all"), Count: sh.number(len(lines)), URL: n.address(here, f.name, ""), Current: !narrows}}
		for _, c := range f.choices {
			count := 0
			for _, line := range lines {
				if f.has(line, c.value) {
					count++
				}
			}
			if count > 0 || narrows && c.value == current {
				chips = append(chips, view.Chip{
					Label: c.word, Count: sh.number(count), URL: n.address(here, f.name, c.value), Current: narrows && c.value == current,
				})
			}
		}
		if len(chips) > 1 {
			shown = append(shown, view.Filter{Label: f.label, Chips: chips, Folded: len(chips) > chipsInSight})
		}
	}
	return shown
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
