package server

import (
	"bytes"
	"context"
	"net/http"
	"sync"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/api"
	"kotakembar/internal/public"
	"kotakembar/internal/store"
)

// asks asks the API from within, for a page that shows how it answers; nobody's share of requests is used up by that.
func (s *Server) asks(st *store.Store, site public.Site) func(ctx context.Context, path string) (answer []byte, ok bool) {
	inner := sync.OnceValue(func() http.Handler { // for a page that few ask for
		routes := chi.NewRouter()
		api.Face{Store: st, Now: s.Now, Ties: site.Summaries}.Mount(routes)
		return routes
	})
	return func(ctx context.Context, path string) ([]byte, bool) {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
		if err != nil {
			return nil, false
		}
		w := &kept{header: http.Header{}, status: http.StatusOK}
		inner().ServeHTTP(w, r)
		return w.Bytes(), w.status == http.StatusOK
	}
}

// shows shows pages of the public face over any state of the register, for staff who want to see a change before it is public.
func shows(site public.Site) func(ctx context.Context, at *store.Store, path string) (page []byte, ok bool) {
	return func(ctx context.Context, at *store.Store, path string) ([]byte, bool) {
		site.Store, site.Within = at, true
		inner := chi.NewRouter()
		site.Ready().Mount(inner)
		outside := context.WithValue(ctx, chi.RouteCtxKey, (*chi.Context)(nil)) // the way that led to us is not the way in there
		r, err := http.NewRequestWithContext(outside, http.MethodGet, path, nil)
		if err != nil {
			return nil, false
		}
		w := &kept{header: http.Header{}, status: http.StatusOK}
		inner.ServeHTTP(w, r)
		return w.Bytes(), w.status == http.StatusOK
	}
}

// kept is an answer that is kept and not sent.
type kept struct {
	bytes.Buffer
	header http.Header
	status int
}

func (k *kept) Header() http.Header    { return k.header }
func (k *kept) WriteHeader(status int) { k.status = status }
