// Package api is the face of the register for programs: version 1, read only, JSON, described by OpenAPI 3.1.
//
// Here belong, for each kind of record, the document that it is outside (so that a rename inside breaks nobody outside), what its
// list can be narrowed by, and what every answer shares: cursors, chosen fields, disputes as versions, tags, limits, problems.
// What does not belong here: SQL, rules of the records, words for readers (they stand in the catalog), pages but those that
// explain the API itself.
package api

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Prefix is where the addresses of version 1 begin.
const Prefix = "/api/v1"

// Face is the register as programs see it.
type Face struct {
	Store    *store.Store
	Now      func() time.Time
	Requests int // that one address may make in a minute; 0 for any number

	// The summaries of all ties by the numbers of their cities, which the pages keep in memory.
	Ties func(context.Context) ([]*portal.Summary, error)
}

// Mount puts the API on the router, with its description for programs and its pages for people. What answers is made when somebody
// first asks for something: that takes longer than to make all the rest of the program, and many registers are never asked.
func (f Face) Mount(r chi.Router) {
	made := sync.OnceValue(f.make)
	r.Group(func(r chi.Router) {
		r.Use(f.polite())
		r.Group(func(r chi.Router) {
			r.Use(inJSON, once, kept)
			for _, path := range addresses() {
				r.Get(path, func(w http.ResponseWriter, r *http.Request) { made().ServeHTTP(w, r) })
			}
		})
		f.mountDescription(r, made)
	})
	for _, path := range addresses() {
		r.Options(path, preflight)
	}
	guide := guide{site: f, spec: func() *huma.OpenAPI { return made().described.OpenAPI() }}
	for _, l := range i18n.Langs {
		r.Method(http.MethodGet, view.APIDocs.Pattern(l), inLanguage(l, guide.overview))
		r.Method(http.MethodGet, view.APIDoc.Pattern(l), inLanguage(l, guide.kind))
	}
}

// addresses are those of all operations.
func addresses() []string {
	list := []string{Prefix, path("vocabulary")}
	for _, l := range lists {
		list = append(list, path(l.name), path(l.name)+"/{key}")
	}
	return list
}

// operations are what can be asked for, and their description.
type operations struct {
	routes    *chi.Mux
	described huma.API
}

func (f Face) make() operations {
	o := operations{routes: chi.NewRouter()}
	o.described = f.operations(o.routes)
	return o
}

// ServeHTTP answers at the addresses; the way that led here is not the way within. Who asks for a header alone is answered as by GET.
func (o operations) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	way := chi.NewRouteContext()
	way.Routes, way.RouteMethod = o.routes, http.MethodGet
	o.routes.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), chi.RouteCtxKey, way)))
}

// operations registers what can be asked for.
func (f Face) operations(r chi.Router) huma.API {
	a := humachi.New(r, config())
	f.mountIndex(a)
	for _, mount := range f.kinds() {
		mount(a)
	}
	f.mountVocabulary(a)
	describe(a.OpenAPI())
	return a
}

// kinds are the kinds of records in the order in which they are told.
func (f Face) kinds() []func(huma.API) {
	return []func(huma.API){
		f.mountPartners, f.mountAgreements, f.mountSteps, f.mountApprovals, f.mountPromises, f.mountPrograms, f.mountActivities,
		f.mountOutcomes, f.mountOpportunities, f.mountVenues, f.mountMirrors, f.mountSources, f.mountDocuments, f.mountSectors, f.mountLimits,
	}
}

// inLanguage answers with a page in the language of its address.
func inLanguage(l i18n.Lang, page respond.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page.ServeHTTP(w, r.WithContext(i18n.With(r.Context(), l)))
	})
}
