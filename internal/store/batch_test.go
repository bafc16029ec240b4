package store_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// renamed is a change of a city's English name, not handed in yet.
func (d desk) renamed(slug, name string) portal.Change {
	d.t.Helper()
	c := d.begin(slug)
	set(&c, "name_en", name)
	return c
}

func (d desk) batched(key string, changes ...portal.Change) portal.Batch {
	d.t.Helper()
	b := portal.Batch{Origin: portal.BatchBulk, Reason: "one correction", Key: key}
	if err := d.AddBatch(d.t.Context(), d.editor, &b, changes); err != nil {
		d.t.Fatal(err)
	}
	return d.batchOf(b.ID)
}

func (d desk) batchOf(id int64) portal.Batch {
	d.t.Helper()
	b, err := d.Batch(d.t.Context(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return b
}

// all decides on all of a batch that waits.
func (d desk) all(b portal.Batch) (done, stuck int) {
	d.t.Helper()
	done, stuck, err := d.DecideBatch(d.t.Context(), d.boss, b.ID, store.Verdict{State: portal.Applied}, b.SeenAt)
	if err != nil {
		d.t.Fatal(err)
	}
	return done, stuck
}

func (d desk) nameOf(slug string) string { return d.city(slug).Name.EN }

func TestBatchIsHandedInWhollyOrNotAtAll(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	wrong := d.begin("cebu")
	set(&wrong, "slug", "Not An Address")
	taken := d.begin("suwon")
	set(&taken, "slug", "kawasaki")
	same := d.begin("melbourne")
	list := []portal.Change{d.renamed("kawasaki", "A"), wrong, taken, same}
	b := portal.Batch{Origin: portal.BatchImport, Reason: "rows of a file"}
	err := d.AddBatch(t.Context(), d.editor, &b, list)
	unfit, ok := errors.AsType[*store.Unfit](err)
	if !ok || len(unfit.Why) != 3 || unfit.Why[0] != nil {
		t.Fatalf("%v", err)
	}
	for i, key := range map[int]string{1: "problem.slug", 2: "problem.taken", 3: "problem.nothing_changed"} {
		if invalid := portal.AsInvalid(unfit.Why[i]); invalid == nil || invalid.Problems[0].Key != key {
			t.Errorf("change %d: %v, want %s", i, unfit.Why[i], key)
		}
	}
	if _, total, err := d.Batches(t.Context(), 1, 10); err != nil || total != 0 {
		t.Errorf("%d batches are kept, %v", total, err)
	}
	if _, total, err := d.Changes(t.Context(), store.ChangeFilter{AuthorID: d.editor.ID, Number: 1, Size: 10}); err != nil || total != 0 {
		t.Errorf("%d changes are kept, %v", total, err)
	}
	b.Reason = " "
	if err := d.AddBatch(t.Context(), d.editor, &b, list[:1]); portal.AsInvalid(err) == nil {
		t.Errorf("without a reason: %v", err)
	}
}

func TestLargeBatchIsPublishedAndUndoneTogether(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	const many = 205 // more than one part
	var list []portal.Change
	for i := range many {
		source := portal.Source{Slug: fmt.Sprintf("new-%d", i), Title: "T", Publisher: "P", Language: "id", Quality: portal.Secondary}
		after, err := d.Sources.Snapshot(source, portal.Evidence{})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, portal.Change{Kind: portal.KindSource, Op: portal.OpSave, Title: source.Slug, After: after})
	}
	before := d.count(portal.KindSource)
	b := d.batched("", list...)
	if b.Counts[portal.Submitted] != many || b.Size() != many || d.count(portal.KindSource) != before {
		t.Fatalf("%v", b.Counts)
	}
	if done, stuck := d.all(b); done != many || stuck != 0 || d.count(portal.KindSource) != before+many {
		t.Fatalf("decided %d, stuck %d, %d sources", done, stuck, d.count(portal.KindSource)-before)
	}
	undo, err := d.UndoBatch(t.Context(), d.editor, b.ID, "a wrong file", "k")
	if err != nil || undo.Origin != portal.BatchUndo || undo.LeftOut != 0 {
		t.Fatalf("%+v, %v", undo, err)
	}
	if again, err := d.UndoBatch(t.Context(), d.editor, b.ID, "a wrong file", "k"); err != nil || again.ID != undo.ID {
		t.Errorf("the same post again: %d, %v", again.ID, err)
	}
	if _, err := d.UndoBatch(t.Context(), d.peer, b.ID, "me too", "other"); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("a second undo beside one that waits: %v", err)
	}
	if done, stuck := d.all(d.batchOf(undo.ID)); done != many || stuck != 0 || d.count(portal.KindSource) != before {
		t.Errorf("undone %d, stuck %d, %d sources left", done, stuck, d.count(portal.KindSource)-before)
	}
	if _, err := d.UndoBatch(t.Context(), d.editor, b.ID, "once more", "third"); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("undoing what is undone: %v", err)
	}
}

// count is how many public records a kind has.
func (d desk) count(kind portal.Kind) int {
	d.t.Helper()
	counts, _, err := d.Counts(d.t.Context(), 0)
	if err != nil {
		d.t.Fatal(err)
	}
	return counts[kind]
}

