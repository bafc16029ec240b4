package jobs

import (
	"context"
	"testing"

	"github.com/riverqueue/river/rivertype"

	"kotakembar/internal/watch"
)

func TestWorkIsDoneInTheNameOfTheRequestThatCausedIt(t *testing.T) {
	t.Parallel()
	for metadata, want := range map[string]string{`{"request_id":"REQUEST7"}`: "REQUEST7", `{}`: "", ``: "", `{"request_id":7}`: ""} {
		got := "nothing"
		err := (&marked{}).Work(t.Context(), &rivertype.JobRow{Metadata: []byte(metadata)}, func(ctx context.Context) error {
			got = watch.ID(ctx)
			return nil
		})
		if err != nil || got != want {
			t.Errorf("%s: %q (%v)", metadata, got, err)
		}
	}
}
