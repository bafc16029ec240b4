package admin

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// fromLetter is the letter that a form was opened from, as its address or its post says; the zero letter where it was not.
func (o Office) fromLetter(r *http.Request) (portal.Letter, error) {
	written := r.FormValue("letter")
	if written == "" {
		return portal.Letter{}, nil
	}
	id, err := strconv.ParseInt(written, 10, 64)
	if err != nil {
		return portal.Letter{}, portal.ErrNotFound
	}
	return o.Store.Letter(r.Context(), id)
}

// because is the reason that a change begins with which is made from a letter. It names the letter by its number: whoever knows its
// code could read it.
func because(l i18n.Lang, one portal.Letter) string {
	if one.ID == 0 {
		return ""
	}
	return l.T("letters.reason."+string(one.Kind), one.ID)
}

// withLetter puts the letter that a change is made from beside its form.
func (o Office) withLetter(ctx context.Context, id int64, form view.Component) (view.Component, error) {
	if id == 0 {
		return form, nil
	}
	one, err := o.Store.Letter(ctx, id)
	if err != nil {
		return nil, err
	}
	about := store.Named{Kind: one.AboutKind, ID: one.AboutID}
	shown, err := o.Store.PagesOf(ctx, []store.Named{about})
	if err != nil {
		return nil, err
	}
	return view.Beside(view.LetterNote(letterCard(i18n.From(ctx), one, shown[about])), form), nil
}

// letterWays are the forms by which a change can be made from the letter: of the record that it is about or of one that is searched
// for, of a new program, of a document with the file that came.
func (o Office) letterWays(r *http.Request, one portal.Letter, shown store.ShownUse, p *view.LetterDesk) error {
	if one.State == portal.LetterDeclined || one.State == portal.LetterSpam {
		return nil
	}
	l := i18n.From(r.Context())
	q := "?" + url.Values{"letter": {strconv.FormatInt(one.ID, 10)}}.Encode()
	if d, err := o.deskOf(one.AboutKind); err == nil && shown.RecordID != 0 {
		p.Ways = append(p.Ways, view.Link{
			Label: l.T("letters.edit_record", letterAbout(l, one, shown)), URL: view.Admin(l, d.path(), strconv.FormatInt(one.AboutID, 10)) + q,
		})
	}
	if one.Kind == portal.Idea {
		p.Ways = append(p.Ways, view.Link{Label: l.T("letters.new_program"), URL: view.Admin(l, "programs", "new") + q})
	}
	if one.File.Hash != "" {
		p.Ways = append(p.Ways, view.Link{Label: l.T("letters.new_document"), URL: view.Admin(l, "documents", "new") + q})
	}
	p.Propose, p.Find = true, r.URL.Query().Get("q")
	if p.Find == "" {
		return nil
	}
	found, err := o.Store.Search(r.Context(), store.Search{Lang: l, Words: p.Find, Number: 1, Size: 10})
	if err != nil {
		return err
	}
	for _, h := range found.Hits {
		if d, err := o.deskOf(h.Kind); err == nil {
			title := ""
			for _, piece := range h.Title {
				title += piece.Text
			}
			p.Found = append(p.Found, view.Link{
				Label: l.T("choice.kind."+string(h.Kind)) + ": " + title, URL: view.Admin(l, d.path(), strconv.FormatInt(h.ID, 10)) + q,
			})
		}
	}
	return nil
}

// writtenDocument begins a document with the file that came with a letter, of the record that the letter is about.
func writtenDocument(one portal.Letter, d *portal.Document) {
	d.Hash, d.MediaType, d.Size = one.File.Hash, one.File.MediaType, one.File.Size
	if slices.Contains(portal.DocumentKinds, one.AboutKind) {
		d.AboutKind, d.AboutID = one.AboutKind, one.AboutID
	}
}

// writtenProgram begins a program with the name of an idea, in the language in which it was written.
func writtenProgram(one portal.Letter, p *portal.Program) {
	if one.AboutKind == portal.KindCity {
		p.CityID = one.AboutID
	}
	if one.Lang == i18n.EN {
		p.Title.EN = one.Title
	} else {
		p.Title.ID = one.Title
	}
}
