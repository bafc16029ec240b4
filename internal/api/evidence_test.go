package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func TestDisputedFactIsSentAsAllItsVersionsWithTheirSources(t *testing.T) {
	o := open(t).get(t, "/api/v1/agreements/braunschweig").is(http.StatusOK).object()
	if o.at("signed_on") != "1960-05-24" || o.at("disputed", 0, "field") != "signed_on" {
		t.Fatalf("signed on %v, disputed %v", o.at("signed_on"), o.at("disputed", 0, "field"))
	}
	why, _ := o.at("disputed", 0, "why", "en").(string)
	if !strings.HasPrefix(why, "Both dates are real") {
		t.Errorf("why %q", why)
	}
	mine, other := object(o.at("disputed", 0, "versions", 0).(map[string]any)), object(o.at("disputed", 0, "versions", 1).(map[string]any))
	if mine.at("used") != true || mine.at("value") != "1960-05-24" || mine.at("says") != nil || mine.at("citations", 0, "source", "slug") != "bsw-de" {
		t.Errorf("the one that is used: %v", mine)
	}
	if other.at("used") != false || other.at("value") != nil || other.at("says", "id") != "2 Juni 1960 (dilengkapi di Bandung)" {
		t.Errorf("the other one: %v", other)
	}
	source := object(other.at("citations", 0, "source").(map[string]any))
	for _, field := range []string{"slug", "title", "publisher", "url", "quality", "language", "href"} {
		if said, _ := source.at(field).(string); said == "" {
			t.Errorf("the source has no %s: %v", field, source)
		}
	}
}

