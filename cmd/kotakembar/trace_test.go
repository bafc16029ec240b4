package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestCollectorIsToldWhereTheTimeOfARequestWentAndNotWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	told := &locked{}
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(told, r.Body) }))
	t.Cleanup(collector.Close)
	node := start(t, at(t, storetest.URL(t), settled{"OTEL_EXPORTER_OTLP_ENDPOINT": collector.URL})).ready()
	node.get("/cari?q=rahasia")
	if code := node.ends(); code != exitOK {
		t.Errorf("ends with %d", code)
	}
	for _, want := range []string{`"name":"GET /cari"`, `"name":"postgresql `, `"key":"http.route"`, `"key":"request_id"`} {
		if !strings.Contains(told.String(), want) {
			t.Errorf("%s is not told:\n%.3000s", want, told.String())
		}
	}
	if strings.Contains(told.String(), "rahasia") {
		t.Error("it is told what somebody searched for")
	}
}

func TestCollectorThatCannotBeNamedIsAProblemOfTheSettings(t *testing.T) {
	t.Parallel()
	s := at(t, "", settled{"OTEL_EXPORTER_OTLP_ENDPOINT": "127.0.0.1:4318"})
	if code, _, complaint := said(t, s, "", "serve"); code != exitUsage || !strings.Contains(complaint, "OTEL_EXPORTER_OTLP_ENDPOINT must be") {
		t.Errorf("exit code %d, says %q", code, complaint)
	}
}
