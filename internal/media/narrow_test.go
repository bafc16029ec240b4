package media_test

import (
	"bytes"
	"errors"
	"image/jpeg"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
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
	ask := func(width int) (*httptest.ResponseRecorder, error) {
		w := httptest.NewRecorder()
		return w, s.ServeWidth(w, httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, width, "naskah.jpg")
	}
	for width, want := range map[int]int{480: 480, 960: 600} {
		for range 2 { // made, then found
			w, err := ask(width)
			if err != nil {
				t.Fatal(err)
			}
			shown, err := jpeg.Decode(w.Body)
			if err != nil || shown.Bounds().Dx() != want || shown.Bounds().Dy() != want/2 {
				t.Errorf("at %d: %v, %v", width, shown.Bounds(), err)
			}
			if w.Header().Get("Content-Type") != media.JPEG || w.Header().Get("Cache-Control") != "public, no-cache" || w.Header().Get("ETag") == "" {
				t.Errorf("headers %v", w.Header())
			}
		}
	}
	if _, err := ask(481); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("at a width of one's own: %v", err)
	}
	if err := s.Forget(kept.Hash); err != nil {
		t.Fatal(err)
	}
	if _, err := ask(480); !errors.Is(err, portal.ErrNotFound) {
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
	err = s.ServeWidth(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, 480, "x")
	if !errors.Is(err, portal.ErrNotFound) {
		t.Error(err)
	}
}
