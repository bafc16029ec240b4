package server

import (
	"context"
	"net/http"
	"time"
)

const (
	healthPath = "/healthz"
	readyPath  = "/readyz"
)

func isHealth(r *http.Request) bool { return r.URL.Path == healthPath || r.URL.Path == readyPath }

// healthy tells that the process lives.
func healthy(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok") }

// ready tells whether readers can be sent here, or in words why not. The first word is for machines and stays what it is.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if reason := s.unready(r.Context()); reason != "" {
		w.Header().Set("Retry-After", "5")
		say(w, http.StatusServiceUnavailable, reason)
		return
	}
	if !s.prepared.pages.Stats().Open {
		// No reason to send readers elsewhere: when the database starts anew, all copies hear nothing for a moment.
		say(w, http.StatusOK, "ready: but pages are made anew for each reader, since this copy does not hear what is published")
		return
	}
	say(w, http.StatusOK, "ready")
}

func (s *Server) unready(ctx context.Context) string {
	st := s.store.Load()
	switch {
	case s.draining.Load():
		return "draining: this copy was asked to stop, ends what it has begun and takes no more"
	case st == nil:
		if why := s.waiting.Load(); why != nil {
			return "starting: " + *why
		}
		return "starting: the database is not there yet"
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if st.Ping(ctx) != nil {
		return "database: it cannot be reached, or does not answer in time"
	}
	return ""
}

// Wait says why the store is not there yet, for those who ask whether the site is ready: in words without what is inside.
func (s *Server) Wait(why string) { s.waiting.Store(&why) }

func say(w http.ResponseWriter, status int, word string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(word + "\n")) // a reader who is gone does not mind
}
