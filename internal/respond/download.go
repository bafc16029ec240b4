package respond

import (
	"io"
	"mime"
	"net/http"
	"strings"
	"time"
)

// sendTime is how long a file may take to go out, whatever an answer may take otherwise.
const sendTime = 30 * time.Minute

// Download is a file to be saved, which anybody may take and other sites may read.
type Download struct {
	Name     string // of the file
	Type     string // media type
	Hash     string // SHA-256 of the bytes, hex
	Modified time.Time
	Final    bool // it never changes at its address
	Content  io.ReadSeeker
}

// File sends a file, a part of it, or word that the reader holds it already.
func File(w http.ResponseWriter, r *http.Request, d Download) error {
	h := w.Header()
	h.Set("Content-Type", d.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": d.Name}))
	h.Set("Cache-Control", "no-cache")
	if d.Final {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("ETag", `"`+d.Hash+`"`)
	if travelsPacked(d.Type) {
		h.Set("ETag", `W/"`+d.Hash+`"`) // the same file travels packed and plain
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			r.Header.Del("Range") // parts are parts of the plain file
		}
	}
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(sendTime)) // where it cannot be set, the usual one holds
	http.ServeContent(w, r, "", d.Modified, d.Content)
	return nil
}

// travelsPacked tells whether files of the type are text, which the server packs on the way.
func travelsPacked(mediaType string) bool {
	return strings.HasPrefix(mediaType, "text/") || strings.Contains(mediaType, "json")
}
