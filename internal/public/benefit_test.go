package public_test

import (
	"cmp"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// countedEvents are the events of the page of benefits in SQL of its own, one row for each however many records tell of it: of
// partners, cities explored and ties that ended, from the first one to the day of the tests, with a source that can be checked. Results count
// where such a source states them.
const countedEvents = `with checked as (
		select c.kind, c.record_id, regexp_replace(c.field, '_(id|en)$', '') as field
		from citations c
		join sources s on s.id = c.source_id
		where s.quality <> 'unverifiable'
	), told as (
		select a.*, lower(a.title_id) as name,
			a.result_id <> '' and exists (select from checked where kind = 'activity' and record_id = a.id and field = 'result') as reported
		from activities a
		join cities c on c.id = a.city_id
		where c.standing in ('partner', 'prospect', 'ended')
			and not c.is_home
			and a.start_on <> ''
			and rpad(regexp_replace(a.start_on, '[~?]', ''), 10, '-01-01') <= '2026-11-20'
			and exists (select from checked where kind = 'activity' and record_id = a.id)
	), events as (
		select city_id, kind, start_on, name, bool_or(reported) as reported, bool_or(nature = 'substantive') as substantive,
			max(student) as student, max(resident) as resident, max(artist) as artist, max(business) as business,
			max(place) as place, array_agg(distinct sector) filter (where nature = 'substantive' and sector is not null) as sectors
		from told
		left join unnest(sectors) as sector on true
		group by city_id, kind, start_on, name
	)
	`

// yearOrBefore is the year of an event as the figures tell it.
const yearOrBefore = "case when start_on < '2010' then 'before 2010' else left(start_on, 4) end"

// counts asks for numbers by name.
func (s site) counts(t *testing.T, sql string) map[string]int {
	t.Helper()
	rows, err := s.pool.Query(t.Context(), countedEvents+sql)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[string]int{}
	for rows.Next() {
		var name string
		var n int
		if err := rows.Scan(&name, &n); err != nil {
			t.Fatal(err)
		}
		all[name] = n
	}
	if rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return all
}

// sameFigures compares a column of a file with what the database counts; rows of the file that hold nothing need no count.
func sameFigures(t *testing.T, rows []map[string]string, name, column string, want map[string]int) {
	t.Helper()
	for _, row := range rows {
		key, _, _ := strings.Cut(row[name], ". ") // of goals, the number
		if got := cmp.Or(row[column], "0"); got != strconv.Itoa(want[key]) {
			t.Errorf("%s of %s is %s, want %d", column, row[name], got, want[key])
		}
		delete(want, key)
	}
	for key, n := range want {
		if n > 0 {
			t.Errorf("%s: %d of %s are left out", column, n, key)
		}
	}
}

func (s site) sameBenefits(t *testing.T) {
	t.Helper()
	years := s.file(t, "/en/benefits/years.csv")
	sameFigures(t, years, "Year", "Total", s.counts(t, "select "+yearOrBefore+", count(*)::int from events group by 1"))
	sameFigures(t, years, "Year", "Result written down", s.counts(t, "select "+yearOrBefore+", count(*)::int from events where reported group by 1"))
	fields := s.file(t, "/en/benefits/fields.csv")
	sameFigures(t, fields, "Fields", "Activities",
		s.counts(t, "select s.name_en, count(*)::int from events e join sectors s on s.code = any(e.sectors) where e.substantive group by 1"))
	sameFigures(t, fields, "Fields", "Result written down",
		s.counts(t, "select s.name_en, count(*)::int from events e join sectors s on s.code = any(e.sectors) where e.substantive and e.reported group by 1"))
	sameFigures(t, s.file(t, "/en/benefits/sdgs.csv"), "Goal", "Total",
		s.counts(t, `select goal::text, count(*)::int from events e, generate_series(1, 17) goal
			where e.substantive and exists (select from sectors s where s.code = any(e.sectors) and goal = any(s.sdgs)) group by 1`))
	sameFigures(t, s.file(t, "/en/benefits/people.csv"), "Group", "People, at least",
		s.counts(t, `select of.name, coalesce(sum(of.n), 0)::int from events,
			lateral (values ('Students', student), ('Residents (of either city)', resident), ('Artists', artist), ('Business people', business)) as of (name, n)
			where substantive group by 1`))
	places := s.file(t, "/en/benefits/direction.csv")
	for column, which := range map[string]string{"Beyond protocol": "substantive", "Protocol": "not substantive"} {
		sameFigures(t, places, "Where", column, s.counts(t, `select case place when 'here' then 'In Bandung' when 'there' then 'In the partner city'
			when 'both' then 'In both cities' when 'online' then 'Online' else 'Not known' end, count(*)::int from events where `+which+" group by 1"))
	}
	all := s.counts(t, "select 'all', count(*)::int from events")["all"]
	if rows := s.file(t, "/manfaat/kegiatan.csv"); len(rows) != all {
		t.Errorf("%d activities are said to be counted, want %d", len(rows), all)
	}
	reported := s.counts(t, "select 'all', count(*)::int from events where reported")["all"]
	if got := words(s.page(t, "/manfaat").Find(".rail-figure h2")); got != strconv.Itoa(reported)+" dari "+strconv.Itoa(all) {
		t.Errorf("the page says %s, want %d of %d", got, reported, all)
	}
}

func TestFiguresOfBenefitsEqualWhatTheDatabaseCounts(t *testing.T) {
	s := openOwn(t)
	s.sameBenefits(t)
	for _, sql := range []string{
		// The same camp told twice, once more by hearsay; one to come; one of a claim; one of a city without a tie.
		`insert into activities (city_id, nature, kind, title_id, title_en, start_on, sectors, student, place, result_id, result_en)
		select c.id, 'substantive', 'training', told.title, told.title, told.start_on, '{EDU,YTH}', told.students, 'here', 'Selesai.', 'Done.'
		from (values ('suwon', 'Perkemahan', '2024-05-01', 40), ('suwon', 'perkemahan', '2024-05-01', 30), ('suwon', 'Perkemahan', '2024-05-01', 900),
			('suwon', 'Nanti', '2026-11-21', 7), ('cebu', 'Klaim', '2024', 8), ('paris', 'Tanpa ikatan', '2024', 9), ('suwon', 'Tanpa sumber', '2024', 11)
		) as told (city, title, start_on, students)
		join cities c on c.slug = told.city`,
		`insert into citations (kind, record_id, position, field, source_id)
		select 'activity', a.id, n, field, (select min(id) from sources where quality = case a.student when 900 then 'unverifiable' else 'official' end)
		from activities a, unnest(array['start_on', 'student', 'result']) with ordinality as cited (field, n)
		where a.student in (40, 30, 900, 7, 8, 9)`,
	} {
		if _, err := s.pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	s.sameBenefits(t)
	for _, row := range s.file(t, "/en/benefits/people.csv") {
		if row["Group"] == "Students" && row["People, at least"] != "40" {
			t.Errorf("students: %v", row)
		}
	}
	if title := words(s.page(t, "/manfaat").Find("h2:contains('di luar pemerintahan')")); title != "Paling sedikit 75 orang di luar pemerintahan ikut, dari kedua kota" {
		t.Errorf("the title says %q", title)
	}
}

func TestEveryDrawingHasItsTableAndAFileOfExactlyThat(t *testing.T) {
	s := open(t)
	for l, separator := range map[i18n.Lang]string{i18n.ID: ".", i18n.EN: ","} {
		doc := s.page(t, view.Benefits.In(l))
		doc.Find(".stage .file-link, .page-body .section .file-link").Each(func(_ int, link *goquery.Selection) {
			href := link.AttrOr("href", "")
			table := link.Closest("section").Find("table")
			if strings.HasSuffix(href, view.BenefitCountedCSV.In(l)) {
				return
			}
			rows := s.file(t, href)
			if table.Length() != 1 || table.Find("tbody tr").Length() != len(rows) {
				t.Errorf("%s: %d tables, %d rows on the page, %d in the file", href, table.Length(), table.Find("tbody tr").Length(), len(rows))
				return
			}
			var heads []string
			table.Find("thead th").Each(func(_ int, th *goquery.Selection) { heads = append(heads, words(th)) })
			table.Find("tbody tr").Each(func(i int, tr *goquery.Selection) {
				tr.Find("th, td").Each(func(j int, cell *goquery.Selection) {
					cell.Find(".refs, .facts-unknown").Remove()
					shown, filed := words(cell), rows[i][heads[j]]
					if cell.Find(".brick-row").Length() == 0 && shown != filed && strings.ReplaceAll(shown, separator, "") != filed {
						t.Errorf("%s, row %d, %s: %q on the page, %q in the file", href, i, heads[j], shown, filed)
					}
				})
			})
		})
		if n := doc.Find(".file-link").Length(); n != 8 {
			t.Errorf("%d files in %s, want 8", n, l)
		}
	}
}

func TestBricksAreAsManyAsTheFigures(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/manfaat")
	bricks := func(of *goquery.Selection, class string) int {
		return strings.Count(of.Find("path."+class).AttrOr("d", ""), "M")
	}
	rows := s.file(t, "/manfaat/tahun.csv")
	doc.Find(".years-column").Each(func(i int, column *goquery.Selection) {
		full, hollow := strconv.Itoa(bricks(column, "lit")), strconv.Itoa(bricks(column, "hollow"))
		if full != rows[i]["Hasil tertulis"] || hollow != rows[i]["Hasil belum dilaporkan"] || words(column.Find(".years-label")) != strings.Replace(rows[i]["Tahun"], "sebelum ", "<", 1) {
			t.Errorf("%v: %s full and %s empty bricks", rows[i], full, hollow)
		}
	})
	fields := s.file(t, "/manfaat/bidang.csv")
	doc.Find(".multiples > li").Each(func(i int, li *goquery.Selection) {
		if n := strconv.Itoa(bricks(li, "lit")); n != fields[i]["Kegiatan"] || n != words(li.Find(".multiples-total")) {
			t.Errorf("%v: %s bricks", fields[i], n)
		}
		if ticks := bricks(li, "unlit"); ticks == 0 || ticks > 17 {
			t.Errorf("%v: %d empty years", fields[i], ticks)
		}
	})
	if label := doc.Find(".years").AttrOr("aria-label", ""); !strings.Contains(label, " sampai 2026") {
		t.Errorf("the drawing is called %q", label)
	}
}

func TestEverySumNamesItsSourcesOrSaysThatNothingIsKnown(t *testing.T) {
	doc := open(t).page(t, "/manfaat")
	doc.Find(".rail-figure + .facts > div").Slice(0, 5).Each(func(_ int, fact *goquery.Selection) {
		unknown := fact.Find(".facts-unknown").Length() > 0 || strings.Contains(fact.Text(), "Belum satu")
		if !unknown && fact.Find(".refs a").Length() == 0 {
			t.Errorf("%q has no source", words(fact))
		}
	})
	unanswered := doc.Find("section:contains('Yang tidak bisa kami jawab') li")
	if unanswered.Length() < 5 || !strings.Contains(words(unanswered), "belum punya hasil tertulis") {
		t.Errorf("unanswered: %q", words(unanswered))
	}
}
