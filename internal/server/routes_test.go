package server_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web"
	"kotakembar/web/view"
)

// expectation is what must hold for all routes that begin with a path; the longest path that fits a route counts.
type expectation struct {
	path   view.Path
	posts  bool        // posts are taken, without a session
	role   portal.Role // that lets in; empty for pages of everybody
	abroad bool        // pages of other sites may ask whether they may ask
	any    bool        // every signed-in person is let in, also with a password that must be changed
}

// expectations are all there are. A new route below none of them fails the test: say here who may use it.
var expectations = []expectation{
	{path: view.Home}, {path: view.Home.Card()}, {path: view.PulseFrame}, {path: view.PulseImage},
	{path: view.Partners}, {path: view.PartnersCSV}, {path: view.Agreements}, {path: view.Approvals}, {path: view.Programs}, {path: view.Sources}, {path: view.About},
	{path: view.Method}, {path: view.LegalPath}, {path: view.Glossary},
	{path: view.Promises}, {path: view.Opportunities}, {path: view.Venues}, {path: view.Find}, {path: view.Suggest}, {path: view.Activities}, {path: view.ActivitiesCSV}, {path: view.Visits}, {path: view.VisitsCSV},
	{path: view.Agreements.CSV()}, {path: view.Approvals.CSV()}, {path: view.Promises.CSV()}, {path: view.Programs.CSV()},
	{path: view.Opportunities.CSV()}, {path: view.Venues.CSV()}, {path: view.Missing.CSV()}, {path: view.Sources.CSV()},
	{path: view.Benefits},
	{path: view.Recent},
	{path: view.Compare},
	{path: view.History}, {path: view.Recent.Atom()}, {path: view.Recent.JSONFeed()},
	{path: view.Document}, {path: view.DocumentImage}, {path: view.Data}, {path: view.Sitemap}, {path: alike("/sitemap")}, {path: view.ForModels}, {path: view.Security},
	{path: view.Calendar}, {path: view.Calendar.ICS()}, {path: view.Opportunities.ICS()},
	{path: view.Privacy}, {path: view.Accessibility}, {path: view.Missing}, {path: view.Report, posts: true}, {path: view.Alerts, posts: true},
	{path: alike("/angket"), posts: true}, {path: alike("/en/questionnaires"), posts: true},
	{path: alike(web.Prefix)}, {path: alike("/healthz")}, {path: alike("/readyz")},
	{path: alike("/api/v1"), abroad: true}, {path: view.APIDocs},
	{path: alike("/favicon.ico")}, {path: alike("/robots.txt")}, {path: view.Manifest},
	{path: view.Theme, posts: true}, {path: view.SignIn, posts: true}, {path: view.SignOut, posts: true},
	{path: desks(""), role: portal.Editor},
	{path: desks("/password"), any: true},
	{path: desks("/security"), role: portal.Editor}, {path: desks("/confirm"), role: portal.Editor}, {path: view.SignInCode, posts: true}, {path: view.SignInPasskey, posts: true}, {path: view.Invitation, posts: true}, {path: view.SignInElsewhere}, {path: view.SignInBack},
	{path: desks("/changes/{id}/decide"), role: portal.Reviewer},
	{path: desks("/changes/{id}/assign"), role: portal.Reviewer},
	{path: desks("/changes/assign"), role: portal.Reviewer},
	{path: desks("/changes/{id}/urgent"), role: portal.Reviewer}, {path: desks("/changes/{id}/review"), role: portal.Reviewer},
	{path: desks("/batches/{id}/decide"), role: portal.Reviewer}, {path: desks("/batches/{id}/assign"), role: portal.Reviewer},
	{path: desks("/reports/{period}/send"), role: portal.Reviewer},
	{path: desks("/staff"), role: portal.Administrator},
	{path: desks("/jobs"), role: portal.Administrator}, {path: desks("/outbox"), role: portal.Administrator},
	{path: desks("/files/{hash}/forget"), role: portal.Administrator},
	{path: desks("/audit"), role: portal.Administrator},
}

func alike(path string) view.Path { return view.Path{ID: path, EN: path} }

func desks(path string) view.Path {
	return view.Path{ID: view.Desks.ID + path, EN: view.Desks.EN + path}
}

// route is a route of the program with an address that leads to it.
type route struct{ method, pattern, address string }

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

