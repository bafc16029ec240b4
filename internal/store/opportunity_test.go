package store_test

import (
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// No opportunity is seeded, since none is known: one that staff publish stands for all.
func TestPublishedOpportunityIsReadBackWhole(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	text := func(word string) i18n.Text { return i18n.Text{ID: word + " id", EN: word + " en"} }
	want := portal.Opportunity{
		CityID: d.city("hamamatsu").ID, Title: text("title"), Kind: "training", Who: text("who"), OpensOn: "2026-11", DeadlineOn: "2026-12-01",
		Cost: text("cost"), Selection: text("selection"), URL: "https://apply.example/", Outcome: text("outcome"),
	}
	after, err := d.Opportunities.Snapshot(want, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	c := d.save(d.editor, portal.Change{
		Kind: portal.KindOpportunity, Op: portal.OpSave, Title: "training", After: after, Reason: "announced", State: portal.Submitted,
	})
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	parts, err := d.OpportunityParts(t.Context())
	if err != nil || len(parts.Opportunities) != 1 {
		t.Fatalf("%d opportunities, %v", len(parts.Opportunities), err)
	}
	got := parts.Opportunities[0]
	want.Meta = got.Meta
	if got != want {
		t.Errorf("read back %+v", got)
	}
	if city := parts.Cities[got.CityID]; city.Slug != "hamamatsu" || len(parts.Programs)+len(parts.Activities) > 0 {
		t.Errorf("of %q, with %d programs and %d activities", city.Slug, len(parts.Programs), len(parts.Activities))
	}
}
