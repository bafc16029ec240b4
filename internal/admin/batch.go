package admin

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// batchesRoute is the part of addresses of sets of changes.
const batchesRoute = "batches"

func (o Office) mountBatches(r chi.Router) {
	r.Method(http.MethodGet, "/"+batchesRoute, respond.Handler(o.batches))
	r.Method(http.MethodGet, "/"+batchesRoute+"/{id}", respond.Handler(o.batch))
	r.Method(http.MethodPost, "/"+batchesRoute+"/{id}/withdraw", respond.Handler(o.withdrawBatch))
	r.Method(http.MethodGet, "/"+batchesRoute+"/{id}/undo", respond.Handler(o.askUndoBatch))
	r.Method(http.MethodPost, "/"+batchesRoute+"/{id}/undo", respond.Handler(o.undoBatch))
}

func batchAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{batchesRoute, strconv.FormatInt(id, 10)}, more...)...)
}

// batchSaid leads to a batch and says there what has been done.
func batchSaid(w http.ResponseWriter, r *http.Request, id int64, what string) error {
	return respond.SeeOther(w, r, batchAt(i18n.From(r.Context()), id)+"?saved="+what)
}

// batches lists the sets of changes, newest first.
func (o Office) batches(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	page := asked(r.URL.Query())
	found, total, err := o.Store.Batches(ctx, page.Number, page.Size)
	if err != nil {
		return err
	}
	items := make([]view.QueueItem, len(found))
	for i, b := range found {
		items[i] = batchItem(ctx, b)
	}
	body := view.BatchesView(view.Queue{Empty: l.T("batch.none"), Items: items}, pages(l, r.URL.Query(), page, total))
	head := view.AdminPage{Title: l.T("admin.batches"), Lead: l.T("batch.lead"), Files: outward(l, batchesRoute, r.URL.Query())}
	return o.page(w, r, http.StatusOK, batchesRoute, head, body)
}

// batchItem shows a batch as a thing to do.
func batchItem(ctx context.Context, b portal.Batch) view.QueueItem {
	l := i18n.From(ctx)
	item := view.QueueItem{
		Tag: batchTag(l, b), Title: batchTitle(l, b), URL: batchAt(l, b.ID), Do: l.T("tasks.see"),
		Why: l.T("review.submitted", b.Author, portal.When(l, b.CreatedAt)) + " " + l.T("tasks.reason", b.Reason),
	}
	if b.Assignee != "" && b.Counts[portal.Submitted] > 0 {
		item.Why += " " + l.T("review.assigned", b.Assignee)
	}
	if b.MayDecide(actor(ctx)) {
		item.Do = l.T("tasks.review")
	}
	return item
}

func batchTitle(l i18n.Lang, b portal.Batch) string {
	return l.T("batch.title."+string(b.Origin), b.ID, l.Number(int64(b.Size())))
}

// batchTag says what of a batch still has to be done.
func batchTag(l i18n.Lang, b portal.Batch) view.TagValue {
	switch {
	case b.Counts[portal.Submitted] > 0:
		return view.TagValue{Word: l.T("batch.waiting", l.Number(int64(b.Counts[portal.Submitted]))), Tone: view.ToneWarn}
	case b.Counts[portal.Returned] > 0:
		return stateTag(l, portal.Returned)
	case b.Counts[portal.Applied] > 0:
		return stateTag(l, portal.Applied)
	case b.Counts[portal.Rejected] > 0:
		return stateTag(l, portal.Rejected)
	}
	return stateTag(l, portal.Withdrawn)
}

// batch shows one set of changes with what can be done about it.
func (o Office) batch(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	return o.showBatch(w, r, http.StatusOK, id, view.Decision{})
}

