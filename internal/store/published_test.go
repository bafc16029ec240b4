package store_test

import (
	"testing"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestNobodyWaitsForAReaderThatIsShut(t *testing.T) {
	t.Parallel()
	if err := store.NewPublished(storetest.Pool(t)).CatchUp(t.Context()); err != nil {
		t.Errorf("a post waits for what nobody listens to: %v", err)
	}
}
