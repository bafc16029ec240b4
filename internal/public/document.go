package public

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Papers gives out the files of public documents.
type Papers struct {
	Store *store.Store
	Files *media.Store
}

// Mount puts the files on the router.
func (p Papers) Mount(r chi.Router) {
	for _, l := range i18n.Langs {
		page(r, l, view.Document, p.document)
		page(r, l, view.DocumentImage, p.image)
	}
}

// document sends the file of a document that is public now; the bytes alone are no reason to show them.
func (p Papers) document(w http.ResponseWriter, r *http.Request) error {
	d, err := p.Store.DocumentByHash(r.Context(), chi.URLParam(r, "hash"))
	if err != nil {
		return err
	}
	return p.Files.Serve(w, r, d.Hash, d.MediaType, fileName(i18n.From(r.Context()), d))
}

// image sends a public document that is an image at a width: as WebP where the address ends so, else as JPEG.
func (p Papers) image(w http.ResponseWriter, r *http.Request) error {
	form := media.JPEG
	wide, asWebP := strings.CutSuffix(chi.URLParam(r, "width"), media.Ending(media.WebP))
	if asWebP {
		form = media.WebP
	}
	width, err := strconv.Atoi(wide)
	if err != nil {
		return portal.ErrNotFound
	}
	d, err := p.Store.DocumentByHash(r.Context(), chi.URLParam(r, "hash"))
	if err != nil {
		return err
	}
	return p.Files.ServeWidth(w, r, d.Hash, d.MediaType, width, form, d.Title.In(i18n.From(r.Context()))+media.Ending(form))
}

func fileName(l i18n.Lang, d portal.Document) string {
	return strings.ReplaceAll(d.Title.In(l), "/", "-") + media.Ending(d.MediaType)
}
