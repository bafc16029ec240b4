package jobs

import (
	"context"
	"encoding/json"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"kotakembar/internal/watch"
)

// marked does work in the name of the request that caused it, so that lines of the log and spans of both are found by one number.
type marked struct {
	river.MiddlewareDefaults
	tracer *watch.Tracer
}

// Work does the work.
func (m *marked) Work(ctx context.Context, job *rivertype.JobRow, do func(context.Context) error) error {
	ctx, span := m.tracer.Begin(watch.WithMarks(ctx, marks(job.Metadata)), watch.Behind, "work "+job.Kind)
	err := do(ctx)
	span.End(err)
	return err
}

// marks are those among what the queue knows of work.
func marks(metadata []byte) map[string]string {
	var known map[string]any
	if json.Unmarshal(metadata, &known) != nil {
		return nil
	}
	found := map[string]string{}
	for name, v := range known {
		if text, ok := v.(string); ok {
			found[name] = text
		}
	}
	return found
}
