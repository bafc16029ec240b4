package main

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestDifferencesFromWikidataBecomeProposalsAndOverwriteNothing(t *testing.T) {
	t.Parallel()
	database := storetest.URL(t)
	s := at(t, database, nil)
	imports := func(code int, args ...string) string {
		t.Helper()
		got, out, complaint := said(t, s, "", append([]string{"import", "wikidata"}, args...)...)
		if got != code {
			t.Fatalf("%v: exit code %d: %s %s", args, got, out, complaint)
		}
		return out + complaint
	}
	if report := imports(exitOK, "testdata/wikidata.json", "--report"); !strings.Contains(report, "Bandung (Q10389)") {
		t.Errorf("the home city's own number is not asked for: %s", report)
	}
	pool, err := store.Open(database)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if _, err := pool.Exec(t.Context(), "update cities set wikidata_id = null"); err != nil { // as in a register that knows no numbers yet
		t.Fatal(err)
	}
	imports(exitOK, "testdata/wikidata.json", "--report", "--city", "Q10389")
	imports(exitUsage, "testdata/wikidata.json")
	imports(exitFailed, "testdata/wikidata.json", "--report")
	imports(exitFailed, "testdata/wikidata.json", "--report", "--city", "Q1")
	imports(exitFailed, "testdata/wikidata.json", "--as", "siapa@bandung.go.id", "--city", "Q10389")
	st := store.New(pool)
	if _, batches, err := st.Batches(t.Context(), 1, 10); err != nil || batches != 0 {
		t.Fatalf("%d sets where nothing was to be proposed, %v", batches, err)
	}
	if code, _, complaint := said(t, s, "", "staff", "add", "rina@bandung.go.id", "--role", "editor"); code != exitOK {
		t.Fatal(complaint)
	}
	if code, _, complaint := said(t, s, "", "staff", "add", "dimas@bandung.go.id", "--role", "reviewer"); code != exitOK {
		t.Fatal(complaint)
	}
	reviewer, err := st.StaffByEmail(t.Context(), "dimas@bandung.go.id")
	if err != nil {
		t.Fatal(err)
	}
	before, err := st.Agreements.BySlug(t.Context(), "fort-worth")
	if err != nil {
		t.Fatal(err)
	}
	first := imports(exitOK, "testdata/wikidata.json", "--as", "rina@bandung.go.id", "--city", "Q10389")
	for _, want := range []string{
		"Bandung (Q10389): 3 partner cities", "=  Braunschweig", "~  Braunschweig (Brunswick) (Q2773): known here by its name",
		"~  Fort Worth (Q16558): signed_on 1991-05 in Wikidata, 1990-04-02 in the register", "?  Q99001: not in the register", "-  Suwon", "Run this again",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("the report lacks %q:\n%s", want, first)
		}
	}
	again := imports(exitOK, "testdata/wikidata.json", "--as", "rina@bandung.go.id", "--city", "Q10389")
	if _, n, err := st.Batches(t.Context(), 1, 10); err != nil || n != 1 || !strings.Contains(again, "/admin/batches/") {
		t.Errorf("the same file twice made %d sets (%v)", n, err)
	}
	decide(t, st, reviewer)
	if city, err := st.Cities.BySlug(t.Context(), "fort-worth"); err != nil || city.WikidataID != "Q16558" {
		t.Errorf("the number was not added: %+v, %v", city, err)
	}
	second := imports(exitOK, "testdata/wikidata.json", "--as", "rina@bandung.go.id", "--city", "Q10389")
	if strings.Contains(second, "Run this again") {
		t.Error(second)
	}
	decide(t, st, reviewer)
	after, err := st.Agreements.BySlug(t.Context(), "fort-worth")
	if err != nil || after.SignedOn != before.SignedOn {
		t.Errorf("the register's date was overwritten: %s, %v", after.SignedOn, err)
	}
	cited, _, err := st.Cited(t.Context(), []store.Named{{Kind: portal.KindAgreement, ID: after.ID}})
	if err != nil {
		t.Fatal(err)
	}
	beside := map[string]bool{}
	for _, c := range cited {
		beside[c.Locator] = c.Source.Slug == "wikidata-q10389" && c.Field == "signed_on" && c.Says.In(i18n.EN) == "May 1991"
	}
	if !beside["https://partner.example/fort-worth"] || !beside["https://partner.example/council"] {
		t.Errorf("the other date does not stand beside ours with each reference: %+v", cited)
	}
	if third := imports(exitOK, "testdata/wikidata.json", "--as", "rina@bandung.go.id", "--city", "Q10389"); !strings.Contains(third, "Nothing to propose") {
		t.Error(third)
	}
	report := imports(exitOK, "testdata/wikidata.csv", "--as", "rina@bandung.go.id", "--city", "Q10389")
	for _, want := range []string{
		"not in the register; 2019 to 2024, https://partner.example/a, https://partner.example/b", "Bari (Q3519): no signed sister-city paper here (unproven); 2003 to ?",
	} {
		if !strings.Contains(report, want) {
			t.Errorf("the report lacks %q:\n%s", want, report)
		}
	}
	decide(t, st, reviewer)
	city, err := st.Cities.BySlug(t.Context(), "twinford-q99002")
	if err != nil || city.Standing != portal.Unproven || city.Name.ID != "Kota Kembarbaru" || city.Country != "AU" || city.Lat != -37.5 {
		t.Errorf("%+v, %v", city, err)
	}
	wantSaid(t, st, city, "Kota kembar, sejak 2019, sampai 2024", "https://partner.example/a", "https://partner.example/b")
	bari, err := st.Cities.BySlug(t.Context(), "bari")
	if err != nil || bari.Standing != portal.Unproven || bari.WikidataID != "Q3519" {
		t.Errorf("%+v, %v", bari, err)
	}
	wantSaid(t, st, bari, "Kota kembar, sejak 2003", "https://partner.example/bari", "https://partner.example/council")
	hannover, err := st.Cities.BySlug(t.Context(), "hannover")
	if err != nil || hannover.WikidataID != "Q1715" {
		t.Errorf("%+v, %v", hannover, err)
	}
	wantSaid(t, st, hannover, "") // without dates and references it is hearsay
	if again := imports(exitOK, "testdata/wikidata.csv", "--as", "rina@bandung.go.id", "--city", "Q10389"); !strings.Contains(again, "Nothing to propose") {
		t.Error(again)
	}
}

