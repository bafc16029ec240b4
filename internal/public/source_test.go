package public_test

import (
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

func TestSourceTellsWhenItLastOpenedAndWhereACopyMayLie(t *testing.T) {
	s := openOwn(t)
	source, err := s.store.Sources.BySlug(t.Context(), "bsw-de")
	if err != nil {
		t.Fatal(err)
	}
	if facts := words(s.page(t, "/sumber/bsw-de").Find(".facts")); strings.Contains(facts, "Terakhir terbuka") {
		t.Errorf("nobody has asked for it yet: %s", facts)
	}
	link := portal.Link{SourceID: source.ID, URL: source.URL}.Answered(200, portal.LinkSound, today.AddDate(0, 0, -9))
	for day := range 3 {
		if err := s.store.KeepLinks(t.Context(), []portal.Link{link}); err != nil {
			t.Fatal(err)
		}
		if facts := words(s.page(t, "/sumber/bsw-de").Find(".facts")); !strings.Contains(facts, "11 November 2026") || strings.Contains(facts, "arsip web") {
			t.Errorf("after %d failures: %s", day, facts)
		}
		link = link.Answered(404, portal.LinkGone, today.AddDate(0, 0, day-3))
	}
	if err := s.store.KeepLinks(t.Context(), []portal.Link{link}); err != nil {
		t.Fatal(err)
	}
	page := s.page(t, "/en/sources/bsw-de")
	if facts := words(page.Find(".facts")); !strings.Contains(facts, "11 November 2026") || !strings.Contains(facts, "Has not opened since 17 November 2026.") {
		t.Errorf("what no longer answers: %s", facts)
	}
	if page.Find(`.facts a[href="https://web.archive.org/web/20261111/`+source.URL+`"]`).Length() != 1 {
		t.Error("no way to a copy")
	}
}
