package jobs_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"path/filepath"
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

func TestImagesAreMadeReadyOnceAndThoseOfCitizensOnlyWhenTheyAreDocuments(t *testing.T) {
	h := newHouse(t)
	dir := t.TempDir()
	files, err := media.Open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	keep := func(width int, note func(portal.File) error) portal.File {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 10))); err != nil {
			t.Fatal(err)
		}
		kept, err := files.KeepNoted(t.Context(), &b, note)
		if err != nil {
			t.Fatal(err)
		}
		return kept
	}
	staff := func(f portal.File) error { return h.NoteFile(t.Context(), f) }
	ours := keep(500, staff)
	keep(501, func(f portal.File) error { return h.NoteLetterFile(t.Context(), f, time.Now()) })
	lost := keep(502, staff)
	if err := files.Forget(lost.Hash); err != nil {
		t.Fatal(err)
	}
	h.exec("update files set kept_at = now() - interval '1 hour'")
	h.node(func(c *jobs.Config) { c.Files = files })
	h.until("those of staff are ready", `select count(*) = 2 from files where narrowed_at is not null and width in (500, 502)`)
	if !h.yes("select narrowed_at is null from files where width = 501") {
		t.Error("what a citizen sent was made ready")
	}
	if made, err := filepath.Glob(filepath.Join(dir, "*", "*-480.*")); err != nil || len(made) != 2 || !strings.Contains(made[0], ours.Hash[2:]) {
		t.Errorf("made %q, %v", made, err)
	}
}
