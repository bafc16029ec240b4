package admin

import (
	"context"
	"crypto/rand"
	"net/http"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// changeAt is the address of a change, or of what can be done with it.
func changeAt(l i18n.Lang, id int64, more ...string) string {
	return view.Admin(l, append([]string{"changes", strconv.FormatInt(id, 10)}, more...)...)
}

// changeSaid leads to a change and says there what has been done.
func changeSaid(w http.ResponseWriter, r *http.Request, id int64, what string) error {
	return respond.SeeOther(w, r, changeAt(i18n.From(r.Context()), id)+"?saved="+what)
}

// care adds who looks after a change and what staff say about it.
func (o Office) care(ctx context.Context, page *view.ReviewPage, c portal.Change, typed view.CommentThread) error {
	l := i18n.From(ctx)
	if c.Assignee != "" && c.State == portal.Submitted {
		page.Words = append(page.Words, l.T("review.assigned", c.Assignee))
	}
	people, err := o.Store.Staff(ctx)
	if err != nil {
		return err
	}
	page.Readers = reading(ctx, c, people)
	if c.MayAssign(actor(ctx)) {
		page.Assign = assigning(ctx, c, people)
	}
	said, err := o.Store.Comments(ctx, c.ID)
	if err != nil {
		return err
	}
	page.Comments = typed
	page.Comments.Action, page.Comments.Key, page.Comments.Longest = changeAt(l, c.ID, "comment"), rand.Text(), strconv.Itoa(portal.LongestComment)
	for _, one := range said {
		page.Comments.Said = append(page.Comments.Said, view.Comment{
			Head: l.T("comments.said", one.Author, portal.When(l, one.WrittenAt)), Words: one.Words,
		})
	}
	return nil
}

// assigning offers those who may look after a change.
func assigning(ctx context.Context, c portal.Change, people []portal.Staff) *view.AssignForm {
	form := assigningTo(ctx, people, c.AssigneeID, c.MayLookAfter)
	form.Action = changeAt(i18n.From(ctx), c.ID, "assign")
	return form
}

// assigningTo offers those of some people who may look after what waits for a decision.
func assigningTo(ctx context.Context, people []portal.Staff, assignee int64, may func(p portal.Staff, solo bool) bool) *view.AssignForm {
	l, me := i18n.From(ctx), actor(ctx)
	s := view.Select{Name: "to", Label: l.T("review.assign"), Options: []view.Option{{Value: "0", Label: l.T("review.assign_nobody")}}}
	for _, p := range people {
		if !may(p, me.Solo) {
			continue
		}
		o := view.Option{Value: numberOr(p.ID), Label: p.Name, Current: p.ID == assignee}
		if p.ID == me.ID {
			o.Label = l.T("review.assign_me")
		}
		s.Options = append(s.Options, o)
	}
	return &view.AssignForm{People: s}
}

// assign gives a change to somebody to look after.
func (o Office) assign(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	to, err := posted(r, "to")
	if err == nil {
		err = o.Store.Assign(r.Context(), actor(r.Context()), c.ID, to)
	}
	if invalid := portal.AsInvalid(err); invalid != nil {
		d := view.Decision{Problems: problemLinks(i18n.From(r.Context()), invalid)}
		return o.review(w, r, http.StatusUnprocessableEntity, c, d)
	}
	if err != nil {
		return err
	}
	return changeSaid(w, r, c.ID, "assigned")
}

// comment adds to what staff say about a change.
func (o Office) comment(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	ctx := r.Context()
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	said := portal.Comment{ChangeID: c.ID, Words: r.PostForm.Get("words"), Key: r.PostForm.Get("key")}
	err = o.Store.AddComment(ctx, actor(ctx), said)
	if invalid := portal.AsInvalid(err); invalid != nil {
		d := view.Decision{Comment: view.CommentThread{Typed: said.Words}}
		for _, p := range invalid.Problems {
			d.Comment.Problems = append(d.Comment.Problems, view.Link{Label: i18n.T(ctx, p.Key, p.Args...), URL: "#f-words"})
		}
		return o.review(w, r, http.StatusUnprocessableEntity, c, d)
	}
	if err != nil {
		return err
	}
	return changeSaid(w, r, c.ID, "commented")
}
