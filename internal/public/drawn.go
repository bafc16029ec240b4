package public

import (
	"net/url"
	"slices"

	"kotakembar/internal/store"
)

// keptLines are some lines of a list, in its order.
type keptLines struct {
	index *lineIndex
	set   lineSet
}

// ids are the records of up to so many of the lines after the first ones.
func (k keptLines) ids(passed, most int) []int64 {
	ids := make([]int64, 0, most)
	for line := range k.set.from(passed) {
		if len(ids) == most {
			break
		}
		ids = append(ids, k.index.lines.ID(line))
	}
	return ids
}

// every is the records of all of the lines.
func (k keptLines) every() []int64 { return k.ids(0, k.set.count()) }

// part is the part of the lines that a query asks for, so many at most.
func (k keptLines) part(q url.Values, size int) paged[int64] {
	p, most := placed[int64](k.set.count(), q, size)
	p.lines = k.ids(p.first, most)
	return p
}

// partOfList is the part of lines that take little room.
func (k keptLines) partOfList(q url.Values) paged[int64] { return k.part(q, sizeOfPart(k.set.count())) }

// drawn is a long list as a reader asked for it.
type drawn struct {
	facets[store.Line]
	keptLines
	ties  *tieIndex
	found int // how many lines are kept
}

// draw narrows a list by what a query asks for.
func (ix *lineIndex) draw(ties *tieIndex, list []facet[store.Line], q url.Values) drawn {
	d := drawn{facets: narrowed(list, nil, q), ties: ties}
	left := ix.columns.pick(ix.lines.Len(), d.chosen, nil)
	d.left, d.all = &left, ix.lines.Len()
	d.keptLines, d.found = keptLines{ix, left.kept}, left.kept.count()
	return d
}

// mostChoices is how many choices a facet offers of which there are as many as there are places: the commonest.
const mostChoices = 60

// partnerChoices are the places of the lines as choices; of very many only those with most lines, and the one that was asked for.
func (sh *sheet) partnerChoices(lines *lineIndex, ix *tieIndex, q url.Values) []facetChoice {
	values := lines.values("partner")
	if len(values) > store.FewTies {
		values = lines.commonest("partner", mostChoices)
		if asked := q.Get("partner"); ix.places[asked] != 0 && !slices.Contains(values, asked) {
			values = append(values, asked)
		}
	}
	var choices []facetChoice
	for _, slug := range values {
		choices = append(choices, facetChoice{slug, ix.cities[ix.places[slug]].Name.In(sh.lang)})
	}
	return byWord(choices)
}

// commonest are the values of a facet that most lines have.
func (ix *lineIndex) commonest(facet string, most int) []string {
	popular := ix.columns.of(facet).popular
	return slices.Clone(popular[:min(len(popular), most)])
}

// sectorChoices are the fields of the lines as choices.
func (sh *sheet) sectorChoices(lines *lineIndex) []facetChoice {
	var choices []facetChoice
	for _, code := range lines.values("sector") {
		choices = append(choices, facetChoice{code, sh.sectorNames([]string{code})})
	}
	return byWord(choices)
}
