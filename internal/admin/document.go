package admin

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
)

func documentDesk(o Office) desk[portal.Document] {
	return desk[portal.Document]{
		office: o, records: o.Store.Documents, route: "documents",
		questions: documentForm,
		list: func(ctx context.Context, documents []portal.Document) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"title", "language", "size"}}
			for _, d := range documents {
				rows.add(d.Title.In(l), d.Language, fileSize(l, d.Size))
			}
			return rows, nil
		},
		fresh:   newDocument,
		receive: o.receiveFile, written: writtenDocument,
	}
}

// aboutAsked names the record of a new document in an address, as the question does.
const aboutAsked = "about"

// newDocument belongs to the record from whose form it was begun.
func newDocument(q url.Values) (d portal.Document) {
	if kind, id, ok := readAbout(q.Get(aboutAsked)); ok && slices.Contains(portal.DocumentKinds, kind) {
		d.AboutKind, d.AboutID = kind, id
	}
	return d
}

// documentForm asks for no evidence: a document is evidence itself.
func documentForm(d *portal.Document, c choices) form.Form {
	return form.Form{
		form.Both("title", &d.Title).Own().Under("section.document"),
		form.Upload("file", func(l i18n.Lang) []string { return fileShown(l, *d) }).Keeping(&d.Hash).AtDesk().
			Filling("hash", "media_type", "size").Own(),
		form.Text("language", &d.Language).Own(),
		aboutField(d, c),
		form.BothLong("alt_text", &d.AltText).Own(),
	}
}

// aboutField asks which record the document belongs to.
func aboutField(d *portal.Document, c choices) *form.Field {
	f := form.Pick(aboutAsked,
		func() string { return aboutValue(d.AboutKind, d.AboutID) },
		func(s string) (ok bool) {
			d.AboutKind, d.AboutID, ok = readAbout(s)
			return ok || s == "" // a draft may wait for its record
		})
	f.Options = append([]form.Option{{Key: "choice.none"}}, c.papers...)
	if now := aboutValue(d.AboutKind, d.AboutID); now != "" && !slices.ContainsFunc(f.Options, func(o form.Option) bool { return o.Value == now }) {
		f.Options = append(f.Options, form.Option{Value: now, Key: "document.about_other"}) // a record that is not public stays chosen
	}
	return f.Filling("about_kind").Own()
}

func aboutValue(kind portal.Kind, id int64) string {
	if id == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d", kind, id)
}

// readAbout is the way back from aboutValue.
func readAbout(s string) (kind portal.Kind, id int64, ok bool) {
	word, digits, _ := strings.Cut(s, ":")
	id, err := strconv.ParseInt(digits, 10, 64)
	return portal.Kind(word), id, err == nil && id > 0
}

// papers are the records to which a document may belong.
func papers(l i18n.Lang, kind portal.Kind, records []store.Option) []form.Option {
	list := make([]form.Option, len(records))
	for i, r := range records {
		list[i] = form.Option{Value: aboutValue(kind, r.ID), Text: l.T("kind."+string(kind)) + ": " + r.Title}
	}
	return list
}

// receiveFile keeps an uploaded file and notes it in the document; without one, it is what the form remembers of an earlier try. A
// draft may wait for its file.
func (o Office) receiveFile(r *http.Request, d *portal.Document) error {
	kept, err := o.keptFile(r, "file", d.Hash)
	if err != nil {
		return err
	}
	d.Hash, d.MediaType, d.Size = kept.Hash, kept.MediaType, kept.Size
	return nil
}

func (o Office) keptFile(r *http.Request, name, remembered string) (portal.File, error) {
	file, _, err := r.FormFile(name)
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		if r.PostForm.Get(fileLost) != "" {
			return portal.File{}, errFileAgain()
		}
		return o.rememberedFile(r.Context(), remembered)
	}
	if err != nil {
		return portal.File{}, err
	}
	defer file.Close()
	return o.stage(r.Context(), file)
}

// stage keeps a file in the name of whoever sends it, before anything names it.
func (o Office) stage(ctx context.Context, file io.Reader) (portal.File, error) {
	return o.Files.KeepNoted(ctx, file, func(f portal.File) error { return o.Store.NoteFileOf(ctx, actor(ctx).ID, f) })
}

// stagedFile tells the script of a form what has become of a file that was sent ahead of it.
type stagedFile struct {
	Hash string `json:"hash,omitempty"` // by which the form names it; empty where it was refused
	Said string `json:"said"`           // to the person
}

// stageFile keeps a file that is sent ahead of its form.
func (o Office) stageFile(w http.ResponseWriter, r *http.Request) error {
	l := i18n.From(r.Context())
	if err := r.ParseMultipartForm(inMemory); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return err
	}
	file, _, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return respond.Data(w, http.StatusUnprocessableEntity, stagedFile{Said: l.T("problem.file")})
	}
	if err != nil {
		return err
	}
	defer file.Close()
	kept, err := o.stage(r.Context(), file)
	if invalid := portal.AsInvalid(err); invalid != nil {
		return respond.Data(w, http.StatusUnprocessableEntity, stagedFile{Said: problemLinks(l, invalid)[0].Label})
	}
	if err != nil {
		return err
	}
	return respond.Data(w, http.StatusOK, stagedFile{Hash: kept.Hash, Said: fileKept(l, kept.MediaType, kept.Size, kept.Hash)})
}

// rememberedFile is a file that was kept before; one that is gone has to be chosen again.
func (o Office) rememberedFile(ctx context.Context, hash string) (portal.File, error) {
	if hash == "" {
		return portal.File{}, nil
	}
	f, err := o.Store.FileFor(ctx, actor(ctx).ID, hash)
	if errors.Is(err, portal.ErrNotFound) {
		return f, errFileAgain()
	}
	return f, err
}

func errFileAgain() error {
	return &portal.Invalid{Problems: []portal.Problem{{Field: "file", Key: "problem.file_again"}}}
}

func fileShown(l i18n.Lang, d portal.Document) []string {
	if d.Hash == "" {
		return nil
	}
	return []string{fileKept(l, d.MediaType, d.Size, d.Hash)}
}

func fileKept(l i18n.Lang, mediaType string, size int64, hash string) string {
	return fmt.Sprintf("%s, %s, SHA-256 %s", mediaType, fileSize(l, size), hash)
}

// fileSize writes a size in kilobytes, as people compare files.
func fileSize(l i18n.Lang, bytes int64) string { return l.Number((bytes+1023)/1024) + " KB" }
