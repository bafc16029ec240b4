package admin

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// newRecord shows an empty form.
func (d counter) newRecord(w http.ResponseWriter, r *http.Request) error {
	c, err := d.start(r, r.URL.Query())
	if err != nil {
		return err
	}
	c.Key = rand.Text()
	return d.edit(w, r, c)
}

// start is the change of a record that does not exist yet, with what a link or a letter says of it.
func (d counter) start(r *http.Request, q url.Values) (portal.Change, error) {
	letter, err := d.office.fromLetter(r)
	if err != nil {
		return portal.Change{}, err
	}
	record := d.empty()
	if d.fresh != nil {
		record = d.fresh(q)
	}
	if q.Has(copyOf) {
		if record, err = d.copied(r.Context(), q); err != nil {
			return portal.Change{}, err
		}
	}
	if d.written != nil && letter.ID != 0 {
		d.written(letter, record)
	}
	after, err := d.records.Snapshot(record, portal.Evidence{})
	return portal.Change{
		Kind: d.kind(), Op: portal.OpSave, After: after, LetterID: letter.ID, Reason: because(i18n.From(r.Context()), letter),
	}, err
}

func (d counter) saveNew(w http.ResponseWriter, r *http.Request) error {
	if err := d.parse(r); err != nil {
		return err
	}
	c, err := d.start(r, url.Values{})
	if err != nil {
		return err
	}
	return d.save(w, r, c)
}

// editRecord shows the form over what is public now.
func (d counter) editRecord(w http.ResponseWriter, r *http.Request) error {
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	c.Key = rand.Text()
	return d.edit(w, r, c)
}

func (d counter) saveRecord(w http.ResponseWriter, r *http.Request) error {
	c, err := d.onLive(r)
	if err != nil {
		return err
	}
	return d.save(w, r, c)
}

// onLive is a change of the record in the address that changes nothing yet.
func (d counter) onLive(r *http.Request) (portal.Change, error) {
	id, err := number(r)
	if err != nil {
		return portal.Change{}, err
	}
	live, version, err := d.office.Store.Live(r.Context(), d.kind(), id)
	if err != nil {
		return portal.Change{}, err
	}
	if version == 0 {
		return portal.Change{}, portal.ErrNotFound
	}
	letter, err := d.office.fromLetter(r)
	return portal.Change{
		Kind: d.kind(), RecordID: id, BaseVersion: version, Op: portal.OpSave, Before: live, After: live,
		LetterID: letter.ID, Reason: because(i18n.From(r.Context()), letter),
	}, err
}

// edit shows the form over what a change proposes, caught up with what has been published since it was begun.
func (d counter) edit(w http.ResponseWriter, r *http.Request, c portal.Change) error {
	conflict, err := d.catchUp(r.Context(), &c, c.Before)
	if err != nil {
		return err
	}
	form, err := d.sheet(r.Context(), c.After)
	if err != nil {
		return err
	}
	return d.showForm(w, r, http.StatusOK, c, form, nil, conflict)
}

// showForm shows the form of a change, with what is wrong with the answers and what somebody else saved meanwhile.
func (d counter) showForm(
	w http.ResponseWriter, r *http.Request, status int,
	c portal.Change, answers sheet, wrong error, conflict *view.Conflict,
) error {
	ctx := r.Context()
	l := i18n.From(ctx)
	questions := append(answers.form, reasonForm(&c.Reason)...)
	if err := d.office.markOutpaced(ctx, c, questions); err != nil {
		return err
	}
	draft := view.Choice{Label: l.T("form.draft"), Name: "do", Value: "draft", Look: view.LookGhost}
	page := view.FormPage{
		Action: d.address(l, c), Enter: draft, Form: questions, Rest: questions.Blame(wrong), Sources: answers.sources, Conflict: conflict, Upload: d.uploads(),
		Links: d.around(ctx, c), Autosave: conflict == nil, Unsaved: r.Method == http.MethodPost, Sticky: true,
		Hidden: []view.Hidden{
			{Name: "base", Value: strconv.FormatInt(c.BaseVersion, 10)},
			{Name: "revision", Value: strconv.FormatInt(c.Revision, 10)},
			{Name: "key", Value: c.Key},
		},
		Submit: []view.Choice{
			{Label: l.T("form.submit"), Name: "do", Value: "submit"},
			draft,
		},
		Cancel: view.Link{Label: l.T("form.cancel"), URL: view.Admin(l, d.route)},
	}
	if err := d.aside(ctx, &page, c); err != nil {
		return err
	}
	beside, err := d.formAside(r, c, answers.form)
	if err != nil {
		return err
	}
	page.Aside = beside
	if d.cites() {
		page.Offers = append(page.Offers, answers.source.shown(l))
	}
	if d.attaches() {
		file, err := d.office.fileAside(ctx, answers.file, c)
		if err != nil {
			return err
		}
		page.Offers = append(page.Offers, file)
	}
	page.Hidden = append(page.Hidden, answers.carried...)
	if conflict != nil {
		page.Hidden = append(page.Hidden, view.Hidden{Name: against, Value: conflict.Against})
	}
	if c.LetterID != 0 {
		page.Hidden = append(page.Hidden, letterHidden(c))
	}
	if d.previewable() {
		page.Preview = &view.Choice{Label: l.T("form.preview"), Name: "do", Value: preview, Look: view.LookGhost}
	}
	files, err := d.office.filesIn(ctx, questions)
	if err != nil {
		return err
	}
	page.Files = files
	body, err := d.office.withLetter(ctx, c.LetterID, view.FormView(page))
	if err != nil {
		return err
	}
	return d.office.page(w, r, status, d.route, d.head(ctx, c), body)
}