func (o Office) showBatch(w http.ResponseWriter, r *http.Request, status int, id int64, d view.Decision) error {
	ctx := r.Context()
	l, q := i18n.From(ctx), r.URL.Query()
	b, err := o.Store.Batch(ctx, id)
	if err != nil {
		return err
	}
	page := asked(q)
	filter := store.ChangeFilter{BatchID: id, Viewer: actor(ctx).ID, Number: page.Number, Size: page.Size}
	if state := portal.State(q.Get("state")); b.Counts[state] > 0 {
		filter.States = []portal.State{state}
	}
	found, total, err := o.Store.Changes(ctx, filter)
	if err != nil {
		return err
	}
	items, err := o.batchChanges(ctx, found)
	if err != nil {
		return err
	}
	shown := view.BatchPage{
		Notice: saved(l, q.Get("saved")), Reason: l.T("review.reason", b.Author, b.Reason), States: batchStates(l, b, filter.States),
		Changes: view.Queue{Empty: l.T("batch.empty"), Items: items}, Pages: pages(l, q, page, total),
	}
	switch {
	case b.LeftOut > 0 && b.Origin == portal.BatchImport:
		shown.LeftOut = l.T("batch.left_wrong", b.LeftOut)
	case b.LeftOut > 0:
		shown.LeftOut = l.T("batch.left_out", b.LeftOut)
	}
	if b.MayDecide(actor(ctx)) {
		undecided(&d)
		d.Action, d.Revision = batchAt(l, id, "decide"), strconv.FormatInt(b.SeenAt.UnixMicro(), 10)
		shown.Decide = &d
	}
	if shown.Assign, err = o.batchAssigning(ctx, b); err != nil {
		return err
	}
	offerBatch(ctx, &shown, b)
	title := batchTitle(l, b)
	return o.page(w, r, status, batchesRoute, view.AdminPage{
		Title: title, Lead: l.T("review.submitted", b.Author, portal.When(l, b.CreatedAt)),
		Crumbs: []view.Crumb{{Label: l.T("admin.batches"), URL: view.Admin(l, batchesRoute)}, {Label: title}},
	}, view.BatchView(shown))
}

// offerBatch adds what the reader may do with the batch beside deciding on it.
func offerBatch(ctx context.Context, page *view.BatchPage, b portal.Batch) {
	l := i18n.From(ctx)
	if b.MayWithdraw(actor(ctx)) {
		page.Actions = append(page.Actions, view.PostLink{
			Label: l.T("batch.withdraw"), Action: batchAt(l, b.ID, "withdraw"), Look: view.LookDanger,
		})
	}
	if b.Counts[portal.Applied] > 0 {
		page.Links = append(page.Links, view.Link{Label: l.T("batch.undo"), URL: batchAt(l, b.ID, "undo")})
	}
	if b.UndoOf != 0 {
		page.Links = append(page.Links, view.Link{Label: l.T("batch.undoes", b.UndoOf), URL: batchAt(l, b.UndoOf)})
	}
	if b.DecidingID != 0 && page.Notice == "" {
		page.Notice = l.T("errand.deciding")
	}
	if b.Counts[portal.Submitted] > 0 && page.Decide == nil && page.Notice == "" && b.AuthorID == actor(ctx).ID {
		page.Notice = l.T("review.own")
	}
}

// batchStates are the states that changes of the batch are in, as a filter.
func batchStates(l i18n.Lang, b portal.Batch, only []portal.State) []view.Chip {
	chips := []view.Chip{{Label: l.T("changes.all"), Count: l.Number(int64(b.Size())), URL: batchAt(l, b.ID), Current: len(only) == 0}}
	for _, s := range portal.States {
		if n := b.Counts[s]; n > 0 {
			chips = append(chips, view.Chip{
				Label: l.T("choice.state." + string(s)), Count: l.Number(int64(n)), Current: slices.Contains(only, s),
				URL: batchAt(l, b.ID) + "?" + url.Values{"state": {string(s)}}.Encode(),
			})
		}
	}
	return chips
}

// manyTime is how long work on many records may take while somebody waits, which is longer than a page may.
const manyTime = time.Minute

// patient is the request's context with time for work on many records.
func patient(r *http.Request) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(r.Context()), manyTime)
}

