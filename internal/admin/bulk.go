package admin

import (
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// ofOne are the questions whose answer is one record's alone: what it is called, where it is found, what it says and what came of it.
var ofOne = []string{
	"slug", "code", "title", "name", "native_name", "native_text", "indicator", "words", "number", "result", "outcome", "is_home",
	"url", "archive_url", "wikidata_id", "address", "lat", "lon", "label_dx", "label_dy",
}

// bulkFields are the questions that can be answered for many records at once: not what is one record's alone, files and lists of rows.
func (d counter) bulkFields() form.Form {
	return slices.DeleteFunc(d.blank(), func(f *form.Field) bool {
		return f.Look == form.Rows || f.Look == form.File || slices.Contains(ofOne, f.Name)
	})
}

// question is the one question of a bulk change over a record; none where the name is none of the desk's.
func (d counter) question(s portal.Snapshot, choices choices, name string) (sheet, error) {
	answers, err := d.over(s, choices)
	if slices.ContainsFunc(d.bulkFields(), func(f *form.Field) bool { return f.Name == name }) {
		answers.form = slices.DeleteFunc(answers.form, func(f *form.Field) bool { return f.Name != name })
	} else {
		answers.form = nil
	}
	return answers, err
}

// showBulk shows the form of a bulk change as far as it is known what to do.
func (d counter) showBulk(w http.ResponseWriter, r *http.Request, status int, v url.Values, reason string, wrong error) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	ids := picked(v)
	titles, err := d.office.Store.Titles(ctx, l, d.kind(), ids)
	if err != nil {
		return err
	}
	choices, err := d.office.choices(ctx)
	if err != nil {
		return err
	}
	answers, err := d.question(portal.Snapshot{}, choices, v.Get("field"))
	if err != nil {
		return err
	}
	page := view.BulkPage{Records: slices.Sorted(maps.Values(titles)), Action: view.Admin(l, d.route, "bulk")}
	hidden := []view.Hidden{{Name: "do", Value: v.Get("do")}, {Name: "field", Value: v.Get("field")}}
	for _, id := range ids {
		hidden = append(hidden, view.Hidden{Name: "record", Value: strconv.FormatInt(id, 10)})
	}
	retiring := v.Get("do") == "retire"
	if len(answers.form) == 0 && !retiring {
		page.Picked = d.pickedAgain(v)
		for _, f := range d.bulkFields() {
			page.Fields = append(page.Fields, view.Hidden{Name: l.T(f.Label), Value: f.Name})
		}
	} else {
		if status != http.StatusOK && !retiring {
			_ = answers.form.Read(v) // keeps what was typed; what is wrong with it is told below
		}
		if retiring {
			answers.form = nil
		}
		questions := append(answers.form, reasonForm(&reason)...)
		page.Form = &view.FormPage{
			Action: page.Action, Form: questions, Rest: questions.Blame(wrong), Hidden: hidden, Sources: answers.sources,
			Submit: []view.Choice{{Label: l.T("bulk.preview"), Name: "step", Value: "preview"}},
			Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, d.route)},
		}
	}
	title := l.T("bulk.title", len(titles))
	if retiring {
		title = l.T("bulk.retire_title", len(titles))
	}
	return d.office.page(w, r, status, d.route, d.bulkHead(l, title), view.BulkView(page))
}

func (d counter) bulkHead(l i18n.Lang, title string) view.AdminPage {
	kinds := l.T("kinds." + string(d.kind()))
	return view.AdminPage{Title: title, Lead: l.T("bulk.lead"), Crumbs: []view.Crumb{{Label: kinds, URL: view.Admin(l, d.route)}, {Label: title}}}
}

// bulk shows what the change would do to each record, and hands it in as one set once that has been seen.
func (d counter) bulk(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return err
	}
	if r.PostForm.Get("do") == assigningPicked {
		return d.assignPicked(w, r)
	}
	ctx, cancel := patient(r)
	defer cancel()
	v := r.PostForm
	reason := strings.TrimSpace(v.Get("reason"))
	choices, err := d.office.choices(ctx)
	if err != nil {
		return err
	}
	changes, typed := d.bulkChanges(ctx, v, choices)
	if typed != nil && portal.AsInvalid(typed) == nil {
		return typed
	}
	wrong := portal.AsInvalid(typed)
	if b := (portal.Batch{Origin: portal.BatchBulk, Reason: reason}); wrong == nil {
		wrong = portal.AsInvalid(b.Check())
	}
	if wrong != nil {
		return d.showBulk(w, r, http.StatusUnprocessableEntity, v, reason, wrong)
	}
	why, err := d.office.Store.Rehearse(ctx, changes, reason)
	if err != nil {
		return err
	}
	if v.Get("step") != "submit" {
		return d.previewBulk(w, r, changes, why, choices)
	}
	b := portal.Batch{Origin: portal.BatchBulk, Reason: reason, Key: v.Get("key"), LeftOut: len(why)}
	var fit []portal.Change
	for i, c := range changes {
		if why[i] == nil {
			fit = append(fit, c)
		}
	}
	err = portal.ErrConflict // what was published meanwhile leaves nothing to do, which the preview tells
	if len(fit) > 0 {
		err = d.office.Store.AddBatch(ctx, actor(ctx), &b, fit)
	}
	if _, unfit := errors.AsType[*store.Unfit](err); unfit || errors.Is(err, portal.ErrConflict) {
		return d.previewBulk(w, r, changes, why, choices)
	} else if err != nil {
		return err
	}
	return batchSaid(w, r, b.ID, "submitted")
}

