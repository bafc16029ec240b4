package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestReviewerGivesAChangeToSomebodyToLookAfter(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss, peer := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	_, other := proposed(editor, "suwon")
	page := boss.get(path("changes", change)).is(http.StatusOK)
	if page.text("select[name=to] option[selected]") != "" {
		t.Error("somebody looks after it already")
	}
	to := page.page.Find("select[name=to] option").FilterFunction(func(_ int, s *selection) bool { return s.Text() == "Sari" }).AttrOr("value", "")
	boss.post(path("changes", change, "assign"), url.Values{"to": {to}}).is(http.StatusSeeOther)
	if page.page.Find("select[name=to]").Text() == "" || strings.Contains(page.text("select[name=to]"), "Rina") {
		t.Errorf("offered: %q", page.text("select[name=to]"))
	}
	peer.get(path("changes", change)).is(http.StatusOK).holds("main", "Diserahkan kepada Sari.")
	peer.get(view.Admin(i18n.ID)).is(http.StatusOK).holds("main .queue", "Diserahkan kepada Sari.")
	mine := peer.get(view.Admin(i18n.ID, "changes") + "?assignee=me").is(http.StatusOK)
	if n := mine.page.Find("main .queue li").Length(); n != 1 {
		t.Errorf("%d changes are mine, want 1", n)
	}
	free := peer.get(view.Admin(i18n.ID, "changes") + "?assignee=none").is(http.StatusOK)
	if n := free.page.Find("main .queue li a[href='" + path("changes", other) + "']").Length(); n == 0 {
		t.Error("the other change is nobody's, and not found as such")
	}
	author := strconv.FormatInt(staffIDOf(editor), 10)
	boss.post(path("changes", change, "assign"), url.Values{"to": {author}}).is(http.StatusUnprocessableEntity)
	boss.post(path("changes", change, "assign"), url.Values{"to": {"x"}}).is(http.StatusUnprocessableEntity)
	boss.post(path("changes", change, "assign"), url.Values{"to": {"999999"}}).is(http.StatusNotFound)
	editor.post(path("changes", change, "assign"), url.Values{"to": {to}}).is(http.StatusForbidden)
	publish(boss, change) // who looks after it keeps nobody else from deciding
	boss.post(path("changes", change, "assign"), url.Values{"to": {"0"}}).is(http.StatusConflict)
}

func TestStaffTalkAboutAChangeAndNothingSaidIsTakenBack(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	key := boss.get(path("changes", change)).page.Find("#comments input[name=key]").AttrOr("value", "")
	for range 2 { // a double click
		boss.post(path("changes", change, "comment"), url.Values{"key": {key}, "words": {"Apakah arsipnya sudah dibaca? <b>"}}).is(http.StatusSeeOther)
	}
	editor.post(path("changes", change, "comment"), url.Values{"words": {"Sudah."}}).is(http.StatusSeeOther)
	seen := editor.get(path("changes", change)).is(http.StatusOK)
	if said := seen.page.Find("#comments li"); said.Length() != 2 || !strings.Contains(said.First().Text(), "sudah dibaca? <b>") {
		t.Errorf("said: %q", seen.text("#comments li"))
	}
	boss.post(path("changes", change, "comment"), url.Values{"words": {"  \n"}}).is(http.StatusUnprocessableEntity).holds(".error-summary", "Tulis dulu")
	long := boss.post(path("changes", change, "comment"), url.Values{"words": {strings.Repeat("x", portal.LongestComment+1)}}).is(http.StatusUnprocessableEntity)
	if len(long.text("#comments textarea")) != portal.LongestComment+1 {
		t.Error("what was typed is lost")
	}
	for _, sql := range []string{"update comments set words = 'lain'", "delete from comments"} {
		if _, err := pool.Exec(t.Context(), sql); err == nil {
			t.Errorf("%q was let through", sql)
		}
	}
	publish(boss, change)
	editor.post(path("changes", change, "comment"), url.Values{"words": {"Terima kasih."}}).is(http.StatusSeeOther)
}

func TestQueueIsNarrowedByAllThatIsAsked(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	editor, other, boss := o.person("Rina", portal.Editor), o.person("Sri", portal.Editor), o.person("Dimas", portal.Reviewer)
	kawasaki, first := proposed(editor, "kawasaki")
	_, second := proposed(other, "suwon")
	if _, err := pool.Exec(t.Context(), "update changes set submitted_at = submitted_at - interval '8 days' where id = $1", first); err != nil {
		t.Fatal(err)
	}
	all := []int64{second, first}
	for query, want := range map[string][]int64{
		"":                     all,
		"?sort=oldest":         {first, second},
		"?kind=city":           all,
		"?kind=agreement":      nil,
		"?kind=nonsense":       all,
		"?age=7":               {first},
		"?age=30":              nil,
		"?age=8":               all,
		"?q=SRI":               {second},
		"?q=100%25":            nil,
		"?state=applied&q=Sri": nil,
		"?state=all&author=" + strconv.FormatInt(staffIDOf(editor), 10):   {first},
		"?city=" + strconv.FormatInt(kawasaki.ID, 10):                     {first},
		"?city=" + strconv.FormatInt(kawasaki.ID, 10) + "&age=3&q=alasan": {first},
		"?page=99": nil,
	} {
		a := boss.get(view.Admin(i18n.ID, "changes") + query).is(http.StatusOK)
		var got []string
		a.page.Find("main .queue h2 a").Each(func(_ int, s *selection) { got = append(got, s.AttrOr("href", "")) })
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", query, got, want)
			continue
		}
		for i, id := range want {
			if got[i] != path("changes", id) {
				t.Errorf("%s: %v, want %v", query, got, want)
			}
		}
	}
	counts := boss.get(view.Admin(i18n.ID, "changes") + "?q=Sri").is(http.StatusOK)
	if current := counts.text(".chip[aria-current]"); current != "Menunggu tinjauan 1" {
		t.Errorf("the current state reads %q", current)
	}
	boss.get(view.Admin(i18n.EN, "changes")+"?q=tidakada").is(http.StatusOK).holds("main", "No change matches")
}
