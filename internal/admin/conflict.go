package admin

import (
	"context"
	"crypto/rand"
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// catchUp puts a change on top of what is public now, if that has moved on from the base on which it was made, and tells what
// both sides changed. Nothing is lost: what only one side changed is kept, and where both did, the change's own value stands and
// the other one is shown beside it.
func (d counter) catchUp(ctx context.Context, c *portal.Change, base portal.Snapshot) (*view.Conflict, error) {
	if c.RecordID == 0 {
		return nil, nil
	}
	live, version, err := d.office.Store.Live(ctx, d.kind(), c.RecordID)
	if err != nil || version == c.BaseVersion {
		return nil, err
	}
	merged, both := portal.Merge(base, live, c.After)
	conflict := &view.Conflict{Lead: i18n.T(ctx, "conflict.lead"), Against: againstLive}
	if len(both) > 0 {
		rows, _, err := d.office.difference(ctx, d.kind(), live, c.After)
		if err != nil {
			return nil, err
		}
		conflict.Lead = i18n.T(ctx, "conflict.lead_both")
		conflict.Rows = slices.DeleteFunc(rows, func(row view.DiffRow) bool { return !touches(row, both) })
	}
	c.Before, c.After, c.BaseVersion = live, merged, version
	return conflict, nil
}

// conflicted answers a form that was saved over something else: what the person typed is shown beside what somebody else saved
// meanwhile, ready to be saved again.
func (d counter) conflicted(w http.ResponseWriter, r *http.Request, mine portal.Change) error {
	ctx := r.Context()
	if mine.ID == 0 {
		base, err := d.office.Store.Published(ctx, d.kind(), mine.RecordID, mine.BaseVersion)
		if err != nil {
			return err
		}
		return d.showConflict(w, r, mine, base)
	}
	stored, err := d.office.Store.Change(ctx, mine.ID)
	if err != nil {
		return err
	}
	if !stored.MayEdit(actor(ctx)) {
		return d.showUsed(w, r, mine, stored)
	}
	if stored.Revision == mine.Revision {
		return d.showConflict(w, r, mine, stored.Before)
	}
	return d.showOtherTab(w, r, mine, stored)
}

// showUsed answers a form whose change has gone on its way already: what was typed now stays in the form, to be saved as a change
// of its own beside the earlier one.
func (d counter) showUsed(w http.ResponseWriter, r *http.Request, mine, earlier portal.Change) error {
	mine.ID, mine.Revision, mine.Key = 0, 0, rand.Text()
	conflict, err := d.catchUp(r.Context(), &mine, earlier.Before)
	if err != nil {
		return err
	}
	if conflict == nil {
		conflict = &view.Conflict{}
	}
	l := i18n.From(r.Context())
	conflict.Lead = l.T("conflict.used")
	conflict.More = view.Link{Label: l.T("conflict.earlier"), URL: view.Admin(l, "changes", strconv.FormatInt(earlier.ID, 10))}
	return d.showAgain(w, r, mine, conflict)
}

// showConflict shows the form on top of what was published since its base.
func (d counter) showConflict(w http.ResponseWriter, r *http.Request, mine portal.Change, base portal.Snapshot) error {
	conflict, err := d.catchUp(r.Context(), &mine, base)
	if err != nil {
		return err
	}
	return d.showAgain(w, r, mine, conflict)
}

// showOtherTab shows the form beside what another tab saved of the same draft.
func (d counter) showOtherTab(w http.ResponseWriter, r *http.Request, mine, stored portal.Change) error {
	rows, _, err := d.office.difference(r.Context(), d.kind(), stored.After, mine.After)
	if err != nil {
		return err
	}
	mine.Revision, mine.BaseVersion, mine.Before = stored.Revision, stored.BaseVersion, stored.Before
	return d.showAgain(w, r, mine, &view.Conflict{Lead: i18n.T(r.Context(), "conflict.other_tab"), Rows: rows, Against: againstDraft})
}

func (d counter) showAgain(w http.ResponseWriter, r *http.Request, mine portal.Change, conflict *view.Conflict) error {
	form, err := d.sheet(r.Context(), mine.After)
	if err != nil {
		return err
	}
	return d.showForm(w, r, http.StatusConflict, mine, form, nil, conflict)
}

// touches tells whether a row shows one of the fields.
func touches(row view.DiffRow, fields []string) bool {
	return slices.ContainsFunc(row.Names, func(name string) bool { return slices.Contains(fields, name) })
}
