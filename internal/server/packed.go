package server

import (
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"

	"kotakembar/internal/cache"
)

// packable are the kinds of text that become much shorter.
var packable = []string{
	"text/html", "text/css", "text/plain", "text/javascript", "image/svg+xml", "application/json", "application/problem+json",
	"application/atom+xml", "application/feed+json", "text/calendar", "application/openapi+json", "application/openapi+yaml", "text/csv",
	"application/xml", "application/x-ndjson", "application/geo+json", "application/ld+json",
}

// packed sends text packed. Pages hold no secret beside what a stranger typed, so their size tells nothing.
func packed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !cache.Takes(r.Header.Get("Accept-Encoding"), packing) {
			next.ServeHTTP(w, r)
			return
		}
		out := &packer{ResponseWriter: w}
		next.ServeHTTP(out, r)
		out.end() // an answer that was cut off by a panic stays so
	})
}

const packing = "gzip"

// packers wait for the next answer, since each takes much memory.
var packers = sync.Pool{New: func() any {
	const level = 5
	w, _ := gzip.NewWriterLevel(nil, level) // the level is one that there is
	return w
}}

// packer packs an answer if its header says that it is text, and not packed yet.
type packer struct {
	http.ResponseWriter
	begun bool
	to    *gzip.Writer
}

func (p *packer) WriteHeader(status int) {
	if !p.begun && status >= http.StatusOK {
		p.begun = true
		p.choose()
	}
	p.ResponseWriter.WriteHeader(status)
}

func (p *packer) choose() {
	h := p.Header()
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	if h.Get("Content-Encoding") != "" || !slices.Contains(packable, kind) {
		return
	}
	h.Set("Content-Encoding", packing)
	h.Add("Vary", "Accept-Encoding")
	h.Del("Content-Length")
	p.to = packers.Get().(*gzip.Writer)
	p.to.Reset(p.ResponseWriter)
}

func (p *packer) Write(b []byte) (int, error) {
	if !p.begun {
		p.WriteHeader(http.StatusOK)
	}
	if p.to == nil {
		return p.ResponseWriter.Write(b)
	}
	return p.to.Write(b)
}

// end sends what has been kept back. Where a reader has left there is nobody to tell.
func (p *packer) end() {
	if p.to != nil {
		_ = p.to.Close()
		packers.Put(p.to)
	}
}

// Unwrap lets the server reach what the connection can do.
func (p *packer) Unwrap() http.ResponseWriter { return p.ResponseWriter }
