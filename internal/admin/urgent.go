package admin

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (o Office) mountUrgent(r chi.Router) {
	r.Method(http.MethodGet, "/changes/{id}/urgent", respond.Handler(o.askUrgent))
	r.Method(http.MethodPost, "/changes/{id}/urgent", respond.Handler(o.publishUrgently))
}

// askUrgent asks why a change cannot wait for somebody else.
func (o Office) askUrgent(w http.ResponseWriter, r *http.Request) error {
	c, err := o.mayBeUrgent(r)
	if err != nil {
		return err
	}
	return o.showUrgent(w, r, http.StatusOK, c, "", nil)
}

// mayBeUrgent is the change in the address, where its reader may publish it without a review.
func (o Office) mayBeUrgent(r *http.Request) (portal.Change, error) {
	c, err := o.asked(r)
	if err != nil {
		return c, err
	}
	return c, c.Allows(portal.DoUrgently, actor(r.Context()))
}

func (o Office) showUrgent(w http.ResponseWriter, r *http.Request, status int, c portal.Change, why string, wrong error) error {
	l := i18n.From(r.Context())
	f := form.Form{form.Long("urgent", &why)}.Fill()
	page := view.FormPage{
		Action: changeAt(l, c.ID, "urgent"), Form: f, Rest: f.Blame(wrong),
		Hidden: []view.Hidden{{Name: "revision", Value: strconv.FormatInt(c.Revision, 10)}},
		Submit: []view.Choice{{Label: l.T("urgent.submit"), Look: view.LookDanger}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: changeAt(l, c.ID)},
	}
	return o.page(w, r, status, "changes", view.AdminPage{
		Title: l.T("urgent.title", l.T("kind."+string(c.Kind)), c.Called(l)), Lead: l.T("urgent.lead"),
		Crumbs: []view.Crumb{{Label: l.T("admin.changes"), URL: view.Admin(l, "changes")}, {Label: c.Called(l), URL: changeAt(l, c.ID)}, {Label: l.T("urgent.link")}},
	}, view.FormView(page))
}

// publishUrgently publishes a change that cannot wait, as it was read.
func (o Office) publishUrgently(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	c, err := o.mayBeUrgent(r)
	if err != nil {
		return err
	}
	why := strings.TrimSpace(r.PostForm.Get("urgent"))
	revision, err := posted(r, "revision")
	if err == nil {
		err = o.Store.PublishUrgently(r.Context(), actor(r.Context()), c.ID, revision, why)
	}
	if portal.AsInvalid(err) != nil {
		return o.showUrgent(w, r, http.StatusUnprocessableEntity, c, why, err)
	}
	if errors.Is(err, portal.ErrConflict) {
		moved := &portal.Invalid{Problems: []portal.Problem{{Key: "problem.moved_on"}}}
		return o.showUrgent(w, r, http.StatusConflict, c, why, moved)
	}
	if err == nil {
		err = o.Store.TidyTasks(r.Context(), o.Now())
	}
	if err != nil {
		return err
	}
	return changeSaid(w, r, c.ID, "urgent")
}

// laterForm is the review of what was published urgently; nil where the reader may not.
func (o Office) laterForm(ctx context.Context, c portal.Change, d view.Later) *view.FormPage {
	if c.Allows(portal.DoReview, actor(ctx)) != nil {
		return nil
	}
	l := i18n.From(ctx)
	found, said := portal.Hindsight(d.Found), d.Note
	f := laterQuestions(&found, &said).Fill()
	return &view.FormPage{
		Action: changeAt(l, c.ID, "review"), Form: f, Rest: f.Blame(d.Wrong),
		Submit: []view.Choice{{Label: l.T("review.send")}},
	}
}

func laterQuestions(found *portal.Hindsight, said *string) form.Form {
	return form.Form{
		form.Choice("hindsight", found, portal.Hindsights).Named("urgent").As("review.verdict").With(""),
		form.Long("note", said).As("review.note").With("review.note_hint"),
	}
}

// reviewLater takes the review of what was published urgently.
func (o Office) reviewLater(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	var found portal.Hindsight
	var said string
	if err = laterQuestions(&found, &said).Read(r.PostForm); err == nil {
		err = o.Store.ReviewUrgent(ctx, actor(ctx), c.ID, found, said)
	}
	status := http.StatusUnprocessableEntity
	if errors.Is(err, portal.ErrConflict) && c.Allows(portal.DoReview, actor(ctx)) == nil {
		status, err = http.StatusConflict, &portal.Invalid{Problems: []portal.Problem{{Key: "problem.cannot_undo"}}}
	}
	if portal.AsInvalid(err) != nil {
		return o.review(w, r, status, c, view.Decision{Later: view.Later{Found: string(found), Note: said, Wrong: err}})
	}
	if err != nil {
		return err
	}
	return changeSaid(w, r, c.ID, "urgent_"+string(found))
}
