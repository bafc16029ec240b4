package server

import (
	"net/http"

	"kotakembar/internal/respond"
)

// fixed are the headers that every answer carries.
var fixed = [][2]string{
	{"Content-Security-Policy", respond.Policy(respond.NoFrames)},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "strict-origin-when-cross-origin"},
	{"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
}

// headers sets the security headers on every answer; over https also that browsers come back by https for a year.
func (s *Server) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range fixed {
			w.Header().Set(h[0], h[1])
		}
		if s.https(r) {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}
