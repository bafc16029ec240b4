package server_test

import (
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
}
