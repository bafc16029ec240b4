package admin

import (
	"context"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// recordMarks are the two marks of a record of a number, 0 for one that has never been public.
func recordMarks(l i18n.Lang, id int64, m store.RecordMark) view.Marks {
	marks := view.Marks{Public: view.TagValue{Word: l.T("marks.is_public"), Tone: view.ToneOn}}
	switch {
	case id == 0, m.Never:
		marks.Public = view.TagValue{Word: l.T("marks.not_public"), Tone: view.ToneLine}
	case m.Retired:
		marks.Public = view.TagValue{Word: l.T("marks.retired"), Tone: view.ToneNeutral}
	}
	for _, state := range portal.States {
		for _, open := range m.Open {
			if open == state {
				marks.Open = append(marks.Open, stateTag(l, state))
			}
		}
	}
	if m.Unreviewed {
		marks.Open = append(marks.Open, stateTag(l, portal.Unreviewed))
	}
	return marks
}

// marks are the marks of the records of a page, as far as the reader may know, in one question.
func (o Office) marks(ctx context.Context, records []store.Named) (map[store.Named]store.RecordMark, error) {
	return o.Store.RecordMarks(ctx, actor(ctx).ID, records)
}

// changeMarks are the marks of a change's record: whether the public sees it, and where this change stands.
func changeMarks(l i18n.Lang, c portal.Change, m store.RecordMark) view.Marks {
	marks := recordMarks(l, c.RecordID, store.RecordMark{Retired: m.Retired, Never: m.Never})
	marks.Open = []view.TagValue{changeTag(l, c)}
	if c.State == portal.Applied && !c.Unreviewed() {
		marks.Open[0].Word = l.T("marks.approved")
	}
	if c.Limited && c.State.Open() {
		marks.Open = append(marks.Open, view.TagValue{Word: l.T("marks.limited"), Tone: view.ToneNeutral})
	}
	return marks
}

func (o Office) marksOf(ctx context.Context, c portal.Change) (view.Marks, error) {
	of := recordOf(c)
	known, err := o.marks(ctx, []store.Named{of})
	return changeMarks(i18n.From(ctx), c, known[of]), err
}

func recordOf(c portal.Change) store.Named { return store.Named{Kind: c.Kind, ID: c.RecordID} }

// fresh are the changes of new records of a kind that wait or are being written, for its list: the public sees nothing of them yet.
func (o Office) fresh(ctx context.Context, kind portal.Kind) (view.Queue, error) {
	l := i18n.From(ctx)
	found, total, err := o.Store.Changes(ctx, store.ChangeFilter{
		Kind: kind, New: true, Single: true, Viewer: actor(ctx).ID, Number: 1, Size: fewItems,
		States: []portal.State{portal.Draft, portal.Submitted, portal.Returned, portal.Scheduled},
	})
	if err != nil || total == 0 {
		return view.Queue{}, err
	}
	queue := view.Queue{Title: l.T("marks.fresh")}
	if queue.Items, err = o.queue(ctx, found); err == nil && total > fewItems {
		queue.More = view.Link{Label: l.T("tasks.more", total-fewItems), URL: view.Admin(l, "changes") + "?kind=" + string(kind)}
	}
	return queue, err
}
