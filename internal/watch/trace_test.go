package watch_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"

	"kotakembar/internal/watch"
)

// collector keeps what it is sent.
type collector struct {
	sync.Mutex
	*httptest.Server
	header http.Header
	spans  []span
	about  string
}

type span struct {
	TraceID, SpanID, ParentSpanID, Name string
	Kind                                int
	StartTimeUnixNano, EndTimeUnixNano  string
	Attributes                          []struct {
		Key   string
		Value struct{ StringValue, IntValue string }
	}
	Status struct{ Code int }
}

func (s span) at(key string) string {
	for _, a := range s.Attributes {
		if a.Key == key {
			return a.Value.StringValue + a.Value.IntValue
		}
	}
	return ""
}

func collect(t testing.TB) *collector {
	c := &collector{}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var sent struct {
			ResourceSpans []struct {
				Resource   json.RawMessage
				ScopeSpans []struct{ Spans []span }
			}
		}
		if err := json.Unmarshal(body, &sent); err != nil || r.URL.Path != "/v1/traces" {
			t.Errorf("%s: %v", r.URL.Path, err)
		}
		c.Lock()
		defer c.Unlock()
		c.header = r.Header
		for _, of := range sent.ResourceSpans {
			c.about = string(of.Resource)
			for _, in := range of.ScopeSpans {
				c.spans = append(c.spans, in.Spans...)
			}
		}
	}))
	t.Cleanup(c.Close)
	return c
}

func env(values map[string]string) func(string) string {
	return func(name string) string { return values[name] }
}

func TestSpansReachACollectorAsTheEncodingAsks(t *testing.T) {
	t.Parallel()
	c := collect(t)
	tracer, err := watch.NewTracer(env(map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": c.URL + "/", "OTEL_EXPORTER_OTLP_HEADERS": "api-key=a%20b"}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, asked := tracer.Begin(watch.WithID(t.Context(), "REQUEST7"), watch.Asked, "GET")
	marks := watch.Marks(ctx)
	_, question := tracer.BeginWithin(ctx, watch.Asking, "postgresql select")
	question.End(errors.New("rahasia"))
	asked.Name("GET /mitra/{slug}")
	asked.Status(http.StatusServiceUnavailable)
	asked.End(nil)
	if _, none := tracer.BeginWithin(t.Context(), watch.Asking, "postgresql select"); none != nil {
		t.Error("a question of nobody has a span")
	}
	later, work := tracer.Begin(watch.WithMarks(context.Background(), marks), watch.Behind, "work send_mail")
	work.End(nil)
	if watch.ID(later) != "REQUEST7" {
		t.Errorf("work is done for %q", watch.ID(later))
	}
	if err := tracer.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(c.spans) != 3 || c.header.Get("Api-Key") != "a b" || !strings.Contains(c.about, `"kotakembar"`) {
		t.Fatalf("%d spans of %s, with %v", len(c.spans), c.about, c.header)
	}
	inner, outer, behind := c.spans[0], c.spans[1], c.spans[2]
	for _, s := range c.spans {
		if !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(s.TraceID) || !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(s.SpanID) ||
			s.TraceID != outer.TraceID || len(s.StartTimeUnixNano) != 19 || s.EndTimeUnixNano < s.StartTimeUnixNano || s.at("request_id") != "REQUEST7" {
			t.Errorf("%+v", s)
		}
	}
	if inner.ParentSpanID != outer.SpanID || behind.ParentSpanID != outer.SpanID || outer.ParentSpanID != "" {
		t.Errorf("parents: %+v", c.spans)
	}
	if inner.Kind != 3 || outer.Kind != 2 || behind.Kind != 5 || inner.Status.Code != 2 || outer.Status.Code != 2 || behind.Status.Code != 0 {
		t.Errorf("kinds and faults: %+v", c.spans)
	}
	if outer.Name != "GET /mitra/{slug}" || outer.at("http.response.status_code") != "503" {
		t.Errorf("%+v", outer)
	}
}

func TestTracesAreOffUnlessACollectorIsNamed(t *testing.T) {
	t.Parallel()
	for _, values := range []map[string]string{
		nil,
		{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_SDK_DISABLED": "true"},
		{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_TRACES_EXPORTER": "none"},
	} {
		if tracer, err := watch.NewTracer(env(values)); tracer != nil || err != nil {
			t.Errorf("%v: %v (%v)", values, tracer, err)
		}
	}
	for _, values := range []map[string]string{
		{"OTEL_EXPORTER_OTLP_ENDPOINT": "127.0.0.1:4318"},
		{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"},
		{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_EXPORTER_OTLP_HEADERS": "secret"},
	} {
		if _, err := watch.NewTracer(env(values)); err == nil || strings.Contains(err.Error(), "secret") && !strings.Contains(err.Error(), "api-key=secret") {
			t.Errorf("%v: %v", values, err)
		}
	}
}

func BenchmarkNoTracer(b *testing.B) {
	var tracer *watch.Tracer
	ctx := b.Context()
	b.ReportAllocs()
	for b.Loop() {
		_, span := tracer.BeginWithin(ctx, watch.Asking, "postgresql select")
		span.Say("db.query.text", "select 1")
		span.End(nil)
	}
}
