package public_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// indicator is the line of one indicator on a city's page.
func indicator(t *testing.T, doc *goquery.Document, key portal.IndicatorKey) *goquery.Selection {
	t.Helper()
	line := doc.Find("#" + view.IndicatorID(string(key)))
	if line.Length() != 1 {
		t.Fatalf("%d lines of %s", line.Length(), key)
	}
	return line
}

func figure(t *testing.T, doc *goquery.Document, key portal.IndicatorKey) string {
	t.Helper()
	return words(indicator(t, doc, key).Find(".indicator-figure"))
}

func TestPartnerTellsTenIndicatorsWithoutATotal(t *testing.T) {
	s := open(t)
	for _, slug := range []string{"braunschweig", "yingkou", "toyota", "hangzhou"} {
		for _, l := range i18n.Langs {
			doc := s.page(t, view.Partner.In(l, slug))
			var names []string
			doc.Find(".indicator").Each(func(_ int, line *goquery.Selection) {
				names = append(names, words(line.Find(".indicator-name")))
				if words(line.Find(".indicator-figure")) == "" || words(line.Find(".indicator-body p").First()) == "" {
					t.Errorf("%s in %s: %q has no figure or no formula", slug, l, words(line))
				}
			})
			var want []string
			for _, key := range portal.IndicatorKeys {
				want = append(want, l.T(key.Key()))
			}
			if !slices.Equal(names, want) {
				t.Errorf("%s in %s: indicators %q", slug, l, names)
			}
			if link := doc.Find(".rail-head a[href='" + view.Method.In(l) + "']"); !strings.Contains(words(link), portal.RuleVersion) {
				t.Errorf("%s in %s: the rules are named %q", slug, l, words(link))
			}
		}
	}
}

func TestClaimsAndMerePlacesAreNotMeasured(t *testing.T) {
	s := open(t)
	for _, slug := range []string{"cebu", "paris"} {
		if n := s.page(t, "/mitra/"+slug).Find(".indicator").Length(); n != 0 {
			t.Errorf("%s has %d indicators", slug, n)
		}
	}
}

// verifiable is a condition on an activity a.
const verifiable = `exists (select from citations c join sources s on s.id = c.source_id
	where c.kind = 'activity' and c.record_id = a.id and s.quality <> 'unverifiable')`

func TestYearsAndFieldsWithActivityAreThoseOfTheRecords(t *testing.T) {
	s := open(t)
	for _, slug := range []string{"braunschweig", "fort-worth", "suwon", "namur", "liuzhou"} {
		doc := s.page(t, "/mitra/"+slug)
		var since, lit, agreed, covered int
		err := s.pool.QueryRow(t.Context(), `
			with tie as (
				select c.id, min(left(signed_on, 4)) as since,
					(select sectors from agreements where city_id = c.id and sectors <> '{}' order by signed_on limit 1) as agreed
				from cities c
				join agreements on city_id = c.id
				where c.slug = $1
					and instrument not in ('none', 'letter_of_intent')
				group by c.id
			)
			select since::int,
				(select count(distinct year) from activities a, generate_series(left(start_on, 4)::int, left(coalesce(end_on, start_on), 4)::int) as year where city_id = tie.id and nature = 'substantive' and start_on >= since and `+verifiable+`),
				cardinality(agreed),
				(select count(*) from unnest(agreed) as code where exists (
					select from activities a where city_id = tie.id and nature = 'substantive' and start_on >= '2021-11-20' and code = any(sectors) and `+verifiable+`))
			from tie`, slug).Scan(&since, &lit, &agreed, &covered)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := figure(t, doc, portal.KeyContinuity), fmt.Sprintf("%d dari %d tahun sejak %d", lit, today.Year()-since+1, since); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", slug, got, want)
		}
		if got, want := figure(t, doc, portal.KeyBreadth), fmt.Sprintf("%d dari %d bidang yang disepakati.", covered, agreed); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", slug, got, want)
		}
	}
}