// wantSaid tells where Wikidata does not say that of the standing of a city, with just these references.
func wantSaid(t *testing.T, st *store.Store, of portal.City, says string, references ...string) {
	t.Helper()
	cited, _, err := st.Cited(t.Context(), []store.Named{{Kind: portal.KindCity, ID: of.ID}})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, c := range cited {
		if c.Source.Slug != "wikidata-q10389" {
			continue
		}
		if c.Field != "standing" || c.Says.In(i18n.ID) != says {
			t.Errorf("%s: %+v", of.Slug, c)
		}
		found = append(found, c.Locator)
	}
	if !slices.Equal(found, references) {
		t.Errorf("%s: the references %q, want %q", of.Slug, found, references)
	}
}

// decide approves all that waits.
func decide(t *testing.T, st *store.Store, reviewer portal.Staff) {
	t.Helper()
	actor := portal.Actor{ID: reviewer.ID, Name: reviewer.Name, Role: reviewer.Role}
	batches, err := st.BatchesFor(t.Context(), actor)
	if err != nil || len(batches) == 0 {
		t.Fatalf("%d sets wait, %v", len(batches), err)
	}
	for _, b := range batches {
		if _, stuck, err := st.DecideBatch(t.Context(), actor, b.ID, store.Verdict{State: portal.Applied}, b.SeenAt); err != nil || stuck > 0 {
			t.Fatalf("%d stuck, %v", stuck, err)
		}
	}
}
