package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// desk is a store with an editor and two reviewers, as tests of the door need them.
type desk struct {
	*store.Store
	t                  *testing.T
	editor, boss, peer portal.Actor
}

func newDesk(t *testing.T) desk {
	t.Helper()
	return deskOver(t, storetest.New(t))
}

func deskOver(t *testing.T, s *store.Store) desk {
	t.Helper()
	d := desk{Store: s, t: t}
	d.editor = d.staff("editor@example.test", portal.Editor)
	d.boss = d.staff("boss@example.test", portal.Reviewer)
	d.peer = d.staff("peer@example.test", portal.Reviewer)
	return d
}

func (d desk) staff(email string, role portal.Role) portal.Actor {
	d.t.Helper()
	id, err := d.AddStaff(d.t.Context(), portal.Staff{Email: email, Name: email, Role: role, PasswordHash: "-"})
	if err != nil {
		d.t.Fatal(err)
	}
	return portal.Actor{ID: id, Name: email, Role: role}
}

// begin is an unsaved change of a public city.
func (d desk) begin(slug string) portal.Change {
	d.t.Helper()
	city, err := d.Cities.BySlug(d.t.Context(), slug)
	if err != nil {
		d.t.Fatal(err)
	}
	live, version, err := d.Live(d.t.Context(), portal.KindCity, city.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return portal.Change{
		Kind: portal.KindCity, RecordID: city.ID, BaseVersion: version, Op: portal.OpSave, Title: slug,
		Before: live, After: portal.Pick(live, live, nil), Reason: "a better source", State: portal.Submitted,
	}
}

func (d desk) fresh(city portal.City) portal.Change {
	d.t.Helper()
	after, err := d.Cities.Snapshot(city, portal.Evidence{})
	if err != nil {
		d.t.Fatal(err)
	}
	return portal.Change{Kind: portal.KindCity, Op: portal.OpSave, Title: city.Slug, After: after, Reason: "new", State: portal.Submitted}
}

func (d desk) save(actor portal.Actor, c portal.Change) portal.Change {
	d.t.Helper()
	if err := d.SaveChange(d.t.Context(), actor, &c); err != nil {
		d.t.Fatal(err)
	}
	return c
}

func (d desk) decide(actor portal.Actor, c portal.Change, v store.Verdict) portal.Change {
	d.t.Helper()
	v.Revision = c.Revision
	decided, err := d.Decide(d.t.Context(), actor, c.ID, v)
	if err != nil {
		d.t.Fatal(err)
	}
	return decided
}

func (d desk) city(slug string) portal.City {
	d.t.Helper()
	city, err := d.Cities.BySlug(d.t.Context(), slug)
	if err != nil {
		d.t.Fatal(err)
	}
	return city
}

func set(c *portal.Change, field string, value any) {
	raw, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	c.After.Fields[field] = raw
}

var utrecht = portal.City{
	Slug: "utrecht", Name: i18n.Text{ID: "Utrecht", EN: "Utrecht"}, Country: "NL", Lat: 52.09, Lon: 5.12,
	Standing: portal.Prospect, LabelAnchor: "start",
}

func TestSameWordsInAnotherFormMakeNoSecondChangeWhileTheFirstOneWaits(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	begin := func(key string) portal.Change {
		c := d.begin("suwon")
		c.Key, c.Reason = key, "Ejaan resmi."
		c.After.Fields["summary_id"] = json.RawMessage(`"Kota di Gyeonggi."`)
		return c
	}
	hand := func(by portal.Actor, c portal.Change) portal.Change {
		t.Helper()
		if err := d.SaveChange(t.Context(), by, &c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := hand(d.editor, begin("form 1"))
	if again := hand(d.editor, begin("form 2")); again.ID != first.ID {
		t.Error("the same words in a new form made a second change")
	}
	for key, change := range map[string]func(*portal.Change){
		"other words":    func(c *portal.Change) { c.After.Fields["summary_id"] = json.RawMessage(`"Kota besar di Gyeonggi."`) },
		"another reason": func(c *portal.Change) { c.Reason = "Lebih tepat." },
		"another form":   func(c *portal.Change) { c.Within = "form 9" },
		"a draft":        func(c *portal.Change) { c.State = portal.Draft },
	} {
		c := begin(key)
		if change(&c); hand(d.editor, c).ID == first.ID {
			t.Errorf("%s is taken for the first change", key)
		}
	}
	if other := hand(d.peer, begin("form 3")); other.ID == first.ID || other.AuthorID != d.peer.ID {
		t.Error("the words of somebody else are taken for the first change")
	}
	if err := d.Withdraw(t.Context(), d.editor, first.ID); err != nil {
		t.Fatal(err)
	}
	if again := hand(d.editor, begin("form 5")); again.ID == first.ID {
		t.Error("what was withdrawn cannot be handed in again")
	}
}

func TestSameWordsAboutAnotherVersionAreAChangeOfTheirOwn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	const slug = "suwon-baru" // a city that nothing belongs to
	save := func(by portal.Actor, c portal.Change) portal.Change {
		t.Helper()
		if err := d.SaveChange(t.Context(), by, &c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	publish := func(c portal.Change) {
		t.Helper()
		c = save(d.peer, c)
		if _, err := d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); err != nil {
			t.Fatal(err)
		}
	}
	retire := func(key string) portal.Change {
		t.Helper()
		c := d.begin(slug)
		c.Key, c.Op, c.After, c.Reason = key, portal.OpRetire, portal.Snapshot{}, "Tercatat dua kali."
		return save(d.editor, c)
	}
	publish(d.another("form 0", slug))
	first := retire("form 1")
	if again := retire("form 2"); again.ID != first.ID {
		t.Error("a second form to take the record out made a second change")
	}
	c := d.begin(slug)
	c.Key = "form 3"
	c.After.Fields["summary_id"] = json.RawMessage(`"Kota di Gyeonggi."`)
	publish(c)
	if later := retire("form 4"); later.ID == first.ID {
		t.Error("a change of the version of today is taken for one of an earlier version, which can never be published")
	}
}

// another is an unsaved change that adds a city like Suwon.
func (d desk) another(key, slug string) portal.Change {
	d.t.Helper()
	c := d.begin("suwon")
	c.Key, c.RecordID, c.BaseVersion, c.Before = key, 0, 0, portal.Snapshot{}
	c.After.Fields["slug"] = json.RawMessage(`"` + slug + `"`)
	return c
}

func TestSameNewRecordIsProposedOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	propose := func(key, slug string) portal.Change {
		t.Helper()
		c := d.another(key, slug)
		if err := d.SaveChange(t.Context(), d.editor, &c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := propose("form 1", "suwon-baru")
	if again := propose("form 2", "suwon-baru"); again.ID != first.ID {
		t.Error("a new record is proposed twice")
	}
	if other := propose("form 3", "suwon-lama"); other.ID == first.ID {
		t.Error("another new record is taken for the first one")
	}
}

func TestDraftIsNotPublicUntilAnotherPersonApproves(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("braunschweig")
	set(&c, "region", "Lower Saxony")
	c.State = portal.Draft
	c = d.save(d.editor, c)
	if got := d.city("braunschweig").Region; got != "Niedersachsen" {
		t.Fatalf("a draft is public: %q", got)
	}
	c.State = portal.Submitted
	c = d.save(d.editor, c)
	if got := d.city("braunschweig").Region; got != "Niedersachsen" {
		t.Fatalf("a submitted change is public: %q", got)
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
	if got := d.city("braunschweig"); got.Region != "Lower Saxony" || got.Version != 2 {
		t.Fatalf("after approval: %q, version %d", got.Region, got.Version)
	}
}

func TestNobodyDecidesOnTheirOwnChangeUnlessAlone(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("braunschweig")
	set(&c, "region", "Lower Saxony")
	c = d.save(d.boss, c)
	verdict := store.Verdict{Revision: c.Revision, State: portal.Applied}
	for name, actor := range map[string]portal.Actor{"author": d.boss, "editor": d.editor} {
		if _, err := d.Decide(t.Context(), actor, c.ID, verdict); !errors.Is(err, portal.ErrForbidden) {
			t.Errorf("%s: %v, want forbidden", name, err)
		}
	}
	alone := d.boss
	alone.Solo = true
	if _, err := d.Decide(t.Context(), alone, c.ID, verdict); err != nil {
		t.Errorf("alone in the office: %v", err)
	}
}

func TestPartialApprovalPublishesThatPartAndReturnsTheRest(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("suwon")
	set(&c, "region", "Gyeonggi")
	set(&c, "native_name", "수원")
	c = d.save(d.editor, c)
	d.decide(d.boss, c, store.Verdict{State: portal.Applied, Fields: []string{"region"}, Note: "which source says the name?"})
	city := d.city("suwon")
	if city.Region != "Gyeonggi" || city.NativeName != "수원시" {
		t.Fatalf("published %q and %q", city.Region, city.NativeName)
	}
	rest, total, err := d.Changes(t.Context(), store.ChangeFilter{AuthorID: d.editor.ID, States: []portal.State{portal.Returned}, Number: 1, Size: 10})
	if err != nil || total != 1 {
		t.Fatalf("%d returned changes, %v", total, err)
	}
	if got := rest[0].Changed(); !slices.Equal(got, []string{"native_name"}) {
		t.Errorf("returned fields %v", got)
	}
	if rest[0].Note != "which source says the name?" || !rest[0].MayEdit(d.editor) {
		t.Errorf("the author can't go on: %+v", rest[0])
	}
	rest[0].State = portal.Submitted
	again := d.save(d.editor, rest[0])
	d.decide(d.peer, again, store.Verdict{State: portal.Applied})
	if got := d.city("suwon").NativeName; got != "수원" {
		t.Errorf("the rest, approved later: %q", got)
	}
}

func TestReturningAndRejectingNeedANote(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("suwon")
	set(&c, "region", "Gyeonggi")
	c = d.save(d.editor, c)
	for _, state := range []portal.State{portal.Returned, portal.Rejected} {
		_, err := d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: state, Note: "  "})
		if invalid := portal.AsInvalid(err); invalid == nil || len(invalid.Of("note")) == 0 {
			t.Errorf("%s without a note: %v", state, err)
		}
	}
	if got := d.decide(d.boss, c, store.Verdict{State: portal.Returned, Note: "page?"}); got.State != portal.Returned {
		t.Errorf("state %q", got.State)
	}
}

func TestChangeOfAnOldVersionNeverOverwrites(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	first, second := d.begin("melbourne"), d.begin("melbourne")
	set(&first, "region", "Victoria, Australia")
	set(&second, "region", "VIC")
	first, second = d.save(d.editor, first), d.save(d.peer, second)
	d.decide(d.boss, first, store.Verdict{State: portal.Applied})
	_, err := d.Decide(t.Context(), d.boss, second.ID, store.Verdict{Revision: second.Revision, State: portal.Applied})
	if !errors.Is(err, portal.ErrConflict) {
		t.Fatalf("approving over a newer version: %v", err)
	}
	late := d.begin("melbourne")
	late.BaseVersion = 1
	set(&late, "region", "late")
	if err := d.SaveChange(t.Context(), d.editor, &late); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("saving a form that was opened before: %v", err)
	}
	if got := d.city("melbourne").Region; got != "Victoria, Australia" {
		t.Errorf("public now: %q", got)
	}
}

func TestTwoTabsOfOneDraftAreTwo(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("namur")
	set(&c, "region", "one")
	c.State = portal.Draft
	c = d.save(d.editor, c)
	left, right := c, c
	left.After = portal.Pick(c.After, c.After, nil)
	set(&left, "region", "left")
	left = d.save(d.editor, left)
	if left.Revision != c.Revision+1 {
		t.Errorf("revision %d after %d", left.Revision, c.Revision)
	}
	if err := d.SaveChange(t.Context(), d.editor, &right); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("the other tab: %v", err)
	}
	foreign := left
	if err := d.SaveChange(t.Context(), d.peer, &foreign); !errors.Is(err, portal.ErrForbidden) {
		t.Errorf("somebody else's draft: %v", err)
	}
}

func TestDoubleClickMakesOneChange(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.fresh(utrecht)
	c.Key = "one-form"
	var clicks sync.WaitGroup
	ids, errs := make([]int64, 5), make([]error, 5)
	for i := range ids {
		clicks.Go(func() {
			mine := c
			errs[i] = d.SaveChange(context.WithoutCancel(t.Context()), d.editor, &mine)
			ids[i] = mine.ID
		})
	}
	clicks.Wait()
	for i := range ids {
		if errs[i] != nil || ids[i] != ids[0] {
			t.Errorf("click %d: change %d, %v; the first made %d", i, ids[i], errs[i], ids[0])
		}
	}
}

func TestFormPostedAgainWithOtherContentLosesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.fresh(utrecht)
	c.Key, c.State = "back-button", portal.Draft
	draft := d.save(d.editor, c)
	set(&c, "region", "Utrecht")
	c.State = portal.Submitted
	handedIn := d.save(d.editor, c)
	if handedIn.ID != draft.ID || handedIn.State != portal.Submitted {
		t.Errorf("the draft %d became change %d, %s", draft.ID, handedIn.ID, handedIn.State)
	}
	set(&c, "region", "Nederland")
	err := d.SaveChange(t.Context(), d.editor, &c)
	if used, ok := errors.AsType[*store.Used](err); !ok || used.Earlier.ID != draft.ID {
		t.Errorf("other content after it was handed in: %v", err)
	}
}

func TestTenApprovalsAtOncePublishOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("cuenca")
	set(&c, "region", "El Azuay")
	c = d.save(d.editor, c)
	var all sync.WaitGroup
	errs := make([]error, 10)
	for i := range errs {
		all.Go(func() {
			_, errs[i] = d.Decide(context.WithoutCancel(t.Context()), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied})
		})
	}
	all.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, portal.ErrConflict):
			t.Errorf("a late approval: %v", err)
		}
	}
	if won != 1 || d.city("cuenca").Version != 2 {
		t.Errorf("%d approvals went through, version %d", won, d.city("cuenca").Version)
	}
}

func TestChangeWithoutReasonOrDifferenceIsNotHandedIn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("toyota")
	c.Reason = " "
	err := d.SaveChange(t.Context(), d.editor, &c)
	if invalid := portal.AsInvalid(err); invalid == nil || len(invalid.Problems) != 2 || len(invalid.Of("reason")) != 1 {
		t.Errorf("%v, want a missing reason and no difference", err)
	}
}

func TestBrokenRuleIsFoundBeforeReviewAndAgainAtPublication(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("toyota")
	set(&c, "lat", 91)
	err := d.SaveChange(t.Context(), d.editor, &c)
	if invalid := portal.AsInvalid(err); invalid == nil || len(invalid.Of("lat")) == 0 {
		t.Errorf("handing in: %v", err)
	}
	c = d.begin("toyota")
	set(&c, "slug", "suwon")
	err = d.SaveChange(t.Context(), d.editor, &c)
	if invalid := portal.AsInvalid(err); invalid == nil || len(invalid.Of("slug")) == 0 {
		t.Errorf("handing in an address that is taken: %v", err)
	}
	first, c := d.save(d.editor, d.fresh(utrecht)), d.save(d.peer, d.fresh(utrecht))
	d.decide(d.boss, first, store.Verdict{State: portal.Applied})
	_, err = d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied})
	if invalid := portal.AsInvalid(err); invalid == nil || len(invalid.Of("slug")) == 0 {
		t.Errorf("publishing an address that is taken: %v", err)
	}
	if still, err := d.Change(t.Context(), c.ID); err != nil || still.State != portal.Submitted {
		t.Errorf("the change after a refused publication: %q, %v", still.State, err)
	}
}

