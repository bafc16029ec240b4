package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"sync"
	"testing"

	"kotakembar/internal/export"
	"kotakembar/internal/portal"
)

func (r register) shelf() (*export.Shelf, string) {
	r.t.Helper()
	dir := r.t.TempDir()
	return export.NewShelf(r.Register, dir), dir
}

// publish changes a city through the door, as staff do.
func (r register) publish(slug, region string) {
	r.t.Helper()
	r.run("update cities set region = $2, version = version + 1 where slug = $1", slug, region)
	r.run(`insert into changes (kind, record_id, title, state, author, decided_at)
		select 'city', id, slug, 'applied', 'test', now() from cities where slug = $1`, slug)
}

func TestFileIsMadeOnceForEachStateOfTheRegister(t *testing.T) {
	r := openOwn(t)
	shelf, dir := r.shelf()
	get := func() *export.Copy {
		t.Helper()
		c, err := shelf.Get(t.Context(), "cities.csv")
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := get()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if again := get(); again != first {
				t.Error("the same state was made twice")
			}
		})
	}
	all.Wait()
	r.publish("braunschweig", "Lower Saxony")
	second := get()
	if second.Hash == first.Hash || second.Edition.Changes != first.Edition.Changes+1 {
		t.Errorf("after a change the file is %+v, was %+v", second, first)
	}
	for _, c := range []*export.Copy{first, second} { // the first can still be read by who holds it
		content, err := io.ReadAll(c.Content())
		sum := sha256.Sum256(content)
		if err != nil || int64(len(content)) != c.Size || hex.EncodeToString(sum[:]) != c.Hash {
			t.Errorf("%d bytes of %d were read (%v)", len(content), c.Size, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("files lie about: %v (%v)", left, err)
	}
}

func TestWhoStopsWaitingLeavesTheFileToTheNext(t *testing.T) {
	r := openOwn(t)
	shelf, _ := r.shelf()
	ctx, cancel := context.WithCancel(t.Context())
	busy, err := r.pool.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := busy.Exec(t.Context(), "lock table cities in access exclusive mode"); err != nil {
		t.Fatal(err)
	}
	asked := make(chan error)
	go func() {
		_, err := shelf.Get(ctx, "cities.csv")
		asked <- err
	}()
	cancel()
	if err := <-asked; !errors.Is(err, context.Canceled) {
		t.Errorf("who stopped waiting got %v", err)
	}
	if err := busy.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := shelf.Get(t.Context(), "cities.csv"); err != nil {
		t.Errorf("the next one got %v", err)
	}
	if _, err := shelf.Get(t.Context(), "staff.csv"); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("a table that is not public gives %v", err)
	}
}
