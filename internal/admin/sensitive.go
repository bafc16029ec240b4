package admin

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// sensitive are the steps that ask again who one is where the last proof is older than ten minutes: all that lets people in, speaks for the
// office, touches many records at once, removes for good, or shows what is written about people. Each has the page to which its asker comes
// back; that of a page is its own. The desks of records have none: what is done there is a proposal.
//
// A decision on one change is not among them. It is a reviewer's work all day, it stands in front of a second pair of eyes, and another
// decision takes it back.
var sensitive = map[string]string{
	"POST /changes/{id}/urgent": "/changes/{id}/urgent",
	"GET /changes/{id}/urgent":  "",

	"POST /batches/{id}/decide": "/batches/{id}",
	"GET /batches/{id}/undo":    "",
	"POST /batches/{id}/undo":   "/batches/{id}/undo",

	"GET /reports/{period}/send":  "",
	"POST /reports/{period}/send": "/reports/{period}/send",

	"GET /staff":                                "",
	"GET /staff/new":                            "",
	"POST /staff/new":                           "/staff/new",
	"GET /staff/{id}":                           "",
	"POST /staff/{id}":                          "/staff/{id}",
	"POST /staff/{id}/account":                  "/staff/{id}",
	"POST /staff/{id}/hand-over":                "/staff/{id}",
	"POST /staff/{id}/sessions":                 "/staff/{id}",
	"GET /staff/{id}/factor":                    "",
	"POST /staff/{id}/factor":                   "/staff/{id}/factor",
	"POST /staff/{id}/invitation":               "/staff/{id}",
	"POST /staff/{id}/invitation/withdraw":      "/staff/{id}",
	"GET /outbox":                               "",
	"GET /outbox/{id}":                          "",
	"POST /outbox/{id}/send":                    "/outbox/{id}",
	"POST /audit/export":                        "/audit",
	"POST /files/{hash}/forget":                 "/files",
	"POST /security/start":                      "/security",
	"GET /security/app":                         "",
	"POST /security/app":                        "/security",
	"POST /security/codes":                      "/security",
	"POST /security/remove":                     "/security",
	"POST /security/" + passkeyPart:             "/security",
	"POST /security/" + passkeyPart + "/start":  "/security",
	"POST /security/" + passkeyPart + "/remove": "/security",
}

// askAgain asks again before the sensitive steps of a group of routes. It stands after the guard of their role.
func (o Office) askAgain(next http.Handler) http.Handler {
	asking := o.Keeper.Fresh(backFrom)(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, asks := sensitive[step(r)]; asks {
			asking.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// step is what a request asks for, as the table names it.
func step(r *http.Request) string {
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	route := chi.RouteContext(r.Context()).RoutePattern()
	return method + " " + strings.TrimPrefix(route, view.Desks.In(i18n.From(r.Context())))
}

// backFrom is the page to which who was asked comes back.
func backFrom(r *http.Request) string {
	page := sensitive[step(r)]
	if page == "" {
		return r.URL.RequestURI()
	}
	parts := strings.Split(strings.TrimPrefix(page, "/"), "/")
	for i, part := range parts {
		if name, variable := strings.CutPrefix(part, "{"); variable {
			parts[i] = chi.URLParam(r, strings.TrimSuffix(name, "}"))
		}
	}
	return view.Admin(i18n.From(r.Context()), parts...)
}
