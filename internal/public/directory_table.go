package public

import (
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// halves part the ten indicators in two tables that fit beside each other on a page: what happens in a tie, and what is known of it.
var halves = []struct {
	title string
	keys  []portal.IndicatorKey
}{
	{"partners.table_life", portal.IndicatorKeys[:5]},
	{"partners.table_proof", portal.IndicatorKeys[5:]},
}

// indicatorTables are the indicators of ties beside each other. Each head puts the list in its order.
func (sh *sheet) indicatorTables(d directory, ties []listed) []view.IndicatorTable {
	var tables []view.IndicatorTable
	for _, half := range halves {
		t := view.IndicatorTable{Title: sh.t(half.title)}
		for _, key := range half.keys {
			head := view.IndicatorHead{Label: sh.t(key.Key()), URL: d.address(view.Partners.In(sh.lang), "sort", string(key)) + "#" + view.PartnersID}
			head.Current = d.order == string(key)
			t.Heads = append(t.Heads, head)
		}
		for _, l := range ties {
			row := view.IndicatorLine{City: sh.cityLink(l.City), Light: sh.vitality(l.Tie)}
			for _, key := range half.keys {
				row.Figures = append(row.Figures, sh.shortFigure(l.life.Figure(key)))
			}
			t.Rows = append(t.Rows, row)
		}
		tables = append(tables, t)
	}
	return tables
}

// shortFigure is the first thing that an indicator says; empty where it says nothing.
func (sh *sheet) shortFigure(f portal.Figure) string {
	if f.Silent || len(f.Said) == 0 {
		return ""
	}
	return capital(f.Said[0].In(sh.lang))
}
