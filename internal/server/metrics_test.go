package server_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func numbers(s site) string {
	w := httptest.NewRecorder()
	s.Metrics().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return w.Body.String()
}

func TestNumbersTellRequestsByRouteConnectionsTheCacheAndWhatWaits(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	b := s.browser()
	b.get("/mitra/braunschweig").is(http.StatusOK)
	b.get("/mitra/fort-worth").is(http.StatusOK)
	b.get("/tidak-ada-halaman-ini").is(http.StatusNotFound)
	said := numbers(s)
	for _, want := range []string{
		`kotakembar_requests_total{method="GET",route="/mitra/{slug}",status="200"} 2`,
		`kotakembar_requests_total{method="GET",route="none",status="404"} 1`,
		`kotakembar_request_seconds_bucket{method="GET",route="/mitra/{slug}",le="5"} 2`,
		`kotakembar_request_seconds_count{method="GET",route="/mitra/{slug}"} 2`,
		"kotakembar_database_up 1", "kotakembar_draining 0", "kotakembar_page_cache_listening 0",
		`kotakembar_pool_connections{state="used"} `, `kotakembar_changes{state="submitted"} 0`, `kotakembar_mails{state="waiting"} 0`,
		"process_resident_memory_bytes ", "go_goroutines ",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not there:\n%s", want, said)
		}
	}
	for line := range strings.Lines(said) {
		if !regexp.MustCompile(`^(#.*|[a-z_]+(\{[^{}]*(\{[a-z]+\}[^{}]*)*\})? [0-9.eE+-]+)\n$`).MatchString(line) {
			t.Errorf("no line of the format: %q", line)
		}
	}
	if strings.Contains(said, "braunschweig") || strings.Contains(said, "tidak-ada") {
		t.Error("the numbers tell what exactly was asked for")
	}
	if said := numbers(closed(t, nil)); !strings.Contains(said, "kotakembar_database_up 0") {
		t.Errorf("before there is a database:\n%s", said)
	}
}
