package admin

import (
	"context"
	"crypto/rand"
	"net/http"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// change shows one change: what it would do or did, who said what, and what can be done about it.
func (o Office) change(w http.ResponseWriter, r *http.Request) error {
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	return o.review(w, r, http.StatusOK, c, view.Decision{})
}

// asked is the change in the address. To whom may not see it, it is not there.
func (o Office) asked(r *http.Request) (portal.Change, error) {
	id, err := number(r)
	if err != nil {
		return portal.Change{}, err
	}
	c, err := o.Store.Change(r.Context(), id)
	if err != nil {
		return c, err
	}
	if !c.MaySee(actor(r.Context())) {
		return c, portal.ErrNotFound
	}
	return c, nil
}

// review shows a change with the decision form where the reader may decide.
func (o Office) review(w http.ResponseWriter, r *http.Request, status int, c portal.Change, d view.Decision) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	desk, err := o.deskOf(c.Kind)
	if err != nil {
		return err
	}
	changed, same, err := o.difference(ctx, c.Kind, c.Before, c.After)
	if err != nil {
		return err
	}
	bare := unsourced(l, changed)
	if err := o.tagOutpaced(ctx, c, changed); err != nil {
		return err
	}
	turns, err := o.turns(ctx, c)
	if err != nil {
		return err
	}
	page := view.ReviewPage{
		Summary: l.T("diff.summary", len(changed)), Rows: changed, Same: same,
		Turns: turns, Words: exchanged(l, c), Notice: saved(l, r.URL.Query().Get("saved")),
	}
	switch {
	case c.Op == portal.OpRetire:
		page.Summary = l.T("retire.summary")
	case c.Revives():
		page.Summary = l.T("revive.summary")
	}
	if err := o.sinceThen(ctx, &page, &d, c); err != nil {
		return err
	}
	if c.MayDecide(actor(ctx)) {
		undecided(&d)
		d.Action = view.Admin(l, "changes", strconv.FormatInt(c.ID, 10), "decide")
		d.Revision, d.Fields = strconv.FormatInt(c.Revision, 10), changed
		if len(bare) > 0 {
			d.Hold = l.T("review.hold", strings.Join(bare, ", "))
		}
		if c.Op == portal.OpRetire {
			d.Fields = nil
		}
		page.Decide = &d
	}
	if page.Files, err = o.filesOf(ctx, c); err != nil {
		return err
	}
	page.Later = o.laterForm(ctx, c, d.Later)
	o.offer(ctx, &page, c, desk)
	if page.Marks, err = o.marksOf(ctx, c); err != nil {
		return err
	}
	if err := o.care(ctx, &page, c, d.Comment); err != nil {
		return err
	}
	return o.page(w, r, status, "changes", view.AdminPage{
		Title: changeTitle(l, c), Lead: origin(l, c),
		Crumbs: []view.Crumb{{Label: l.T("admin.changes"), URL: view.Admin(l, "changes")}, {Label: c.Called(l)}},
	}, view.ReviewView(page))
}

// changeTitle says what a change is about, and that a record would be new with it.
func changeTitle(l i18n.Lang, c portal.Change) string {
	kind := l.T("kind." + string(c.Kind))
	if c.BaseVersion == 0 && c.UndoOf == 0 {
		return capital(l.T("review.new_title", kind, c.Called(l)))
	}
	return l.T("review.title", kind, c.Called(l))
}

// unsourced marks the changed fields whose new value nothing supports, and names them.
func unsourced(l i18n.Lang, changed []view.DiffRow) (names []string) {
	for i := range changed {
		if row := &changed[i]; row.Cited && len(row.New) > 0 && len(row.NewSources) == 0 {
			row.Bare = true
			row.Tags = append(row.Tags, view.TagValue{Word: l.T("review.needs_source"), Tone: view.ToneAlert})
			names = append(names, row.Label)
		}
	}
	return names
}

// sinceThen shows what was published of the record since the change was begun. Such a change cannot be applied any more: its
// author has to put it on top of what is public now, so it can only be returned or rejected.
func (o Office) sinceThen(ctx context.Context, page *view.ReviewPage, d *view.Decision, c portal.Change) error {
	if c.State != portal.Submitted || c.RecordID == 0 {
		return nil
	}
	live, version, err := o.Store.Live(ctx, c.Kind, c.RecordID)
	if err != nil || version == c.BaseVersion {
		return err
	}
	page.Since, _, err = o.difference(ctx, c.Kind, c.Before, live)
	page.Notice = i18n.T(ctx, "review.stale")
	d.Stale = true
	if d.Verdict != "reject" {
		d.Verdict = "return"
	}
	return err
}

// offer adds what the reader may do with the change beside deciding on it.
func (o Office) offer(ctx context.Context, page *view.ReviewPage, c portal.Change, desk counter) {
	l := i18n.From(ctx)
	id := strconv.FormatInt(c.ID, 10)
	if c.MayEdit(actor(ctx)) && c.Op == portal.OpSave {
		page.Links = append(page.Links, view.Link{Label: l.T("review.edit"), URL: view.Admin(l, "changes", id, "edit")})
	}
	if c.State.Open() && c.Op == portal.OpSave && desk.previewable() {
		page.Links = append(page.Links, view.Link{Label: l.T("review.preview"), URL: view.Admin(l, "changes", id, "preview")})
	}
	if c.Allows(portal.DoUrgently, actor(ctx)) == nil {
		page.Links = append(page.Links, view.Link{Label: l.T("urgent.link"), URL: changeAt(l, c.ID, "urgent")})
	}
	if c.Allows(portal.DoRecall, actor(ctx)) == nil {
		page.Actions = append(page.Actions, view.PostLink{Label: l.T("recall.do"), Action: changeAt(l, c.ID, "recall"), Look: view.LookGhost})
	}
	if restartable(c) {
		page.Actions = append(page.Actions, view.PostLink{
			Label: l.T("recall.restart"), Action: changeAt(l, c.ID, "restart"), Look: view.LookGhost, Hidden: []view.Hidden{{Name: "key", Value: rand.Text()}},
		})
	}
	if c.AuthorID == actor(ctx).ID && c.State.Open() {
		page.Actions = append(page.Actions, view.PostLink{
			Label: l.T("review.withdraw"), Action: view.Admin(l, "changes", id, "withdraw"), Look: view.LookDanger, Ask: l.T("recall.sure"),
		})
	}
	if c.Allows(portal.DoUnschedule, actor(ctx)) == nil {
		page.Actions = append(page.Actions, view.PostLink{Label: l.T("review.unschedule"), Action: view.Admin(l, "changes", id, "unschedule"), Look: view.LookGhost})
	}
	if c.RestID != 0 {
		page.Links = append(page.Links, view.Link{Label: l.T("review.rest"), URL: changeAt(l, c.RestID)})
	}
	if c.LetterID != 0 {
		page.Links = append(page.Links, view.Link{Label: l.T("letters.see", c.LetterID), URL: letterAt(l, c.LetterID)})
	}
	if c.BatchID != 0 {
		page.Links = append(page.Links, view.Link{Label: l.T("batch.part", c.BatchID), URL: batchAt(l, c.BatchID)})
	}
	if c.RecordID != 0 {
		page.Links = append(page.Links, view.Link{
			Label: l.T("desk.history"), URL: view.Admin(l, desk.path(), strconv.FormatInt(c.RecordID, 10), "history"),
		})
	}
	if c.State == portal.Submitted && page.Decide == nil && c.AuthorID == actor(ctx).ID && page.Notice == "" {
		page.Notice = l.T("review.own")
	}
}
