package watch

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// Counts are numbers of one node, in the text format of Prometheus.
type Counts struct{ set *metrics.Set }

// NewCounts returns counts of nothing yet.
func NewCounts() *Counts { return &Counts{metrics.NewSet()} }

// spans are the bounds between which requests are counted by how long they took, in seconds.
var spans = []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5}

// Request counts a request that was answered. The route is its pattern, so that there is an end to them.
func (c *Counts) Request(method, route string, status int, took time.Duration) {
	if route == "" {
		route = "none"
	}
	labels := "method=" + strconv.Quote(method) + ",route=" + strconv.Quote(route)
	c.set.GetOrCreateCounter(fmt.Sprintf(`kotakembar_requests_total{%s,status="%d"}`, labels, status)).Inc()
	c.set.GetOrCreatePrometheusHistogramExt("kotakembar_request_seconds{"+labels+"}", spans).Update(took.Seconds())
}

// Gauge is a number that is known when somebody asks.
type Gauge struct {
	Name  string // with its labels, without the name of the program
	Value float64
}

// Handler shows what was counted, what is known now, and what the process and the runtime of Go tell of themselves.
func (c *Counts) Handler(now func(*http.Request) []Gauge) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		c.write(w, now(r))
	})
}

func (c *Counts) write(w io.Writer, now []Gauge) {
	for _, g := range now {
		metrics.WriteGaugeFloat64(w, "kotakembar_"+g.Name, g.Value)
	}
	c.set.WritePrometheus(w)
	metrics.WriteProcessMetrics(w)
}