func TestOldAddressLeadsToTheNewOne(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.begin("fort-worth")
	set(&c, "slug", "fort-worth-texas")
	d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
	_, err := d.Cities.BySlug(t.Context(), "fort-worth")
	moved, ok := errors.AsType[*store.Moved](err)
	if !ok || moved.Slug != "fort-worth-texas" {
		t.Errorf("old address: %v", err)
	}
	if _, err := d.Cities.BySlug(t.Context(), "nowhere"); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("an address that never was: %v", err)
	}
}

func TestEvidenceTravelsWithItsField(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	source, err := d.Sources.BySlug(t.Context(), "bsw-de")
	if err != nil {
		t.Fatal(err)
	}
	c := d.begin("yingkou")
	set(&c, "region", "Liaoning, China")
	c.After.Citations = append(c.After.Citations, portal.Citation{
		Field: "region", SourceID: source.ID, Says: i18n.Text{ID: "Liaoning", EN: "Liaoning"}, Locator: "p. 4",
	})
	c.After.Rulings = append(c.After.Rulings, portal.Ruling{Field: "region", Why: i18n.Text{ID: "dua", EN: "two"}})
	c = d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
	live, _, err := d.Live(t.Context(), portal.KindCity, c.RecordID)
	if err != nil {
		t.Fatal(err)
	}
	if differ := portal.Differences(live, c.After); len(differ) > 0 {
		t.Errorf("the public record differs from the applied change in %v", differ)
	}
	if cites := live.CitationsOf("region"); len(cites) != 1 || cites[0].Locator != "p. 4" {
		t.Errorf("citations of region: %+v", cites)
	}
}

