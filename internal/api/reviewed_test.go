package api_test

import (
	"net/http"
	"testing"

	"kotakembar/internal/portal"
)

func TestDocumentTellsThatNobodyElseHasReviewedIt(t *testing.T) {
	f := openOwn(t)
	id, err := f.store.AddStaff(t.Context(), portal.Staff{Email: "rina@kota.test", Name: "Rina", Role: portal.Reviewer, PasswordHash: "x"})
	if err != nil {
		t.Fatal(err)
	}
	actor := portal.Actor{ID: id, Name: "Rina", Role: portal.Reviewer}
	city, err := f.store.Cities.BySlug(t.Context(), "kawasaki")
	if err != nil {
		t.Fatal(err)
	}
	city.Region = "lain"
	after, err := f.store.Cities.Snapshot(city, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	const path = "/api/v1/partners/kawasaki"
	if now := f.get(t, path).is(http.StatusOK).object(); now.at("reviewed") != true {
		t.Errorf("before: %v", now.at("reviewed"))
	}
	c := portal.Change{Kind: portal.KindCity, RecordID: city.ID, BaseVersion: city.Version, Op: portal.OpSave, Title: "x", After: after, Reason: "x", State: portal.Submitted}
	if err := f.store.SaveChange(t.Context(), actor, &c); err != nil {
		t.Fatal(err)
	}
	if err := f.store.PublishUrgently(t.Context(), actor, c.ID, c.Revision, "x"); err != nil {
		t.Fatal(err)
	}
	if now := f.get(t, path).is(http.StatusOK).object(); now.at("reviewed") != false {
		t.Errorf("after: %v", now.at("reviewed"))
	}
}
