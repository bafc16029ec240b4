package admin

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Within the form of a record stands a small one for a file that belongs to it.
const (
	offerFile   = "new_file" // the word by which a form asks to have it
	fileAddress = "new_file."
)

// newFile is the small form for a file, which becomes a document of the record.
type newFile struct {
	offering
	document portal.Document
}

// newFileForm asks all that a document needs; to which record it belongs is clear.
func newFileForm() *newFile {
	f := &newFile{document: portal.Document{Language: string(i18n.ID)}}
	d := &f.document
	f.form = form.Form{
		form.Upload("file", func(l i18n.Lang) []string { return fileShown(l, *d) }).Keeping(&d.Hash).AtDesk(),
		form.Both("title", &d.Title),
		form.Text("language", &d.Language),
		form.BothLong("alt_text", &d.AltText),
	}.At(fileAddress).Fill()
	return f
}

// attaches tells whether files belong to records of the desk.
func (d counter) attaches() bool { return slices.Contains(portal.DocumentKinds, d.kind()) }

// uploads tells whether the form of the desk carries files.
func (d counter) uploads() bool { return d.receive != nil || d.attaches() }

// fileBegun tells whether a post says anything of a new file.
func fileBegun(r *http.Request) bool {
	for _, name := range []string{"file_kept", "title_id", "title_en", "alt_text_id", "alt_text_en"} {
		if r.PostForm.Get(fileAddress+name) != "" {
			return true
		}
	}
	return r.PostForm.Get(fileLost) != "" || r.MultipartForm != nil && len(r.MultipartForm.File[fileAddress+"file"]) > 0
}

// filed is the small form after a post to the desk. The file is kept in any case, so that nobody has to choose it twice; it is handed in
// before the record, which has its number from then on.
func (d counter) filed(r *http.Request, c *portal.Change) (asked *newFile, err error) {
	asked = newFileForm()
	if !d.attaches() {
		return asked, nil
	}
	if c.RecordID == 0 {
		ctx := r.Context()
		if c.RecordID, err = d.office.Store.Reserved(ctx, actor(ctx), d.kind(), r.PostForm.Get("key")); err != nil {
			return nil, err
		}
	}
	if r.PostForm.Get("do") != offerFile && !fileBegun(r) {
		return asked, nil
	}
	asked.open = true
	wrong := asked.form.Read(r.PostForm)
	if r.PostForm.Get("do") == autosave {
		return asked, nil
	}
	kept, err := d.office.keptFile(r, fileAddress+"file", asked.document.Hash)
	if err != nil && portal.AsInvalid(err) == nil {
		return nil, err
	}
	asked.document.Hash, asked.document.MediaType, asked.document.Size = kept.Hash, kept.MediaType, kept.Size
	asked.form.Blame(inForm(fileAddress, err))
	if onlyShown(r) || wrong != nil || err != nil {
		return asked, nil
	}
	return d.office.fileFrom(r, asked, c)
}

// fileFrom proposes the file of a post as a document of the record, and returns the form for the next one, or the same with what is wrong.
func (o Office) fileFrom(r *http.Request, asked *newFile, of *portal.Change) (next *newFile, err error) {
	ctx := r.Context()
	l, key := i18n.From(ctx), r.PostForm.Get("key")
	d := &asked.document
	d.AboutKind, d.AboutID = of.Kind, of.RecordID
	wrong := o.Store.Documents.Check(*d)
	if d.AboutID == 0 {
		wrong = withoutAbout(wrong)
	}
	if wrong == nil && d.AboutID == 0 {
		if d.AboutID, err = o.Store.Reserve(ctx, actor(ctx), of.Kind, key); err != nil {
			return nil, err
		}
		of.RecordID = d.AboutID
	}
	if wrong == nil {
		wrong = o.proposeFile(ctx, *d, key)
	}
	switch {
	case portal.AsInvalid(wrong) != nil:
		asked.form.Blame(inForm(fileAddress, wrong))
		return asked, nil
	case wrong != nil:
		return nil, wrong
	}
	next = newFileForm()
	next.open, next.said = true, l.T("document.offer_done", d.Title.In(l))
	return next, nil
}

// withoutAbout are the problems of a document without the one that its record has no number yet.
func withoutAbout(wrong error) error {
	invalid := portal.AsInvalid(wrong)
	if invalid == nil {
		return wrong
	}
	var p portal.Problems = slices.DeleteFunc(slices.Clone(invalid.Problems), func(one portal.Problem) bool { return one.Field == "about" })
	return p.Err()
}

// proposeFile hands in a document within a form. A second post of the same changes nothing.
func (o Office) proposeFile(ctx context.Context, d portal.Document, form string) error {
	after, err := o.Store.Documents.Snapshot(d, portal.Evidence{})
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	err = o.Store.SaveChange(ctx, actor(ctx), &portal.Change{
		Kind: portal.KindDocument, Op: portal.OpSave, State: portal.Submitted, Title: d.Title.In(l), After: after, Within: form,
		Reason: l.T("document.offer_reason", l.T("kind."+string(d.AboutKind))), Key: form + fileAddress + d.Hash,
	})
	if _, used := errors.AsType[*store.Used](err); used {
		return &portal.Invalid{Problems: []portal.Problem{{Field: "file", Key: "problem.file_twice"}}}
	}
	return err
}

// fileAside is the small form as the page has it, with the files that the form has already.
func (o Office) fileAside(ctx context.Context, f *newFile, c portal.Change) (view.OfferAside, error) {
	l := i18n.From(ctx)
	had, err := o.filesWithin(ctx, c)
	hint := l.T("document.offer_hint")
	if c.BaseVersion == 0 {
		hint = l.T("document.offer_hint_new")
	}
	return view.OfferAside{
		Title: l.T("document.offer"), Hint: hint,
		Form: f.form, Said: f.said, Open: f.open, Had: had, HadLead: l.T("document.offer_had"),
		Send: view.Choice{Label: l.T("document.offer_send"), Name: "do", Value: offerFile},
	}, err
}
