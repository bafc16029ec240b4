package jobs

import (
	"context"
	"encoding/json"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"kotakembar/internal/watch"
)

// marked does work in the name of the request that caused it, so that lines of the log about both are found by one number.
type marked struct{ river.MiddlewareDefaults }

// Work does the work.
func (*marked) Work(ctx context.Context, job *rivertype.JobRow, do func(context.Context) error) error {
	var mark map[string]json.RawMessage
	var id string
	if json.Unmarshal(job.Metadata, &mark) == nil && json.Unmarshal(mark[watch.Mark], &id) == nil {
		ctx = watch.WithID(ctx, id)
	}
	return do(ctx)
}