func TestEvidenceCountsTheSourcedFactsOfAllRecords(t *testing.T) {
	s := open(t)
	for _, slug := range []string{"braunschweig", "kawasaki", "melbourne"} {
		var all, official int
		err := s.pool.QueryRow(t.Context(), `
			with city as (select id from cities where slug = $1),
			paper as (select id from agreements where city_id in (table city)),
			program as (select id from programs where city_id in (table city) or agreement_ids && array(table paper)),
			record as (
				select 'city' as kind, id from city
				union all select 'agreement', id from paper
				union all select 'step', id from steps where agreement_id in (table paper)
				union all select 'approval', id from approvals where agreement_id in (table paper)
				union all select 'promise', id from promises where agreement_id in (table paper)
				union all select 'program', id from program
				union all select 'outcome', id from outcomes where program_id in (table program)
				union all select 'activity', id from activities where city_id in (table city) and start_on is not null
				union all select 'venue', id from venues where city_id in (table city)
				union all select 'mirror', id from mirrors where city_id in (table city)
			),
			fact as (
				select r.kind, r.id, regexp_replace(c.field, '_(id|en)$', '') as field, bool_or(s.quality = 'official') as official
				from record r
				join citations c on c.kind = r.kind and c.record_id = r.id
				join sources s on s.id = c.source_id
				where s.quality <> 'unverifiable'
				group by 1, 2, 3
			)
			select count(*), count(*) filter (where official) from fact`, slug).Scan(&all, &official)
		if err != nil {
			t.Fatal(err)
		}
		got, want := figure(t, s.page(t, "/mitra/"+slug), portal.KeyEvidence), fmt.Sprintf("%d dari %d fakta punya sumber resmi.", official, all)
		if !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", slug, got, want)
		}
	}
}

func TestOutsideCheckIsAnsweredWithItsReason(t *testing.T) {
	s := open(t)
	for slug, want := range map[string]string{
		"fort-worth": "Ditandatangani kedua kepala kota Ya",
		"cotabato":   "Ditandatangani kedua kepala kota Tidak",
		"toyota":     "Ditandatangani kedua kepala kota Tidak",
		"suwon":      "Ditandatangani kedua kepala kota Belum ada data",
		"hamamatsu":  "Ditandatangani kedua kepala kota Belum ada data", // they were there; that they signed is implied
	} {
		fact := s.page(t, "/mitra/"+slug).Find("#" + view.IndicatorsID + " .facts > div").FilterFunction(func(_ int, e *goquery.Selection) bool {
			return strings.HasPrefix(words(e), "Ditandatangani kedua")
		})
		if got := words(fact.Find("dt")) + " " + words(fact.Find("dd")); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", slug, words(fact), want)
		}
		if words(fact.Find("dd > p")) == "" {
			t.Errorf("%s: no reason", slug)
		}
	}
	if text := words(s.page(t, "/mitra/cotabato").Find("#" + view.IndicatorsID)); !strings.Contains(text, "Graham Nazer Guiani Dumama (wakil wali kota Cotabato)") {
		t.Error("it is not said who signed in place of the head")
	}
}

