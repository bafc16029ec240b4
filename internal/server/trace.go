package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/watch"
)

// traced tells the span of each request by its route, without anything that tells who asked or for what exactly. Pages that are ready
// have none.
func (s *Server) traced(next http.Handler) http.Handler {
	if s.Tracer == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if s.fromProxy(r) {
			ctx = s.Tracer.From(ctx, r.Header)
		}
		ctx, span := s.Tracer.Begin(ctx, watch.Asked, r.Method)
		seen := &seenWriter{ResponseWriter: w}
		defer func() {
			if route := chi.RouteContext(r.Context()).RoutePattern(); route != "" {
				span.Name(r.Method + " " + route)
				span.Say("http.route", route)
			}
			span.Say("http.request.method", r.Method)
			span.Status(seen.status)
			span.End(nil)
		}()
		next.ServeHTTP(seen, r.WithContext(ctx))
	})
}
