package store_test

import (
	"testing"

	"kotakembar/internal/portal"
)

// runs has an errand done, and returns it.
func (d desk) runs(e portal.Errand) portal.Errand {
	d.t.Helper()
	ctx := d.t.Context()
	if err := d.AddErrand(ctx, &e); err != nil {
		d.t.Fatal(err)
	}
	if err := d.RunErrand(ctx, e.ID); err != nil {
		d.t.Fatal(err)
	}
	e, err := d.Errand(ctx, e.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return e
}

func (d desk) decision(b portal.Batch) portal.Errand {
	return portal.Errand{
		What: portal.ErrandDecide, SubjectID: b.ID, ActorID: d.boss.ID, Verdict: portal.Applied, SeenAt: b.SeenAt, Total: b.Counts[portal.Submitted],
	}
}

func TestErrandIsUnderWayOnceAndNobodyElseDecidesMeanwhile(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	b := d.batched("", d.renamed("kawasaki", "A"), d.renamed("suwon", "B"))
	first, again := d.decision(b), d.decision(b)
	for _, e := range []*portal.Errand{&first, &again} {
		if err := d.AddErrand(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	if b = d.batchOf(b.ID); again.ID != first.ID || b.DecidingID != first.ID || b.MayDecide(d.peer) {
		t.Errorf("errands %d and %d, the batch knows of %d", first.ID, again.ID, b.DecidingID)
	}
	if waiting, err := d.BatchesFor(t.Context(), d.peer); err != nil || len(waiting) != 0 {
		t.Errorf("it still waits for others: %v, %v", waiting, err)
	}
	if e := d.runs(again); e.Outcome != portal.ErrandDone || e.Done != 2 || e.BatchID != b.ID || d.nameOf("suwon") != "B" {
		t.Errorf("%+v", e)
	}
	if err := d.RunErrand(t.Context(), first.ID); err != nil {
		t.Errorf("run once more: %v", err)
	}
}

func TestErrandTellsWhatCameOfIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	stale, other := d.batched("", d.renamed("kawasaki", "A"), d.renamed("suwon", "B")), d.batched("", d.renamed("kawasaki", "C"))
	if done, stuck := d.all(other); done != 1 || stuck != 0 {
		t.Fatalf("decided %d, stuck %d", done, stuck)
	}
	if e := d.runs(d.decision(stale)); e.Outcome != portal.ErrandStuck || d.nameOf("suwon") != "B" || d.nameOf("kawasaki") != "C" {
		t.Errorf("one of two moved on: %+v", e)
	}
	undo := portal.Errand{What: portal.ErrandUndo, SubjectID: other.ID, ActorID: d.editor.ID, Reason: "wrong file", Key: "k", Total: 1}
	if e := d.runs(undo); e.Outcome != portal.ErrandDone || d.batchOf(e.BatchID).UndoOf != other.ID {
		t.Errorf("undoing: %+v", e)
	}
	undo.Key = "again"
	if e := d.runs(undo); e.Outcome != portal.ErrandMoved || e.BatchID != 0 {
		t.Errorf("undoing beside an undoing that waits: %+v", e)
	}
}

func TestErrandOfSomebodyWhoMayNoLongerComesToNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	b := d.batched("", d.renamed("kawasaki", "A"))
	e := d.decision(b)
	e.ActorID = d.editor.ID // a reviewer when they asked
	if e = d.runs(e); e.Outcome != portal.ErrandForbidden || d.nameOf("kawasaki") == "A" || d.batchOf(b.ID).DecidingID != 0 {
		t.Errorf("%+v", e)
	}
}
