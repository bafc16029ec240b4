package view

import (
	"context"
	"strconv"

	"kotakembar/internal/geo"
	"kotakembar/internal/i18n"
)

// Map is the home city and its partners on a map of the world. The list of pulses below it holds the same in words.
type Map struct {
	Home   MapCity
	Cities []MapCity // in the order of the list below the map
}

// MapCity is one city on the map.
type MapCity struct {
	Name         string
	Since        string // the year as written beside the name, 1960 or ±2005; may be empty
	At           geo.Point
	Light        Light   // says how line and mark are drawn; the home city has none
	Anchor       string  // start, middle or end; counts with an offset alone
	DX, DY       float64 // offset of the label in units of the map; both 0 = the map finds a place itself
	LabelOnPhone bool
}

// mapOrder is the order in which states are painted, named and explained: what lives is painted last and named first.
var mapOrder = []Light{
	LightActive, LightUnreported, LightRare, LightCeremonial, LightOff, LightUnknown, LightNew, LightEnded,
}

// lights are the states that the map shows, in mapOrder.
func (m Map) lights() []Light {
	var shown []Light
	for _, l := range mapOrder {
		if len(m.named(l)) > 0 {
			shown = append(shown, l)
		}
	}
	return shown
}

func (m Map) named(l Light) []string {
	var names []string
	for _, c := range m.Cities {
		if c.Light == l {
			names = append(names, c.Name)
		}
	}
	return names
}

// label is the whole map in words: which cities are in which state, and where the same stands as a list.
func (m Map) label(ctx context.Context) string {
	l := i18n.From(ctx)
	if len(m.Cities) == 0 {
		return l.T("map.label_none", m.Home.Name)
	}
	said := l.T("map.label", m.Home.Name, strconv.Itoa(len(m.Cities)))
	for _, light := range m.lights() {
		said += " " + l.T("map.light."+string(light)) + ": " + l.List(m.named(light)) + "."
	}
	return said + " " + l.T("map.twin")
}

// legendText is the word of a state, with what it means where the word alone does not say it.
func legendText(ctx context.Context, light Light) string {
	word, note := i18n.T(ctx, "map.light."+string(light)), "map.note."+string(light)
	if !i18n.Has(note) {
		return word
	}
	return word + ": " + i18n.T(ctx, note)
}

// mapBox is the viewBox of the map.
func mapBox() string { return "0 0 " + number(geo.Width) + " " + number(geo.Height) }
