package server

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// calm is how long nothing has to be published before pages are made ahead: who publishes one thing often publishes the next.
const calm = 2 * time.Second

// entrances are the pages at which most readers begin.
var entrances = []view.Path{
	view.Home, view.Partners, view.Benefits, view.Agreements, view.Approvals, view.Programs, view.Activities, view.Opportunities, view.History, view.Recent,
}

// warmth asks for pages to be made ahead; it hears of what is published as readers do.
type warmth chan struct{}

// Open begins with nothing ready.
func (w warmth) Open(time.Duration) { w.Forget() }

// Forget has pages made anew.
func (w warmth) Forget() {
	select {
	case w <- struct{}{}:
	default: // asked for already
	}
}

// Renew changes nothing.
func (w warmth) Renew(time.Duration) {}

// Shut leaves readers to ask for what they need.
func (w warmth) Shut() {}

// Warm keeps summaries of the ties, reads the lists of very many and makes the entrances ready after each publication, one after the other, so that nobody waits for
// them; until ctx ends. Where the site does not know its own address, it cannot know for which one.
func (s *Server) Warm(ctx context.Context) {
	for s.warmth.await(ctx) {
		if err := s.store.Load().TendSummaries(ctx, s.Now()); err != nil && ctx.Err() == nil {
			slog.WarnContext(ctx, "summaries of ties were not kept; pages make them of the ties", "error", err)
		}
		s.ReadLists(ctx)
		if s.BaseURL == "" {
			continue
		}
		for _, page := range entrances {
			for _, l := range i18n.Langs {
				s.visit(ctx, page.In(l))
			}
		}
	}
}

// ReadLists reads what lists of very many records rest on.
func (s *Server) ReadLists(ctx context.Context) {
	if err := s.site.Load().ReadLists(ctx); err != nil && ctx.Err() == nil {
		slog.WarnContext(ctx, "lists were not read; pages read them when they are asked for", "error", err)
	}
}

// await waits until it is calm after somebody asked; false where ctx ended first.
func (w warmth) await(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return false
	case <-w:
	}
	for {
		select {
		case <-ctx.Done():
			return false
		case <-w:
		case <-time.After(calm):
			return true
		}
	}
}

// visit asks for a page as a reader from this machine does.
func (s *Server) visit(ctx context.Context, path string) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.BaseURL+path, nil)
	if err != nil {
		return
	}
	r.RequestURI, r.RemoteAddr = path, "127.0.0.1:0"
	s.ServeHTTP(&kept{header: http.Header{}}, r)
}
