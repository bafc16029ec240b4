package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// chainOf is the chain of papers on a page, row by row.
func chainOf(doc *goquery.Document) []string {
	return section(doc, "Rangkaian naskah").Find("tbody tr").Map(func(_ int, tr *goquery.Selection) string { return words(tr) })
}

func TestRenewalStandsBelowThePaperThatItExtends(t *testing.T) {
	s := open(t)
	for path, other := range map[string]string{
		"/perjanjian/hamamatsu-2025": "/perjanjian/hamamatsu",
		"/perjanjian/hamamatsu":      "/perjanjian/hamamatsu-2025",
	} {
		doc := s.page(t, path)
		rows := chainOf(doc)
		if len(rows) != 2 || !strings.Contains(rows[0], "26 Juni 2019") || !strings.Contains(rows[1], "Memperpanjang Nota kesepahaman kota kembar") {
			t.Errorf("%s: %q", path, rows)
		}
		part := section(doc, "Rangkaian naskah")
		if part.Find(`a[href="`+other+`"]`).Length() != 1 || part.Find(`a[href="`+path+`"]`).Length() != 0 || part.Find("[aria-current]").Length() != 1 {
			t.Errorf("%s does not lead to %s alone", path, other)
		}
	}
}

func TestPaperThatStandsAloneHasNoChain(t *testing.T) {
	if rows := chainOf(open(t).page(t, "/perjanjian/melbourne")); len(rows) != 0 {
		t.Errorf("chain: %q", rows)
	}
}

// growChain gives Melbourne's memorandum an arrangement, that one a younger arrangement, and the memorandum an extension.
func (s site) growChain(t *testing.T) {
	t.Helper()
	for _, paper := range []struct{ slug, parent, instrument, signed, until string }{
		{"mel-2028", "melbourne", "extension", "2026-06-01", "2032-04-22"},
		{"mel-seni", "melbourne", "implementing_arrangement", "2025-02-03", "2026-02-03"},
		{"mel-seni-2", "mel-seni", "implementing_arrangement", "2026-03-04", ""},
	} {
		s.exec(t, `with paper as (
			insert into agreements (slug, city_id, parent_id, title_id, title_en, legal_type, instrument, signed_on, in_force_until, regime)
			select $1, city_id, id, 'Naskah ' || $1, 'Paper ' || $1, 'other', $3, $4, nullif($5, '')::edtf, '2018' from agreements where slug = $2
			returning id
		)
		insert into citations (kind, record_id, position, field, source_id)
		select 'agreement', id, 1, 'signed_on', (select id from sources where slug = 'voi-mel-2024') from paper`,
			paper.slug, paper.parent, paper.instrument, paper.signed, paper.until)
	}
}

func TestWholeChainStandsInOrderOnEveryPaperOfIt(t *testing.T) {
	s := openOwn(t)
	s.growChain(t)
	for _, slug := range []string{"melbourne", "mel-2028", "mel-seni", "mel-seni-2"} {
		doc := s.page(t, "/perjanjian/"+slug)
		rows := chainOf(doc)
		if len(rows) != 4 {
			t.Fatalf("%s: %q", slug, rows)
		}
		for i, want := range [][]string{
			{"Nota kesepahaman Bandung–Melbourne", "22 April 2024", "22 April 2028", "Tersisa 17 bulan"},
			{"Naskah mel-seni Melaksanakan Nota kesepahaman", "3 Februari 2025", "3 Februari 2026", "Masa berlaku habis"},
			{"Naskah mel-seni-2 Melaksanakan Naskah mel-seni", "4 Maret 2026", "Belum ada data", "Masa berlaku belum ditemukan"},
			{"Naskah mel-2028 Memperpanjang Nota kesepahaman", "1 Juni 2026", "22 April 2032", "Berlaku", "Tersisa 65 bulan"},
		} {
			for _, part := range want {
				if !strings.Contains(rows[i], part) {
					t.Errorf("%s, row %d: %q lacks %q", slug, i+1, rows[i], part)
				}
			}
		}
		runs := strings.Contains(words(section(doc, "Rangkaian naskah").Find(".rail-head")), "Naskah mel-2028 berlaku sampai 22 April 2032.")
		if runs == (slug == "mel-2028") {
			t.Errorf("%s: the lead names the paper that runs longest: %v", slug, runs)
		}
	}
}

func TestRingOfPapersEnds(t *testing.T) {
	s := openOwn(t)
	s.growChain(t)
	s.exec(t, "update agreements set parent_id = (select id from agreements where slug = 'mel-seni-2') where slug = 'melbourne'")
	for _, slug := range []string{"melbourne", "mel-seni", "mel-2028"} {
		if rows := chainOf(s.page(t, "/perjanjian/"+slug)); len(rows) != 4 {
			t.Errorf("%s: %q", slug, rows)
		}
	}
}
