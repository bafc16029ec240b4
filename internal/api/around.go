package api

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/httprate"
	"golang.org/x/text/language"

	"kotakembar/internal/caller"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
)

// licence is under which the content may be used.
const licence = "https://creativecommons.org/licenses/by/4.0/"

// open lets pages of other sites read every answer, also the refusals: the data are public, and no answer depends on a cookie.
var open = [][2]string{
	{"Access-Control-Allow-Origin", "*"},
	{"Access-Control-Expose-Headers", "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"},
	{"Cross-Origin-Resource-Policy", "cross-origin"},
}

// Holds tells whether a path lies in the API, whatever its version.
func Holds(path string) bool { return path == "/api" || strings.HasPrefix(path, "/api/") }

// Around is what surrounds every request below the address of the API, also those that a guard refuses: other sites may read the
// answer, and an error is a problem in the language that the client takes.
func Around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !Holds(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		for _, h := range open {
			w.Header().Set(h[0], h[1])
		}
		ctx := i18n.With(respond.ForPrograms(r.Context()), accepted(r.Header.Get("Accept-Language")))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// accepted is the one of our languages that a client likes best, Indonesian where it does not say.
func accepted(header string) i18n.Lang {
	_, best := language.MatchStrings(languages, header)
	return i18n.Langs[best]
}

var languages = language.NewMatcher([]language.Tag{language.Indonesian, language.English})

// preflight tells a browser what pages of other sites may ask for, for a day.
func preflight(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
	h.Set("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match")
	h.Set("Access-Control-Max-Age", "86400")
	h.Set("Allow", "GET, HEAD, OPTIONS")
	w.WriteHeader(http.StatusNoContent)
}

// window is the time in which the requests of an address are counted.
const window = time.Minute

// polite asks an address that asks too often to wait, and tells every one how many requests are left (the RateLimit headers of the
// IETF's HTTP API working group). Each node counts for itself.
func (f Face) polite() func(http.Handler) http.Handler {
	if f.Requests == 0 {
		return func(next http.Handler) http.Handler { return next }
	}
	limiter := httprate.NewRateLimiter(f.Requests, window, httprate.WithResponseHeaders(httprate.ResponseHeaders{Remaining: remaining}))
	wait := &respond.TooOften{RetryAfter: window} // by then the sliding window of the limiter is empty again
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			refused := limiter.OnLimit(w, r, httprate.CanonicalizeIP(caller.Text(r.Context())))
			f.tellLimit(w.Header())
			if refused {
				respond.Error(w, r, wait)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// remaining is the header in which the limiter leaves its count.
const remaining = "X-Remaining"

// tellLimit writes the limiter's count as the RateLimit headers do.
func (f Face) tellLimit(h http.Header) {
	left, _ := strconv.Atoi(h.Get(remaining)) // the limiter wrote it
	seconds := strconv.Itoa(int(window.Seconds()))
	h.Del(remaining)
	h.Set("RateLimit-Policy", `"address";q=`+strconv.Itoa(f.Requests)+";w="+seconds)
	h.Set("RateLimit", `"address";r=`+strconv.Itoa(max(0, left))+";t="+seconds)
}

// inJSON refuses a client that takes no JSON.
func inJSON(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !takesJSON(strings.Join(r.Header.Values("Accept"), ",")) {
			respond.Error(w, r, respond.ErrFormat)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// takesJSON tells whether one of the ranges of an Accept header holds JSON with a weight above zero.
func takesJSON(accept string) bool {
	if strings.TrimSpace(accept) == "" {
		return true
	}
	for one := range strings.SplitSeq(accept, ",") {
		kind, parameters, _ := strings.Cut(one, ";")
		switch strings.ToLower(strings.TrimSpace(kind)) {
		case "application/json", "application/*", "*/*":
			if weight(parameters) > 0 {
				return true
			}
		}
	}
	return false
}

// weight is the q of the parameters of a range, 1 where there is none.
func weight(parameters string) float64 {
	for one := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(one), "=")
		if strings.EqualFold(name, "q") {
			q, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}

// once refuses an address that names a parameter twice: which of the two is meant?
func once(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var problems portal.Problems
		query := r.URL.Query()
		for _, name := range slices.Sorted(maps.Keys(query)) {
			problems.Must(len(query[name]) == 1, name, "trouble.twice")
		}
		if err := problems.Err(); err != nil {
			respond.Error(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// fresh is how long an answer may be used again without asking.
const fresh = time.Minute

// kept holds an answer back until it is whole, so that it travels under a tag of its bytes, and not at all to a client that has
// them already.
func kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := &held{ResponseWriter: w}
		next.ServeHTTP(h, r)
		if h.status != http.StatusOK {
			w.WriteHeader(h.status)
			_, _ = w.Write(h.body.Bytes()) // a reader who is gone does not mind
			return
		}
		w.Header().Add("Link", "<"+licence+`>; rel="license"`)
		_ = respond.Share(w, r, respond.Shared{Type: w.Header().Get("Content-Type"), Body: h.body.Bytes(), Keep: fresh}) // the answer is whole
	})
}

// held is an answer that has not gone out.
type held struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (h *held) WriteHeader(status int) {
	if h.status == 0 {
		h.status = status
	}
}

func (h *held) Write(b []byte) (int, error) {
	h.WriteHeader(http.StatusOK)
	return h.body.Write(b)
}
