package admin

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// errandsRoute is the part of addresses of work on many records that goes on in the background.
const errandsRoute = "errands"

// manyChanges is how many changes are handed in, decided on or undone while somebody waits for a page; more go on in the background.
const manyChanges = 500

func (o Office) mountErrands(r chi.Router) {
	r.Method(http.MethodGet, "/"+errandsRoute+"/{id}", respond.Handler(o.errand))
}

func errandAt(l i18n.Lang, id int64) string {
	return view.Admin(l, errandsRoute, strconv.FormatInt(id, 10))
}

// sendErrand has work done in the background in the name of whoever asks, and leads to where its progress is seen.
func (o Office) sendErrand(w http.ResponseWriter, r *http.Request, e portal.Errand) error {
	ctx := r.Context()
	e.ActorID, e.Solo = actor(ctx).ID, actor(ctx).Solo
	if err := o.Store.AddErrand(ctx, &e); err != nil {
		return err
	}
	return respond.SeeOther(w, r, errandAt(i18n.From(ctx), e.ID))
}

// errand tells how far an errand is; the page comes again by itself, and leads on when all is done.
func (o Office) errand(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id, err := number(r)
	if err != nil {
		return err
	}
	e, err := o.Store.Errand(ctx, id)
	if err != nil {
		return err
	}
	if e.ActorID != actor(ctx).ID {
		return portal.ErrOthers
	}
	l := i18n.From(ctx)
	if e.Outcome != portal.ErrandUnderWay {
		return respond.SeeOther(w, r, errandLed(l, e))
	}
	w.Header().Set("Refresh", "2")
	return o.page(w, r, http.StatusOK, batchesRoute, view.AdminPage{
		Title: l.T("errand.title." + string(e.What)), Lead: l.T("errand.lead"),
		Crumbs: []view.Crumb{{Label: l.T("admin.batches"), URL: view.Admin(l, batchesRoute)}, {Label: l.T("errand.title." + string(e.What))}},
	}, view.ProgressView(view.Progress{
		Done: e.Done, All: e.Total, Words: l.T("errand.done", l.Number(int64(e.Done)), l.Number(int64(e.Total))),
		Again: view.Link{Label: l.T("intake.look_again"), URL: errandAt(l, e.ID)},
	}))
}

// errandLed is where an errand that has ended leads, with the words for what came of it.
func errandLed(l i18n.Lang, e portal.Errand) string {
	said := map[portal.ErrandOutcome]string{
		portal.ErrandDone: "submitted", portal.ErrandMoved: "errand_moved", portal.ErrandForbidden: "errand_forbidden",
	}[e.Outcome]
	switch {
	case e.What == portal.ErrandDecide && e.Outcome == portal.ErrandDone:
		said = "batch_decided"
	case e.Outcome == portal.ErrandStuck:
		said = "batch_stuck"
	case e.What == portal.ErrandHandIn && e.BatchID == 0:
		if e.Outcome == portal.ErrandMoved {
			said = "import_moved"
		}
		return importAt(l, e.SubjectID) + "?saved=" + said
	}
	at := e.BatchID
	if at == 0 {
		at = e.SubjectID
	}
	return batchAt(l, at) + "?saved=" + said
}
