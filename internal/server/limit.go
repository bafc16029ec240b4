package server

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/go-chi/chi/v5/middleware"

	"kotakembar/internal/auth"
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
	uploadTime = time.Minute     // for a page that first takes a file in
)

// wellFormed refuses addresses that no page of ours has: endless ones, and those with control characters.
func wellFormed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := url.ParseQuery(r.URL.RawQuery)
		switch {
		case len(r.URL.RequestURI()) > addressLimit:
			respond.Error(w, r, respond.ErrTooLong)
		case err != nil || !clean(r.URL.Path, "") || !allClean(query, ""):
			respond.Error(w, r, respond.ErrBadRequest)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// clean tells whether a text is UTF-8 without control characters, but for the allowed ones.
func clean(s, allowed string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(c rune) bool {
		return unicode.IsControl(c) && !strings.ContainsRune(allowed, c)
	})
}

func allClean(values url.Values, allowed string) bool {
	for name, all := range values {
		if !clean(name, "") {
			return false
		}
		for _, v := range all {
			if !clean(v, allowed) {
				return false
			}
		}
	}
	return true
}

// inForms are the control characters that people type.
const inForms = "\r\n\t"

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
// that carry files are read later, by uploads, for staff alone.
func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(formLimit)
		if carriesFile(r) {
			limit = uploadLimit
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
	if err != nil || !allClean(r.PostForm, inForms) {
		return errors.Join(respond.ErrBadRequest, err)
	}
	return nil
}

func carriesFile(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && kind == "multipart/form-data"
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

// packed sends text packed. Pages hold no secret beside what a stranger typed, so their size tells nothing.
func packed() func(http.Handler) http.Handler {
	const level = 5
	return middleware.Compress(level, "text/html", "text/css", "text/plain", "text/javascript", "image/svg+xml", "application/json")
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
