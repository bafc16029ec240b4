package portal

import (
	"cmp"
	"slices"
)

// FieldCount is the events of substance in one field of cooperation. An event in several fields counts in each.
type FieldCount struct {
	Sector   Sector
	Total    int
	Reported int   // with a written result
	Years    []int // by year, of those that are told one by one
	Earlier  int   // before them
	First    int   // the first year with an event
	Last     int   // the last one
}

// Fields counts the events of substance by field, the field with most first; fields without any are left out.
func (b Benefits) Fields(sectors []Sector) []FieldCount {
	counts := map[string]*FieldCount{}
	var codes []string
	for _, e := range b.Substance() { // the oldest first
		year := e.Year()
		for _, code := range e.Sectors {
			f := counts[code]
			if f == nil {
				f = &FieldCount{Years: make([]int, b.To-b.From+1), First: year}
				counts[code], codes = f, append(codes, code)
			}
			f.Total++
			f.Reported += one(e.Reported)
			if year < b.From {
				f.Earlier++
			} else {
				f.Years[year-b.From]++
			}
			f.Last = year
		}
	}
	list := each(codes, func(code string) FieldCount { return *counts[code] })
	for i, code := range codes {
		at := slices.IndexFunc(sectors, func(s Sector) bool { return s.Code == code })
		if list[i].Sector.Code = code; at >= 0 {
			list[i].Sector = sectors[at]
		}
	}
	Sort(list, func(a, b FieldCount) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Sector.Code, b.Sector.Code))
	})
	return list
}

// GoalCount is the events of substance in fields that serve one of the seventeen Sustainable Development Goals.
type GoalCount struct {
	Goal     int64
	Total    int
	Reported int // with a written result
}

// Goals counts the events of substance by the goals that their fields serve, each once for a goal; goals without any are left out.
func (b Benefits) Goals(sectors []Sector) []GoalCount {
	serves := map[string][]int64{}
	for _, s := range sectors {
		serves[s.Code] = s.SDGs
	}
	substance := b.Substance()
	var list []GoalCount
	for goal := range int64(18) {
		n := GoalCount{Goal: goal}
		for _, e := range substance {
			touched := slices.ContainsFunc(e.Sectors, func(code string) bool { return slices.Contains(serves[code], goal) })
			n.Total += one(touched)
			n.Reported += one(touched && e.Reported)
		}
		if n.Total > 0 {
			list = append(list, n)
		}
	}
	return list
}
