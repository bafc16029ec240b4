// Package server puts the faces of the register on one address and guards what comes in.
//
// Here belong the order of middleware, the security headers, the limits of every request, health, and the choice of
// appearance. What does not belong here: pages of records, questions to the store, and who may do what (package auth).
package server

import (
	"cmp"
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/admin"
	"kotakembar/internal/api"
	"kotakembar/internal/auth"
	"kotakembar/internal/cache"
	"kotakembar/internal/caller"
	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/identity"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/public"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/internal/watch"
	"kotakembar/web"
	"kotakembar/web/view"
)

// Config is what the server must know from outside.
type Config struct {
	BaseURL   string                 // scheme and host for addresses in pages, without a slash at the end; empty to take the request's
	Hosts     []string               // names by which the site may be asked for, without port
	Proxies   []netip.Prefix         // proxies whose word on client address and https is taken
	Solo      bool                   // one person may decide on their own changes
	Factor    portal.Role            // from which role on staff need a second factor; empty for none
	Identity  *identity.Provider     // the single sign-on of the city; nil for none
	Roles     map[string]portal.Role // which parts that it tells give which role; nil where roles are given here alone
	Passwords auth.PasswordRules     // what new passwords must be like
	Files     *media.Store
	Mails     bool             // there is a mail server
	Now       func() time.Time // the clock; every face takes its days as those of the home city

	Searches    int       // that one address may ask for in a minute; 0 for the usual number
	ContactDays int       // for which the contact of a letter's sender is kept after the last word; 0 for the usual time
	Requests    int       // that one address may make to the API in a minute; 0 for any number
	Bulk        int       // files of the register that one address may ask for in a minute; 0 for the usual number
	Built       time.Time // when this program was made
	Spool       string    // folder for files in the making; empty for that of the system

	Tracer *watch.Tracer // nil for none
}

// usualSearches are more than a person can read, also where an office shares an address.
const usualSearches = 120

// usualContactDays are enough to ask back about a letter after it was answered.
const usualContactDays = 180

// usualPosts are more letters than a person can write in a minute.
const usualPosts = 20

// usualBulk are more than a person can use, also where a program reads files in parts.
const usualBulk = 120

// Server answers from the first moment: with the page for a database that is away until Open, with the register afterwards.
type Server struct {
	Config
	origin   http.CrossOriginProtection
	router   atomic.Pointer[chi.Mux]
	prepared *prepared
	front    http.Handler
	store    atomic.Pointer[store.Store]
	site     atomic.Pointer[public.Site]
	copies   atomic.Pointer[store.Replica] // nil for none
	shelf    atomic.Pointer[export.Shelf]
	draining atomic.Bool
	waiting  atomic.Pointer[string] // why the store is not there yet, in words
	warmth   warmth
	counts   *watch.Counts
}

// New returns a server that waits for its store.
func New(c Config) (*Server, error) {
	s := &Server{Config: c, counts: watch.NewCounts(), warmth: make(warmth, 1)}
	s.Now = func() time.Time { return c.Now().In(portal.WIB) }
	s.Searches, s.ContactDays = cmp.Or(c.Searches, usualSearches), cmp.Or(c.ContactDays, usualContactDays)
	s.Bulk = cmp.Or(c.Bulk, usualBulk)
	if c.BaseURL != "" {
		if err := s.origin.AddTrustedOrigin(c.BaseURL); err != nil {
			return nil, err
		}
	}
	s.prepared = s.newPrepared()
	s.router.Store(s.routes(s.mountWaiting))
	s.front = s.prepared.pages.Front(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.router.Load().ServeHTTP(w, r) }))
	return s, nil
}

// Open begins to answer with what the store holds, whose schema is up to date, once the pages have read what they share. It says that it is
// ready last.
func (s *Server) Open(ctx context.Context, st *store.Store) {
	s.Wait("the register is being read")
	site := public.Site{
		Store: st, Now: s.Now, Files: s.Files, ContactDays: s.ContactDays, Mails: s.Mails, Searches: s.Searches, Posts: usualPosts,
	}.Ready()
	s.site.Store(&site)
	primed := make(chan error, 1)
	go func() { primed <- site.Prime(ctx) }()
	s.shelf.Store(s.newShelf(st))
	router := s.routes(func(r chi.Router) { s.mountSite(r, st, site) }) // while the database answers
	if err := <-primed; err != nil && ctx.Err() == nil {
		slog.WarnContext(ctx, "the register was not read; pages read it when they are asked for", "error", err)
	}
	s.router.Store(router)
	s.store.Store(st)
}

// Copies has the numbers of this node tell whether copies of the database are asked.
func (s *Server) Copies(r *store.Replica) { s.copies.Store(r) }

// Drain makes the server say that it is not ready for more, so that a balancer sends readers elsewhere.
func (s *Server) Drain() { s.draining.Store(true) }

// ServeHTTP answers with a page that is ready, or takes the whole way. What is ready leaves no line in the log. While it drains, each
// connection ends with its answer, so that none is cut later.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.draining.Load() {
		w.Header().Set("Connection", "close")
	}
	s.front.ServeHTTP(w, r)
}

