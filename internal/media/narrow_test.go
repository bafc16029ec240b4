package media_test

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
)

func TestImageIsSentAtTheWidthsOfPagesAlone(t *testing.T) {
	s, dir := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(drawing(t, 600, 300)))
	if err != nil {
		t.Fatal(err)
	}
	ask := func(width int, as string) (*httptest.ResponseRecorder, error) {
		w := httptest.NewRecorder()
		return w, s.ServeWidth(w, httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, width, as, "naskah")
	}
	for width, want := range map[int]int{480: 480, 960: 600} {
		for _, as := range []string{media.JPEG, media.WebP, media.JPEG, media.WebP} { // made, then found
			w, err := ask(width, as)
			if err != nil {
				t.Fatal(err)
			}
			if found := http.DetectContentType(w.Body.Bytes()); found != as {
				t.Errorf("%s is sent as %s", found, as)
			}
			if shown := decoded(t, w.Body); shown.Bounds().Dx() != want || shown.Bounds().Dy() != want/2 {
				t.Errorf("at %d as %s: %v", width, as, shown.Bounds())
			}
			if w.Header().Get("Content-Type") != as || w.Header().Get("Cache-Control") != "public, no-cache" || w.Header().Get("ETag") == "" {
				t.Errorf("headers %v", w.Header())
			}
		}
	}
	if _, err := ask(481, media.WebP); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("at a width of one's own: %v", err)
	}
	if _, err := ask(480, media.PNG); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("in a form of one's own: %v", err)
	}
	if err := s.Forget(kept.Hash); err != nil {
		t.Fatal(err)
	}
	if _, err := ask(480, media.WebP); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("a forgotten image is sent at a width: %v", err)
	}
	if left, err := os.ReadDir(filepath.Join(dir, kept.Hash[:2])); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestPaperHasNoWidths(t *testing.T) {
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader([]byte(pdf)))
	if err != nil {
		t.Fatal(err)
	}
	err = s.ServeWidth(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, 480, media.JPEG, "x")
	if !errors.Is(err, portal.ErrNotFound) {
		t.Error(err)
	}
}

func TestImageIsMadeReadyAtTheWidthsThatAreSmaller(t *testing.T) {
	s, dir := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(drawing(t, 1000, 300)))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Narrow(t.Context(), kept); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, kept.Hash[:2], "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		names[i] = strings.TrimPrefix(filepath.Base(name), kept.Hash[2:])
	}
	if want := []string{"", "-480.jpg", "-480.webp", "-960.jpg", "-960.webp"}; !slices.Equal(names, want) {
		t.Errorf("made %q, want %q", names, want)
	}
	if err := s.Forget(kept.Hash); err != nil {
		t.Fatal(err)
	}
	if err := s.Narrow(t.Context(), kept); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("an image that is gone: %v", err)
	}
}
