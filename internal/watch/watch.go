// Package watch is what the program tells of itself to those who run it: which request a line of the log belongs to, which questions to
// the database took long, how much of everything there was, and, where somebody wants that, where the time of each request went.
//
// What does not belong here: what is counted, where that is known elsewhere, and anything that tells who asked or for what exactly.
package watch

import (
	"context"
	"log/slog"
)

// Mark is the name of a request's number on work that it leaves behind.
const Mark = "request_id"

type idKey struct{}

// WithID says which request all that is done in a context belongs to.
func WithID(ctx context.Context, id string) context.Context {
	if id == "" {
		return ctx
	}
	return context.WithValue(ctx, idKey{}, id)
}

// ID is the request that something is done for, empty where it is for none.
func ID(ctx context.Context) string {
	id, _ := ctx.Value(idKey{}).(string)
	return id
}

// Handler is a handler of the log that adds to each line which request it belongs to.
func Handler(inner slog.Handler) slog.Handler { return handler{inner} }

type handler struct{ slog.Handler }

// Handle adds the request.
func (h handler) Handle(ctx context.Context, r slog.Record) error {
	if id := ID(ctx); id != "" {
		r = r.Clone()
		r.AddAttrs(slog.String(Mark, id))
	}
	return h.Handler.Handle(ctx, r)
}

// WithAttrs goes on adding.
func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs)}
}

// WithGroup goes on adding.
func (h handler) WithGroup(name string) slog.Handler { return handler{h.Handler.WithGroup(name)} }