// decideBatch carries a reviewer's decision out on all of a batch that waited when they saw it.
func (o Office) decideBatch(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	id, err := number(r)
	if err != nil {
		return err
	}
	verdict, err := readVerdict(r) // the revision is the instant up to which changes were seen
	if err != nil {
		return err
	}
	verdict.Fields = nil // a set is decided on with all that its changes bring
	ctx, cancel := patient(r)
	defer cancel()
	b, err := o.Store.Batch(ctx, id)
	if err != nil {
		return err
	}
	seen, many := time.UnixMicro(verdict.Revision), b.Counts[portal.Submitted] > manyChanges
	if many && b.MayDecide(actor(ctx)) && verdict.CheckForBatch() == nil {
		return o.sendErrand(w, r, portal.Errand{
			What: portal.ErrandDecide, SubjectID: id, Verdict: verdict.State, Reason: verdict.Note, SeenAt: seen, Total: b.Counts[portal.Submitted],
		})
	}
	done, stuck, err := o.Store.DecideBatch(ctx, actor(ctx), id, verdict.Verdict, seen)
	if portal.AsInvalid(err) != nil {
		var d view.Decision
		answered(&d, r, verdict, err)
		return o.showBatch(w, r, http.StatusUnprocessableEntity, id, d)
	}
	if err == nil {
		err = o.Store.TidyTasks(ctx, o.Now())
	}
	switch {
	case err != nil:
		return err
	case stuck > 0:
		return batchSaid(w, r, id, "batch_stuck")
	case done == 0:
		return batchSaid(w, r, id, "batch_moved")
	}
	return batchSaid(w, r, id, "batch_decided")
}

func (o Office) withdrawBatch(w http.ResponseWriter, r *http.Request) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	ctx, cancel := patient(r)
	defer cancel()
	if err := o.Store.WithdrawBatch(ctx, actor(ctx), id); err != nil {
		return err
	}
	return batchSaid(w, r, id, "batch_withdrawn")
}

// askUndoBatch asks for the reason before a batch is undone.
func (o Office) askUndoBatch(w http.ResponseWriter, r *http.Request) error {
	return o.showUndo(w, r, http.StatusOK, "", rand.Text(), nil)
}

// undoBatch hands in the changes that take a batch back.
func (o Office) undoBatch(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	id, err := number(r)
	if err != nil {
		return err
	}
	reason, key := r.PostForm.Get("reason"), r.PostForm.Get("key")
	ctx, cancel := patient(r)
	defer cancel()
	undone := portal.Batch{Origin: portal.BatchUndo, UndoOf: id, Reason: reason}
	if b, err := o.Store.Batch(ctx, id); err == nil && b.Counts[portal.Applied] > manyChanges && undone.Check() == nil {
		return o.sendErrand(w, r, portal.Errand{What: portal.ErrandUndo, SubjectID: id, Reason: reason, Key: key, Total: b.Counts[portal.Applied]})
	}
	undo, err := o.Store.UndoBatch(ctx, actor(ctx), id, reason, key)
	switch {
	case portal.AsInvalid(err) != nil:
		return o.showUndo(w, r, http.StatusUnprocessableEntity, reason, key, err)
	case errors.Is(err, portal.ErrConflict):
		left := &portal.Invalid{Problems: []portal.Problem{{Key: "problem.undo"}}}
		return o.showUndo(w, r, http.StatusConflict, reason, key, left)
	case err != nil:
		return err
	}
	return batchSaid(w, r, undo.ID, "submitted")
}

func (o Office) showUndo(w http.ResponseWriter, r *http.Request, status int, reason, key string, wrong error) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	b, err := o.Store.Batch(r.Context(), id)
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	f := reasonForm(&reason)
	title := batchTitle(l, b)
	return o.page(w, r, status, batchesRoute, view.AdminPage{
		Title: l.T("batch.undo_title", id), Lead: l.T("batch.undo_lead", b.Counts[portal.Applied]),
		Crumbs: []view.Crumb{{Label: l.T("admin.batches"), URL: view.Admin(l, batchesRoute)}, {Label: title, URL: batchAt(l, id)}, {Label: l.T("batch.undo")}},
	}, view.FormView(view.FormPage{
		Action: batchAt(l, id, "undo"), Form: f, Rest: f.Blame(wrong), Hidden: []view.Hidden{{Name: "key", Value: key}},
		Submit: []view.Choice{{Label: l.T("batch.undo_submit")}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: batchAt(l, id)},
	}))
}
