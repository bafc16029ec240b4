package admin_test

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/xuri/excelize/v2"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
)

// within is SQL for dates that lie in the year $1 and, where they are asked for, in the months from $2 to $3 of it.
func within(column string) string {
	return fmt.Sprintf("left(%[1]s, 4) = $1 and ($2 = '' or length(rtrim(%[1]s, '~?')) >= 7 and substr(%[1]s, 6, 2) between $2 and $3)", column)
}

// events is SQL for a table of events: each activity with the lowest number of those that tell of the same event.
const events = `create table events as
	with recursive same as (
		select a.id, b.id as other
		from activities a
		join activities b on a.city_id = b.city_id and a.kind = b.kind and rtrim(a.start_on, '~?') = rtrim(b.start_on, '~?') and (a.id = b.id
			or lower(a.title_id) = lower(b.title_id) or lower(a.title_en) = lower(b.title_en)
			or a.program_id = b.program_id and length(rtrim(a.start_on, '~?')) = 10)
	), reach as (select id, other from same union select r.id, s.other from reach r join same s on s.id = r.other)
	select a.*, (select min(other) from reach r where r.id = a.id) as event, exists (select from citations c join sources s on s.id = c.source_id
		where c.kind = 'activity' and c.record_id = a.id and s.quality in ('official', 'secondary')) as sourced,
		exists (select from citations c join sources s on s.id = c.source_id
		where c.kind = 'activity' and c.record_id = a.id and s.quality in ('official', 'secondary') and c.field = 'costs') as costed
	from activities a where start_on is not null`

// sums are the numbers of a report as SQL that knows nothing of the program's own.
var sums = map[string]string{
	"steps":      "select count(*) from steps where " + within("happened_on"),
	"activities": "select count(distinct event) from events where " + within("start_on"),
	"substantive": "select count(distinct event) from events e where " + within("start_on") + ` and nature = 'substantive'
		and (sourced or not exists (select from events o where o.event = e.event and o.sourced))`,
	"unsourced": "select count(*) from (select from events where " + within("start_on") + " group by event having not bool_or(sourced)) x",
	"unpriced": "select count(*) from (select from events where " + within("start_on") + ` group by event
		having not coalesce(bool_or(costed and costs <> '[]'
			and not exists (select from jsonb_array_elements(costs) c where c ->> 'amount' is null)), false)) x`,
	"results": `select (select count(*) from outcomes where achieved is not null and not effort and ` + within("as_of") + `)
		+ (select count(*) from programs where kind not in ('visit', 'memorial', 'budget') and status <> 'planned' and result_id <> '' and ` + within("end_on") + ")",
	"unreported": `select (select count(*) from outcomes where achieved is null and not effort and ` + within("as_of") + `)
		+ (select count(*) from programs where kind not in ('visit', 'memorial', 'budget') and status <> 'planned' and result_id = '' and ` + within("end_on") + ")",
}

func TestNumbersOfAReportAreThoseOfTheRegister(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	facts, err := o.PeriodicFacts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.Exec(t.Context(), events); err != nil {
		t.Fatal(err)
	}
	today := time.Date(2026, 11, 20, 5, 0, 0, 0, time.UTC)
	found := map[string]bool{}
	for year := 2005; year <= 2025; year++ {
		for q, months := range [][2]string{{"", ""}, {"01", "03"}, {"04", "06"}, {"07", "09"}, {"10", "12"}} {
			p := portal.Period(fmt.Sprint(year))
			if q > 0 {
				p = portal.Period(fmt.Sprintf("%d-Q%d", year, q))
			}
			args := []any{fmt.Sprint(year), months[0], months[1]}
			report := facts.Report(p, today)
			due := tasksOn(facts.Ties, p.Last())
			for _, n := range report.Sums() {
				want := due[n.Name]
				if sql, asked := sums[n.Name]; asked {
					if err := pool.QueryRow(t.Context(), sql, args...).Scan(&want); err != nil {
						t.Fatalf("%s: %v", n.Name, err)
					}
				}
				if n.Count != want {
					t.Errorf("%s of %s: %d, the database says %d", n.Name, p, n.Count, want)
				}
				found[n.Name] = found[n.Name] || n.Count > 0
			}
			costsAgree(t, pool, report, args)
		}
	}
	for _, name := range []string{"steps", "activities", "substantive", "unpriced", "results", "reports"} {
		if !found[name] {
			t.Errorf("no report says anything of %s, so that nothing is tested", name)
		}
	}
}

// tasksOn counts the tasks of a day that reports tell of, too.
func tasksOn(ties []portal.Tie, day time.Time) map[string]int {
	due := map[string]int{"reports": 0, "promises": 0}
	for _, task := range portal.Tasks(portal.Holdings{Ties: ties}, day) {
		switch task.Kind {
		case portal.TaskReport:
			due["reports"]++
		case portal.TaskPromise:
			due["promises"]++
		}
	}
	return due
}

