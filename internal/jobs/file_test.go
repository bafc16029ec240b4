package jobs_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/jobs"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
)

func TestPapersAreReadOnceAndThoseOfCitizensOnlyWhenTheyAreDocuments(t *testing.T) {
	h := newHouse(t)
	file := func(letter string) portal.File {
		return portal.File{Hash: strings.Repeat(letter, 64), MediaType: media.PDF, Size: 9}
	}
	for _, letter := range []string{"a", "b"} {
		if err := h.NoteFile(t.Context(), file(letter)); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.NoteLetterFile(t.Context(), file("c"), time.Now()); err != nil {
		t.Fatal(err)
	}
	asked := make(chan string, 1)
	h.node(func(c *jobs.Config) {
		c.Words = func(_ context.Context, hash string) (string, error) {
			if hash[0] == 'b' {
				return "", media.ErrUnread
			}
			select {
			case asked <- hash: // the first time it does not lie in its place yet
				return "", portal.ErrNotFound
			default:
			}
			return "kata dari " + hash[:1], nil
		}
	})
	h.until("both are read", `select count(*) = 2 from files where read_at is not null`)
	if !h.yes("select words = 'kata dari a' from files where hash like 'aa%'") || !h.yes("select read_at is null from files where hash like 'cc%'") {
		t.Error("the wrong ones were read")
	}
}