func TestRecordIsTakenOutAndBroughtBackWithItsNumber(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	made := d.decide(d.boss, d.save(d.editor, d.fresh(utrecht)), store.Verdict{State: portal.Applied})
	out := d.begin("utrecht")
	out.Op, out.After = portal.OpRetire, portal.Snapshot{}
	d.decide(d.boss, d.save(d.editor, out), store.Verdict{State: portal.Applied})
	if _, err := d.Cities.BySlug(t.Context(), "utrecht"); !errors.Is(err, portal.ErrNotFound) {
		t.Fatalf("after it was taken out: %v", err)
	}
	back := portal.Change{
		Kind: portal.KindCity, RecordID: made.RecordID, Op: portal.OpSave, Title: "utrecht", After: made.After,
		Reason: "undo", State: portal.Submitted, UndoOf: made.ID,
	}
	d.decide(d.boss, d.save(d.editor, back), store.Verdict{State: portal.Applied})
	if city := d.city("utrecht"); city.ID != made.RecordID || city.Version != 3 {
		t.Errorf("brought back as %d in version %d, want %d in 3", city.ID, city.Version, made.RecordID)
	}
	history, err := d.History(t.Context(), portal.KindCity, made.RecordID)
	if err != nil || len(history) != 3 {
		t.Fatalf("%d entries of history, %v", len(history), err)
	}
	was, err := d.Published(t.Context(), portal.KindCity, made.RecordID, 1)
	if err != nil || len(portal.Differences(was, made.After)) > 0 {
		t.Errorf("the first version: %v", err)
	}
}

func TestRecordThatOthersNameStays(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	out := d.begin("braunschweig")
	out.Op, out.After = portal.OpRetire, portal.Snapshot{}
	err := d.SaveChange(t.Context(), d.editor, &out)
	if invalid := portal.AsInvalid(err); invalid == nil || invalid.Problems[0].Key != "problem.in_use" {
		t.Errorf("taking out a city with agreements: %v", err)
	}
}

func TestDecidedChangeIsHistory(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	for _, sql := range []string{
		"update changes set reason = 'other' where state = 'applied'",
		"delete from changes where state = 'applied'",
	} {
		if _, err := pool.Exec(t.Context(), sql); err == nil {
			t.Errorf("%s went through", sql)
		}
	}
}

func TestWithdrawnChangeCanNoLongerBePublished(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.save(d.editor, d.fresh(utrecht))
	if err := d.Withdraw(t.Context(), d.boss, c.ID); !errors.Is(err, portal.ErrForbidden) {
		t.Errorf("somebody else withdraws: %v", err)
	}
	if err := d.Withdraw(t.Context(), d.editor, c.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("approving it: %v", err)
	}
}
