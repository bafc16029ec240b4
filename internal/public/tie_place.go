package public

import (
	"cmp"
	"maps"
	"slices"

	"kotakembar/internal/portal"
)

// named are all places, the home city too, by their names.
func (ix *tieIndex) named() []*portal.Summary {
	return ix.once("named", func() any {
		return slices.SortedFunc(maps.Values(ix.cities), func(a, b *portal.Summary) int {
			return cmp.Or(cmp.Compare(a.Name.ID, b.Name.ID), cmp.Compare(a.CityID, b.CityID))
		})
	}).([]*portal.Summary)
}

// idsOf are the numbers of some places.
func idsOf(list []*portal.Summary) []int64 {
	ids := make([]int64, len(list))
	for i, one := range list {
		ids[i] = one.CityID
	}
	return ids
}

// city is a place as far as lists have to know it; one that has just come or been taken out has no number and no name.
func (ix *tieIndex) city(id int64) portal.City {
	if one := ix.cities[id]; one != nil {
		return cityOf(one)
	}
	return portal.City{}
}

// cityOf is the city of a summary by its names and standing, without where it lies.
func cityOf(s *portal.Summary) portal.City {
	return portal.City{
		Meta: portal.Meta{ID: s.CityID}, Slug: s.Slug, Name: s.Name, NativeName: s.Native, NativeLang: s.NativeLang, Country: s.Country, Region: s.Region,
		Standing: s.Standing, IsHome: s.Home,
	}
}

// nameOf is the name by which places are put in order; empty where there is none.
func (ix *tieIndex) nameOf(city int64) string {
	if c := ix.cities[city]; c != nil {
		return c.Name.ID
	}
	return ""
}

// markOf is where a paper stands by itself.
func (ix *tieIndex) markOf(city, paper int64) portal.LegalMark {
	if c := ix.cities[city]; c != nil {
		return c.Marks.Read()[paper]
	}
	return ""
}
