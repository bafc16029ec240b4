package jobs_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// handedInTogether is one set of changes of cities that waits for a decision.
func (h house) handedInTogether(by portal.Actor, slugs ...string) portal.Batch {
	h.t.Helper()
	var list []portal.Change
	for _, slug := range slugs {
		city, err := h.Cities.BySlug(h.t.Context(), slug)
		if err != nil {
			h.t.Fatal(err)
		}
		live, version, err := h.Live(h.t.Context(), portal.KindCity, city.ID)
		if err != nil {
			h.t.Fatal(err)
		}
		c := portal.Change{
			Kind: portal.KindCity, RecordID: city.ID, BaseVersion: version, Op: portal.OpSave, Title: city.Name.ID,
			Before: live, After: portal.Pick(live, live, nil),
		}
		c.After.Fields["population"] = json.RawMessage("123456")
		list = append(list, c)
	}
	b := portal.Batch{Origin: portal.BatchBulk, Reason: "Angka sensus baru."}
	if err := h.AddBatch(h.t.Context(), by, &b, list); err != nil {
		h.t.Fatal(err)
	}
	return b
}

// single is the first change of a set that still waits.
func (h house) single(b portal.Batch) portal.Change {
	h.t.Helper()
	var id int64
	err := h.pool.QueryRow(h.t.Context(), "select min(id) from changes where batch_id = $1 and state = 'submitted'", b.ID).Scan(&id)
	if err != nil {
		h.t.Fatal(err)
	}
	c, err := h.Change(h.t.Context(), id)
	if err != nil {
		h.t.Fatal(err)
	}
	return c
}

func TestSetOfChangesIsOneMailToReviewersAndOneToItsAuthor(t *testing.T) {
	h := newHouse(t)
	author, boss := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer)
	post := newPostOffice(t, nil)
	h.node(post.sends)
	b := h.handedInTogether(author, "suwon", "melbourne", "braunschweig")
	h.mails(portal.MailSent, 1)
	got := post.to("rina@contoh.example")
	if len(got) != 1 || got[0].subject() != "Menunggu tinjauan: kumpulan perubahan (3)" || !strings.Contains(got[0].plain, "Angka sensus baru.") {
		t.Fatalf("the reviewer got %+v", got)
	}
	if want := "https://kembar.example/admin/batches/"; !strings.Contains(got[0].plain, want) {
		t.Errorf("it does not lead to %s:\n%s", want, got[0].plain)
	}
	h.decide(boss, h.single(b), portal.Returned, "Sebutkan halamannya.")
	h.until("nobody is told of a part", "select not exists (select from river_job where kind like 'tell%' and state <> 'completed')")
	if n := len(post.to("asep@contoh.example")); n != 0 {
		t.Fatalf("while two of the set wait, the author got %d mails", n)
	}
	done, stuck, err := h.DecideBatch(t.Context(), boss, b.ID, store.Verdict{State: portal.Applied}, time.Now())
	if err != nil || done != 2 || stuck != 0 {
		t.Fatalf("decided %d, stuck %d, %v", done, stuck, err)
	}
	h.mails(portal.MailSent, 2)
	got = post.to("asep@contoh.example")
	if len(got) != 1 || got[0].subject() != "Sudah diputuskan: kumpulan perubahan (3)" {
		t.Fatalf("the author got %+v", got)
	}
	for _, words := range []string{"rina menyelesaikan", "Disetujui: 2", "Dikembalikan: 1"} {
		if !strings.Contains(got[0].plain, words) {
			t.Errorf("it does not say %q:\n%s", words, got[0].plain)
		}
	}
}

func TestSetOfWhichTheLastIsDecidedByItselfIsToldOfToo(t *testing.T) {
	h := newHouse(t)
	author, boss := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer)
	h.node(nil)
	b := h.handedInTogether(author, "suwon", "melbourne")
	h.until("the reviewer is told", "select count(*) = 1 from mails where kind = 'handed_in'")
	h.decide(boss, h.single(b), portal.Applied, "")
	h.decide(boss, h.single(b), portal.Rejected, "Tidak benar.")
	h.until("one mail tells the author", "select count(*) = 1 from mails where kind = 'decided' and plain like '%Ditolak: 1%'")
	if _, err := h.UndoBatch(t.Context(), author, b.ID, "Salah berkas.", "k"); err != nil {
		t.Fatal(err)
	}
	h.until("the undoing is told of as well", "select count(*) = 2 from mails where kind = 'handed_in'")
}

func TestNodeCarriesOutADecisionOnManyChanges(t *testing.T) {
	h := newHouse(t)
	author, boss := h.person("asep", portal.Editor), h.person("rina", portal.Reviewer)
	b := h.handedInTogether(author, "suwon", "melbourne")
	e := portal.Errand{What: portal.ErrandDecide, SubjectID: b.ID, ActorID: boss.ID, Verdict: portal.Applied, SeenAt: time.Now(), Total: 2}
	if err := h.AddErrand(t.Context(), &e); err != nil {
		t.Fatal(err)
	}
	h.node(nil)
	h.until("the decision is carried out", "select outcome = 'done' and done = 2 from errands where id = $1", e.ID)
	h.until("its author is told", "select count(*) = 1 from mails where kind = 'decided'")
}
