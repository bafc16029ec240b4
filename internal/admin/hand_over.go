package admin

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// fewOpen is how many open changes of a person their page names one by one.
const fewOpen = 20

// openWork names what a person has not finished, and lets it be handed over once they may not sign in.
func (o Office) openWork(ctx context.Context, p portal.Staff, wrong error) (work view.OpenWork, err error) {
	l, me := i18n.From(ctx), actor(ctx)
	changes, total, err := o.Store.Changes(ctx, store.ChangeFilter{AuthorID: p.ID, States: portal.OpenStates(), Oldest: true, Number: 1, Size: fewOpen})
	if err != nil || total == 0 {
		return work, err
	}
	work.Title, work.Lead = l.T("handover.title", l.Number(int64(total))), l.T("handover.active")
	for _, c := range changes {
		line := view.Cited{Text: l.T("handover.line", capital(l.T("kind."+string(c.Kind))), portal.When(l, c.CreatedAt), stateTag(l, c.State).Word)}
		if c.MaySee(me) {
			line.Text, line.URL = c.Called(l)+". "+line.Text, changeAt(l, c.ID)
		}
		work.Lines, work.Picks = append(work.Lines, line), append(work.Picks, numberOr(c.ID))
	}
	if rest := total - len(changes); rest > 0 {
		work.Lines = append(work.Lines, view.Cited{Text: l.T("handover.more", l.Number(int64(rest)))})
	}
	if !p.Disabled {
		return work, nil
	}
	work.Lead = l.T("handover.closed")
	if invalid := portal.AsInvalid(wrong); invalid != nil {
		work.Problems = problemLinks(l, invalid)
	}
	work.Give, err = o.heirs(ctx, p)
	return work, err
}

// heirs offers those who may go on with the work of a person.
func (o Office) heirs(ctx context.Context, p portal.Staff) (*view.AssignForm, error) {
	l, me := i18n.From(ctx), actor(ctx)
	people, err := o.Store.Staff(ctx)
	to := view.Select{Name: "to", Label: l.T("handover.to")}
	for _, other := range people {
		if other.Disabled || other.ID == p.ID {
			continue
		}
		option := view.Option{Value: numberOr(other.ID), Label: other.Name}
		if other.ID == me.ID {
			option.Label, option.Current = l.T("handover.me"), true
		}
		to.Options = append(to.Options, option)
	}
	return &view.AssignForm{Action: personAt(l, p.ID) + "/hand-over", People: to}, err
}

// handOver gives the open changes of a person who has left to another one: those that are ticked, or all.
func (o Office) handOver(w http.ResponseWriter, r *http.Request) error {
	p, err := o.another(r)
	if err != nil {
		return err
	}
	to, err := posted(r, "to")
	var ids []int64
	if err == nil && r.PostForm.Get("what") == "ticked" {
		ids, err = tickedChanges(r)
	}
	if err == nil {
		_, err = o.Store.HandOver(r.Context(), actor(r.Context()), p.ID, to, ids...)
	}
	if portal.AsInvalid(err) != nil {
		return o.showPerson(w, r, http.StatusUnprocessableEntity, p, personShown{wrongHeir: err})
	}
	if err != nil {
		return err
	}
	return respond.SeeOther(w, r, personAt(i18n.From(r.Context()), p.ID)+"?saved=handed_over")
}

// tickedChanges are the changes that are ticked, one at least.
func tickedChanges(r *http.Request) (ids []int64, err error) {
	for _, written := range r.PostForm["change"] {
		if id, err := strconv.ParseInt(written, 10, 64); err == nil {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		err = &portal.Invalid{Problems: []portal.Problem{{Field: "to", Key: "problem.heir_none"}}}
	}
	return ids, err
}

// leftWork leads an administrator to the open changes of somebody who may no longer sign in; nil where there are none.
func (o Office) leftWork(ctx context.Context, author int64) (*view.QueueItem, error) {
	if author == 0 || !actor(ctx).Role.Includes(portal.Administrator) {
		return nil, nil
	}
	p, err := o.Store.StaffByID(ctx, author)
	if errors.Is(err, portal.ErrNotFound) || err == nil && !p.Disabled {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	_, total, err := o.Store.Changes(ctx, store.ChangeFilter{AuthorID: p.ID, States: portal.OpenStates(), Number: 1, Size: 1})
	if err != nil || total == 0 {
		return nil, err
	}
	l := i18n.From(ctx)
	return &view.QueueItem{
		Tag: view.TagValue{Word: l.T("handover.left"), Tone: view.ToneWarn}, Title: l.T("handover.task", l.Number(int64(total))), Why: l.T("handover.why", p.Name), URL: personAt(l, p.ID), Do: l.T("handover.send"),
	}, nil
}
