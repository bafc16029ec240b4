package admin

import (
	"errors"
	"maps"
	"net/http"
	"slices"

	"kotakembar/internal/form"
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
// was returned stays so. Unread are the labels of questions whose answers cannot be understood yet; the draft keeps what it had there.
func (d counter) autosave(w http.ResponseWriter, r *http.Request, c portal.Change, unread []string) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	switch nothing := c.ID == 0 && len(c.Changed()) == 0 && c.Reason == ""; {
	case nothing && len(unread) > 0:
		return respond.Data(w, http.StatusUnprocessableEntity, keptDraft{Said: l.T("autosave.unread")})
	case nothing:
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
	said := l.T("autosave.kept", portal.ClockTime(l, d.office.Now()))
	if len(unread) > 0 {
		said = l.T("autosave.kept_but", portal.ClockTime(l, d.office.Now()), l.T(unread[0]))
	}
	return respond.Data(w, http.StatusOK, keptDraft{Action: d.address(l, c), Revision: c.Revision, Base: c.BaseVersion, Said: said})
}

// unread gives the answers that cannot be understood back their last value in the change, and returns the labels of their questions. A
// citation that cannot be understood leaves the answer that it supports alone.
func unread(f form.Form, c *portal.Change, stored portal.Snapshot) (labels []string) {
	for _, q := range f {
		if len(q.Problems) == 0 {
			continue
		}
		labels = append(labels, q.Label)
		ofEvidence := func(p portal.Problem) bool { return q.Evidence != nil && q.Evidence.Owns(p.Field) }
		if slices.ContainsFunc(q.Problems, ofEvidence) {
			c.After.Citations = takenBack(c.After.Citations, stored.Citations, func(one portal.Citation) bool { return one.Field == q.Name })
			c.After.Rulings = takenBack(c.After.Rulings, stored.Rulings, func(one portal.Ruling) bool { return one.Field == q.Name })
		}
		if slices.ContainsFunc(q.Problems, func(p portal.Problem) bool { return !ofEvidence(p) }) {
			for _, column := range q.Names(slices.Collect(maps.Keys(c.After.Fields))) {
				c.After.Fields[column] = stored.Fields[column]
			}
		}
	}
	return labels
}

// takenBack is a list in which those of one question are what they were.
func takenBack[T any](now, were []T, theirs func(T) bool) (list []T) {
	for _, one := range now {
		if !theirs(one) {
			list = append(list, one)
		}
	}
	for _, one := range were {
		if theirs(one) {
			list = append(list, one)
		}
	}
	return list
}
