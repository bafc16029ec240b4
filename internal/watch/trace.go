package watch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// Tracer tells a collector where the time of requests and of background work goes, in the way of OpenTelemetry. A nil one tells nothing
// and costs nothing.
type Tracer struct {
	provider *sdk.TracerProvider
	tracer   trace.Tracer
}

// Kinds of spans: what somebody asked of us, and what we ask of others.
const (
	Asked  = trace.SpanKindServer
	Asking = trace.SpanKindClient
	Behind = trace.SpanKindConsumer
)

// NewTracer reads the usual variables of OpenTelemetry; nil where no collector is named in them. What samples, how much is gathered
// before it is sent, and further attributes are read by the library from the environment of the process.
func NewTracer(env func(string) string) (*Tracer, error) {
	to := env("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
	if base := env("OTEL_EXPORTER_OTLP_ENDPOINT"); to == "" && base != "" {
		to = strings.TrimSuffix(base, "/") + "/v1/traces"
	}
	if to == "" || env("OTEL_SDK_DISABLED") == "true" || env("OTEL_TRACES_EXPORTER") == "none" {
		return nil, nil
	}
	if u, err := url.Parse(to); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address, such as http://127.0.0.1:4318")
	}
	if p := env("OTEL_EXPORTER_OTLP_PROTOCOL"); p != "" && p != "http/json" {
		return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_PROTOCOL is %q, but this program speaks http/json alone, which every collector takes at its http port", p)
	}
	headers, err := headersOf(env("OTEL_EXPORTER_OTLP_HEADERS"))
	if err != nil {
		return nil, err
	}
	about, err := resource.New(context.Background(), resource.WithAttributes(attribute.String("service.name", "kotakembar")), resource.WithFromEnv())
	if err != nil {
		return nil, err
	}
	const patience = 10 * time.Second
	out := &exporter{to: to, headers: headers, client: &http.Client{Timeout: patience}}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(out), sdk.WithResource(about))
	return &Tracer{provider, provider.Tracer("kotakembar")}, nil
}

// headersOf reads a list of names and values, such as those by which a collector knows who sends.
func headersOf(list string) (http.Header, error) {
	headers := http.Header{}
	for pair := range strings.SplitSeq(list, ",") {
		if pair = strings.TrimSpace(pair); pair == "" {
			continue
		}
		name, value, ok := strings.Cut(pair, "=")
		value, err := url.PathUnescape(strings.TrimSpace(value))
		if !ok || err != nil {
			return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_HEADERS must be names and values, such as api-key=secret")
		}
		headers.Set(strings.TrimSpace(name), value)
	}
	return headers, nil
}

// Stop sends what is left.
func (t *Tracer) Stop(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.provider.Shutdown(ctx)
}

// Span is a stretch of time in which something is done.
type Span struct{ span trace.Span }

// Begin begins a span. Its end must be told by End.
func (t *Tracer) Begin(ctx context.Context, kind trace.SpanKind, name string) (context.Context, *Span) {
	if t == nil {
		return ctx, nil
	}
	ctx, span := t.tracer.Start(ctx, name, trace.WithSpanKind(kind))
	if id := ID(ctx); id != "" {
		span.SetAttributes(attribute.String(Mark, id))
	}
	return ctx, &Span{span}
}

// BeginWithin is Begin for what is of interest only as a part of something else.
func (t *Tracer) BeginWithin(ctx context.Context, kind trace.SpanKind, name string) (context.Context, *Span) {
	if t == nil || !trace.SpanFromContext(ctx).IsRecording() {
		return ctx, nil
	}
	return t.Begin(ctx, kind, name)
}

// Name names a span of which it is known only later what it is.
func (s *Span) Name(name string) {
	if s != nil {
		s.span.SetName(name)
	}
}

// Say adds what is known, by the names that OpenTelemetry has for it.
func (s *Span) Say(name, value string) {
	if s != nil {
		s.span.SetAttributes(attribute.String(name, value))
	}
}

// Status adds the status of an answer; from 500 on it is a fault.
func (s *Span) Status(status int) {
	if s == nil {
		return
	}
	s.span.SetAttributes(attribute.Int("http.response.status_code", status))
	if status >= http.StatusInternalServerError {
		s.span.SetStatus(codes.Error, http.StatusText(status))
	}
}

// End ends a span. Of a fault only that there was one is told, since its words may hold values.
func (s *Span) End(err error) {
	if s == nil {
		return
	}
	if err != nil {
		s.span.SetStatus(codes.Error, "")
	}
	s.span.End()
}

// From continues what a proxy of ours has begun.
func (t *Tracer) From(ctx context.Context, h http.Header) context.Context {
	if t == nil {
		return ctx
	}
	return propagation.TraceContext{}.Extract(ctx, propagation.HeaderCarrier(h))
}

// Marks are what work that a request leaves behind carries on, nil for none.
func Marks(ctx context.Context) map[string]string {
	marks := propagation.MapCarrier{}
	propagation.TraceContext{}.Inject(ctx, marks)
	if id := ID(ctx); id != "" {
		marks[Mark] = id
	}
	if len(marks) == 0 {
		return nil
	}
	return marks
}

// WithMarks puts into a context what Marks had taken out.
func WithMarks(ctx context.Context, marks map[string]string) context.Context {
	return WithID(propagation.TraceContext{}.Extract(ctx, propagation.MapCarrier(marks)), marks[Mark])
}
