package admin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
)

func TestDeadLinkOfASourceIsATaskAndItsCopyAChange(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("sari", portal.Editor)
	source, err := o.Sources.BySlug(t.Context(), "seed")
	if err != nil {
		t.Fatal(err)
	}
	p.get(path("links", source.ID)).is(http.StatusOK).holds("main", "Belum diperiksa")
	if _, err := pool.Exec(t.Context(), `insert into links (source_id, url, status, fault, failures, checked_at, good_at, failing_since)
		values ($1, $2, 404, 'gone', 3, '2026-11-20', '2026-09-01', '2026-11-10')`, source.ID, source.URL); err != nil {
		t.Fatal(err)
	}
	tasks := p.get("/admin?kind=link").is(http.StatusOK)
	tasks.holds(".queue", source.Title)
	tasks.holds(".queue", "Tidak terbuka lagi sejak 10 November 2026")
	if tasks.page.Find(`.queue a[href="`+path("links", source.ID)+`"]`).Length() == 0 {
		t.Error("the task does not lead to the link")
	}
	list := p.get("/en/admin/links?state=dead").is(http.StatusOK)
	list.holds("table", source.Title)
	list.holds("table", "The page is gone (code 404)")
	if n := list.page.Find("tbody tr").Length(); n != 1 {
		t.Errorf("%d dead links", n)
	}
	page := p.get(path("links", source.ID)).is(http.StatusOK)
	page.holds("main", "1 September 2026")
	page.holds("main", "web.archive.org/web/20260901/"+source.URL)
	if p.get(path("sources", source.ID)).page.Find(`main a[href="`+path("links", source.ID)+`"]`).Length() != 1 {
		t.Error("the form of the source does not lead to its link")
	}

	edit := p.post(path("links", source.ID, "archive"), url.Values{}).is(http.StatusSeeOther)
	edit.location = strings.TrimSuffix(edit.location, "/edit")
	c, err := o.Change(t.Context(), edit.changeOf())
	if err != nil || c.State != portal.Draft {
		t.Fatalf("%+v, %v", c, err)
	}
	if changed := c.Changed(); len(changed) != 1 || changed[0] != "archive_url" {
		t.Errorf("the change touches %v", changed)
	}
	p.post(path("links", source.ID, "check"), url.Values{}).is(http.StatusSeeOther)
	p.post(path("links", 999999, "check"), url.Values{}).is(http.StatusNotFound)
	p.post(path("links", 999999, "archive"), url.Values{}).is(http.StatusNotFound)
}
