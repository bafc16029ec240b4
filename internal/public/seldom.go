package public

import (
	"net/http"
	"time"

	"github.com/go-chi/httprate"

	"kotakembar/internal/caller"
	"kotakembar/internal/respond"
)

// seldom asks an address to wait that asks more often in a minute than it may: for searches, which cost the database most, for codes
// of letters, for files of the register, and to send something. Each node counts for itself, since the limit guards the node.
func seldom(most int) func(http.Handler) http.Handler {
	if most == 0 {
		return func(next http.Handler) http.Handler { return next }
	}
	wait := &respond.TooOften{RetryAfter: time.Minute}
	byAddress := func(r *http.Request) (string, error) {
		return httprate.CanonicalizeIP(caller.Text(r.Context())), nil
	}
	return httprate.LimitBy(most, wait.RetryAfter, byAddress,
		httprate.WithResponseHeaders(httprate.ResponseHeaders{}),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) { respond.Error(w, r, wait) }),
	)
}
