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

// ready tells whether readers can be sent here, or in a word why not.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if reason := s.unready(r.Context()); reason != "" {
		w.Header().Set("Retry-After", "5")
		say(w, http.StatusServiceUnavailable, reason)
		return
	}
	say(w, http.StatusOK, "ready")
}

func (s *Server) unready(ctx context.Context) string {
	st := s.store.Load()
	switch {
	case s.draining.Load():
		return "draining"
	case st == nil:
		return "starting"
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if st.Ping(ctx) != nil {
		return "database"
	}
	return ""
}

func say(w http.ResponseWriter, status int, word string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(word + "\n")) // a reader who is gone does not mind
}
