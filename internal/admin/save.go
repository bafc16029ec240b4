package admin

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// save reads a posted form into the change and keeps it as a draft, hands it in, or shows the form again with what is wrong.
func (d counter) save(w http.ResponseWriter, r *http.Request, c portal.Change) error {
	if err := d.parse(r); err != nil {
		return err
	}
	source, file, err := d.offers(r, &c)
	if err != nil {
		return err
	}
	answers, err := d.sheet(r.Context(), c.After)
	if err != nil {
		return err
	}
	typed, err := d.read(r, answers)
	if err != nil {
		return err
	}
	stored := c.After
	if c.After, err = d.records.Snapshot(answers.record, *answers.evidence); err != nil {
		return err
	}
	if answers, err = d.chosen(r, &c, stored, answers, typed); err != nil {
		return err
	}
	answers.source, answers.file = source, file
	if err := d.envelope(r, &c, answers.record); err != nil {
		return err
	}
	if r.PostForm.Get("do") == autosave {
		return d.autosave(w, r, c, unread(answers.form, &c, stored))
	}
	if !onlyShown(r) && (source.refused() || file.refused()) {
		return d.refuse(w, r, c, answers, nil)
	}
	if r.PostForm.Get(form.More) != "" || slices.Contains([]string{reopen, offerSource, offerFile}, r.PostForm.Get("do")) {
		return d.showForm(w, r, http.StatusOK, c, answers, nil, nil)
	}
	if typed != nil {
		return d.refuse(w, r, c, answers, d.ruled(c, answers))
	}
	if r.PostForm.Get("do") == preview {
		return d.showPreview(w, r, c, answers)
	}
	return d.keep(w, r, c, answers)
}

// offers takes what the post proposes beside the record: a source that it cites, and a file of it.
func (d counter) offers(r *http.Request, c *portal.Change) (*newSource, *newFile, error) {
	source, err := d.offered(r)
	if err != nil {
		return nil, nil, err
	}
	file, err := d.filed(r, c)
	return source, file, err
}

// chosen is the form with the other version's answers where those were chosen. A form that cannot be read yet takes the choices along.
func (d counter) chosen(r *http.Request, c *portal.Change, stored portal.Snapshot, answers sheet, typed error) (sheet, error) {
	if typed != nil {
		answers.carried = carried(r.PostForm)
		return answers, nil
	}
	some, err := d.chooseTheirs(r, c, stored)
	if err != nil || !some {
		return answers, err
	}
	return d.sheet(r.Context(), c.After)
}

// keep saves the change and leads on, or shows the form again with what stands in the way.
func (d counter) keep(w http.ResponseWriter, r *http.Request, c portal.Change, answers sheet) error {
	ctx := r.Context()
	again, err := d.second(r, c)
	if err != nil {
		return err
	}
	if again {
		return d.showForm(w, r, http.StatusConflict, c, answers, nil, nil)
	}
	err = d.office.Store.SaveChange(ctx, actor(ctx), &c)
	if used, ok := errors.AsType[*store.Used](err); ok {
		return d.showUsed(w, r, c, used.Earlier)
	}
	switch {
	case errors.Is(err, portal.ErrConflict):
		return d.conflicted(w, r, c)
	case portal.AsInvalid(err) != nil:
		return d.refuse(w, r, c, answers, err)
	case err != nil:
		return err
	}
	return respond.SeeOther(w, r, view.Admin(i18n.From(ctx), "changes", strconv.FormatInt(c.ID, 10))+"?saved="+string(c.State))
}

// refuse shows the form as typed with what is wrong.
func (d counter) refuse(w http.ResponseWriter, r *http.Request, c portal.Change, answers sheet, wrong error) error {
	return d.showForm(w, r, http.StatusUnprocessableEntity, c, answers, wrong, nil)
}

// read takes the answers from the post. Typed tells what in them cannot be understood.
func (d counter) read(r *http.Request, answers sheet) (typed, err error) {
	typed = answers.form.Read(r.PostForm)
	if d.receive == nil {
		return typed, nil
	}
	received := d.receive(r, answers.record)
	if received != nil && portal.AsInvalid(received) == nil {
		return nil, received
	}
	answers.form.Blame(received)
	return answers.form.Err(), nil
}

// inMemory is how many bytes of a post are held in memory before files are put on a disk.
const inMemory = 1 << 20

// parse reads the post, an upload included.
func (d counter) parse(r *http.Request) error {
	if d.uploads() {
		if err := r.ParseMultipartForm(inMemory); !errors.Is(err, http.ErrNotMultipart) {
			return err
		}
	}
	return r.ParseForm()
}

// envelope reads what the form carries beside the answers. The versions are those that the form was shown with, so that what
// was saved meanwhile is seen.
func (d counter) envelope(r *http.Request, c *portal.Change, record any) (err error) {
	named, err := d.records.Snapshot(record, portal.Evidence{})
	if err != nil {
		return err
	}
	c.Title, c.Reason, c.Key = d.nameIn(r.Context(), named), r.PostForm.Get("reason"), r.PostForm.Get("key")
	switch do := r.PostForm.Get("do"); {
	case do == "submit":
		c.State = portal.Submitted
	case do != autosave || !c.State.Editable():
		c.State = portal.Draft
	}
	if c.BaseVersion, err = posted(r, "base"); err != nil {
		return err
	}
	c.Revision, err = posted(r, "revision")
	return err
}

// posted reads a number that the form carries for itself.
func posted(r *http.Request, name string) (int64, error) {
	n, err := strconv.ParseInt(r.PostForm.Get(name), 10, 64)
	if err != nil {
		return 0, &portal.Invalid{Problems: []portal.Problem{{Key: "problem.form_broken"}}}
	}
	return n, nil
}

// ruled is what the rules say of a form that is to be handed in, beside what cannot be understood: an answer that was refused is not
// called missing, too.
func (d counter) ruled(c portal.Change, answers sheet) error {
	if c.State != portal.Submitted {
		return nil
	}
	p := c.CheckReason()
	if invalid := portal.AsInvalid(d.records.Check(answers.record)); invalid != nil {
		p = append(p, invalid.Problems...)
	}
	p = slices.DeleteFunc(p, func(one portal.Problem) bool {
		return slices.ContainsFunc(answers.form, func(f *form.Field) bool { return len(f.Problems) > 0 && f.Owns(one.Field) })
	})
	return p.Err()
}
