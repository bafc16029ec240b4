package api

import (
	"maps"
	"slices"
	"testing"

	"kotakembar/internal/store"
)

func TestEveryOperationIsAskedForAtItsAddress(t *testing.T) {
	t.Parallel()
	described := slices.Sorted(maps.Keys(Face{Store: store.New(nil)}.make().described.OpenAPI().Paths))
	if asked := slices.Sorted(slices.Values(addresses())); !slices.Equal(asked, described) {
		t.Errorf("asked for at %q, described at %q", asked, described)
	}
}