func TestDiscussionBesideSomethingElseIsNoKnownApproval(t *testing.T) {
	got := figure(t, open(t).page(t, "/mitra/hamamatsu"), portal.KeyEvidence)
	for _, want := range []string{"3 dari 6", "penanda tangan", "persetujuan DPRD"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}

func TestBudgetOfSeveralCitiesIsKnownInPart(t *testing.T) {
	s := open(t)
	if got := words(s.page(t, "/mitra/braunschweig").Find("#" + view.IndicatorsID)); !strings.Contains(got, "Sebagian diketahui") || !strings.Contains(got, "anggaran bersama untuk 5 kota") {
		t.Errorf("cost: %q", got)
	}
	if got := words(s.page(t, "/program/budget-2008").Find("main")); !strings.Contains(got, "Anggaran850.000.000") || strings.Contains(got, "Biaya850.000.000") {
		t.Errorf("a budget is called: %q", got)
	}
}

// enliven gives Namur thirteen activities of substance in two years, with all that can be told of them.
func (s site) enliven(t *testing.T) {
	t.Helper()
	for _, sql := range []string{
		`insert into activities (city_id, title_id, title_en, nature, kind, start_on, place, initiator, resident, official, organisations, costs, sectors)
		select id, 'Latihan ' || n, 'Training ' || n, 'substantive', 'training', '2026-02-' || lpad(n::text, 2, '0'),
			case when n <= 8 then 'here' else 'there' end, case when n = 1 then 'home' end,
			case when n <= 10 then 100 end, case when n <= 10 then 25 end,
			case when n <= 5 then '[{"name": {"id": "ITB", "en": "ITB"}, "side": "home"}]'::jsonb else '[]' end,
			case when n <= 3 then '[{"payer": "home_city", "amount": 5000000, "currency": "IDR"}]'::jsonb else '[]' end, '{EDU}'
		from cities, generate_series(1, 13) n
		where slug = 'namur'`,
		`insert into activities (city_id, title_id, title_en, nature, kind, start_on, place, report_due_on)
		select id, 'Lawatan', 'Mission', 'protocol', 'delegation', '2026-03-01', 'there', '2026-05-01' from cities where slug = 'namur'`,
		`insert into citations (kind, record_id, position, field, source_id)
		select 'activity', a.id, 1, 'start_on', (select min(id) from sources where quality = 'official') from activities a
		where title_id like 'Latihan %' or title_id = 'Lawatan'`,
	} {
		if _, err := s.pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
}

func TestIndicatorsSpeakOnceThereIsEnoughToSay(t *testing.T) {
	s := openOwn(t)
	quiet := s.page(t, "/mitra/namur")
	for _, key := range []portal.IndicatorKey{portal.KeyReciprocity, portal.KeyReach, portal.KeyMoney, portal.KeyRoots} {
		if got := figure(t, quiet, key); !strings.HasPrefix(got, "Tidak dinilai: ") || indicator(t, quiet, key).Find("strong").Length() != 0 {
			t.Errorf("%s: %q", key, got)
		}
	}
	s.enliven(t)
	doc := s.page(t, "/mitra/namur")
	for key, want := range map[portal.IndicatorKey]string{
		portal.KeyReciprocity: "8 di sini, 5 di sana. Imbangan 0,62; 1 berarti sama banyak. Yang memulai: kota ini 1, mitra 0, bersama 0, pihak lain 0, belum diketahui 12.",
		portal.KeyReach:       "Paling sedikit 1.000 orang di luar pemerintahan dalam 24 bulan terakhir. Bagian mereka di antara semua yang dihitung: 80%. 3 dari 13 kegiatan tanpa hitungan mereka.",
		portal.KeyMoney:       "Biaya diketahui untuk 3 dari 14 kegiatan. Laporan tepat waktu untuk 0 dari 1 perjalanan.",
		portal.KeyRoots:       "1 lembaga setempat dalam 24 bulan terakhir. Yang terbanyak, ITB, ikut dalam 100% kegiatan itu. 8 kegiatan tidak menyebut lembaga setempat.",
	} {
		if got := figure(t, doc, key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	reciprocity := indicator(t, doc, portal.KeyReciprocity)
	if n := reciprocity.Find("li a").Length(); n != 12 || !strings.Contains(words(reciprocity), "dan 1 catatan lain") {
		t.Errorf("%d records of 13 are named: %s", n, words(reciprocity))
	}
	reciprocity.Find("li a").Each(func(_ int, a *goquery.Selection) {
		href := a.AttrOr("href", "")
		if href == "/kegiatan?partner=namur" { // for those that the page has no room for
			return
		}
		if target := doc.Find(href); !strings.HasPrefix(words(a), words(target.Find("h3"))) || words(target.Find("h3")) == "" {
			t.Errorf("%q leads to %q", words(a), words(target))
		}
	})
}

func TestLastTenYearsAreDrawnWithThePandemicMarked(t *testing.T) {
	s := openOwn(t)
	s.enliven(t)
	years := indicator(t, s.page(t, "/en/partners/namur"), portal.KeyContinuity).Find(".years li")
	if years.Length() != 10 {
		t.Fatalf("%d years", years.Length())
	}
	var lit, marked []string
	years.Each(func(_ int, y *goquery.Selection) {
		if _, ok := y.Attr("data-lit"); ok {
			lit = append(lit, words(y))
		}
		if _, ok := y.Attr("data-pandemic"); ok {
			marked = append(marked, words(y))
		}
	})
	if !slices.Contains(lit, "2026: activity beyond ceremony") || slices.ContainsFunc(lit, func(y string) bool { return strings.Contains(y, "nothing") }) {
		t.Errorf("lit are %q", lit)
	}
	if want := []string{"2020: nothing on record, a year of the pandemic", "2021: nothing on record, a year of the pandemic"}; !slices.Equal(marked, want) {
		t.Errorf("marked are %q", marked)
	}
}

func TestLegalStepsStandWithDateAndDocument(t *testing.T) {
	s := openOwn(t)
	_, err := s.pool.Exec(t.Context(), `
		insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Naskah', 'Text', repeat('a', 64), 'application/pdf', 9, 'id', 'agreement', id, 'Naskah', 'Text' from agreements where slug = 'melbourne'`)
	if err != nil {
		t.Fatal(err)
	}
	line := indicator(t, s.page(t, "/mitra/melbourne"), portal.KeyPath)
	var steps []string
	line.Find(".facts > div").Each(func(_ int, f *goquery.Selection) {
		f.Find(".refs").Remove()
		steps = append(steps, words(f.Find("dt"))+": "+strings.TrimSpace(words(f.Find("dd"))))
	})
	want := []string{
		"Penjajakan: Oktober 2014Dokumen belum dipegang.", "Letter of Intent: 10 Mei 2019Dokumen dicari, belum ditemukan.",
		"Rencana kerja sama: Belum ada data", "Persetujuan DPRD: 30 Maret 2023Dokumen dicari, belum ditemukan.",
		"Kemendagri dan Kemlu: Belum ada data", "Penandatanganan: 22 April 2024Dokumen dipegang.",
	}
	if !slices.Equal(steps, want) {
		t.Errorf("steps\n%q\nwant\n%q", steps, want)
	}
}
