package server_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestDocumentThatIsWithdrawnIsGoneFromEveryCacheAtOnce(t *testing.T) {
	t.Parallel()
	var files *media.Store
	s := closed(t, func(c *server.Config) { files = c.Files })
	pool := s.over(storetest.URL(t))
	kept, err := files.Keep(t.Context(), strings.NewReader(pdf))
	if err != nil {
		t.Fatal(err)
	}
	_, err = pool.Exec(t.Context(),
		`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		values ('Naskah', 'Paper', $1, $2, $3, 'en', $4, 1, 'Isi', 'Content')`, kept.Hash, kept.MediaType, kept.Size, portal.KindAgreement)
	if err != nil {
		t.Fatal(err)
	}
	b, at := s.browser(), view.Document.In(i18n.ID, kept.Hash)
	shown := b.get(at).is(http.StatusOK)
	if kept := shown.Header.Get("Cache-Control"); !strings.Contains(kept, "no-cache") {
		t.Errorf("caches may show it without asking: %q", kept)
	}
	if _, err := pool.Exec(t.Context(), "delete from documents"); err != nil {
		t.Fatal(err)
	}
	b.get(at).is(http.StatusNotFound)
	b.get(at + "/480").is(http.StatusNotFound)
	b.get(at + "/480.webp").is(http.StatusNotFound)
}

func TestImageIsSentInTheFormThatItsAddressSays(t *testing.T) {
	t.Parallel()
	var files *media.Store
	s := closed(t, func(c *server.Config) { files = c.Files })
	pool := s.over(storetest.URL(t))
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 500, 10))); err != nil {
		t.Fatal(err)
	}
	kept, err := files.Keep(t.Context(), &file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = pool.Exec(t.Context(),
		`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		values ('Foto', 'Photo', $1, $2, $3, 'en', $4, 1, 'Isi', 'Content')`, kept.Hash, kept.MediaType, kept.Size, portal.KindAgreement)
	if err != nil {
		t.Fatal(err)
	}
	b := s.browser()
	for width, want := range map[string]string{"480": media.JPEG, "480.webp": media.WebP} {
		if got := b.get(view.DocumentImage.In(i18n.EN, kept.Hash, width)).is(http.StatusOK).Header.Get("Content-Type"); got != want {
			t.Errorf("%s: %s, want %s", width, got, want)
		}
	}
	for _, width := range []string{"480.png", "481.webp", ".webp", "480.webp.webp"} {
		b.get(view.DocumentImage.In(i18n.EN, kept.Hash, width)).is(http.StatusNotFound)
	}
}
