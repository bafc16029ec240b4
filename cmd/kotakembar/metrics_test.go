package main

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestNumbersAreFetchedFromAnAddressOfTheirOwnAndNeverFromTheSite(t *testing.T) {
	t.Parallel()
	node := start(t, at(t, storetest.URL(t), settled{"KOTAKEMBAR_METRICS_ADDR": "127.0.0.1:0"})).ready()
	if got := node.get("/metrics").StatusCode; got != http.StatusNotFound {
		t.Errorf("the site answers %d", got)
	}
	node.get("/mitra")
	_, address, _ := strings.Cut(node.before.String(), "Numbers: ")
	address, _, _ = strings.Cut(address, "\n")
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	said, err := io.ReadAll(r.Body)
	for _, want := range []string{`kotakembar_requests_total{method="GET",route="/mitra",status="200"} 1`, "kotakembar_database_up 1", "go_goroutines "} {
		if err != nil || !strings.Contains(string(said), want) {
			t.Errorf("%q is not there (%v):\n%s", want, err, said)
		}
	}
	if r, err := http.Get(strings.TrimSuffix(address, "metrics")); err != nil || r.StatusCode != http.StatusNotFound {
		t.Errorf("beside the numbers there is %v (%v)", r.StatusCode, err)
	}
	if code := node.ends(); code != exitOK {
		t.Errorf("ends with %d", code)
	}
}
