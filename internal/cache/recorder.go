package cache

import (
	"bytes"
	"net/http"
	"strings"
)

// recorder takes an answer in.
type recorder struct {
	header http.Header
	status int
	begun  bool
	body   bytes.Buffer
}

func (rec *recorder) Header() http.Header { return rec.header }

func (rec *recorder) WriteHeader(status int) {
	if !rec.begun {
		rec.status, rec.begun = status, true
	}
}

func (rec *recorder) Write(b []byte) (int, error) {
	rec.begun = true
	return rec.body.Write(b)
}

// reusable tells whether the answer is the same for every reader: a whole one that may be stored and puts nothing into the browser.
func (rec *recorder) reusable() bool {
	h := rec.header
	control := h.Get("Cache-Control")
	return rec.status == http.StatusOK && control != "" && !strings.Contains(control, "no-store") && !strings.Contains(control, "private") &&
		len(h["Set-Cookie"]) == 0 && h.Get("Content-Encoding") == "" && rec.body.Len() <= largest
}

// replay gives the answer as it was recorded.
func (rec *recorder) replay(w http.ResponseWriter) {
	h := w.Header()
	for name, values := range rec.header {
		h[name] = values
	}
	w.WriteHeader(rec.status)
	_, _ = w.Write(rec.body.Bytes()) // a reader who is gone is no error
}
