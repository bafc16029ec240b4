package media_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
)

const pdf = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n"

func open(t *testing.T, limit int64) (*media.Store, string) {
	t.Helper()
	dir := t.TempDir()
	s, err := media.Open(dir, limit)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, dir
}

func TestKeptFileIsServedByItsContentAndRunsNothing(t *testing.T) {
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), strings.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(pdf))
	if want := (portal.File{Hash: hex.EncodeToString(sum[:]), MediaType: media.PDF, Size: int64(len(pdf))}); kept != want {
		t.Errorf("kept %+v, want %+v", kept, want)
	}
	again, err := s.Keep(t.Context(), strings.NewReader(pdf))
	if err != nil || again != kept {
		t.Errorf("the same bytes again: %+v, %v", again, err)
	}
	w := httptest.NewRecorder()
	if err := s.Serve(w, httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, `surat "niat".pdf`); err != nil {
		t.Fatal(err)
	}
	if w.Body.String() != pdf {
		t.Errorf("served %q", w.Body)
	}
	for name, want := range map[string]string{
		"Content-Type":           media.PDF,
		"X-Content-Type-Options": "nosniff",
		"Content-Disposition":    `attachment; filename="surat \"niat\".pdf"`,
		"Cache-Control":          "public, no-cache",
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "sandbox") {
		t.Errorf("policy %q", csp)
	}
}

func TestImageIsShownInPlaceAndPartsOfItCanBeAskedFor(t *testing.T) {
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(drawing(t, 4, 4)))
	if err != nil || kept.MediaType != media.PNG {
		t.Fatalf("%+v, %v", kept, err)
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header.Set("Range", "bytes=1-3")
	w := httptest.NewRecorder()
	if err := s.Serve(w, r, kept.Hash, kept.MediaType, "foto.png"); err != nil {
		t.Fatal(err)
	}
	if w.Code != http.StatusPartialContent || w.Body.String() != "PNG" || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "inline") {
		t.Errorf("%d %q %q", w.Code, w.Body, w.Header().Get("Content-Disposition"))
	}
}

func TestBrokenUploadLeavesNothing(t *testing.T) {
	s, dir := open(t, 0)
	broken := errors.New("connection lost")
	_, err := s.Keep(t.Context(), io.MultiReader(strings.NewReader(pdf), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}

func TestOnlyHashesAreServed(t *testing.T) {
	s, _ := open(t, 0)
	for _, hash := range []string{"", "..", "../../etc/passwd", strings.Repeat("0", 64)} {
		w := httptest.NewRecorder()
		err := s.Serve(w, httptest.NewRequest(http.MethodGet, "/", nil), hash, media.PDF, "x")
		if !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("%q: %v", hash, err)
		}
	}
}

func TestFileThatIsTooLargeLeavesNothingAndIsNotReadToItsEnd(t *testing.T) {
	s, dir := open(t, 1<<20)
	endless := &counted{}
	_, err := s.Keep(t.Context(), io.MultiReader(strings.NewReader(pdf), io.LimitReader(endless, 200<<20)))
	if invalid := portal.AsInvalid(err); invalid == nil || invalid.Problems[0].Key != "problem.file_large" {
		t.Errorf("got %v", err)
	}
	if endless.n > 2<<20 {
		t.Errorf("%d bytes were read", endless.n)
	}
	empty(t, dir)
}

// counted is a reader of nothing but spaces that counts them.
type counted struct{ n int64 }

func (c *counted) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	c.n += int64(len(p))
	return len(p), nil
}

func empty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestForgottenFileIsGoneAndForgettingItAgainIsNoError(t *testing.T) {
	s, _ := open(t, 0)
	kept, err := s.Keep(t.Context(), bytes.NewReader(drawing(t, 4, 4)))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Forget(kept.Hash); err != nil {
			t.Error(err)
		}
	}
	if err := s.Serve(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil), kept.Hash, kept.MediaType, "x"); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("it is still served: %v", err)
	}
	for _, elsewhere := range []string{"", "..", "../x", strings.ToUpper(kept.Hash)} {
		if err := s.Forget(elsewhere); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("%q: %v", elsewhere, err)
		}
	}
}

func TestFileOfWhichNoNoteCanBeMadeLeavesNothing(t *testing.T) {
	s, dir := open(t, 0)
	broken := errors.New("database away")
	if _, err := s.KeepNoted(t.Context(), strings.NewReader(pdf), func(portal.File) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}
