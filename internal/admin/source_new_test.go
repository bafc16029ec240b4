package admin_test

import (
	"net/http"
	"net/url"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// citing is a city and the form of it in which its region cites a source that the register does not have.
func citing(p person) (portal.City, url.Values) {
	p.t.Helper()
	city, err := p.Cities.BySlug(p.t.Context(), "suwon")
	if err != nil {
		p.t.Fatal(err)
	}
	form := p.get(path("cities", city.ID)).is(http.StatusOK).filled()
	form.Set("region", "Gyeonggi")
	form.Set("reason", "Menurut laporan")
	form.Set("cite.region.0.source", "laporan-2026")
	form.Set("new_source.title", "Laporan kunjungan 2026")
	form.Set("new_source.slug", "laporan-2026")
	form.Set("new_source.publisher", "Pemerintah Kota Bandung")
	form.Set("new_source.language", "id")
	form.Set("new_source.quality", "official")
	return city, form
}

func TestSourceIsProposedWithinTheFormThatCitesIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, form := citing(editor)
	form.Set("do", "new_source")

	again := editor.post(path("cities", city.ID), form).is(http.StatusOK)
	again.holds("form.form details[open] [role=status]", "laporan-2026")
	if kept := again.filled(); kept.Get("region") != "Gyeonggi" || kept.Get("reason") != "Menurut laporan" || kept.Get("cite.region.0.source") != "laporan-2026" {
		t.Errorf("the form lost what was typed: %q", kept)
	}
	if again.page.Find(".error-summary").Length() > 0 {
		t.Error("the new source is refused: ", again.text(".error-summary"))
	}
	editor.post(path("cities", city.ID), form).is(http.StatusOK).holds("form.form [role=status]", "laporan-2026") // a second click

	send := again.filled()
	send.Set("do", "submit")
	change := editor.post(path("cities", city.ID), send).is(http.StatusSeeOther).changeOf()

	review := boss.get(path("changes", change)).is(http.StatusOK)
	first := review.page.Find(".notice a[href*='/changes/']")
	if first.Length() != 1 {
		t.Fatalf("the review names %d sources to decide on first, want 1: %s", first.Length(), review.text("main"))
	}
	verdict := review.filled()
	verdict.Set("verdict", "apply")
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity).holds(".error-summary", "Laporan kunjungan 2026")

	source := first.AttrOr("href", "")
	verdict = boss.get(source).is(http.StatusOK).filled()
	verdict.Set("verdict", "apply")
	boss.post(source+"/decide", verdict).is(http.StatusSeeOther)
	publish(boss, change)

	live, _, err := o.Live(t.Context(), portal.KindCity, city.ID)
	if err != nil {
		t.Fatal(err)
	}
	published, err := o.Sources.BySlug(t.Context(), "laporan-2026")
	if err != nil {
		t.Fatal(err)
	}
	cited := live.CitationsOf("region")
	if len(cited) == 0 || cited[0].SourceID != published.ID {
		t.Errorf("the record cites %v, want source %d", cited, published.ID)
	}
}

func TestNewSourceIsHandedInWithTheFormAndJudgedBeforeIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	city, form := citing(editor)
	form.Set("new_source.slug", "bsw-de") // another one's
	form.Set("do", "submit")
	refused := editor.post(path("cities", city.ID), form).is(http.StatusUnprocessableEntity)
	if refused.page.Find("#f-new_source-slug[aria-invalid]").Length() != 1 {
		t.Errorf("nothing stands beside the name that is taken: %s", refused.text(".error-summary"))
	}
	form.Set("new_source.slug", "laporan-2026")
	change := editor.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf()
	editor.get(path("changes", change)).holds("main", "Laporan kunjungan 2026")
	proposed, err := o.Change(t.Context(), change)
	if err != nil {
		t.Fatal(err)
	}
	err = o.Preview(t.Context(), proposed, func(at *store.Store) error {
		_, err := at.Sources.BySlug(t.Context(), "laporan-2026")
		return err
	})
	if err != nil {
		t.Error("the page as it would be does not know the source: ", err)
	}
}
