package server

import (
	"net/http"
	"strings"
)

// retagged gives bytes that travel packed a tag of their own, because a strong tag names exact bytes (RFC 9110, section 8.8.3): the
// packing is added to it on the way out, and taken off on the way in.
func retagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if known := r.Header.Get("If-None-Match"); known != "" {
			r.Header.Set("If-None-Match", bareTags.Replace(known))
		}
		next.ServeHTTP(&tagWriter{ResponseWriter: w}, r)
	})
}

// bareTags takes the packing off tags.
var bareTags = strings.NewReplacer("-"+packing+`"`, `"`)

// tagWriter writes the packing into a strong tag as soon as it is known.
type tagWriter struct{ http.ResponseWriter }

func (t *tagWriter) WriteHeader(status int) {
	h := t.Header()
	tag, packing := h.Get("ETag"), h.Get("Content-Encoding")
	if packing != "" && strings.HasPrefix(tag, `"`) && strings.HasSuffix(tag, `"`) && !strings.HasSuffix(tag, "-"+packing+`"`) {
		h.Set("ETag", strings.TrimSuffix(tag, `"`)+"-"+packing+`"`)
	}
	t.ResponseWriter.WriteHeader(status)
}

// Unwrap lets the server reach what the connection can do.
func (t *tagWriter) Unwrap() http.ResponseWriter { return t.ResponseWriter }
