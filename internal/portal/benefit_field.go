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
	for _, c := range b.Substance() { // the oldest first
		for _, code := range c.Activity.Sectors {
			f := counts[code]
			if f == nil {
				f = &FieldCount{Years: make([]int, b.To-b.From+1), First: c.Year()}
				counts[code], codes = f, append(codes, code)
			}
			f.Total++
			f.Reported += one(c.HasResult())
			if c.Year() < b.From {
				f.Earlier++
			} else {
				f.Years[c.Year()-b.From]++
			}
			f.Last = c.Year()
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
	var list []GoalCount
	for goal := range int64(18) {
		n := GoalCount{Goal: goal}
		for _, c := range b.Substance() {
			touched := slices.ContainsFunc(c.Activity.Sectors, func(code string) bool { return slices.Contains(serves[code], goal) })
			n.Total += one(touched)
			n.Reported += one(touched && c.HasResult())
		}
		if n.Total > 0 {
			list = append(list, n)
		}
	}
	return list
}
