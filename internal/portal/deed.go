package portal

import (
	"slices"
	"time"
)

// Deed is an event as sums count it: once, however many rows tell of it.
type Deed struct {
	On          Date     `json:"on"`
	Substantive bool     `json:"substantive,omitempty"`
	Sectors     []string `json:"sectors,omitempty"`
	Reported    bool     `json:"reported,omitempty"` // a result is on record, from a source that can be checked
}

// DeedsSince lists the events of a tie from a year on up to a day, the oldest first: those with a source that can be checked.
func (t Tie) DeedsSince(year int, on time.Time) []Deed {
	r := t.read(on)
	var deeds []Deed
	for _, e := range r.events {
		if e.start().Year() < year {
			continue
		}
		reported := slices.ContainsFunc(e.rows, func(a Activity) bool {
			return !a.Result.Empty() && r.evidence.supports(KindActivity, a.ID, "result")
		})
		deeds = append(deeds, Deed{On: e.start(), Substantive: e.substantive(), Sectors: e.sectors(), Reported: reported})
	}
	return deeds
}