// TestDisputesAreThoseOfTheRegister compares the disputed fields of all records with a count of differing claims in SQL.
func TestDisputesAreThoseOfTheRegister(t *testing.T) {
	f := open(t)
	for name, table := range map[string]struct{ kind, columns string }{
		"partners":   {"city", "name_id name, population::text population, standing standing"},
		"agreements": {"agreement", "signed_on::text signed_on, in_force_until::text in_force_until, legal_type legal_type, instrument instrument, sectors::text sectors, regime regime, reported reported, nullif(summary_id, '') summary"},
		"steps":      {"step", "happened_on::text happened_on"},
		"programs":   {"program", "start_on::text start_on, status status"},
		"activities": {"activity", "start_on::text start_on"},
	} {
		var want []string
		rows, err := f.pool.Query(t.Context(), `select c.record_id || ' ' || c.field
			from (select kind, record_id, field, regexp_replace(says_id, '^[^(]* \(hanya (tahun|bulan)\)$', '') says_id from citations) c -- less is no other
			join (select id, to_jsonb(r) own from (select id, `+table.columns+` from `+tables[name].name+`) r) r on r.id = c.record_id
			where c.kind = '`+table.kind+`'
			group by c.record_id, c.field, own
			having (own ->> c.field) is not null and count(distinct nullif(says_id, '')) > 0
					and (bool_or(says_id = '') or count(distinct nullif(says_id, '')) > 1)
				or (own ->> c.field) is null and count(distinct nullif(says_id, '')) > 1
			order by c.record_id, c.field`)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var one string
			if err := rows.Scan(&one); err != nil {
				t.Fatal(err)
			}
			want = append(want, one)
		}
		rows.Close()
		var got []string
		for _, item := range f.all(t, "/api/v1/"+name+"?fields=id,disputed&limit=200") {
			disputed, _ := item.at("disputed").([]any)
			for i := range disputed {
				got = append(got, number(item.at("id"))+" "+item.at("disputed", i, "field").(string))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestChosenFieldsComeInTheirOrderAndDisputesComeAlong(t *testing.T) {
	f := open(t)
	a := f.get(t, "/api/v1/agreements/braunschweig?fields=title,signed_on,slug").is(http.StatusOK)
	if !strings.HasPrefix(a.Body.String(), `{"title":{`) || !strings.Contains(a.Body.String(), `},"signed_on":"1960-05-24","slug":"braunschweig","disputed":[{"field":"signed_on"`) {
		t.Errorf("%s", a.Body)
	}
	if o := a.object(); len(o) != 4 || o.at("disputed", 1) != nil {
		t.Errorf("%d fields, other disputes %v", len(o), o.at("disputed", 1))
	}
	if o := f.get(t, "/api/v1/agreements/braunschweig?fields=title").object(); len(o.at("disputed").([]any)) != 0 {
		t.Errorf("disputes of other fields come along: %v", o.at("disputed"))
	}
	items := f.get(t, "/api/v1/sectors?fields=code&limit=2").is(http.StatusOK).object()
	if items.at("total") == nil || len(items.items()[0]) != 2 || items.at("items", 0, "code") == nil {
		t.Errorf("%v", items)
	}
	if a := f.get(t, "/api/v1/sectors/EDU?fields=code,code").is(http.StatusOK); strings.Count(a.Body.String(), "EDU") != 1 {
		t.Errorf("%s", a.Body)
	}
}

// TestEveryColumnIsToldOutside holds that what records hold inside stands in their documents, where citations name it.
func TestEveryColumnIsToldOutside(t *testing.T) {
	f := open(t)
	s := specOf(t, f)
	arrangement := []string{"label_dx", "label_dy", "label_anchor", "label_on_phone"} // of the map
	columns := columnsOf(t, f.store)
	for document, names := range columns {
		for _, column := range names {
			if !slices.Contains(arrangement, column) && !s.tells(document, column) {
				t.Errorf("%s: nobody outside is told of column %s", document, column)
			}
		}
	}
	for name := range tables {
		for _, item := range f.all(t, "/api/v1/"+name+"?limit=200") {
			citations, _ := item.at("citations").([]any)
			for i := range citations {
				field, _ := item.at("citations", i, "field").(string)
				top, _, _ := strings.Cut(field, ".")
				if _, ok := item[top]; !ok {
					t.Errorf("%s %v: a source is cited for %q, which the document lacks", name, item.at("id"), field)
				}
			}
		}
	}
}

// called are the columns that have another name outside.
var called = map[string]string{
	"city_id": "partner", "parent_id": "parent", "agreement_id": "agreement", "program_id": "program", "activity_id": "activity",
	"agreement_ids": "agreements", "native_lang": "native_language", "lat": "latitude", "lon": "longitude", "wikidata_id": "wikidata",
	"is_home": "home", "field_group": "group", "currency": "cost", "about_kind": "about", "about_id": "about",
	"elected": "participants", "official": "participants", "student": "participants", "resident": "participants", "artist": "participants",
	"business": "participants",
}

func (s spec) tells(document, column string) bool {
	name := column
	if other, ok := called[column]; ok {
		name = other
	} else if bare, isText := strings.CutSuffix(column, "_id"); isText {
		name = bare
	} else if bare, isText := strings.CutSuffix(column, "_en"); isText {
		name = bare
	}
	return s.at("components", "schemas", document, "properties", name) != nil
}

// columnsOf are the columns of every kind of record, by its document.
func columnsOf(t *testing.T, st *store.Store) map[string][]string {
	t.Helper()
	return map[string][]string{
		"Partner": columns(t, st.Cities), "Agreement": columns(t, st.Agreements), "Step": columns(t, st.Steps), "Approval": columns(t, st.Approvals),
		"Promise": columns(t, st.Promises), "Program": columns(t, st.Programs), "Activity": columns(t, st.Activities),
		"Outcome": columns(t, st.Outcomes), "Opportunity": columns(t, st.Opportunities), "Venue": columns(t, st.Venues),
		"Mirror": columns(t, st.Mirrors), "Source": columns(t, st.Sources), "Document": columns(t, st.Documents),
		"Sector": columns(t, st.Sectors), "Limit": columns(t, st.Limits),
	}
}

func columns[R any](t *testing.T, records store.Records[R]) (names []string) {
	t.Helper()
	var none R
	snapshot, err := records.Snapshot(none, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	for name := range snapshot.Fields {
		names = append(names, name)
	}
	return names
}
