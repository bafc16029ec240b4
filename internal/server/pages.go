package server

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"

	"kotakembar/internal/cache"
	"kotakembar/internal/store"
)

// pagesSize is the memory for pages that are kept ready, in bytes: the register of one city in every encoding takes a third of it.
const pagesSize = 16 << 20

// longestQuery is from which length on the words behind an address are no longer those of a page that many ask for.
const longestQuery = 100

// prepared keeps the pages of citizens ready while it hears of all that is published.
type prepared struct {
	pages     *cache.Pages
	published atomic.Pointer[store.Published]
}

func (s *Server) newPrepared() *prepared {
	return &prepared{pages: cache.New(pagesSize, s.pageKey, s.Now)}
}

// pageKey tells apart what pages of citizens depend on, beside the register: the address, and the choice of appearance.
func (s *Server) pageKey(r *http.Request) string {
	if _, query, _ := strings.Cut(r.RequestURI, "?"); len(query) > longestQuery {
		return ""
	}
	scheme := "http"
	if s.https(r) {
		scheme = "https"
	}
	return scheme + " " + r.Host + " " + r.RequestURI + " " + theme(r)
}

// Follow keeps pages ready until ctx ends, as long as it hears of all that is published. Others may hear of it before they do.
func (s *Server) Follow(ctx context.Context, p *store.Published, before ...store.Reader) {
	s.prepared.published.Store(p)
	p.Follow(ctx, append(store.Readers(before), s.prepared.pages, s.warmth))
}

// mayLag lets what citizens read come from a copy of the database.
func mayLag(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			r = r.WithContext(store.MayLag(r.Context()))
		}
		next.ServeHTTP(w, r)
	})
}

// caughtUp lets nobody hear that their post was done before the pages made from what was there before are forgotten, here and on
// every other copy of the program. A post that was not done has published nothing.
func (k *prepared) caughtUp(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := k.published.Load()
		if p == nil || r.Method != http.MethodPost {
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(&laterWriter{ResponseWriter: w, before: func(status int) {
			if status >= http.StatusBadRequest {
				return
			}
			if err := p.CatchUp(r.Context()); err != nil {
				slog.WarnContext(r.Context(), "not hearing what was published here", "error", err)
				k.pages.Forget()
			}
		}}, r)
	})
}

// laterWriter does something before an answer begins.
type laterWriter struct {
	http.ResponseWriter
	before func(status int)
}

func (l *laterWriter) WriteHeader(status int) {
	l.begin(status)
	l.ResponseWriter.WriteHeader(status)
}

func (l *laterWriter) Write(b []byte) (int, error) {
	l.begin(http.StatusOK)
	return l.ResponseWriter.Write(b)
}

func (l *laterWriter) begin(status int) {
	if l.before != nil {
		l.before(status)
		l.before = nil
	}
}

// Unwrap lets the server reach what the connection can do.
func (l *laterWriter) Unwrap() http.ResponseWriter { return l.ResponseWriter }
