package admin

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// verdict is a decision as it was read, with its questions as they were answered.
type verdict struct {
	store.Verdict
	when, note *form.Field
}

// newVerdict asks when to publish, and what to say to the author.
func newVerdict() *verdict {
	v := new(verdict)
	v.when = form.Moment("publish_at", &v.At).As("review.publish_at")
	v.note = form.Long("note", &v.Note).As("review.note").With("review.note_hint")
	return v
}

// questions are those of a verdict that a form asks.
func (v *verdict) questions() form.Form { return form.Form{v.when, v.note} }

// readVerdict takes a decision from a post. The time matters only to who chose one.
func readVerdict(r *http.Request) (*verdict, error) {
	v := newVerdict()
	wrong := v.questions().Read(r.PostForm)
	var err error
	if v.Revision, err = posted(r, "revision"); err != nil {
		return v, err
	}
	switch r.PostForm.Get("verdict") {
	case "apply":
		v.State = portal.Applied
	case "part":
		v.State, v.Fields = portal.Applied, []string{}
		for _, names := range r.PostForm["field"] {
			v.Fields = append(v.Fields, strings.Split(names, ",")...)
		}
	case "schedule":
		v.State = portal.Scheduled
		return v, wrong
	case "return":
		v.State = portal.Returned
	case "reject":
		v.State = portal.Rejected
	}
	v.At, v.when.Problems = time.Time{}, nil
	return v, v.questions().Err()
}

// decide carries a reviewer's decision out.
func (o Office) decide(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	l := i18n.From(r.Context())
	said, err := readVerdict(r)
	if err == nil {
		c, err = o.Store.Decide(r.Context(), actor(r.Context()), c.ID, said.Verdict)
	}
	if portal.AsInvalid(err) != nil || errors.Is(err, portal.ErrConflict) {
		return o.reviewAgain(w, r, said, err)
	}
	if err == nil && c.State == portal.Applied {
		err = o.Store.TidyTasks(r.Context(), o.Now())
	}
	if err != nil {
		return err
	}
	done := string(c.State)
	if c.RestID != 0 {
		done = "part"
	}
	return respond.SeeOther(w, r, changeAt(l, c.ID)+"?saved="+done)
}

// reviewAgain shows the change as it stands now, with the decision as typed and what keeps it from being carried out.
func (o Office) reviewAgain(w http.ResponseWriter, r *http.Request, v *verdict, wrong error) error {
	c, err := o.asked(r)
	if err != nil {
		return err
	}
	status, d := http.StatusConflict, view.Decision{Problems: []view.Link{{Label: i18n.T(r.Context(), "review.moved_on")}}}
	if portal.AsInvalid(wrong) != nil {
		status = http.StatusUnprocessableEntity
	}
	answered(&d, r, v, wrong)
	return o.review(w, r, status, c, d)
}

// answered has a decision shown as it was typed, and what is wrong with it.
func answered(d *view.Decision, r *http.Request, v *verdict, wrong error) {
	d.Verdict, d.Picked = r.PostForm.Get("verdict"), append([]string{}, r.PostForm["field"]...)
	d.When, d.Note = v.when, v.note
	if invalid := portal.AsInvalid(wrong); invalid != nil {
		v.questions().Blame(wrong)
		d.Problems = problemLinks(i18n.From(r.Context()), invalid, d.When, d.Note)
	}
}

// undecided has a decision ask its questions, unless they were answered.
func undecided(d *view.Decision) {
	v := newVerdict()
	v.questions().Fill()
	d.When, d.Note = cmp.Or(d.When, v.when), cmp.Or(d.Note, v.note)
}

// problemLinks names problems, each with the way to its control where a question or a group of controls is to blame.
func problemLinks(l i18n.Lang, invalid *portal.Invalid, asked ...*form.Field) []view.Link {
	links := make([]view.Link, len(invalid.Problems))
	for i, p := range invalid.Problems {
		links[i] = view.Link{Label: l.T(p.Key, p.Args...)}
		if label := labelOf(p.Field); label != "" {
			links[i].Label = l.T(label) + ": " + links[i].Label
		}
		if slices.Contains([]string{"verdict", "fields"}, p.Field) {
			links[i].URL = "#" + form.InputID(p.Field)
		}
		if at := slices.IndexFunc(asked, func(q *form.Field) bool { return q.Owns(p.Field) }); at >= 0 {
			links[i].URL = "#" + asked[at].ID()
		}
	}
	return links
}

// labelOf is the key of the label of a column, empty where it has none.
func labelOf(column string) string {
	base := strings.TrimSuffix(strings.TrimSuffix(column, "_id"), "_en")
	for _, name := range []string{column, base} {
		if name != "note" && i18n.Has("field."+name) {
			return "field." + name
		}
	}
	return ""
}
