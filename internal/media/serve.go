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
	return s.sendWidth(w, r, hash, mediaType, width, sent{mediaType: as, disposition: "inline", name: name, keeping: "public, no-cache"})
}

// sendWidth sends a kept image at a width, made so in the media type in which it goes out.
func (s *Store) sendWidth(w http.ResponseWriter, r *http.Request, hash, mediaType string, width int, out sent) error {
	if !hashForm.MatchString(hash) || !Pictured(mediaType) || !slices.Contains(Widths, width) || forms[out.mediaType].encode == nil {
		return portal.ErrNotFound
	}
	if err := s.narrow(r.Context(), hash, mediaType, width, out.mediaType); err != nil {
		return missing(err)
	}
	out.at = narrowed(hash, width, out.mediaType)
	out.tag = path.Base(out.at) + hash[:2]
	return s.send(w, r, hash, out)
}

// Ending is how the name of a file of a media type ends.
func Ending(mediaType string) string {
	return map[string]string{PDF: ".pdf", JPEG: ".jpg", PNG: ".png", WebP: ".webp", DOCX: ".docx", XLSX: ".xlsx", ODT: ".odt"}[mediaType]
}

// Pictured tells whether files of a media type are images that can be shown.
func Pictured(mediaType string) bool { return codecs[mediaType].decode != nil }

// sent is how a file goes out.
type sent struct{ at, tag, mediaType, disposition, name, keeping string }

// HandOver is Serve for a file that is not public: it is only saved, whatever it is, and nothing on its way may keep it.
func (s *Store) HandOver(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.send(w, r, hash, sent{place(hash), hash, mediaType, "attachment", name, "no-store"})
}

// Show is Serve for a file that is not public: nothing on its way may keep it.
func (s *Store) Show(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.send(w, r, hash, sent{place(hash), hash, mediaType, disposition(mediaType), name, "no-store"})
}

// ShowSmall is Show for an image at the smallest of the Widths; what is no image is portal.ErrNotFound.
func (s *Store) ShowSmall(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.sendWidth(w, r, hash, mediaType, Widths[0], sent{mediaType: JPEG, disposition: "inline", name: name, keeping: "no-store"})
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
	if Pictured(mediaType) {
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
