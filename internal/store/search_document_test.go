package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// notFound are the kinds that are no answer to a reader: words of other records, and settings. A new kind is found or stands here.
var notFound = []portal.Kind{portal.KindMirror, portal.KindSector, portal.KindLimit}

func TestEveryKindIsFoundOrSaidNotToBe(t *testing.T) {
	t.Parallel()
	for _, kind := range portal.Kinds {
		if slices.Contains(store.Findable(), kind) == slices.Contains(notFound, kind) {
			t.Errorf("%s: give its table a found function, or name it here", kind)
		}
	}
}

func TestEveryPublicRecordIsFoundByItsOwnTitleInBothLanguages(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	everyFound(t, s, s.Cities, func(c portal.City) i18n.Text { return c.Name })
	everyFound(t, s, s.Agreements, func(a portal.Agreement) i18n.Text { return a.Title })
	everyFound(t, s, s.Steps, func(p portal.Step) i18n.Text {
		return i18n.Text{ID: i18n.ID.T("choice.stage." + string(p.Stage)), EN: i18n.EN.T("choice.stage." + string(p.Stage))}
	})
	everyFound(t, s, s.Approvals, func(a portal.Approval) i18n.Text { return i18n.Text{ID: a.Body, EN: a.Body} })
	everyFound(t, s, s.Promises, func(p portal.Promise) i18n.Text { return p.Words })
	everyFound(t, s, s.Programs, func(p portal.Program) i18n.Text { return p.Title })
	everyFound(t, s, s.Activities, func(a portal.Activity) i18n.Text { return a.Title })
	everyFound(t, s, s.Outcomes, func(o portal.Outcome) i18n.Text { return o.Indicator })
	everyFound(t, s, s.Opportunities, func(o portal.Opportunity) i18n.Text { return o.Title })
	everyFound(t, s, s.Venues, func(v portal.Venue) i18n.Text { return v.Name })
	everyFound(t, s, s.Sources, func(o portal.Source) i18n.Text { return i18n.Text{ID: o.Title, EN: o.Title} })
	everyFound(t, s, s.Documents, func(d portal.Document) i18n.Text { return d.Title })
}

