package watch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// exporter sends spans as OTLP over HTTP in its JSON form (opentelemetry.io/docs/specs/otlp). The library's own exporters bring gRPC and
// protobuf, which are several times as large as all that is said by them here.
type exporter struct {
	to      string
	headers http.Header
	client  *http.Client
}

// ExportSpans sends some spans. Those that nobody takes are lost, which is told in the log.
func (e *exporter) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	if err := e.send(ctx, spans); err != nil {
		slog.WarnContext(ctx, "spans were lost", "spans", len(spans), "error", err)
	}
	return nil
}

// Shutdown has nothing to end.
func (e *exporter) Shutdown(context.Context) error { return nil }

func (e *exporter) send(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	if len(spans) == 0 {
		return nil
	}
	body, err := json.Marshal(document(spans))
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, e.to, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header = e.headers.Clone()
	r.Header.Set("Content-Type", "application/json")
	answer, err := e.client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	const enough = 64 << 10
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, enough)) // so that the connection is used again
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("the collector answers %s", answer.Status)
	}
	return nil
}

// The parts of the document, as far as they are used here.
type (
	pair struct {
		Key   string         `json:"key"`
		Value map[string]any `json:"value"`
	}
	told struct {
		TraceID    string         `json:"traceId"`
		SpanID     string         `json:"spanId"`
		ParentID   string         `json:"parentSpanId,omitempty"`
		Name       string         `json:"name"`
		Kind       int            `json:"kind"`
		Begin      string         `json:"startTimeUnixNano"`
		End        string         `json:"endTimeUnixNano"`
		Attributes []pair         `json:"attributes,omitempty"`
		Status     map[string]any `json:"status"`
	}
	scope struct {
		Scope map[string]string `json:"scope"`
		Spans []told            `json:"spans"`
	}
)

func document(spans []sdk.ReadOnlySpan) any {
	list := make([]told, len(spans))
	for i, s := range spans {
		list[i] = told{
			TraceID: s.SpanContext().TraceID().String(), SpanID: s.SpanContext().SpanID().String(), Name: s.Name(), Kind: int(s.SpanKind()),
			Begin: strconv.FormatInt(s.StartTime().UnixNano(), 10), End: strconv.FormatInt(s.EndTime().UnixNano(), 10),
			Attributes: pairs(s.Attributes()), Status: statusOf(s.Status()),
		}
		if s.Parent().SpanID().IsValid() {
			list[i].ParentID = s.Parent().SpanID().String()
		}
	}
	about := spans[0].Resource()
	return map[string]any{"resourceSpans": []any{map[string]any{
		"resource":   map[string]any{"attributes": pairs(about.Attributes())},
		"scopeSpans": []scope{{Scope: map[string]string{"name": "kotakembar"}, Spans: list}},
	}}}
}

// pairs writes attributes: text as text, and a 64-bit number as text too, as the encoding asks.
func pairs(attributes []attribute.KeyValue) []pair {
	list := make([]pair, len(attributes))
	for i, a := range attributes {
		value := map[string]any{"stringValue": a.Value.String()}
		if a.Value.Type() == attribute.INT64 {
			value = map[string]any{"intValue": a.Value.String()}
		}
		list[i] = pair{string(a.Key), value}
	}
	return list
}

// statusOf is a status by the numbers of the encoding, in which a fault is 2.
func statusOf(s sdk.Status) map[string]any {
	const fault = 2
	if s.Code != codes.Error {
		return map[string]any{}
	}
	return map[string]any{"code": fault, "message": s.Description}
}
