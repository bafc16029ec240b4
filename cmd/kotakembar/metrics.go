package main

import (
	"errors"
	"net/http"
	"time"
)

// showMetrics answers Prometheus until the last request of the site is answered.
func (n node) showMetrics() error {
	if n.metrics == nil {
		return nil
	}
	front := &http.Server{Handler: n.site.Metrics(), ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	go func() {
		<-n.drained
		_ = front.Close() // whoever fetches numbers comes back
	}()
	if err := front.Serve(n.metrics); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
