package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/server"
	"kotakembar/internal/store/storetest"
)

// problem is an error as the API tells it.
type problem struct {
	Type, Title string
	Status      int
	RequestID   string `json:"request_id"`
}

// told is the problem in an answer; it must be one, be open to other sites, and hold nothing of a page.
func (a answer) told(what string) (p problem) {
	a.t.Helper()
	if err := json.Unmarshal([]byte(a.body), &p); err != nil {
		a.t.Errorf("%s: %v in %.100q", what, err, a.body)
	}
	if a.Header.Get("Content-Type") != "application/problem+json" || a.Header.Get("Access-Control-Allow-Origin") != "*" ||
		p.Status != a.StatusCode || p.Title == "" || strings.Contains(p.Title, "trouble.") || p.RequestID == "" {
		a.t.Errorf("%s: %+v, %v", what, p, a.Header)
	}
	return p
}

func TestGuardsAnswerProgramsWithProblems(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for name, c := range map[string]struct {
		method, path string
		status       int
	}{
		"nothing there":      {http.MethodGet, "/api/v1/nothing", 404},
		"no such version":    {http.MethodGet, "/api/v9/partners", 404},
		"a post":             {http.MethodPost, "/api/v1/partners", 405},
		"a delete":           {http.MethodDelete, "/api/v1/partners/suwon", 405},
		"control characters": {http.MethodGet, "/api/v1/partners?q=%00", 400},
		"broken escape":      {http.MethodGet, "/api/v1/partners?q=%zz", 400},
		"endless address":    {http.MethodGet, "/api/v1/partners?q=" + strings.Repeat("x", 5000), 414},
	} {
		s.browser().send(c.method, c.path, nil, "").is(c.status).told(name)
	}
	if a := s.browser().send(http.MethodDelete, "/api/v1/partners", nil, ""); a.Header.Get("Allow") == "" || strings.Contains(a.Header.Get("Allow"), "POST") {
		t.Errorf("allows %q", a.Header.Values("Allow"))
	}
	stranger := s.browser()
	stranger.host = "evil.example"
	stranger.get("/api/v1").is(http.StatusMisdirectedRequest).told("a foreign name")
	foreign := s.browser()
	foreign.headers.Set("Sec-Fetch-Site", "cross-site")
	foreign.get("/api/v1/sectors").is(http.StatusOK)
}

func TestAPIWaitsForTheDatabaseInProblems(t *testing.T) {
	t.Parallel()
	waiting := closed(t, nil)
	if a := waiting.browser().get("/api/v1/partners").is(http.StatusServiceUnavailable); a.Header.Get("Retry-After") == "" {
		t.Error("does not say when to try again")
	} else {
		a.told("never reached")
	}
	l := newLine(t, storetest.URL(t))
	s := closed(t, nil)
	s.over(l.address)
	s.browser().get("/api/v1/partners").is(http.StatusOK)
	l.set(cut)
	for _, path := range []string{"/api/v1/partners", "/api/v1/partners/suwon", "/api/v1", "/api/v1/activities?partner=suwon"} {
		a := s.browser().get(path).is(http.StatusServiceUnavailable)
		if a.told(path); a.Header.Get("Retry-After") == "" || strings.Contains(a.body, l.address) {
			t.Errorf("%s: %v %s", path, a.Header, a.body)
		}
	}
	l.set(works)
	s.browser().get("/api/v1/partners").is(http.StatusOK)
}

func TestBrowsersOfOtherSitesMayAskTheAPIAlone(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	if a := s.browser().send(http.MethodOptions, "/api/v1/partners", nil, "").is(http.StatusNoContent); a.Header.Get("Access-Control-Allow-Methods") == "" {
		t.Errorf("%v", a.Header)
	}
	for _, path := range []string{"/mitra", "/masuk", "/admin", "/apix"} {
		s.browser().send(http.MethodOptions, path, nil, "").is(http.StatusMethodNotAllowed)
	}
	s.browser().send(http.MethodOptions, "/api/v1/nothing", nil, "").is(http.StatusNotFound)
	s.browser().get("/api/v1/partners/").is(http.StatusMovedPermanently).leadsTo("/api/v1/partners")
}

func TestTagNamesTheBytesAsTheyTravel(t *testing.T) {
	t.Parallel()
	plain, packed := open(t, nil).browser(), (*browser)(nil)
	packed = plain.site.browser()
	packed.headers.Set("Accept-Encoding", "gzip")
	bare := plain.get("/api/v1/sectors").is(http.StatusOK).Header.Get("ETag")
	a := packed.get("/api/v1/sectors").is(http.StatusOK)
	tag := a.Header.Get("ETag")
	if a.Header.Get("Content-Encoding") != "gzip" || tag != strings.TrimSuffix(bare, `"`)+`-gzip"` || !strings.HasPrefix(bare, `"`) {
		t.Errorf("packed %q under %q, plain %q", a.Header.Get("Content-Encoding"), tag, bare)
	}
	packed.headers.Set("If-None-Match", tag)
	if again := packed.get("/api/v1/sectors").is(http.StatusNotModified); again.Header.Get("ETag") != tag {
		t.Errorf("known as %q, answered with %q", tag, again.Header.Get("ETag"))
	}
	packed.headers.Set("If-None-Match", `"other-gzip"`)
	packed.get("/api/v1/sectors").is(http.StatusOK)
	if weak := packed.get("/mitra").is(http.StatusOK).Header.Get("ETag"); !strings.HasPrefix(weak, `W/"`) || strings.Contains(weak, "gzip") {
		t.Errorf("a page travels under %q", weak)
	}
}

func TestAPIIsLimitedByTheSettingAndPagesAreNot(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Requests = 1 })
	b := s.browser()
	b.get("/api/v1/sectors").is(http.StatusOK)
	b.get("/api/v1/sectors").is(http.StatusTooManyRequests).told("too often")
	b.get("/mitra").is(http.StatusOK)
	b.post("/masuk", url.Values{}).is(http.StatusUnprocessableEntity)
}
