package portal

import "kotakembar/internal/i18n"

// fewestRooted is below how many activities nothing is said of roots.
const fewestRooted = 3

// Roots (V10) is how many organisations of the home side carry the tie: those with a substantive activity in the last 24 months.
type Roots struct {
	Organisations int
	Largest       i18n.Text // the one with the most activities; of several, the first by name
	Carried       Share     // its activities among those that name an organisation of the home side
	Unnamed       int       // activities that name none; unknown, not zero
	Rows          []Row     // those that name one
}

func (r reading) roots() Roots {
	var n Roots
	count, names := map[string]int{}, map[string]i18n.Text{}
	for _, e := range r.events {
		if !e.substantive() || !r.lately(e, 24) {
			continue
		}
		locals := e.locals()
		if len(locals) == 0 {
			n.Unnamed++
			continue
		}
		n.Rows = append(n.Rows, e.row())
		for _, o := range locals {
			count[o.key()]++
			names[o.key()] = o.Name
		}
	}
	largest := ""
	for key, times := range count {
		if times > count[largest] || times == count[largest] && key < largest {
			largest = key
		}
	}
	n.Organisations, n.Largest, n.Carried = len(count), names[largest], Share{count[largest], len(n.Rows)}
	return n
}

func (n Roots) figure() Figure {
	if len(n.Rows) < fewestRooted {
		return silent(Reason{Key: "indicator.roots.few"})
	}
	f := Figure{Rows: n.Rows, Said: []Reason{
		counted("indicator.roots.organisations", n.Organisations),
		{Key: "indicator.roots.largest", Args: []any{n.Largest, n.Carried}},
	}}
	if n.Unnamed > 0 {
		f.Said = append(f.Said, counted("indicator.roots.unnamed", n.Unnamed))
	}
	return f.ranked(float64(n.Organisations))
}
