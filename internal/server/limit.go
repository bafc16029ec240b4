package server

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/auth"
	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

const (
	addressLimit = 4 << 10                    // characters of path and query
	formLimit    = 1 << 20                    // bytes of a body
	uploadLimit  = media.DefaultLimit + 1<<20 // bytes of a body that carries a file
	inMemory     = 1 << 20                    // bytes of such a body that are not put on disk

	pageTime   = 4 * time.Second // for all that a page asks of the database
	uploadTime = 5 * time.Minute // for a page that first takes a file in, over the network of a phone
)

// wellFormed refuses addresses that no page of ours has: endless ones, and those with control characters.
func wellFormed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := url.ParseQuery(r.URL.RawQuery)
		switch {
		case len(r.URL.RequestURI()) > addressLimit:
			respond.Error(w, r, respond.ErrTooLong)
		case err != nil || !form.Clean(r.URL.Path, "") || !form.Readable(query, ""):
			respond.Error(w, r, respond.ErrBadRequest)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// sameOrigin refuses posts that another site makes a browser send.
func (s *Server) sameOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.origin.Check(r) != nil {
			respond.Error(w, r, respond.ErrCrossOrigin)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// limited bounds every body and reads forms, so that no handler sees one that is broken or holds control characters. Those
// that carry files are read later: by uploads for staff, and by the page for letters, which keeps a file as it comes in.
func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(formLimit)
		if carriesFile(r) {
			limit = uploadLimit
			takeTime(w)
		}
		if r.ContentLength > limit {
			w.Header().Set("Connection", "close")
			respond.Error(w, r, &http.MaxBytesError{Limit: limit})
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		if err := readForm(r, r.ParseForm()); err != nil {
			respond.Error(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// readForm is what is wrong with a form that was parsed.
func readForm(r *http.Request, err error) error {
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return err
	}
	if err != nil || !form.Readable(r.PostForm, form.Typed) {
		return errors.Join(respond.ErrBadRequest, err)
	}
	return nil
}

// carriesFile tells whether a post may bring a file to where files are taken: the desks, and the page for letters.
func carriesFile(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && kind == "multipart/form-data" && slices.ContainsFunc(i18n.Langs, func(l i18n.Lang) bool {
		return r.URL.Path == view.Report.In(l) || strings.HasPrefix(r.URL.Path, view.Desks.In(l)+"/")
	})
}

// takeTime lets a connection stay for as long as a file takes on its way.
func takeTime(w http.ResponseWriter) {
	connection, until := http.NewResponseController(w), time.Now().Add(uploadTime)
	_ = connection.SetReadDeadline(until)                       // a connection that cannot be told
	_ = connection.SetWriteDeadline(until.Add(2 * time.Minute)) // keeps the usual times
}

// uploads reads forms with files, of people who are signed in.
func uploads(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, known := auth.Actor(r.Context()); !known || !carriesFile(r) {
			next.ServeHTTP(w, r)
			return
		}
		err := readForm(r, r.ParseMultipartForm(inMemory))
		if r.MultipartForm != nil {
			defer func() { _ = r.MultipartForm.RemoveAll() }() // what stays is cleared away by the system
		}
		if err != nil {
			respond.Error(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// deadline bounds all work for a request. It also goes on for a reader who has left, so that a half-made change is finished, and
// because a question that is broken off costs its connection to the database, which is dearer than the rest of the answer.
func deadline(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := pageTime
		if carriesFile(r) {
			limit = uploadTime
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), limit)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// headAsGet answers a question for the header of a page as one for the page, whose bytes the server keeps back.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			chi.RouteContext(r.Context()).RouteMethod = http.MethodGet
		}
		next.ServeHTTP(w, r)
	})
}

// withoutSlash leads from an address with slashes at its end to the same one without.
func withoutSlash(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.Path
		read := r.Method == http.MethodGet || r.Method == http.MethodHead
		if !read || !strings.HasSuffix(path, "/") || path == view.Home.ID || path == view.Home.EN {
			next.ServeHTTP(w, r)
			return
		}
		bare := url.URL{Path: "/" + strings.Trim(path, "/"), RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, bare.String(), http.StatusMovedPermanently)
	})
}
