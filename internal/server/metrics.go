package server

import (
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"kotakembar/internal/store"
	"kotakembar/internal/watch"
)

// Metrics shows the numbers of this node to Prometheus. It stands on a listener of its own, never on that of the site: numbers tell much
// of how a site is used.
func (s *Server) Metrics() http.Handler {
	routes := http.NewServeMux()
	routes.Handle("GET /metrics", s.counts.Handler(func(r *http.Request) []watch.Gauge {
		list := append(s.ofCache(), watch.Gauge{Name: "draining", Value: number(s.draining.Load())})
		return append(list, s.ofDatabase(r.Context())...)
	}))
	return routes
}

func (s *Server) ofCache() []watch.Gauge {
	c := s.prepared.pages.Stats()
	list := []watch.Gauge{
		{Name: "page_cache_hits_total", Value: float64(c.Hits)},
		{Name: "page_cache_misses_total", Value: float64(c.Misses)},
		{Name: "page_cache_pages", Value: float64(c.Pages)},
		{Name: "page_cache_bytes", Value: float64(c.Bytes)},
		{Name: "page_cache_listening", Value: number(c.Open)},
	}
	if copies := s.copies.Load(); copies != nil {
		list = append(list, watch.Gauge{Name: "database_copy_asked", Value: number(copies.Ready())})
	}
	return list
}

// ofDatabase are numbers of the connections of this node, and of what waits in the register, which every node tells alike.
func (s *Server) ofDatabase(ctx context.Context) []watch.Gauge {
	st := s.store.Load()
	if st == nil {
		return []watch.Gauge{{Name: "database_up"}}
	}
	const patience = 2 * time.Second
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	waiting, err := st.Waiting(ctx)
	if err != nil {
		slog.WarnContext(ctx, "numbers of what waits cannot be told", "error", err)
	}
	list := append(ofPool(st), watch.Gauge{Name: "database_up", Value: number(err == nil)})
	for _, one := range waiting {
		labels := "{state=" + strconv.Quote(one.State) + "}"
		list = append(list,
			watch.Gauge{Name: one.What + labels, Value: float64(one.N)},
			watch.Gauge{Name: one.What + "_oldest_seconds" + labels, Value: one.Oldest})
	}
	return list
}

func ofPool(st *store.Store) []watch.Gauge {
	pool := st.Connections()
	if pool == nil {
		return nil
	}
	return []watch.Gauge{
		{Name: "pool_connections{state=\"used\"}", Value: float64(pool.AcquiredConns())},
		{Name: "pool_connections{state=\"idle\"}", Value: float64(pool.IdleConns())},
		{Name: "pool_connections_max", Value: float64(pool.MaxConns())},
		{Name: "pool_waits_total", Value: float64(pool.EmptyAcquireCount())},
		{Name: "pool_wait_seconds_total", Value: pool.EmptyAcquireWaitTime().Seconds()},
		{Name: "pool_given_up_total", Value: float64(pool.CanceledAcquireCount())},
	}
}

func number(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