// besideDraft is the input by which a form says that its author wants a second draft of a record.
const besideDraft = "second_draft"

// aside adds what stands beside the form of a record: its marks, and the draft that its author has of it already.
func (d counter) aside(ctx context.Context, page *view.FormPage, c portal.Change) error {
	of := recordOf(c)
	if of.ID == 0 {
		return nil
	}
	marks, err := d.office.marks(ctx, []store.Named{of})
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	page.Marks = recordMarks(l, of.ID, marks[of])
	if c.ID != 0 {
		return nil
	}
	id, err := d.office.Store.OwnDraft(ctx, actor(ctx).ID, of, c.Key)
	if id != 0 {
		page.Draft = view.Link{Label: l.T("draft.go_on"), URL: changeAt(l, id, "edit")}
		page.Autosave = false // which would make the second draft unasked
		page.Hidden = append(page.Hidden, view.Hidden{Name: besideDraft, Value: "1"})
	}
	return err
}

// second tells whether a post would make another draft of a record of which its author has one, unasked.
func (d counter) second(r *http.Request, c portal.Change) (bool, error) {
	if c.ID != 0 || c.RecordID == 0 || c.State != portal.Draft || r.PostForm.Get(besideDraft) != "" {
		return false, nil
	}
	id, err := d.office.Store.OwnDraft(r.Context(), actor(r.Context()).ID, recordOf(c), c.Key)
	return id != 0, err
}

// letterHidden lets a form remember the letter that it was opened from.
func letterHidden(c portal.Change) view.Hidden {
	return view.Hidden{Name: "letter", Value: strconv.FormatInt(c.LetterID, 10)}
}

// address is where the form of a change is sent: to its draft, to its record, or to the desk for a new record.
func (d counter) address(l i18n.Lang, c portal.Change) string {
	switch {
	case c.ID != 0:
		return view.Admin(l, "changes", strconv.FormatInt(c.ID, 10), "edit")
	case c.RecordID != 0 && c.BaseVersion != 0:
		return view.Admin(l, d.route, strconv.FormatInt(c.RecordID, 10))
	}
	return view.Admin(l, d.route, "new")
}

// around are the ways from the form of a public record to its other pages.
func (d counter) around(ctx context.Context, c portal.Change) (links []view.Link) {
	if c.RecordID == 0 || c.BaseVersion == 0 && c.UndoOf == 0 {
		return nil
	}
	l := i18n.From(ctx)
	id := strconv.FormatInt(c.RecordID, 10)
	record, err := d.records.Record(c.Before)
	if err == nil && d.public != nil && d.public(ctx, record) != "" {
		links = append(links, view.Link{Label: l.T("desk.public"), URL: d.public(ctx, record)})
	}
	if err == nil && d.beside != nil {
		if beside := d.beside(ctx, c.RecordID, record); beside.URL != "" {
			links = append(links, beside)
		}
	}
	if slices.Contains(portal.DocumentKinds, d.kind()) {
		about := url.Values{aboutAsked: {aboutValue(d.kind(), c.RecordID)}}
		links = append(links, view.Link{Label: l.T("document.add"), URL: view.Admin(l, "documents", "new") + "?" + about.Encode()})
	}
	if d.copyable() {
		links = append(links, view.Link{Label: l.T("desk.copy"), URL: view.Admin(l, d.route, "new") + copyQuery(c.RecordID)})
	}
	retire := view.Link{Label: l.T("desk.retire"), URL: view.Admin(l, d.route, id, "retire")}
	if c.LetterID != 0 {
		retire.URL += "?" + url.Values{"letter": {strconv.FormatInt(c.LetterID, 10)}}.Encode()
	}
	return append(links, view.Link{Label: l.T("desk.history"), URL: view.Admin(l, d.route, id, "history")}, retire)
}

// head is the title above the form of a change.
func (d counter) head(ctx context.Context, c portal.Change) view.AdminPage {
	l := i18n.From(ctx)
	kinds, kind := l.T("kinds."+string(d.kind())), l.T("kind."+string(d.kind()))
	title := capital(l.T("desk.new_title", kind))
	if c.Revives() {
		title = l.T("desk.revive_title", kind, c.Called(l))
	}
	if name := d.nameIn(ctx, c.Before); name != "" {
		title = l.T("desk.edit_title", kind, name)
	}
	lead := l.T("desk.lead")
	switch {
	case c.State == portal.Returned && c.Note != "":
		lead = l.T("review.noted", c.Reviewer, c.Note)
	case c.UndoOf != 0:
		lead = l.T("restore.lead", c.Reason)
	}
	return view.AdminPage{
		Title: title, Lead: lead,
		Crumbs: []view.Crumb{{Label: kinds, URL: view.Admin(l, d.route)}, {Label: title}},
	}
}

// nameIn is how the record of a snapshot is called, empty where there is none.
func (d counter) nameIn(ctx context.Context, s portal.Snapshot) string {
	return s.Called(d.kind(), i18n.From(ctx))
}

// reasonForm asks why a change is made; it stands at the end of every form.
func reasonForm(reason *string) form.Form {
	return form.Form{form.Text("reason", reason)}.Fill()
}