func TestUndoingKeepsLaterWorkOfOthers(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	first := d.nameOf("kawasaki")
	b := d.batched("", d.renamed("kawasaki", "A"), d.renamed("suwon", "B"))
	d.all(b)
	other := d.begin("kawasaki")
	set(&other, "region", "elsewhere")
	d.decide(d.boss, d.save(d.editor, other), store.Verdict{State: portal.Applied})
	d.decide(d.boss, d.save(d.editor, d.renamed("suwon", "C")), store.Verdict{State: portal.Applied})
	undo, err := d.UndoBatch(t.Context(), d.editor, b.ID, "wrong", "")
	if err != nil || undo.LeftOut != 1 {
		t.Fatalf("%+v, %v", undo, err)
	}
	d.all(d.batchOf(undo.ID))
	city := d.city("kawasaki")
	if city.Name.EN != first || city.Region != "elsewhere" || d.nameOf("suwon") != "C" {
		t.Errorf("%q in %q, Suwon %q", city.Name.EN, city.Region, d.nameOf("suwon"))
	}
}

func TestChangeThatCannotBeAppliedKeepsWaitingWhileOthersOfItsBatchGoOn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	b := d.batched("", d.renamed("kawasaki", "A"), d.renamed("suwon", "B"))
	d.decide(d.boss, d.save(d.peer, d.renamed("kawasaki", "Z")), store.Verdict{State: portal.Applied})
	if done, stuck := d.all(b); done != 1 || stuck != 1 {
		t.Errorf("decided %d, stuck %d", done, stuck)
	}
	if now := d.batchOf(b.ID); now.Counts[portal.Submitted] != 1 || d.nameOf("kawasaki") != "Z" || d.nameOf("suwon") != "B" {
		t.Errorf("%v, %s, %s", now.Counts, d.nameOf("kawasaki"), d.nameOf("suwon"))
	}
}

func TestBatchIsDecidedByAnotherReviewerAsTheySawIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx := t.Context()
	b := portal.Batch{Origin: portal.BatchBulk, Reason: "r"}
	if err := d.AddBatch(ctx, d.boss, &b, []portal.Change{d.renamed("kawasaki", "A")}); err != nil {
		t.Fatal(err)
	}
	b = d.batchOf(b.ID)
	publish := store.Verdict{State: portal.Applied}
	for _, who := range []portal.Actor{d.boss, d.editor} {
		if _, _, err := d.DecideBatch(ctx, who, b.ID, publish, b.SeenAt); !errors.Is(err, portal.ErrForbidden) {
			t.Errorf("%s: %v", who.Name, err)
		}
	}
	if _, _, err := d.DecideBatch(ctx, d.peer, b.ID, store.Verdict{State: portal.Rejected}, b.SeenAt); portal.AsInvalid(err) == nil {
		t.Errorf("rejected without a note: %v", err)
	}
	if done, _, err := d.DecideBatch(ctx, d.peer, b.ID, publish, b.SeenAt.Add(-time.Second)); done != 0 || err != nil {
		t.Errorf("%d that nobody saw were decided, %v", done, err)
	}
	if done, _, err := d.DecideBatch(ctx, d.peer, b.ID, publish, b.SeenAt); done != 1 || err != nil {
		t.Errorf("decided %d, %v", done, err)
	}
}

func TestBatchIsAddedOnceHoweverOftenItsFormIsPosted(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	first, again := d.batched("key", d.renamed("kawasaki", "A")), d.batched("key", d.renamed("kawasaki", "A"))
	if again.ID != first.ID || again.Size() != 1 {
		t.Errorf("batch %d of %d, then %d", again.ID, again.Size(), first.ID)
	}
	other := portal.Batch{Origin: portal.BatchBulk, Reason: "r", Key: "key"}
	if err := d.AddBatch(t.Context(), d.peer, &other, nil); !errors.Is(err, portal.ErrForbidden) {
		t.Errorf("the key of somebody else: %v", err)
	}
}

func TestAuthorWithdrawsWhatIsUndecidedOfTheirBatch(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	b := d.batched("", d.renamed("kawasaki", "A"), d.renamed("suwon", "B"))
	if err := d.WithdrawBatch(t.Context(), d.peer, b.ID); !errors.Is(err, portal.ErrForbidden) {
		t.Errorf("by somebody else: %v", err)
	}
	if err := d.WithdrawBatch(t.Context(), d.editor, b.ID); err != nil {
		t.Fatal(err)
	}
	if now := d.batchOf(b.ID); now.Counts[portal.Withdrawn] != 2 {
		t.Errorf("%v", now.Counts)
	}
	for _, kind := range []portal.TraceKind{portal.TraceHandedIn, portal.TraceWithdrawn} {
		if lines, err := d.Traces(t.Context(), store.TraceFilter{Kind: kind, StaffID: d.editor.ID}); err != nil || len(lines) != 2 {
			t.Errorf("%s: the audit trail has %d lines, %v", kind, len(lines), err)
		}
	}
	if err := d.WithdrawBatch(t.Context(), d.editor, b.ID); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("again: %v", err)
	}
}