func costsAgree(t *testing.T, pool *pgxpool.Pool, report portal.Periodic, args []any) {
	t.Helper()
	var want, got []string
	rows, err := pool.Query(t.Context(), `select payer, currency, unsourced, sum(amount)::bigint, count(*)
		from (
			select event, c ->> 'payer' as payer, c ->> 'currency' as currency, not bool_or(costed) as unsourced, max((c ->> 'amount')::bigint) as amount
			from events, jsonb_array_elements(costs) c where c ->> 'amount' is not null and `+within("start_on")+` group by 1, 2, 3
		) x group by 1, 2, 3`, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var payer, currency string
		var unsourced bool
		var amount, n int64
		if err := rows.Scan(&payer, &currency, &unsourced, &amount, &n); err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprint(payer, currency, unsourced, amount, n))
	}
	for _, c := range report.Costs {
		got = append(got, fmt.Sprint(c.Payer, c.Currency, c.Unsourced, c.Amount, c.Activities))
	}
	if len(got) != len(want) || strings.Join(sorted(got), ";") != strings.Join(sorted(want), ";") {
		t.Errorf("costs of %s: %v, the database says %v", report.Period, got, want)
	}
}

// Two rows tell of one trip, and no source that can be checked of either.
func TestReportCountsATripOnceAndAddsNoAmountWithoutASource(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p, day := portal.Period("2017"), time.Date(2026, 11, 20, 5, 0, 0, 0, time.UTC)
	numbers := func() (report portal.Periodic, sums map[string]int, tasks, visits int) {
		facts, err := o.PeriodicFacts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		sums, report = map[string]int{}, facts.Report(p, day)
		for _, n := range report.Sums() {
			sums[n.Name] = n.Count
		}
		return report, sums, tasksOn(facts.Ties, p.Last())["reports"], len(portal.Visits(facts.Ties, day))
	}
	_, before, tasks, visits := numbers()
	if _, err := pool.Exec(t.Context(), `insert into activities (city_id, title_id, title_en, nature, kind, start_on, place, costs)
		select c.id, 'Kunjungan ke Namur', 'Trip to Namur', 'protocol', 'delegation', '2017-03-05', 'there',
			'[{"payer": "home_city", "currency": "IDR", "amount": 1000000}]'
		from (select min(id) as id from cities where slug = 'namur') c, generate_series(1, 2)`); err != nil {
		t.Fatal(err)
	}
	report, after, now, visited := numbers()
	for name, more := range map[string]int{"activities": 1, "unsourced": 1, "unpriced": 1, "reports": 1, "substantive": 0} {
		if after[name] != before[name]+more {
			t.Errorf("%s: %d, then %d", name, before[name], after[name])
		}
	}
	if visited != visits+1 {
		t.Errorf("%d visits, then %d", visits, visited)
	}
	if now != tasks+1 || after["reports"] != now {
		t.Errorf("%d overdue reports in the report, %d among the tasks, %d before", after["reports"], now, tasks)
	}
	var costs []portal.PeriodicCost
	for _, c := range report.Costs {
		if c.Amount == 1_000_000 && c.Unsourced && c.Activities == 1 {
			costs = append(costs, c)
		}
	}
	if len(costs) != 1 {
		t.Errorf("the amount without a source does not stand on a line of its own: %+v", report.Costs)
	}
	o.person("sari", portal.Editor).get("/en/admin/reports/2017").is(http.StatusOK).holds("main", "without a source that can be checked")
}

func TestReportThatWasSentStaysAsItWasAndSaysItsHash(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	editor, reviewer := o.person("sari", portal.Editor), o.person("budi", portal.Reviewer)
	editor.get("/admin/reports").is(http.StatusOK).holds("main", "Belum ada laporan yang dikirim.")
	editor.get("/en/admin/reports/2018").is(http.StatusOK).holds("main", "Report: Year 2018")
	editor.get("/admin/reports/2018-Q5").is(http.StatusNotFound)
	editor.get("/admin/reports/2999").is(http.StatusNotFound)
	editor.get("/admin/reports/2018/send").is(http.StatusForbidden)
	ask := reviewer.get("/admin/reports/2018/send").is(http.StatusOK)
	form := ask.filled()
	reviewer.post("/admin/reports/2018/send", form).is(http.StatusUnprocessableEntity).holds(".error-summary", "Dikirim kepada")
	form.Set("addressee", "Komisi A DPRD")
	sent := reviewer.post("/admin/reports/2018/send", form).is(http.StatusSeeOther).location
	if again := reviewer.post("/admin/reports/2018/send", form).is(http.StatusSeeOther).location; again != sent {
		t.Errorf("one form made two reports: %s and %s", sent, again)
	}
	before := editor.get(sent).is(http.StatusOK)
	before.holds("main", "cocok dengan sidik jarinya")
	kept, err := o.SentPeriodic(t.Context(), 1)
	if err != nil || !kept.Intact() {
		t.Fatalf("%+v, %v", kept, err)
	}
	before.holds("main", kept.Hash)
	if _, err := pool.Exec(t.Context(), "update activities set title_id = 'Judul baru' where left(start_on, 4) = '2018'"); err != nil {
		t.Fatal(err)
	}
	if after := editor.get(sent); after.text("main") != before.text("main") {
		t.Error("what was sent has changed with the register")
	}
	editor.get("/admin/reports/2018").holds("main", "Judul baru")
	for _, sql := range []string{"update periodics set addressee = 'x'", "delete from periodics"} {
		if _, err := pool.Exec(t.Context(), sql); err == nil {
			t.Errorf("%s was done", sql)
		}
	}
	editor.get("/admin/reports").holds("table", "Komisi A DPRD")
	workbookHolds(t, editor, strings.TrimSuffix(sent, "?saved=report")+"/file", kept.Hash)
	workbookHolds(t, editor, "/en/admin/reports/2018/file", "Year 2018")
	if n := len(before.page.Find("main h2").Nodes); n < 6 {
		t.Errorf("%d headings", n)
	}
}

