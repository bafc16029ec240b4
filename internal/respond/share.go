package respond

import (
	"fmt"
	"net/http"
	"time"

	"github.com/a-h/templ"
)

// Shared is an answer that is the same for everybody and that other sites may show: a picture, a drawing, a list.
type Shared struct {
	Type  string // media type
	Body  []byte
	Keep  time.Duration // during which nobody need ask again
	Final bool          // the address changes with the content, so that it may be kept for ever
}

// Frame shows a page that other sites may show within theirs, in a frame. It is the same for all readers.
func Frame(w http.ResponseWriter, r *http.Request, page templ.Component) error {
	return render(w, r, page, func(body []byte) error {
		w.Header().Set("Content-Security-Policy", Policy(AnyFrames))
		return Share(w, r, Shared{Type: "text/html; charset=utf-8", Body: body, Keep: time.Hour})
	})
}

// Share answers with what may be shared. Whoever holds the same already is told so.
func Share(w http.ResponseWriter, r *http.Request, s Shared) error {
	keep := fmt.Sprintf("public, max-age=%d", int(s.Keep.Seconds()))
	if s.Final {
		keep = "public, max-age=31536000, immutable"
	}
	tag := etag(s.Body)
	h := w.Header()
	h.Set("Content-Type", s.Type)
	h.Set("Cache-Control", keep)
	h.Set("ETag", tag)
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	if matches(r.Header.Get("If-None-Match"), tag) {
		return write(w, http.StatusNotModified, nil)
	}
	return write(w, http.StatusOK, s.Body)
}
