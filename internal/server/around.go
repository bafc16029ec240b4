package server

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/internal/watch"
	"kotakembar/web/view"
)

// surroundings puts into the context what every page needs: language, theme, request id.
func (s *Server) surroundings(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := s.requestID(r)
		w.Header().Set("X-Request-Id", id)
		ambient := view.Ambient{BaseURL: s.base(r), Path: returnPath(r), Theme: theme(r), RequestID: id}
		ctx := view.WithAmbient(i18n.With(r.Context(), language(r.URL.Path)), ambient)
		next.ServeHTTP(w, r.WithContext(watch.WithID(ctx, id)))
	})
}

// language is told by the address alone.
func language(path string) i18n.Lang {
	if path == "/en" || strings.HasPrefix(path, "/en/") {
		return i18n.EN
	}
	return i18n.ID
}

// base is the site's address. Without a setting it is the one that was asked for, which ownHost has found to be ours.
func (s *Server) base(r *http.Request) string {
	switch {
	case s.BaseURL != "":
		return s.BaseURL
	case s.https(r):
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// returnPath is where a choice of theme leads back to; the page that answers a post has no address of its own.
func returnPath(r *http.Request) string {
	if path := r.URL.RequestURI(); r.Method == http.MethodGet && respond.Local(path) {
		return path
	}
	return "/"
}

var idForm = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// requestID is our own, unless one of our proxies has given one already.
func (s *Server) requestID(r *http.Request) string {
	if id := r.Header.Get("X-Request-Id"); idForm.MatchString(id) && s.fromProxy(r) {
		return id
	}
	return rand.Text()
}

// greeted tells pages of staff who is signed in.
func greeted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if person, ok := auth.Person(r.Context()); ok {
			ambient := view.AmbientFrom(r.Context())
			ambient.Staff = view.Person{Name: person.Name, Role: i18n.T(r.Context(), "choice.role."+string(person.Role))}
			r = r.WithContext(view.WithAmbient(r.Context(), ambient))
		}
		next.ServeHTTP(w, r)
	})
}

// logged counts each answer and writes a line for it, without anything that tells who asked or for what exactly.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		seen := &seenWriter{ResponseWriter: w}
		defer func() {
			route, took := chi.RouteContext(r.Context()).RoutePattern(), time.Since(begun)
			s.counts.Request(r.Method, route, seen.status, took)
			slog.InfoContext(r.Context(), "request", "method", r.Method, "route", route,
				"status", seen.status, "bytes", seen.bytes, "duration", took)
		}()
		next.ServeHTTP(seen, r)
	})
}

// rescued turns a panic into the page for our own faults. An answer that has begun already is cut off.
func rescued(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen := &seenWriter{ResponseWriter: w}
		defer func() {
			switch v := recover(); {
			case v == nil:
			case v == http.ErrAbortHandler:
				panic(v)
			case seen.status != 0:
				slog.ErrorContext(r.Context(), "panic in the middle of an answer", "panic", v, "stack", string(debug.Stack()))
				panic(http.ErrAbortHandler)
			default:
				respond.Error(seen, r, fmt.Errorf("panic: %v\n%s", v, debug.Stack()))
			}
		}()
		next.ServeHTTP(seen, r)
	})
}
