package wikidata

import (
	"cmp"
	"slices"
	"strings"

	"kotakembar/internal/portal"
)

// Finding is how a partner in Wikidata and the register stand to each other.
type Finding string

// The findings.
const (
	Agrees      Finding = "agrees"
	OtherDate   Finding = "other_date"  // the signed paper has another day than the start, or the end
	Unnumbered  Finding = "unnumbered"  // the register knows the city by its name, and not its number in Wikidata
	NoPaper     Finding = "no_paper"    // the register knows the city, and no signed sister-city paper
	NotHere     Finding = "not_here"    // the register does not know the city
	OnlyHere    Finding = "only_here"   // Wikidata does not know that it is a partner
	Unspeakable Finding = "unspeakable" // the register does not know the city, and the file too little of it for a proposal
)

// Difference is one finding.
type Difference struct {
	Finding   Finding
	Twin      Twin             // zero for OnlyHere
	City      portal.City      // zero for NotHere
	Agreement portal.Agreement // of OtherDate
	Field     string           // of OtherDate: signed_on or in_force_until
	Theirs    portal.Date
	Ours      portal.Date
}

// Compare sets the partners of a file beside those of the register, in the order of their names.
func Compare(twins []Twin, cities []portal.City, agreements []portal.Agreement) (found []Difference) {
	seen := map[int64]bool{}
	for _, t := range twins {
		city, numbered, ok := cityOf(t, cities)
		if !ok {
			d := Difference{Finding: NotHere, Twin: t}
			if t.Country == "" || t.Name.Empty() {
				d.Finding = Unspeakable
			}
			found = append(found, d)
			continue
		}
		seen[city.ID] = true
		if !numbered {
			found = append(found, Difference{Finding: Unnumbered, Twin: t, City: city})
		}
		found = append(found, dated(t, city, agreements)...)
	}
	for _, c := range cities {
		if c.Standing == portal.Partner && !c.IsHome && !seen[c.ID] {
			found = append(found, Difference{Finding: OnlyHere, City: c})
		}
	}
	portal.Sort(found, func(a, b Difference) int { return cmp.Compare(a.name(), b.name()) })
	return found
}

func (d Difference) name() string { return cmp.Or(d.City.Name.EN, d.Twin.Name.EN, d.Twin.ID) }

// cityOf finds the city of the register: by its number, else by its name among those that have none.
func cityOf(t Twin, cities []portal.City) (city portal.City, numbered, ok bool) {
	for _, c := range cities {
		if c.WikidataID == t.ID {
			return c, true, true
		}
	}
	for _, c := range cities {
		names := append([]string{c.Name.ID, c.Name.EN, c.NativeName}, c.Aliases...)
		same := func(name string) bool {
			return name != "" && (strings.EqualFold(name, t.Name.EN) || strings.EqualFold(name, t.Name.ID))
		}
		if c.WikidataID == "" && !c.IsHome && slices.ContainsFunc(names, same) && (t.Country == "" || t.Country == c.Country) {
			return c, false, true
		}
	}
	return portal.City{}, false, false
}

// dated compares the days of the first signed sister-city paper with those that Wikidata states.
func dated(t Twin, city portal.City, agreements []portal.Agreement) (found []Difference) {
	i := slices.IndexFunc(agreements, func(a portal.Agreement) bool {
		return a.CityID == city.ID && a.LegalType == portal.SisterCity && a.Instrument.Binding() && a.ParentID == 0
	})
	if i < 0 {
		return []Difference{{Finding: NoPaper, Twin: t, City: city}}
	}
	a := agreements[i]
	for _, d := range []Difference{
		{Field: "signed_on", Theirs: t.Start, Ours: a.SignedOn}, {Field: "in_force_until", Theirs: t.End, Ours: a.InForceUntil},
	} {
		if d.Theirs != "" && !compatible(d.Theirs, d.Ours) {
			d.Finding, d.Twin, d.City, d.Agreement = OtherDate, t, city, a
			found = append(found, d)
		}
	}
	if len(found) == 0 {
		found = append(found, Difference{Finding: Agrees, Twin: t, City: city, Agreement: a})
	}
	return found
}

// compatible tells whether two dates can mean the same day.
func compatible(a, b portal.Date) bool {
	return b != "" && !a.Earliest().After(b.Latest()) && !b.Earliest().After(a.Latest())
}
