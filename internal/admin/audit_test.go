package admin_test

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestAuditTrailTellsWhatStaffDidAndFindsItAgain(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	boss, rina := o.person("kepala", portal.Administrator), o.person("rina", portal.Editor)
	rinaID := strconv.FormatInt(staffID(t, o, "rina@example.test"), 10)
	rina.post("/masuk", url.Values{"email": {"rina@example.test"}, "password": {"salah sama sekali"}})
	rina.post("/masuk", url.Values{"email": {"nobody@example.test"}, "password": {"salah sama sekali"}})
	boss.post("/admin/staff/"+rinaID, url.Values{"role": {"reviewer"}}).is(http.StatusSeeOther)
	rina.post("/keluar", nil).is(http.StatusSeeOther)

	page := boss.get("/admin/audit").is(http.StatusOK)
	page.holds("main .audit", "mengubah hak akses rina (Penyunting menjadi Peninjau)")
	page.holds("main .audit", "rinagagal masuk")
	page.holds("main .audit", "Seseorang tanpa akungagal masuk")
	page.holds("main .audit", "rinakeluar")
	boss.get("/en/admin/audit").holds("main .audit", "changed the access of rina (Editor to Reviewer)")
	for at, clock := range map[string]string{"/admin/audit": `^\d\d\.\d\d$`, "/en/admin/audit": `^\d\d:\d\d$`} {
		if said := boss.get(at).page.Find(".audit time").First().Text(); !regexp.MustCompile(clock).MatchString(said) {
			t.Errorf("the clock of %s shows %s", at, said)
		}
	}
	boss.get("/en/admin/audit?what=access_changed").holds("main .pager", "1 record")
	if said := boss.get("/en/admin/audit?what=access_changed").text("main .pager"); strings.Contains(said, "records") {
		t.Errorf("one line is told as %q", said)
	}
	if strings.Contains(page.text("main"), "nobody@") {
		t.Error("the trail keeps what was typed as an address")
	}
	for query, want := range map[string]int{
		"what=access_changed": 1, "what=sign_in_refused": 2, "who=" + rinaID + "&what=sign_in_refused": 1, "q=RINA&what=access_changed": 1,
		"q=100%25": 0, "from_year=2999": 0, "until_day=1&until_month=1&until_year=2000": 0, "q=rina&until_year=2999&from_month=2&from_year=2001": 5,
		"what=nothing&who=x&from_day=31&before=y&q=rina&until_year=": 5,
	} {
		if got := boss.get("/admin/audit?" + query).is(http.StatusOK).page.Find(".audit > li").Length(); got != want {
			t.Errorf("%s finds %d, want %d", query, got, want)
		}
	}
	var rows int
	if err := pool.QueryRow(t.Context(), "select count(*) from traces").Scan(&rows); err != nil {
		t.Fatal(err)
	}
	boss.get("/admin/audit").holds("main .pager", strconv.Itoa(rows)+" catatan")
	rina.get("/admin/audit").is(http.StatusSeeOther)
}

func staffID(t *testing.T, o office, email string) int64 {
	t.Helper()
	p, err := o.StaffByEmail(t.Context(), email)
	if err != nil {
		t.Fatal(err)
	}
	return p.ID
}

func TestAuditTrailIsReadPageByPageAndTakenAlong(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	boss := o.person("kepala", portal.Administrator)
	for range 60 {
		if err := o.Note(t.Context(), portal.Trace{Kind: portal.TraceExported, About: "=1+1"}); err != nil {
			t.Fatal(err)
		}
	}
	first := boss.get("/admin/audit?what=exported")
	next := first.page.Find(".pager a[rel=next]").AttrOr("href", "")
	if n := first.page.Find(".audit > li").Length(); n != 50 || !strings.Contains(next, "what=exported") {
		t.Errorf("%d lines, further %q", n, next)
	}
	second := boss.get("/admin/audit" + next)
	if n := second.page.Find(".audit > li").Length(); n != 10 || second.page.Find(".pager a").Length() != 0 {
		t.Errorf("%d lines on the second page", n)
	}
	resp, err := boss.client.PostForm(boss.url+"/admin/audit/export", url.Values{"as": {"csv-bom"}, "what": {"exported"}})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines, err := csv.NewReader(resp.Body).ReadAll()
	if err != nil || len(lines) != 61 || lines[1][6] != "'=1+1" {
		t.Fatalf("%v, %d lines, %v", err, len(lines), lines)
	}
	boss.get("/admin/audit").holds(".audit li:first-child", "kepalamengunduh jejak-audit.csv")
}

func TestChangesLeaveTheirTrace(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	boss := portal.Actor{ID: staffIDOf(o.person("kepala", portal.Administrator)), Name: "kepala", Role: portal.Administrator, Solo: true}
	source := portal.Source{Slug: "jejak", Title: "Jejak", Publisher: "Kota", Language: "id", Quality: portal.Official}
	after, err := o.Sources.Snapshot(source, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{Kind: portal.KindSource, Op: portal.OpSave, Title: "Jejak", After: after, Reason: "uji", State: portal.Draft}
	if err := o.SaveChange(t.Context(), boss, &c); err != nil {
		t.Fatal(err)
	}
	traces(t, o)
	c.State = portal.Submitted
	if err := o.SaveChange(t.Context(), boss, &c); err != nil {
		t.Fatal(err)
	}
	traces(t, o, portal.TraceHandedIn)
	if _, err := o.Decide(t.Context(), boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); err != nil {
		t.Fatal(err)
	}
	traces(t, o, portal.TraceApplied, portal.TraceHandedIn)
}

func TestLongAuditTrailIsTakenAlongWhole(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	boss := o.person("kepala", portal.Administrator)
	const many = 2_500 // some parts
	_, err := pool.Exec(t.Context(), "insert into traces (kind, about) select 'exported', 'berkas ' || n from generate_series(1, $1) as n", many)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := boss.client.PostForm(boss.url+"/admin/audit/export", url.Values{"as": {"csv"}, "q": {"berkas"}})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	rows, err := csv.NewReader(resp.Body).ReadAll()
	if err != nil || len(rows) != many+1 || rows[1][6] != "berkas 2500" || rows[many][6] != "berkas 1" {
		t.Errorf("%d lines, %v", len(rows), err)
	}
}

func staffIDOf(p person) int64 { return staffID(p.t, p.office, p.name+"@example.test") }

// traces fails unless changes have left these traces, the newest first.
func traces(t *testing.T, o office, want ...portal.TraceKind) {
	t.Helper()
	all, err := o.Traces(t.Context(), store.TraceFilter{Search: "Jejak"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, one := range all {
		got = append(got, string(one.Kind))
	}
	if len(got) != len(want) || len(want) > 0 && got[0] != string(want[0]) {
		t.Errorf("traces %v, want %v", got, want)
	}
}
