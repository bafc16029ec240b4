package server

import (
	"net/http"
	"slices"
	"strings"

	"kotakembar/internal/auth"
	"kotakembar/internal/caller"
	"kotakembar/internal/respond"
)

// fromProxy tells whether the request comes over one of our own proxies, whose headers are true.
func (s *Server) fromProxy(r *http.Request) bool { return caller.Through(s.Proxies, r) }

// https tells whether the reader's browser came by https: to us, to a proxy that says so, or to the site's own https address
// through a proxy that says nothing.
func (s *Server) https(r *http.Request) bool {
	if r.TLS != nil {
		return true
	}
	if said := r.Header.Get("X-Forwarded-Proto"); said != "" && s.fromProxy(r) {
		return said == "https"
	}
	host, secure := strings.CutPrefix(s.BaseURL, "https://")
	return secure && strings.EqualFold(host, r.Host)
}

// ownHost refuses requests for names that are not ours, so that no page is ever made with a foreign address in it. Health is
// asked for by machines that know only our number.
func (s *Server) ownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isHealth(r) && !s.ours(r.Host) {
			respond.Error(w, r, respond.ErrMisdirected)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) ours(host string) bool {
	name := HostName(host)
	return slices.ContainsFunc(s.Hosts, func(h string) bool { return strings.EqualFold(h, name) })
}

// HostName is a host without its port and the dot of a full name.
func HostName(host string) string { return strings.TrimSuffix(auth.HostName(host), ".") }