// everyFound looks for each record of a kind by its title. The home city, which has no page, is passed over.
func everyFound[R any](t *testing.T, s *store.Store, records store.Records[R], title func(R) i18n.Text) {
	t.Helper()
	list, err := records.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	home, err := s.Home(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		id := records.Meta(r).ID
		if records.Kind() == portal.KindCity && id == home.ID {
			continue
		}
		for _, l := range i18n.Langs {
			q := store.Search{Lang: l, Words: title(r).In(l), Kind: records.Kind(), Number: 1, Size: len(list)}
			found, err := s.Search(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			if found.Partly || found.Instead != "" || !slices.ContainsFunc(found.Hits, func(h store.Hit) bool { return h.ID == id }) {
				t.Errorf("%s %d is not found by %q", records.Kind(), id, q.Words)
			}
		}
	}
}

// finds tells whether a city is found by words, as they were typed.
func (d desk) finds(words, slug string) bool {
	d.t.Helper()
	found := look(d.t, d.Store, words, i18n.EN)
	return found.Instead == "" && !found.Partly &&
		slices.ContainsFunc(found.Hits, func(h store.Hit) bool { return h.Kind == portal.KindCity && h.Slug == slug })
}

func TestDraftIsNotFoundUntilItIsPublished(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.save(d.editor, d.fresh(utrecht))
	if d.finds("utrecht", "utrecht") {
		t.Fatal("a change that waits for review is found")
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	if !d.finds("utrecht", "utrecht") || !d.finds("belanda", "utrecht") {
		t.Fatal("a published record is not found")
	}
}

func TestEditIsFoundAtOnceAndTheOldWordsAreNot(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("braunschweig")
	set(&c, "summary_en", "Known for its quagga.")
	set(&c, "aliases", []string{"Brunonia"})
	c = d.save(d.editor, c)
	if d.finds("quagga", "braunschweig") || d.finds("brunonia", "braunschweig") {
		t.Fatal("words of a draft are found")
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	if !d.finds("quagga", "braunschweig") || !d.finds("brunonia", "braunschweig") {
		t.Error("new words are not found")
	}
	if d.finds("charter completed", "braunschweig") {
		t.Error("words that were taken away are found")
	}
	below := look(t, d.Store, "brunonia", i18n.EN)
	if below.Counts[portal.KindActivity] == 0 || below.Counts[portal.KindAgreement] == 0 {
		t.Errorf("what belongs to the city is not found by its new name: %v", below.Counts)
	}
}

func TestRecordThatTheSearchLostIsFoundAgainOnceItsTextIsEdited(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	d := deskOver(t, store.New(pool))
	c := d.begin("braunschweig")
	set(&c, "summary_en", "Known for its quagga.")
	c = d.save(d.editor, c)
	if _, err := pool.Exec(t.Context(), "delete from search_documents\nwhere kind = 'city'\n\tand slug = 'braunschweig'"); err != nil {
		t.Fatal(err)
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	if !d.finds("quagga", "braunschweig") || !d.finds("braunschweig", "braunschweig") {
		t.Error("it is not found")
	}
}

func TestRecordThatIsTakenOutIsNotFound(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.decide(d.boss, d.save(d.editor, d.fresh(utrecht)), store.Verdict{State: portal.Applied})
	out := d.begin("utrecht")
	out.Op, out.After = portal.OpRetire, portal.Snapshot{}
	d.decide(d.boss, d.save(d.editor, out), store.Verdict{State: portal.Applied})
	if found := look(t, d.Store, "utrecht", i18n.ID); found.Total("") != 0 || found.Meant != "" {
		t.Errorf("it is still found: %+v", found)
	}
	if found := look(t, d.Store, "utrechd", i18n.ID); strings.Contains(found.Instead, "utrecht") {
		t.Error("its name is still proposed")
	}
}

func TestMigratingLearnsAllRecordsAgainOnlyForANewSchemaOrProgram(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	s := store.New(pool)
	write := func(sql string) {
		t.Helper()
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	migrate := func() {
		t.Helper()
		if err := store.MigrateUp(t.Context(), pool); err != nil {
			t.Fatal(err)
		}
	}
	write("update cities set name_id = 'Xanadu', name_en = 'Xanadu' where slug = 'suwon'") // past the door
	write("delete from outcomes where indicator_id = 'Masker KF80'")
	migrate()
	if found := look(t, s, "xanadu", i18n.ID); found.Counts[portal.KindCity] != 0 {
		t.Error("everything was learnt again for no reason")
	}
	write("comment on table search_documents is 'made by an older program'")
	migrate()
	if found := look(t, s, "xanadu", i18n.ID); found.Counts[portal.KindCity] != 1 || found.Counts[portal.KindActivity] == 0 {
		t.Errorf("the new name: %v", found.Counts)
	}
	if found := look(t, s, "KF80", i18n.ID); found.Counts[portal.KindOutcome] != 0 {
		t.Errorf("what is gone: %v", found.Counts)
	}
}

// TestStepOfTheSchemaHasThoseKindsLearntAgainThatItWroteTo takes the newest step again; a trigger lets it write as a step would.
func TestStepOfTheSchemaHasThoseKindsLearntAgainThatItWroteTo(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	s := store.New(pool)
	write := func(sql string) {
		t.Helper()
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	write("update cities set name_id = 'Ophir', name_en = 'Ophir' where slug = 'suwon'") // past the door
	if err := store.MigrateDown(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
	write(fmt.Sprintf(`do $$ begin
		execute format('comment on table search_documents is %%L', 'made by version %d of the index after step ' || (select max(id) from goose_db_version));
	end $$`, store.IndexVersion))
	write(`create function written() returns trigger language plpgsql as $$ begin
			update agreements set title_id = 'Naskah Xanadu' where id = (select min(id) from agreements);
			return null;
		end $$;
		create trigger written after insert on goose_db_version for each row execute function written()`)
	if err := store.MigrateUp(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
	if found := look(t, s, "xanadu", i18n.ID); found.Counts[portal.KindAgreement] != 1 {
		t.Errorf("what the step wrote is not found: %v", found.Counts)
	}
	if found := look(t, s, "ophir", i18n.ID); found.Counts[portal.KindCity] != 0 {
		t.Error("a kind was learnt again to which the step did not write")
	}
}
