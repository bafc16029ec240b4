package globe

import (
	"fmt"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Sources makes all sources; ties cite them.
func (w *World) Sources() []portal.Source {
	list := make([]portal.Source, w.sources)
	for i := range list {
		d := w.dice(ofSources, i)
		city := w.places[d.IntN(len(w.places))]
		at := d.within(w.day.AddDate(-25, 0, 0), w.day)
		title := pick(d, titles...)
		list[i] = portal.Source{
			Meta: w.number(portal.KindSource), Slug: fmt.Sprintf("sumber-%d", w.first+int64(i)),
			Title: fmt.Sprintf(title.EN, city.name), Publisher: fmt.Sprintf(pick(d, publishers...), city.name),
			URL: fmt.Sprintf("https://arsip.example/%s/%d", city.slug, i), PublishedOn: d.dated(at), Language: pick(d, "en", "id", "en"),
			Quality: portal.Official, CheckedOn: portal.Date(d.within(w.day.AddDate(-2, 0, 0), w.day).Format(time.DateOnly)),
		}
		switch n := d.IntN(20); {
		case n == 0:
			list[i].Quality = portal.Unverifiable
		case n < 12:
			list[i].Quality = portal.Secondary
		}
	}
	return list
}

var titles = []i18n.Text{
	{EN: "Minutes of the council of %s"}, {EN: "%s and its partners abroad"}, {EN: "Annual report of %s"}, {EN: "A delegation in %s"},
	{EN: "Twenty years of friendship with %s"}, {EN: "Students of %s travel"}, {EN: "Letter of the mayor of %s"}, {EN: "Budget of %s, annex on cooperation"},
}

var publishers = []string{"City of %s", "%s Daily", "%s Archive", "Friends of %s", "University of %s"}

// cite adds a source for a field of a record, mostly.
func (w *World) cite(d dice, t *portal.Tie, kind portal.Kind, id int64, field string, ofHundred int) {
	if !d.often(ofHundred) {
		return
	}
	t.Evidence = append(t.Evidence, portal.Cited{Kind: kind, RecordID: id, Citation: portal.Citation{
		Field: field, SourceID: w.first + int64(d.IntN(w.sources)),
	}})
}
