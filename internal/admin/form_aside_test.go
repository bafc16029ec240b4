package admin_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestFormTellsHowCompleteItsRecordIsAndWhoChangedItLast(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), true)
	p := o.person("sari", portal.Reviewer)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at := path("agreements", agreement.ID)
	page := p.get(at).is(http.StatusOK)
	var groups int
	if err := pool.QueryRow(t.Context(), "select count(distinct stage) from steps where agreement_id = $1", agreement.ID).Scan(&groups); err != nil || groups == 0 {
		t.Fatal(groups, err)
	}
	page.holds(".aside", i18n.ID.T("aside.documents", "0"))
	page.holds(".aside", "dari "+strconv.Itoa(len(portal.StageGroups)))
	page.holds(".aside", "Fakta awal")
	if page.page.Find(`.aside a[href="`+path("agreements", agreement.ID, "history")+`"]`).Length() != 1 {
		t.Error("no way to the whole history")
	}
	form := page.filled()
	term := map[string]string{"term_id": "Enam tahun", "term_en": "Six years"}
	for name, words := range term {
		if form.Get(name) != "" {
			words = "" // a fact less, then
		}
		form.Set(name, words)
	}
	form.Set("reason", "uji")
	form.Set("do", "submit")
	publish(p, p.post(at, form).is(http.StatusSeeOther).changeOf())
	after := p.get(at).is(http.StatusOK)
	after.holds(".aside", "Diubah sari")
	if before, now := page.text(".aside li"), after.text(".aside li"); before == now {
		t.Errorf("a fact more or less is told as %q, as before", now)
	}
	if p.get(view.Admin(i18n.ID, "agreements", "new")).page.Find(".aside").Length() != 0 {
		t.Error("of a new record nothing is known")
	}
}

func TestListTellsStageAndNumberOfSourcesAndIsNarrowedByThem(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("Rina", portal.Editor)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at, link := view.Admin(i18n.ID, "agreements"), `tbody th a[href="`+path("agreements", agreement.ID)+`"]`
	var sources int
	if err := pool.QueryRow(t.Context(), "select count(distinct source_id) from citations where kind = 'agreement' and record_id = $1", agreement.ID).Scan(&sources); err != nil {
		t.Fatal(err)
	}
	row := p.get(at + "?q=Melbourne").is(http.StatusOK).page.Find(link).Closest("tr")
	if n := strings.TrimSpace(row.Find("td.number").Text()); n != strconv.Itoa(sources) || sources == 0 {
		t.Errorf("%d sources are told as %q", sources, n)
	}
	word := i18n.ID.T("choice.stage_group.implementation")
	if _, err := pool.Exec(t.Context(), "insert into steps (agreement_id, stage, happened_on) values ($1, 'implementing', '2026-01-02')", agreement.ID); err != nil {
		t.Fatal(err)
	}
	row = p.get(at + "?q=Melbourne").is(http.StatusOK).page.Find(link).Closest("tr")
	if !strings.Contains(row.Find(".tag").Text(), word) {
		t.Errorf("the stage is told as %q", row.Find(".tag").Text())
	}
	for query, found := range map[string]bool{
		"is_reached=implementation": true, "is_reached=intent": false, "is_sourced=yes": true, "is_sourced=no": false,
	} {
		if n := p.get(at + "?q=Melbourne&" + query).is(http.StatusOK).page.Find(link).Length(); (n == 1) != found {
			t.Errorf("%s finds it %d times", query, n)
		}
	}
	if p.get(view.Admin(i18n.ID, "sectors")+"?is_reached=intent").status != http.StatusOK {
		t.Error("a list of records that cite nothing is broken by it")
	}
}
