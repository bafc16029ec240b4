package media

import (
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"slices"
	"time"

	"kotakembar/internal/portal"
)

var hashForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Serve sends a kept file, images to be shown and others to be saved under the name. Whatever the file holds, it runs nothing. Its
// bytes never change, so whoever holds them is answered in a line; but every cache has to ask before it shows them, because a
// document that is withdrawn has to be gone everywhere at once. Bytes that are not there are portal.ErrNotFound.
func (s *Store) Serve(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.send(w, r, hash, sent{place(hash), hash, mediaType, disposition(mediaType), name, "public, no-cache"})
}

// ServeWidth is Serve for a kept image at one of the Widths, as WebP or JPEG; where it has not been asked for like that yet, it is made so.
// Another width or media type is portal.ErrNotFound.
func (s *Store) ServeWidth(w http.ResponseWriter, r *http.Request, hash, mediaType string, width int, as, name string) error {
	if !hashForm.MatchString(hash) || codecs[mediaType].decode == nil || !slices.Contains(Widths, width) || forms[as].encode == nil {
		return portal.ErrNotFound
	}
	if err := s.narrow(r.Context(), hash, mediaType, width, as); err != nil {
		return err
	}
	at := narrowed(hash, width, as)
	return s.send(w, r, hash, sent{at, path.Base(at) + hash[:2], as, "inline", name, "public, no-cache"})
}

// sent is how a file goes out.
type sent struct{ at, tag, mediaType, disposition, name, keeping string }

// HandOver is Serve for a file that is not public: it is only saved, whatever it is, and nothing on its way may keep it.
func (s *Store) HandOver(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.send(w, r, hash, sent{place(hash), hash, mediaType, "attachment", name, "no-store"})
}

func (s *Store) send(w http.ResponseWriter, r *http.Request, hash string, out sent) error {
	if !hashForm.MatchString(hash) {
		return portal.ErrNotFound
	}
	f, err := s.shelf.open(r.Context(), out.at)
	if err != nil {
		return missing(err)
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", out.mediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	h.Set("Content-Disposition", mime.FormatMediaType(out.disposition, map[string]string{"filename": out.name}))
	h.Set("Cache-Control", out.keeping)
	h.Set("ETag", `"`+out.tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, f)
	return nil
}

func disposition(mediaType string) string {
	if codecs[mediaType].decode != nil {
		return "inline"
	}
	return "attachment"
}

// missing is a file that is not there in the words of the vocabulary.
func missing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return portal.ErrNotFound
	}
	return err
}
