package public_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// trips are the official trips, as the register says on its page what they are, in SQL of its own.
const trips = `select a.* from activities a
	where a.also_trip or a.kind in ('delegation', 'courtesy_call') and a.place is distinct from 'online'
		or a.kind in ('signing', 'anniversary') and a.place in ('there', 'both')
			and greatest(coalesce(a.elected, 0), coalesce(a.official, 0)) > 0`

// sourcedTrips are those of them that a source supports that can be checked, with a date that has come.
const sourcedTrips = `select t.* from (` + trips + `) t
	where t.start_on is not null and left(t.start_on, 4) <= '2026'
		and exists (select from citations c join sources s on s.id = c.source_id
			where c.kind = 'activity' and c.record_id = t.id and s.quality in ('official', 'secondary'))`

// visit adds a trip to the register of a test, with a source behind its start.
func (s site) visit(t *testing.T, columns, values string) {
	t.Helper()
	if _, err := s.pool.Exec(t.Context(),
		`with kept as (
			insert into activities (city_id, nature, kind, `+columns+`)
			select id, 'protocol', 'delegation', `+values+` from cities where slug = 'suwon'
			returning id
		)
		insert into citations (kind, record_id, position, field, source_id)
		select 'activity', id, n, field, (select id from sources where slug = 'bsw-de')
		from kept, unnest(array['start_on', 'purpose', 'official', 'costs', 'approved_on', 'report_received_on']) with ordinality as cited (field, n)`); err != nil {
		t.Fatal(err)
	}
}

func TestWorkingVisitAroundACultureNightIsATrip(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/kunjungan?partner=braunschweig&year=2019")
	row := doc.Find(".list-part tbody tr")
	if got := words(row); row.Length() != 1 || !strings.Contains(got, "Malam Budaya 2019 dan kunjungan kerja") || !strings.Contains(got, "Bandung berangkat") {
		t.Errorf("%d trips: %s", row.Length(), got)
	}
	url, _ := row.Find("a").First().Attr("href")
	path, anchor, _ := strings.Cut(url, "#")
	if got := words(s.page(t, path).Find("#" + anchor)); !strings.Contains(got, "Juga perjalanan dinas") {
		t.Errorf("the activity itself: %s", got)
	}
}

func TestRegisterOfTripsCountsWhatTheRegisterHolds(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/kunjungan")
	total := s.count(t, "select count(*) from ("+trips+") t")
	out := s.count(t, "select count(*) from ("+trips+") t where place in ('there', 'both')")
	in := s.count(t, "select count(*) from ("+trips+") t where place in ('here', 'both')")
	if rows := doc.Find(".list-part tbody tr").Length(); rows != total {
		t.Errorf("%d trips listed, want %d", rows, total)
	}
	lead := words(doc.Find(".lead").First())
	for _, want := range []string{"tercatat: " + strconv.Itoa(total), "berangkat: " + strconv.Itoa(out), "datang: " + strconv.Itoa(in)} {
		if !strings.Contains(lead, want) {
			t.Errorf("%q lacks %q", lead, want)
		}
	}
	if got := len(s.file(t, "/kunjungan.csv")); got != total {
		t.Errorf("%d trips in the file, want %d", got, total)
	}
	sum := 0
	for _, row := range s.file(t, "/en/visits/years.csv") {
		year := row["Year"]
		want := s.count(t, "select count(*) from ("+sourcedTrips+") t where left(start_on, 4) = $1", year)
		people := s.count(t, "select coalesce(sum(official), 0) from ("+sourcedTrips+") t where left(start_on, 4) = $1", year)
		if row["Trips"] != strconv.Itoa(want) || row["People, at least"] != "" && row["People, at least"] != strconv.Itoa(people) {
			t.Errorf("%s: %v, want %d trips and %d people", year, row, want, people)
		}
		n, _ := strconv.Atoi(row["Trips"])
		sum += n
	}
	if want := s.count(t, "select count(*) from ("+sourcedTrips+") t"); sum != want {
		t.Errorf("the years sum up %d trips, want %d", sum, want)
	}
}

func TestTripsWhoseReportIsOverdueAreNamedFirst(t *testing.T) {
	s := openOwn(t)
	s.visit(t, "title_id, title_en, place, start_on, end_on", "'Baru pulang', 'Just back', 'there', '2026-09-18', '2026-09-20'") // due on 19 November
	s.visit(t, "title_id, title_en, place, start_on, end_on", "'Masih ditunggu', 'Awaited', 'there', '2026-09-20', '2026-09-21'")
	s.visit(t, "title_id, title_en, place, start_on, report_received_on", "'Sudah ada', 'Handed in', 'there', '2024-05-01', '2024-09-01'")
	parts := s.page(t, "/kunjungan").Find(".list-part")
	if words(parts.First().Find("h3")) != "Laporan lewat batas" {
		t.Fatalf("the first part is %q", words(parts.First().Find("h3")))
	}
	first := words(parts.First())
	if !strings.Contains(first, "Baru pulang") || !strings.Contains(first, "Batas 19 Nov 2026") {
		t.Errorf("overdue: %q", first)
	}
	for title, want := range map[string]string{"Masih ditunggu": "Ditunggu Batas 20 Nov 2026", "Sudah ada": "Terlambat Batas 30 Jun 2024. Diterima 1 Sep 2024"} {
		row := parts.Last().Find("tr").FilterFunction(func(_ int, tr *goquery.Selection) bool { return strings.Contains(tr.Text(), title) })
		if got := words(row); !strings.Contains(got, want) || strings.Contains(first, title) {
			t.Errorf("%s: %q", title, got)
		}
	}
	for _, line := range s.file(t, "/kunjungan.csv?report=overdue") {
		if line["Laporan diterima"] != "" || line["Siapa yang bepergian"] != "Bandung berangkat" {
			t.Errorf("overdue: %v", line)
		}
	}
}

