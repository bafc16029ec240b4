// Package admin is the face for staff: lists, forms, reviews and history of every kind of record.
//
// desk.go is written once for all kinds; the file of a record says what is special: its form, its list and how it is called.
// What does not belong here: SQL, markup, rules of records.
package admin

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Office is what the desks share.
type Office struct {
	Store  *store.Store
	Keeper *auth.Keeper
	Files  *media.Store
	Now    func() time.Time

	// Public is the page of the public face at a path, over any state of the register; ok is false where there is none.
	Public func(ctx context.Context, at *store.Store, path string) (page []byte, ok bool)

	// Skyline draws some partnerships for the page before sign-in; nil for none.
	Skyline func(r *http.Request) ([]view.Building, error)

	// House draws the partnership with a city as the public sees it, and says how alive it is; nil for none.
	House func(r *http.Request, city int64) (view.Building, view.VitalityLabel, error)

	BaseURL     string // scheme and host of the site, where they are set
	Mails       bool   // there is a mail server
	ContactDays int    // for which the contact of a letter's sender is kept after the last word
}

// Mount adds the pages of staff in both languages.
func (o Office) Mount(r chi.Router) {
	for _, l := range i18n.Langs {
		o.mountSignIn(r, l)
		r.Route(view.Desks.In(l), func(r chi.Router) {
			o.mountPassword(r)
			o.mountSecurity(r)
			r.Group(func(r chi.Router) {
				r.Use(o.Keeper.Require(portal.Editor), o.askAgain)
				o.mountEditing(r)
			})
			r.Group(func(r chi.Router) {
				r.Use(o.Keeper.Require(portal.Reviewer), o.askAgain)
				r.Method(http.MethodPost, "/changes/{id}/decide", respond.Handler(o.decide))
				r.Method(http.MethodPost, "/changes/{id}/review", respond.Handler(o.reviewLater))
				o.mountUrgent(r)
				r.Method(http.MethodPost, "/changes/{id}/assign", respond.Handler(o.assign))
				r.Method(http.MethodPost, "/changes/assign", respond.Handler(o.assignMany))
				r.Method(http.MethodPost, "/"+batchesRoute+"/{id}/decide", respond.Handler(o.decideBatch))
				r.Method(http.MethodPost, "/"+batchesRoute+"/{id}/assign", respond.Handler(o.assignBatch))
				o.mountSending(r)
			})
			r.Group(func(r chi.Router) {
				r.Use(o.Keeper.Require(portal.Administrator), o.askAgain)
				o.mountJobs(r)
				o.mountOutbox(r)
				o.mountAudit(r)
				o.mountOrphans(r)
				o.mountStaff(r)
			})
		})
	}
}

func (o Office) mountEditing(r chi.Router) {
	r.Method(http.MethodGet, "/", respond.Handler(o.tasks))
	r.Method(http.MethodPost, "/tasks/give", respond.Handler(o.giveTasks))
	r.Method(http.MethodGet, "/changes", respond.Handler(o.changes))
	r.Method(http.MethodGet, "/"+view.KeptForm, respond.Handler(o.keptForm))
	r.Method(http.MethodGet, "/changes/{id}", respond.Handler(o.change))
	r.Method(http.MethodGet, "/changes/{id}/preview", respond.Handler(o.previewChange))
	r.Method(http.MethodGet, "/changes/{id}/edit", respond.Handler(o.editChange))
	r.Method(http.MethodPost, "/changes/{id}/edit", respond.Handler(o.saveChange))
	r.Method(http.MethodPost, "/changes/{id}/withdraw", respond.Handler(o.withdraw))
	r.Method(http.MethodPost, "/changes/{id}/recall", respond.Handler(o.recall))
	r.Method(http.MethodPost, "/changes/{id}/restart", respond.Handler(o.restart))
	r.Method(http.MethodPost, "/changes/{id}/restore", respond.Handler(o.restore))
	r.Method(http.MethodPost, "/changes/{id}/comment", respond.Handler(o.comment))
	r.Method(http.MethodPost, "/changes/{id}/readers", respond.Handler(o.setReaders))
	r.Method(http.MethodPost, "/changes/{id}/unschedule", respond.Handler(o.unschedule))
	o.mountLetters(r)
	o.mountBatches(r)
	o.mountErrands(r)
	o.mountFiles(r)
	o.mountDossiers(r)
	o.mountLinks(r)
	o.mountPeriodics(r)
	o.mountTranslations(r)
	o.mountQuestionnaires(r)
	o.mountImports(r)
	o.mountNotices(r)
	o.mountLedgers(r, ledgers()...)
	for _, d := range o.desks() {
		r.Route("/"+d.path(), d.mount)
	}
}

// Blank is the form of a kind of record over an empty record, with no records to choose among: what a dictionary says of fields. It
// asks nothing of the store. portal.ErrNotFound for a kind that has no desk.
func (o Office) Blank(kind portal.Kind) (form.Form, error) {
	d, err := o.deskOf(kind)
	if err != nil {
		return nil, err
	}
	return d.blank(), nil
}

// desks lists the desks in the order of the rail.
func (o Office) desks() []counter {
	return []counter{
		cityDesk(o).counter(), agreementDesk(o).counter(), stepDesk(o).counter(), approvalDesk(o).counter(),
		promiseDesk(o).counter(), programDesk(o).counter(), activityDesk(o).counter(), outcomeDesk(o).counter(),
		opportunityDesk(o).counter(), venueDesk(o).counter(), mirrorDesk(o).counter(), sourceDesk(o).counter(),
		documentDesk(o).counter(), sectorDesk(o).counter(), limitDesk(o).counter(),
	}
}

// deskOf finds the desk of a kind.
func (o Office) deskOf(kind portal.Kind) (counter, error) {
	desks := o.desks()
	i := slices.IndexFunc(desks, func(d counter) bool { return d.kind() == kind })
	if i < 0 {
		return counter{}, portal.ErrNotFound
	}
	return desks[i], nil
}

// page shows a page of staff with the rail beside it. Section is the path of the current desk.
func (o Office) page(w http.ResponseWriter, r *http.Request, status int, section string, p view.AdminPage, body view.Component) error {
	ctx := r.Context()
	rail, err := o.rail(ctx, section)
	if err != nil {
		return err
	}
	p.Rail, p.Other = rail, otherLanguage(r)
	p.Failed = status == http.StatusUnprocessableEntity
	return respond.Page(w, r, status, view.WithBody(view.AdminLayout(p), body))
}

// otherLanguage is the address of the same page in the other language.
func otherLanguage(r *http.Request) string {
	from, to := i18n.ID, i18n.EN
	if i18n.From(r.Context()) == i18n.EN {
		from, to = to, from
	}
	other := view.Desks.In(to) + r.URL.Path[len(view.Desks.In(from)):]
	if r.URL.RawQuery != "" {
		other += "?" + r.URL.RawQuery
	}
	return other
}

// number reads the number in the address; what is none is nothing that we have.
func number(r *http.Request) (int64, error) {
	id, err := strconv.ParseInt(chi.URLParam(r, "id"), 10, 64)
	if err != nil || id < 1 {
		return 0, portal.ErrNotFound
	}
	return id, nil
}

// actor is who does it; routes without a role never ask.
func actor(ctx context.Context) portal.Actor {
	a, _ := auth.Actor(ctx)
	return a
}
