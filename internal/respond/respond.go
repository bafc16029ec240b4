// Package respond turns what a handler returns into an answer.
//
// Here belong the shape of a handler, pages, redirects, and the one table that gives each error its status and its page; it
// is also the only place that logs a failed request. What does not belong here: routes, questions to the store, markup.
package respond

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// Handler answers a request or returns why it cannot.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP answers the request; an error gets the page that the table of errors gives it.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		Error(w, r, err)
	}
}

// Page shows a page. It is rendered before the first byte goes out, so that an error can still become an error page. A
// browser that holds the same page already is told so.
func Page(w http.ResponseWriter, r *http.Request, status int, page templ.Component) error {
	return render(w, r, page, func(body []byte) error {
		h := w.Header()
		if !reusable(r, status) {
			h.Set("Cache-Control", "no-store")
			return write(w, status, body)
		}
		tag := "W/" + etag(body) // weak, because the same page travels packed and plain
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			return write(w, http.StatusNotModified, nil)
		}
		return write(w, status, body)
	})
}

// Private shows a page that is for one reader alone, so that nothing between us and them may keep it.
func Private(w http.ResponseWriter, r *http.Request, page templ.Component) error {
	return render(w, r, page, func(body []byte) error {
		w.Header().Set("Cache-Control", "no-store")
		return write(w, http.StatusOK, body)
	})
}

// Data answers a script of ours with a value as JSON, for one reader alone.
func Data(w http.ResponseWriter, status int, value any) error {
	body, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("answer a script: %w", err)
	}
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	return write(w, status, body)
}

// Rendered shows a page that was rendered before, to one reader alone.
func Rendered(w http.ResponseWriter, r *http.Request, page []byte) error {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", string(i18n.From(r.Context())))
	h.Set("Cache-Control", "no-store")
	return write(w, http.StatusOK, page)
}

// rooms are where pages are rendered, one after the other: growing to the size of a page anew for each makes as much garbage as all else
// that a page takes.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestRoom is up to how many bytes a room is used again.
const largestRoom = 1 << 20

// render renders a page and sends it; what is sent is not there any more once that is done.
func render(w http.ResponseWriter, r *http.Request, page templ.Component, send func(body []byte) error) error {
	room := rooms.Get().(*bytes.Buffer)
	defer func() {
		if room.Cap() <= largestRoom {
			room.Reset()
			rooms.Put(room)
		}
	}()
	// All questions have been asked; the deadline of the request was for them.
	if err := page.Render(context.WithoutCancel(r.Context()), room); err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", string(i18n.From(r.Context())))
	h.Add("Vary", "Cookie") // the choice of appearance
	return send(room.Bytes())
}

// reusable tells whether a browser may keep the page: only what every reader may see.
func reusable(r *http.Request, status int) bool {
	safe := r.Method == http.MethodGet || r.Method == http.MethodHead
	return safe && status == http.StatusOK && view.AmbientFrom(r.Context()).Staff.Name == ""
}

// write sends the answer; a reader who is gone meanwhile is no error.
func write(w http.ResponseWriter, status int, body []byte) error {
	w.WriteHeader(status)
	_, _ = w.Write(body)
	return nil
}

func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}

// matches compares weakly, as RFC 9110 asks for: a cache on the way may have weakened the tag.
func matches(known, tag string) bool {
	for one := range strings.SplitSeq(known, ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// SeeOther leads to a page of ours after a post.
func SeeOther(w http.ResponseWriter, r *http.Request, path string) error {
	if !Local(path) {
		return fmt.Errorf("redirect to %q, which is no path of ours", path)
	}
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

// Local tells whether a path, with its query, can only lead to a page of this site, whatever a browser makes of it.
func Local(path string) bool {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") {
		return false
	}
	return !strings.ContainsFunc(path, func(c rune) bool { return c == '\\' || c < ' ' || c == 0x7f })
}