func routesOf(t *testing.T, s site) (all []route) {
	t.Helper()
	err := chi.Walk(s.Routes(), func(method, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if pattern != view.Home.ID && pattern != view.Home.EN {
			pattern = strings.TrimSuffix(pattern, "/")
		}
		address := strings.TrimSuffix(placeholder.ReplaceAllString(pattern, "999999"), "*")
		all = append(all, route{method, pattern, address})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func expected(r route) (found expectation, ok bool) {
	longest := -1
	for _, e := range expectations {
		for _, l := range i18n.Langs {
			path := e.path.Pattern(l)
			fits := r.pattern == path || strings.HasPrefix(r.pattern, strings.TrimSuffix(path, "/")+"/") && path != view.Home.In(l)
			if fits && len(path) > longest {
				found, longest, ok = e, len(path), true
			}
		}
	}
	return found, ok || r.pattern == strings.TrimSuffix(view.Home.EN, "/")
}

func TestEveryRouteHasItsGuard(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	people := map[portal.Role]*browser{}
	for _, role := range portal.Roles {
		s.person(string(role)+"@bandung.go.id", role, nil)
		people[role] = s.signedIn(string(role) + "@bandung.go.id")
	}
	s.person("baru@bandung.go.id", portal.Administrator, func(p *portal.Staff) { p.MustChange = true })
	fresh := s.signedIn("baru@bandung.go.id")
	seen := 0
	for _, r := range routesOf(t, s) {
		seen++
		e, ok := expected(r)
		if !ok {
			t.Errorf("%s %s: nobody has said who may use it", r.method, r.pattern)
			continue
		}
		if !slices.Contains([]string{http.MethodGet, http.MethodHead, http.MethodPost}, r.method) && !(e.abroad && r.method == http.MethodOptions) {
			t.Errorf("%s %s: no page of ours takes this method", r.method, r.pattern)
		}
		everybodys(t, s, r, e)
		if r.method == http.MethodPost {
			guardedPost(t, s, people[portal.Administrator], r)
		}
		if e.role != "" || e.any {
			guardedByRole(t, s, people, r, e)
		}
		if e.role != "" {
			must(t, r, "with a password to change", fresh.try(r), http.StatusSeeOther)
		}
	}
	if seen < 100 {
		t.Errorf("only %d routes were walked", seen)
	}
}

// everybodys holds what is true of every route: methods that it does not have are refused, and posts of a public page too.
func everybodys(t *testing.T, s site, r route, e expectation) {
	t.Helper()
	must(t, r, "asked with DELETE", s.browser().send(http.MethodDelete, r.address, nil, ""), http.StatusMethodNotAllowed)
	if r.method == http.MethodPost && e.role == "" && !e.any && !e.posts {
		t.Errorf("%s takes posts from everybody", r.pattern)
	}
	if r.method == http.MethodGet && e.role == "" && !e.any && !e.posts {
		must(t, r, "posted to", s.browser().post(r.address, nil), http.StatusMethodNotAllowed)
	}
}

// guardedPost holds that a post from another site and one that is too large are refused, whoever sends them.
func guardedPost(t *testing.T, s site, person *browser, r route) {
	t.Helper()
	large := strings.NewReader("x=" + strings.Repeat("x", 2<<20))
	must(t, r, "too large", person.send(http.MethodPost, r.address, large, "application/x-www-form-urlencoded"), http.StatusRequestEntityTooLarge)
	person.headers.Set("Sec-Fetch-Site", "cross-site")
	must(t, r, "from another site", person.post(r.address, url.Values{}), http.StatusForbidden)
	person.headers.Del("Sec-Fetch-Site")
}

// guardedByRole holds that nobody else is let in.
func guardedByRole(t *testing.T, s site, people map[portal.Role]*browser, r route, e expectation) {
	t.Helper()
	signedOut := http.StatusSeeOther
	if r.method == http.MethodPost {
		signedOut = http.StatusUnauthorized
	}
	a := s.browser().try(r)
	must(t, r, "signed out", a, signedOut)
	if to := a.Header.Get("Location"); signedOut == http.StatusSeeOther && !strings.Contains(to, "next=") {
		t.Errorf("%s %s: leads to %q instead of the sign-in", r.method, r.pattern, to)
	}
	for role, b := range people {
		switch a := b.try(r); {
		case e.any || role.Includes(e.role):
			if a.StatusCode == http.StatusForbidden || a.StatusCode == http.StatusUnauthorized || a.StatusCode >= 500 {
				t.Errorf("%s %s: %s gets %d", r.method, r.pattern, role, a.StatusCode)
			}
		default:
			must(t, r, "as "+string(role), a, http.StatusForbidden)
		}
	}
}

// try asks for a route as its method wants.
func (b *browser) try(r route) answer {
	b.t.Helper()
	if r.method == http.MethodPost {
		return b.post(r.address, url.Values{})
	}
	return b.get(r.address)
}

func must(t *testing.T, r route, how string, a answer, status int) {
	t.Helper()
	if a.StatusCode != status {
		t.Errorf("%s %s, %s: status %d, want %d", r.method, r.pattern, how, a.StatusCode, status)
	}
}
