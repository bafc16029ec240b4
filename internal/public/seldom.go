package public

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"kotakembar/internal/respond"
)

// seldom asks an address that searches too often to wait: no page costs the database more. Each node counts for itself, since the
// limit guards the node and not a secret.
func (s Site) seldom() func(http.Handler) http.Handler {
	if s.Searches == 0 {
		return func(next http.Handler) http.Handler { return next }
	}
	wait := &respond.TooOften{RetryAfter: time.Minute}
	byAddress := func(r *http.Request) (string, error) {
		return httprate.CanonicalizeIP(middleware.GetClientIP(r.Context())), nil
	}
	return httprate.LimitBy(s.Searches, wait.RetryAfter, byAddress,
		httprate.WithResponseHeaders(httprate.ResponseHeaders{}),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) { respond.Error(w, r, wait) }),
	)
}
