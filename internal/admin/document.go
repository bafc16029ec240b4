package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func documentDesk(o Office) desk[portal.Document] {
	return desk[portal.Document]{
		office: o, records: o.Store.Documents, route: "documents",
		questions: documentForm,
		called:    func(ctx context.Context, d portal.Document) string { return d.Title.In(i18n.From(ctx)) },
		list: func(ctx context.Context, documents []portal.Document) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"title", "language", "size"}}
			for _, d := range documents {
				rows.add(d.Title.In(l), d.Language, fileSize(l, d.Size))
			}
			return rows, nil
		},
		receive: o.receiveFile, written: writtenDocument,
	}
}

// documentForm asks for no evidence: a document is evidence itself.
func documentForm(d *portal.Document, c choices) form.Form {
	return form.Form{
		form.Both("title", &d.Title).Own().Under("section.document"),
		form.Upload("file", func(l i18n.Lang) []string { return fileShown(l, *d) }).Filling("hash", "media_type", "size").Own(),
		form.Text("language", &d.Language).Own(),
		aboutField(d, c),
		form.BothLong("alt_text", &d.AltText).Own(),
	}
}

// aboutField asks which record the document belongs to.
func aboutField(d *portal.Document, c choices) *form.Field {
	f := form.Pick("about",
		func() string { return aboutValue(d.AboutKind, d.AboutID) },
		func(s string) bool {
			kind, id, _ := strings.Cut(s, ":")
			n, err := strconv.ParseInt(id, 10, 64)
			d.AboutKind, d.AboutID = portal.Kind(kind), n
			return err == nil && n > 0
		})
	f.Options = append([]form.Option{{Key: "choice.none"}}, c.papers...)
	return f.Filling("about_kind").Own()
}

func aboutValue(kind portal.Kind, id int64) string {
	if id == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d", kind, id)
}

// papers are the records to which a document may belong.
func papers(l i18n.Lang, kind portal.Kind, records []store.Option) []form.Option {
	list := make([]form.Option, len(records))
	for i, r := range records {
		list[i] = form.Option{Value: aboutValue(kind, r.ID), Text: l.T("kind."+string(kind)) + ": " + r.Title}
	}
	return list
}

// receiveFile keeps an uploaded file and notes it in the document. A draft may wait for its file.
func (o Office) receiveFile(r *http.Request, d *portal.Document) error {
	file, _, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	kept, err := o.Files.Keep(r.Context(), file)
	if err != nil {
		return err
	}
	d.Hash, d.MediaType, d.Size = kept.Hash, kept.MediaType, kept.Size
	return nil
}

func fileShown(l i18n.Lang, d portal.Document) []string {
	if d.Hash == "" {
		return nil
	}
	return []string{fmt.Sprintf("%s, %s, SHA-256 %s", d.MediaType, fileSize(l, d.Size), d.Hash)}
}

// fileSize writes a size in kilobytes, as people compare files.
func fileSize(l i18n.Lang, bytes int64) string { return l.Number((bytes+1023)/1024) + " KB" }
