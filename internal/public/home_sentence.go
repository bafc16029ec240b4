package public

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// sentenceGroups is how many groups the sentence has at most.
const sentenceGroups = 5

// group is some of the events that the sentence counts, each event in one group alone.
type group struct {
	words string
	query url.Values // of the list of activities, nil where none holds just these
	n     int
}

// deed is events that are alike, and how many.
type deed struct {
	portal.Deed
	n int
}

// deeds are the events of the last years with partners and with cities that are being explored, those that are alike together.
func (ix *tieIndex) deeds() []deed {
	return ix.once("deeds", func() any {
		at, list := map[string]int{}, []deed{}
		for i := range ix.lines {
			if s := ix.lines[i].Standing; s != portal.Partner && s != portal.Prospect {
				continue
			}
			for _, d := range ix.lines[i].Deeds.Read() {
				key := fmt.Sprint(d.Substantive, d.Reported, d.Sectors)
				n, ok := at[key]
				if !ok {
					n = len(list)
					at[key], list = n, append(list, deed{Deed: d})
				}
				list[n].n++
			}
		}
		return list
	}).([]deed)
}

// sumOf counts events.
func sumOf(deeds []deed) (n int) {
	for _, d := range deeds {
		n += d.n
	}
	return n
}

// sumOfReported counts those with a result.
func sumOfReported(deeds []deed) (n int) {
	for _, d := range deeds {
		if d.Reported {
			n += d.n
		}
	}
	return n
}

// brickSentence counts what happened in the last years: ceremony apart, the rest by field, an event of several fields once, in the one
// that most have.
func (sh *sheet) brickSentence(deeds []deed) view.BrickSentence {
	from, all := sh.now.Year()-portal.DeedYears+1, sumOf(deeds)
	if all == 0 {
		return view.BrickSentence{Opening: sh.t("home.sentence_none", from)}
	}
	s := view.BrickSentence{
		Opening: sh.plural("home.sentence", all, from),
		Results: sh.t("home.sentence_results", sh.number(sumOfReported(deeds)), sh.number(all)),
	}
	groups := sh.deedGroups(deeds)
	between := strings.Split(sh.lang.List(slices.Repeat([]string{"\x00"}, len(groups))), "\x00")
	for i, g := range groups {
		l := view.Link{Label: g.words}
		if g.query != nil {
			l.URL = view.Activities.In(sh.lang) + "?" + g.query.Encode()
		}
		s.Groups = append(s.Groups, view.BrickGroup{Before: between[i], Number: sh.lang.Count(g.n), Count: g.n, What: l})
	}
	return s
}

// deedGroups are at most five groups: the largest fields, what is of another field or of none, and ceremony.
func (sh *sheet) deedGroups(deeds []deed) []group {
	ceremony := group{words: sh.t("home.ceremony"), query: url.Values{"nature": {string(portal.Protocol)}}}
	rest := group{words: sh.t("home.other_fields")}
	var open []deed
	for _, d := range deeds {
		if d.Substantive {
			open = append(open, d)
		} else {
			ceremony.n += d.n
		}
	}
	var groups []group
	for len(groups) < sentenceGroups-2 {
		code := sh.commonest(open)
		if code == "" {
			break
		}
		left := slices.DeleteFunc(slices.Clone(open), func(d deed) bool { return slices.Contains(d.Sectors, code) })
		groups = append(groups, group{lowered(sh.sectorNames([]string{code})), url.Values{"sector": {code}}, sumOf(open) - sumOf(left)})
		open = left
	}
	rest.n = sumOf(open)
	return slices.DeleteFunc(append(groups, rest, ceremony), func(g group) bool { return g.n == 0 })
}

// commonest is the field that most events have, by name among equals; empty where none has any.
func (sh *sheet) commonest(deeds []deed) string {
	counts := map[string]int{}
	var codes []string
	for _, d := range deeds {
		for _, code := range d.Sectors {
			counts[code] += d.n
			codes = append(codes, code)
		}
	}
	if len(codes) == 0 {
		return ""
	}
	return slices.MinFunc(codes, func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(sh.sectorNames([]string{a}), sh.sectorNames([]string{b})))
	})
}

// lowered is a name as it stands within a sentence; an abbreviation stays as it is.
func lowered(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
