package admin_test

import (
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

// latest is SQL for the last day that a date can mean.
func latest(column string) string {
	return fmt.Sprintf(`(case length(rtrim(%[1]s, '~?')) when 4 then (left(%[1]s, 4) || '-12-31')::date
		when 7 then ((left(%[1]s, 7) || '-01')::date + interval '1 month - 1 day')::date else left(%[1]s, 10)::date end)`, column)
}

// until is SQL for the last day of the period.
const until = "((($1 || '-' || coalesce(nullif($3, ''), '12') || '-01')::date + interval '1 month - 1 day')::date)"

// sums are the numbers of a report as SQL that knows nothing of the program's own.
var sums = map[string]string{
	"steps":       "select count(*) from steps where " + within("happened_on"),
	"activities":  "select count(*) from activities where " + within("start_on"),
	"substantive": "select count(*) from activities where nature = 'substantive' and " + within("start_on"),
	"unsourced": `select count(*) from activities a where not exists (select from citations c join sources s on s.id = c.source_id
		where c.kind = 'activity' and c.record_id = a.id and s.quality in ('official', 'secondary')) and ` + within("start_on"),
	"unpriced": `select count(*) from activities where (costs = '[]'
		or exists (select from jsonb_array_elements(costs) c where c ->> 'amount' is null)) and ` + within("start_on"),
	"results": `select (select count(*) from outcomes where achieved is not null and ` + within("as_of") + `)
		+ (select count(*) from programs where kind not in ('visit', 'memorial', 'budget') and status <> 'planned' and result_id <> '' and ` + within("end_on") + ")",
	"unreported": `select (select count(*) from outcomes where achieved is null and ` + within("as_of") + `)
		+ (select count(*) from programs where kind not in ('visit', 'memorial', 'budget') and status <> 'planned' and result_id = '' and ` + within("end_on") + ")",
	"promises": "select count(*) from promises where coalesce(state, '') not in ('delivered', 'dropped') and " + latest("due_on") + " < " + until +
		" and $2::text is not null",
	"reports": `select count(*) from activities where report_received_on is null and $2::text is not null and case
		when report_due_on is not null then ` + latest("report_due_on") + ` < ` + until + `
		when coalesce(end_on, start_on) ~ '[~?]$' or coalesce(place, '') not in ('there', 'both') then false
		when kind in ('delegation', 'courtesy_call') or also_trip or kind in ('signing', 'anniversary') and (elected > 0 or official > 0)
			then ` + latest("coalesce(end_on, start_on)") + ` + 60 < ` + until + ` else false end`,
}

func TestNumbersOfAReportAreThoseOfTheRegister(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	facts, err := o.PeriodicFacts(t.Context())
	if err != nil {
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
			for _, n := range report.Sums() {
				var want int
				if err := pool.QueryRow(t.Context(), sums[n.Name], args...).Scan(&want); err != nil {
					t.Fatalf("%s: %v", n.Name, err)
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

func costsAgree(t *testing.T, pool *pgxpool.Pool, report portal.Periodic, args []any) {
	t.Helper()
	var want, got []string
	rows, err := pool.Query(t.Context(), `select c ->> 'payer', c ->> 'currency', sum((c ->> 'amount')::bigint), count(distinct id)
		from activities, jsonb_array_elements(costs) c where c ->> 'amount' is not null and `+within("start_on")+` group by 1, 2`, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var payer, currency string
		var amount, n int64
		if err := rows.Scan(&payer, &currency, &amount, &n); err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprint(payer, currency, amount, n))
	}
	for _, c := range report.Costs {
		got = append(got, fmt.Sprint(c.Payer, c.Currency, c.Amount, c.Activities))
	}
	if len(got) != len(want) || strings.Join(sorted(got), ";") != strings.Join(sorted(want), ";") {
		t.Errorf("costs of %s: %v, the database says %v", report.Period, got, want)
	}
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

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
