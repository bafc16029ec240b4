package admin

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// openFile shows a kept file to whoever may open it, before it is public, too: images in the browser, others to be saved.
func (o Office) openFile(w http.ResponseWriter, r *http.Request) error {
	return o.withFile(r, func(f portal.File) error { return o.Files.Show(w, r, f.Hash, f.MediaType, fileName(f)) })
}

// smallFile shows a kept image as wide as a form has room for.
func (o Office) smallFile(w http.ResponseWriter, r *http.Request) error {
	return o.withFile(r, func(f portal.File) error { return o.Files.ShowSmall(w, r, f.Hash, f.MediaType, fileName(f)) })
}

// withFile runs a handler on the file in the address. To whom may not open it, it is not there.
func (o Office) withFile(r *http.Request, do func(portal.File) error) error {
	f, err := o.Store.FileOpenTo(r.Context(), actor(r.Context()).ID, chi.URLParam(r, "hash"))
	if err != nil {
		return err
	}
	return do(f)
}

// fileName names a file that may have no title yet by the beginning of its hash.
func fileName(f portal.File) string { return f.Hash[:12] + media.Ending(f.MediaType) }

// filesOf leads to the files of a change to a document: the one that it proposes, and the present one where that is another.
func (o Office) filesOf(ctx context.Context, c portal.Change) (files []view.DeskFile, err error) {
	now, proposed := hashIn(c.Before), hashIn(c.After)
	if now == "" || proposed == "" || now == proposed {
		return o.desked(ctx, files, "document.open", cmp.Or(proposed, now))
	}
	if files, err = o.desked(ctx, files, "document.open_now", now); err != nil {
		return nil, err
	}
	return o.desked(ctx, files, "document.open_new", proposed)
}

// filesIn leads to the files that a form keeps.
func (o Office) filesIn(ctx context.Context, questions form.Form) (files []view.DeskFile, err error) {
	for _, q := range questions {
		if q.Look != form.File || q.Kept().Value == "" {
			continue
		}
		if files, err = o.desked(ctx, files, "document.open", q.Kept().Value); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// desked adds a file that the reader may open.
func (o Office) desked(ctx context.Context, files []view.DeskFile, key, hash string) ([]view.DeskFile, error) {
	f, err := o.Store.FileOpenTo(ctx, actor(ctx).ID, hash)
	if errors.Is(err, portal.ErrNotFound) {
		return files, nil
	}
	l := i18n.From(ctx)
	file := view.DeskFile{Open: view.Link{Label: l.T(key), URL: view.Admin(l, filesRoute, hash)}}
	if media.Pictured(f.MediaType) {
		file.Small = view.Admin(l, filesRoute, hash, "small")
	}
	return append(files, file), err
}

// hashIn is the hash of a document's file in one of its states, empty where there is none.
func hashIn(s portal.Snapshot) (hash string) {
	if json.Unmarshal(s.Fields["hash"], &hash) != nil {
		return ""
	}
	return hash
}