func TestMeasureOfOurOwnIsNamedAboveTheListOfTrips(t *testing.T) {
	text := words(open(t).page(t, "/kunjungan").Find("main"))
	named := strings.Index(text, "Bukan kutipan peraturan")
	if named < 0 || named > strings.Index(text, "Daftar kunjungan") {
		t.Errorf("named at %d: %.900s", named, text)
	}
}

func TestTripTellsWhyWhoWhenAndWhoPaid(t *testing.T) {
	s := openOwn(t)
	s.visit(t, "title_id, title_en, place, start_on, purpose_id, purpose_en, approved_by_id, approved_by_en, approved_on, official, costs",
		`'Belajar air', 'Water visit', 'there', '2025-03-10', 'Belajar mengolah air.', 'To learn of water.', 'Kemendagri', 'Home Ministry', '2025-03-11', 3,
		'[{"payer": "home_city", "amount": 120000000, "currency": "IDR"}, {"payer": "partner_city", "amount": null, "currency": "KRW"}]'`)
	s.visit(t, "title_id, title_en, place, start_on, approval_sought_on", "'Tanpa surat', 'No paper', 'there', '2025-04-10', '2026-02'")
	s.visit(t, "title_id, title_en, place, start_on, report_absent_id, report_absent_en", "'Tanpa laporan', 'No report', 'there', '2020-03-01', 'Arsipnya musnah.', 'The archive burnt.'")
	row := func(title string) string {
		return words(s.page(t, "/kunjungan?partner=suwon").Find("tbody tr").FilterFunction(func(_ int, tr *goquery.Selection) bool {
			return strings.Contains(tr.Text(), title)
		}))
	}
	for title, wants := range map[string][]string{
		"Belajar air":   {"Belajar mengolah air.", "Sesudah berangkat", "Kemendagri. 11 Maret 2025", "3 pegawai pemerintah", "Kota Bandung: 120.000.000 rupiah; Kota mitra: Belum ada data"},
		"Tanpa laporan": {"Tidak akan ada", "Arsipnya musnah."},
		"Tanpa surat":   {"Belum ditemukan", "Dicari di arsip, Februari 2026", "Belum ada data"},
	} {
		for _, want := range wants {
			if got := row(title); !strings.Contains(got, want) {
				t.Errorf("%s: %q lacks %q", title, got, want)
			}
		}
	}
	year := s.file(t, "/kunjungan/tahun.csv?partner=suwon&year=2025")
	if len(year) != 1 || year[0]["Kunjungan"] != "2" || year[0]["Biaya yang diketahui"] != "120.000.000 rupiah" || year[0]["Kunjungan yang biayanya lengkap"] != "0" ||
		year[0]["Persetujuan tercatat"] != "1" || year[0]["Laporan yang sudah jatuh batas"] != "2" || year[0]["Laporan diterima"] != "0" {
		t.Errorf("the year 2025 with Suwon: %v", year)
	}
	if text := words(s.page(t, "/mitra/suwon").Find("#kegiatan")); !strings.Contains(text, "Tujuan: Belajar mengolah air.") {
		t.Error("the partner's page does not tell the purpose")
	}
}

func TestTripsAreNarrowedWithCountsThatAgreeWithTheRows(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/kunjungan", "/en/visits?way=out", "/kunjungan?report=overdue&year=2017", "/kunjungan?way=sideways"} {
		doc := s.page(t, path)
		doc.Find(".chip").Each(func(_ int, chip *goquery.Selection) {
			href, _ := chip.Attr("href")
			rows := s.page(t, href).Find(".list-part tbody tr").Length()
			if count := words(chip.Find(".chip-count")); count != strconv.Itoa(rows) {
				t.Errorf("%s counts %s at %s, which lists %d", path, count, href, rows)
			}
		})
	}
}

func TestTripsAreCountedUnderTheApprovalThatTheirLinesTell(t *testing.T) {
	s := open(t)
	rows := func(query string) *goquery.Selection {
		return s.page(t, "/kunjungan"+query).Find(".list-part tbody tr")
	}
	theirs := s.count(t, "select count(*) from ("+trips+") t where place = 'here' and approved_by_id = '' and approval_sought_on is null")
	if n := rows("?approval=theirs").Length(); n != theirs || n == 0 {
		t.Errorf("%d trips are for the other side to approve, want %d", n, theirs)
	}
	rows("?approval=unknown").Each(func(_ int, row *goquery.Selection) {
		if strings.Contains(words(row), "Urusan pihak mitra") {
			t.Errorf("unknown: %s", words(row))
		}
	})
}
