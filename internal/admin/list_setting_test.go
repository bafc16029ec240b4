package admin_test

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestListIsNarrowedByWhatRecordsAreAndLeavesSo(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("Rina", portal.Editor)
	p.post(view.Admin(i18n.ID, "programs", "list"), url.Values{"size": {"200"}}).is(http.StatusSeeOther)
	for desk, narrowed := range map[string]struct{ column, value, sql string }{
		"programs":   {"kind", "exchange", "select count(*) from programs where kind = 'exchange'"},
		"agreements": {"city_id", "", "select count(*) from agreements where city_id = $1"},
	} {
		args := []any{}
		if narrowed.value == "" {
			city, err := o.Cities.BySlug(t.Context(), "melbourne")
			if err != nil {
				t.Fatal(err)
			}
			narrowed.value = p.option(desk, narrowed.column, city.Name.ID)
			args = append(args, city.ID)
		}
		var want int
		if err := pool.QueryRow(t.Context(), narrowed.sql, args...).Scan(&want); err != nil || want == 0 {
			t.Fatal(want, err)
		}
		at := view.Admin(i18n.ID, desk) + "?is_" + narrowed.column + "=" + url.QueryEscape(narrowed.value)
		page := p.get(at).is(http.StatusOK)
		if got := page.page.Find("main tbody tr").Length(); got != want {
			t.Errorf("%s: the list shows %d, the database has %d", at, got, want)
		}
		if got := page.page.Find("main select[name=is_"+narrowed.column+"] option[selected]").AttrOr("value", ""); got != narrowed.value {
			t.Errorf("%s: the filter says %q", at, got)
		}
		if sort := page.page.Find("main thead a").First().AttrOr("href", ""); !strings.Contains(sort, "is_"+narrowed.column) {
			t.Errorf("sorting forgets the filter: %s", sort)
		}
		out := page.page.Find("main form[action$='/export']:has(input[value=csv])").First()
		form := url.Values{}
		out.Find("input").Each(func(_ int, s *selection) { form.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
		rows, err := csv.NewReader(strings.NewReader(string(p.exported(desk, form)))).ReadAll()
		if err != nil || len(rows) != want+1 {
			t.Errorf("%s: the file holds %d lines, want %d and one, %v", at, len(rows), want, err)
		}
	}
	all := p.get(view.Admin(i18n.ID, "programs") + "?is_nothing=x&is_id=").is(http.StatusOK)
	if all.page.Find("main tbody tr").Length() < 2 {
		t.Error("what is no column narrows the list")
	}
}

// option is the value of a choice in the filter of a list, by its words.
func (p person) option(desk, column, words string) (value string) {
	p.t.Helper()
	p.get(view.Admin(i18n.ID, desk)).page.Find("main select[name=is_" + column + "] option").Each(func(_ int, s *selection) {
		if strings.TrimSpace(s.Text()) == words {
			value = s.AttrOr("value", "")
		}
	})
	if value == "" {
		p.t.Fatalf("the filter %s of %s does not offer %s", column, desk, words)
	}
	return value
}

func TestEachPersonArrangesListsForThemselves(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	rina, dimas := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	list := view.Admin(i18n.ID, "programs")
	before := dimas.get(list).is(http.StatusOK)
	to := rina.post(list+"/list", url.Values{"size": {"10"}, "column": {"slug", "status", "no_such"}}).is(http.StatusSeeOther).location
	page := rina.get(to).is(http.StatusOK)
	page.holds(".notice", "disimpan untuk Anda")
	if n := page.page.Find("main tbody tr").Length(); n != 10 {
		t.Errorf("the page holds %d records", n)
	}
	if heads := page.text("main thead"); heads != "Judul Keadaan Alamat halaman Di situs" { // the name first, whatever was chosen
		t.Errorf("the heads are %q", heads)
	}
	if again := dimas.get(list); again.text("main thead") != before.text("main thead") {
		t.Error("the list of somebody else changed too")
	}
	rina.post(list+"/list", url.Values{"size": {"100000"}}).is(http.StatusSeeOther)
	if n := rina.get(list).page.Find("main tbody tr").Length(); n != 25 {
		t.Errorf("a page of a size that is not offered holds %d records", n)
	}
	for _, desk := range desks {
		at := view.Admin(i18n.EN, desk)
		every := url.Values{"size": {"25"}}
		rina.get(at).is(http.StatusOK).page.Find("main input[name=column]").Each(func(_ int, s *selection) { every.Add("column", s.AttrOr("value", "")) })
		rina.post(at+"/list", every).is(http.StatusSeeOther)
		if n := rina.get(at).is(http.StatusOK).page.Find("main input[name=column]:not([checked])").Length(); n != 0 {
			t.Errorf("%s: of all columns %d are not shown", desk, n)
		}
	}
}
