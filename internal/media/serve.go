package media

import (
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"regexp"
	"time"

	"kotakembar/internal/portal"
)

var hashForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Serve sends a kept file, images to be shown and others to be saved under the name. Whatever the file holds, it runs nothing. Its
// bytes never change, so whoever holds them is answered in a line; but every cache has to ask before it shows them, because a
// document that is withdrawn has to be gone everywhere at once. Bytes that are not there are portal.ErrNotFound.
func (s *Store) Serve(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.send(w, r, hash, mediaType, disposition(mediaType), name, "public, no-cache")
}

// HandOver is Serve for a file that is not public: it is only saved, whatever it is, and nothing on its way may keep it.
func (s *Store) HandOver(w http.ResponseWriter, r *http.Request, hash, mediaType, name string) error {
	return s.send(w, r, hash, mediaType, "attachment", name, "no-store")
}

func (s *Store) send(w http.ResponseWriter, r *http.Request, hash, mediaType, disposition, name, keeping string) error {
	if !hashForm.MatchString(hash) {
		return portal.ErrNotFound
	}
	f, err := s.root.Open(place(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return portal.ErrNotFound
	}
	if err != nil {
		return err
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	h.Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": name}))
	h.Set("Cache-Control", keeping)
	h.Set("ETag", `"`+hash+`"`)
	http.ServeContent(w, r, "", time.Time{}, f)
	return nil
}

func disposition(mediaType string) string {
	if codecs[mediaType].decode != nil {
		return "inline"
	}
	return "attachment"
}
