package admin

import (
	"errors"
	"net/http"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
)

// autosave is the word by which the script of a form asks to keep what has been typed so far.
const autosave = "autosave"

// keptDraft tells that script what has become of its draft.
type keptDraft struct {
	Action   string `json:"action,omitempty"` // where the form is sent from now on; empty where nothing was kept
	Revision int64  `json:"revision"`
	Base     int64  `json:"base"`
	Said     string `json:"said"` // to the person
}

// autosave keeps what has been typed so far as a revision of the draft: no form is shown, nothing is handed in, and a change that
// was returned stays so. Typed is what in the form cannot be understood yet.
func (d counter) autosave(w http.ResponseWriter, r *http.Request, c portal.Change, typed error) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	if typed != nil {
		return respond.Data(w, http.StatusUnprocessableEntity, keptDraft{Said: l.T("autosave.unread")})
	}
	if c.ID == 0 && len(c.Changed()) == 0 && c.Reason == "" {
		return respond.Data(w, http.StatusOK, keptDraft{})
	}
	again, err := d.second(r, c)
	if err != nil {
		return err
	}
	if again {
		return respond.Data(w, http.StatusConflict, keptDraft{Said: l.T("autosave.second")})
	}
	err = d.office.Store.SaveChange(ctx, actor(ctx), &c)
	_, used := errors.AsType[*store.Used](err)
	switch {
	case used || errors.Is(err, portal.ErrConflict):
		return respond.Data(w, http.StatusConflict, keptDraft{Said: l.T("autosave.conflict")})
	case portal.AsInvalid(err) != nil:
		return respond.Data(w, http.StatusUnprocessableEntity, keptDraft{Said: l.T("autosave.refused")})
	case err != nil:
		return err
	}
	return respond.Data(w, http.StatusOK, keptDraft{
		Action: d.address(l, c), Revision: c.Revision, Base: c.BaseVersion,
		Said: l.T("autosave.kept", portal.TimeOfDay(d.office.Now())),
	})
}