// bulkChanges are the changes that a post asks for, one for each record that is still public.
func (d counter) bulkChanges(ctx context.Context, v url.Values, choices choices) (changes []portal.Change, err error) {
	ids := picked(v)
	if len(ids) > mostPicked {
		return nil, &portal.Invalid{Problems: []portal.Problem{{Key: "problem.too_many_picked", Args: []any{mostPicked}}}}
	}
	lives, err := d.office.Store.Lives(ctx, d.kind(), ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		live, public := lives[id]
		if !public {
			continue
		}
		c := portal.Change{
			Kind: d.kind(), RecordID: id, BaseVersion: live.Version, Op: portal.OpRetire, Title: d.nameIn(ctx, live.Snapshot), Before: live.Snapshot,
		}
		if v.Get("do") != "retire" {
			answers, err := d.question(live.Snapshot, choices, v.Get("field"))
			if err == nil && len(answers.form) == 0 {
				err = &portal.Invalid{Problems: []portal.Problem{{Key: "problem.form_broken"}}}
			}
			if err == nil {
				err = answers.form.Read(v)
			}
			if err != nil {
				return nil, err
			}
			if c.After, err = d.records.Snapshot(answers.record, *answers.evidence); err != nil {
				return nil, err
			}
			c.Op = portal.OpSave
		}
		changes = append(changes, c)
	}
	if len(changes) == 0 {
		return nil, &portal.Invalid{Problems: []portal.Problem{{Key: "problem.form_broken"}}}
	}
	return changes, nil
}

// previewBulk shows record by record what would become of it, or why it stays as it is.
func (d counter) previewBulk(w http.ResponseWriter, r *http.Request, changes []portal.Change, why map[int]error, choices choices) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	table := view.Table{Caption: l.T("bulk.preview"), Columns: []view.Column{{Label: l.T("bulk.record")}, {Label: l.T("diff.now")}, {Label: l.T("diff.new")}}}
	for i, c := range changes {
		was, new, err := d.bulkWords(l, c, r.PostForm.Get("field"), choices)
		if err != nil {
			return err
		}
		if why[i] != nil {
			new = l.T("bulk.stays", reasonOf(l, why[i]))
		}
		table.Rows = append(table.Rows, view.Row{Cells: []view.Component{
			view.Text(view.Cited{Text: c.Title}), view.Text(view.Cited{Text: was}), view.Text(view.Cited{Text: new}),
		}})
	}
	page := &view.FormPage{
		Action: view.Admin(l, d.route, "bulk"), Submit: []view.Choice{{Label: l.T("bulk.submit"), Name: "step", Value: "submit"}},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, d.route)}, Hidden: []view.Hidden{{Name: "key", Value: rand.Text()}},
	}
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		for _, value := range r.PostForm[name] {
			if name != "step" && name != "key" {
				page.Hidden = append(page.Hidden, view.Hidden{Name: name, Value: value})
			}
		}
	}
	shown := view.BulkPage{Table: &table, Form: page}
	if len(why) == len(changes) {
		shown.Form, shown.Notice = nil, l.T("bulk.nothing")
	}
	return d.office.page(w, r, http.StatusOK, d.route, d.bulkHead(l, l.T("bulk.preview_title", len(changes)-len(why))), view.BulkView(shown))
}

// bulkWords are what a field says now and what it would say.
func (d counter) bulkWords(l i18n.Lang, c portal.Change, field string, choices choices) (was, new string, err error) {
	if c.Op == portal.OpRetire {
		return l.T("bulk.public"), l.T("bulk.retired"), nil
	}
	var words [2]string
	for i, s := range []portal.Snapshot{c.Before, c.After} {
		answers, err := d.question(s, choices, field)
		if err != nil {
			return "", "", err
		}
		words[i] = strings.Join(answers.form[0].Show(l), " / ")
		if words[i] == "" {
			words[i] = l.T("diff.empty")
		}
	}
	return words[0], words[1], nil
}

// reasonOf says what keeps a change from being handed in.
func reasonOf(l i18n.Lang, err error) string {
	invalid := portal.AsInvalid(err)
	if invalid == nil {
		return l.T("problem.moved_on")
	}
	return problemLinks(l, invalid)[0].Label
}