// Whoever is given the file of the content can check the hash without the register.
func TestFrozenContentOfAReportHasTheHashThatIsSaid(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	reviewer := o.person("budi", portal.Reviewer)
	form := reviewer.get("/admin/reports/2018/send").is(http.StatusOK).filled()
	form.Set("addressee", "Komisi A DPRD")
	sent, _, _ := strings.Cut(reviewer.post("/admin/reports/2018/send", form).is(http.StatusSeeOther).location, "?")
	page := reviewer.get("/en" + sent).is(http.StatusOK)
	resp, err := reviewer.client.PostForm(reviewer.url+page.page.Find(`form[action$="/content"]`).AttrOr("action", ""), url.Values{})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(resp.Header.Get("Content-Disposition"), ".json") {
		t.Fatalf("status %d, %v, %v", resp.StatusCode, resp.Header, err)
	}
	page.holds("main", fmt.Sprintf("%x", sha256.Sum256(content)))
	page.holds("main", "whoever is given it can compute its SHA-256")
	reviewer.post("/admin/sent-reports/999/content", url.Values{}).is(http.StatusNotFound)
}

// workbookHolds fails unless the first sheet of a downloaded workbook holds a text.
func workbookHolds(t *testing.T, p person, path, text string) {
	t.Helper()
	resp, err := p.client.PostForm(p.url+path, url.Values{})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	book, err := excelize.OpenReader(resp.Body)
	if err != nil {
		bytes, _ := io.ReadAll(resp.Body)
		t.Fatalf("%s: status %d, %v %s", path, resp.StatusCode, err, bytes)
	}
	if n := book.SheetCount; n != 6 {
		t.Errorf("%d sheets", n)
	}
	rows, err := book.GetRows(book.GetSheetList()[0])
	if err != nil || !strings.Contains(fmt.Sprint(rows), text) {
		t.Errorf("%s: the first sheet lacks %q: %v, %v", path, text, rows, err)
	}
}

func TestPeriodHoldsOnlyWhatSurelyLiesInIt(t *testing.T) {
	for date, want := range map[portal.Date][2]bool{ // of the year 2018, of its third quarter
		"2018": {true, false}, "2018-07": {true, true}, "2018-09-30": {true, true}, "2018-10-01": {true, false}, "2017-12-31": {false, false},
		"2018-08~": {true, true}, "": {false, false},
	} {
		if got := [2]bool{portal.Period("2018").Holds(date), portal.Period("2018-Q3").Holds(date)}; got != want {
			t.Errorf("%s: %v, want %v", date, got, want)
		}
	}
	if got := portal.Period("2018-Q3").Name(i18n.EN); got != "Quarter 3 of 2018" {
		t.Error(got)
	}
	list := portal.Periods(time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC))
	if len(list) != 8 || list[1] != "2026-Q2" || list[len(list)-1] != "2025-Q1" {
		t.Errorf("%v", list)
	}
}

func TestReportIsOfferedForEveryYearThatHasRecords(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("Rina", portal.Editor)
	if _, err := pool.Exec(t.Context(), "update steps set happened_on = '1951-03~' where id = (select min(id) from steps)"); err != nil {
		t.Fatal(err)
	}
	page := p.get("/en/admin/reports").is(http.StatusOK).page
	if page.Find(`main select[name=period] option[value="1951"]`).Length() != 1 || page.Find(`main select[name=period] option[value="1952"]`).Length() != 0 {
		t.Errorf("the years are %s", page.Find("main select[name=period]").Text())
	}
	report := p.get("/en/admin/reports?period=1951").is(http.StatusSeeOther).location
	p.get(report).is(http.StatusOK).holds("h1", "Year 1951")
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