// What a connection may take: an answer to go, and the next request to come.
const (
	writeTime = 2 * time.Minute
	idleTime  = 2 * time.Minute
)

// HTTP wraps the server with the limits of a connection. A body may take a minute to come.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(slog.Default().Handler(), slog.LevelDebug),
	}
}

// Ahead has the connections of a listener answer with pages that are ready before HTTP takes part. While the server drains they do not.
func (s *Server) Ahead(l net.Listener) net.Listener {
	return &cache.Ahead{Listener: l, Pages: s.prepared.pages, Passing: s.draining.Load, Idle: idleTime, Write: writeTime}
}

// routes is the whole way of a request, from the outside in.
func (s *Server) routes(pages func(chi.Router)) *chi.Mux {
	r := chi.NewRouter()
	r.Use(
		s.headers,               // on every answer, also on those of the guards below
		s.surroundings,          // language, theme, request id
		s.traced,                // a span where somebody gathers them
		api.Around,              // below its address: open to other sites, problems in place of pages
		s.logged,                // one line for each answer
		rescued,                 // a panic becomes a page
		s.ownHost,               // 421 for names that are not ours
		knownMethod(r),          // 405 for methods that no page takes
		wellFormed,              // 400 for control characters, 414 for endless addresses
		s.sameOrigin,            // 403 for posts from other sites
		limited,                 // 413 for large bodies, 400 for forms with control characters
		caller.Known(s.Proxies), // the address, from trusted proxies alone
		deadline,                // so that a database that hangs becomes a 503
		retagged,                // a tag of bytes as they travel
		packed,                  // gzip
		withoutSlash,            // one address for each page
		headAsGet,               // HEAD where GET is answered
	)
	r.NotFound(answer(portal.ErrNotFound))
	r.MethodNotAllowed(otherMethod(r))
	r.Get(healthPath, healthy)
	r.Get(readyPath, s.ready)
	r.Method(http.MethodGet, web.Prefix+"*", web.Handler(answer(portal.ErrNotFound)))
	r.Get("/favicon.ico", http.RedirectHandler(web.URL("img/icon-32.png"), http.StatusFound).ServeHTTP)
	r.Get("/robots.txt", robots)
	for _, l := range i18n.Langs {
		r.Get(view.Manifest.In(l), manifest(l))
		r.Method(http.MethodPost, view.Theme.In(l), respond.Handler(s.chooseTheme))
	}
	pages(r)
	return r
}

// mountSite puts the faces on the router.
func (s *Server) mountSite(r chi.Router, st *store.Store, site public.Site) {
	keeper := auth.NewKeeper(auth.Keeper{
		Store: st, Solo: s.Solo, Secure: s.https, Now: s.Now, Answer: respond.Error,
		Desk: view.Admin, Factor: s.Factor, Identity: s.Identity, Passwords: s.Passwords, Roles: s.Roles,
	})
	office := admin.Office{Store: st, Keeper: keeper, Files: s.Files, Now: s.Now, ContactDays: s.ContactDays, Mails: s.Mails, BaseURL: s.BaseURL}
	site.Answers, site.Called = office.Answers, office.Called
	office.Public, office.Skyline, office.House = shows(site), site.Skyline, site.House
	r.Group(func(r chi.Router) {
		r.Use(mayLag)
		api.Face{Store: st, Now: s.Now, Requests: s.Requests, Ties: site.Summaries}.Mount(r)
	})
	r.Group(func(r chi.Router) {
		r.Use(mayLag, s.prepared.caughtUp, s.prepared.pages.Keep)
		site.Mount(r)
	})
	public.Downloads{Site: site, Shelf: s.shelf.Load(), Ask: s.asks(st, site), Bulk: s.Bulk, Built: s.Built}.Mount(r)
	public.Papers{Store: st, Files: s.Files}.Mount(r)
	r.Group(func(r chi.Router) {
		r.Use(s.prepared.caughtUp, keeper.Load, greeted, uploads)
		office.Mount(r)
	})
}

// mountWaiting answers everything with the page for a database that is away.
func (s *Server) mountWaiting(r chi.Router) {
	r.NotFound(answer(respond.ErrUnavailable))
}

func answer(err error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { respond.Error(w, r, err) }
}

// methods are those that pages of ours take.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost}

// methodsOf are those that may be taken at a path: browsers ask the API by OPTIONS whether a page of another site may ask it.
func methodsOf(path string) []string {
	if api.Holds(path) {
		return append(slices.Clone(methods), http.MethodOptions)
	}
	return methods
}

// knownMethod refuses other methods before anybody looks at them.
func knownMethod(routes chi.Routes) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !slices.Contains(methodsOf(r.URL.Path), r.Method) {
				otherMethod(routes)(w, r)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// otherMethod answers to a method that a page does not take, and names those that it does.
func otherMethod(routes chi.Routes) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, method := range methodsOf(r.URL.Path) {
			if routes.Match(chi.NewRouteContext(), method, r.URL.Path) {
				w.Header().Add("Allow", method)
			}
		}
		respond.Error(w, r, respond.ErrMethod)
	}
}
