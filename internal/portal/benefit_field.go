package portal

import (
	"cmp"
	"slices"
	"strings"
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

// fieldsTogether is the events of substance in the same fields.
type fieldsTogether struct {
	fields []string
	Share  // with a written result
}

func (b *Benefits) addFields(e *BroughtEvent) {
	key := strings.Join(e.Sectors, " ")
	if b.together[key] == nil {
		b.together[key] = &fieldsTogether{fields: e.Sectors}
	}
	b.together[key].add(e.Reported)
	year := e.Year()
	for _, code := range e.Sectors {
		at := slices.IndexFunc(b.fields, func(f FieldCount) bool { return f.Sector.Code == code })
		if at < 0 {
			at = len(b.fields)
			b.fields = append(b.fields, FieldCount{Sector: Sector{Code: code}, Years: make([]int, len(b.years)), First: year})
		}
		f := &b.fields[at]
		f.Total++
		f.Reported += one(e.Reported)
		if year < b.From {
			f.Earlier++
		} else {
			f.Years[year-b.From]++
		}
		f.First, f.Last = min(f.First, year), max(f.Last, year)
	}
}

// Fields counts the events of substance by field, the field with most first; fields without any are left out.
func (b Benefits) Fields(sectors []Sector) []FieldCount {
	list := slices.Clone(b.fields)
	for i := range list {
		if at := slices.IndexFunc(sectors, func(s Sector) bool { return s.Code == list[i].Sector.Code }); at >= 0 {
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
		for _, some := range b.together {
			if slices.ContainsFunc(some.fields, func(code string) bool { return slices.Contains(serves[code], goal) }) {
				n.Total += some.Of
				n.Reported += some.Part
			}
		}
		if n.Total > 0 {
			list = append(list, n)
		}
	}
	return list
}
