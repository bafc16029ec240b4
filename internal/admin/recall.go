package admin

import (
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
)

// recall makes a change of the reader's own that waits a draft again, and leads to its form.
func (o Office) recall(w http.ResponseWriter, r *http.Request) error {
	return o.byAuthor(w, r, func(c portal.Change) error {
		if err := o.Store.Recall(r.Context(), actor(r.Context()), c.ID); err != nil {
			return err
		}
		return respond.SeeOther(w, r, changeAt(i18n.From(r.Context()), c.ID, "edit"))
	})
}

// restartable tells whether a new draft can begin with what a change proposed that came to nothing.
func restartable(c portal.Change) bool {
	return (c.State == portal.Withdrawn || c.State == portal.Rejected) && c.Op == portal.OpSave
}

// restart begins a draft with what a change proposed that came to nothing, over what is public today.
func (o Office) restart(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	past, err := o.asked(r)
	if err != nil {
		return err
	}
	if !restartable(past) {
		return portal.ErrConflict
	}
	c := portal.Change{
		Kind: past.Kind, RecordID: past.RecordID, Op: portal.OpSave, Title: past.Title, After: past.After, Reason: past.Reason,
		State: portal.Draft, Key: r.PostForm.Get("key"), LetterID: past.LetterID,
		Limited: past.Limited, Readers: past.Readers,
	}
	if past.RecordID != 0 {
		if c.Before, c.BaseVersion, err = o.Store.Live(ctx, past.Kind, past.RecordID); err != nil {
			return err
		}
		if c.BaseVersion == 0 && past.BaseVersion != 0 {
			return portal.ErrConflict
		}
		if c.BaseVersion > 0 {
			c.After = portal.Pick(c.Before, past.After, past.Changed())
		}
	}
	if err := o.Store.SaveChange(ctx, actor(ctx), &c); err != nil {
		return err
	}
	return respond.SeeOther(w, r, changeAt(i18n.From(ctx), c.ID, "edit"))
}
