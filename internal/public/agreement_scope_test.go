package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// scopeOf is the comparison of scopes on a page, row by row, cells apart by a bar.
func scopeOf(doc *goquery.Document) []string {
	var rows []string
	section(doc, "Bidangnya").Find("tbody tr").Each(func(_ int, tr *goquery.Selection) {
		rows = append(rows, strings.Join(tr.Find("th, td").Map(func(_ int, cell *goquery.Selection) string { return words(cell) }), " | "))
	})
	return rows
}

// section is the part of a page whose heading begins so.
func section(doc *goquery.Document, heading string) *goquery.Selection {
	return doc.Find("section").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.HasPrefix(words(s.Find("h2").First()), heading)
	})
}

func TestScopeSetsTheWordsApprovedBesideTheWordsSigned(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/melbourne")
	want := []string{
		"Kota cerdas | Kota cerdas | Sama",
		"Ekonomi dan perdagangan | Ekonomi dan perdagangan | Sama",
		"Kapasitas SDM | Pendidikan tinggi, pelatihan, dan kapasitas | Diperluas",
		"Kota layak anak | Kota layak huni | Berubah",
		"Perusahaan rintisan | Tidak disebut dalam naskah | Tidak ikut",
		"Tidak disebut dalam persetujuan | Ketahanan kota | Ditambahkan",
	}
	if got := scopeOf(doc); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("scope:\n%s", strings.Join(got, "\n"))
	}
	part := section(doc, "Bidangnya berubah")
	if heads := words(part.Find("thead")); !strings.Contains(heads, "Disetujui DPRD, 2023") || !strings.Contains(heads, "Tertulis di naskah, 2024") {
		t.Errorf("sides: %q", heads)
	}
	if n := part.Find(".meta .refs a").Length(); n != 5 {
		t.Errorf("%d sources of the wording, want 5", n)
	}
}

func TestScopeWithoutWordsIsComparedByFieldsAndPairsNothing(t *testing.T) {
	s := openOwn(t)
	s.exec(t, "update approvals set scope = '[]' where cardinality(sectors) > 0")
	rows := strings.Join(scopeOf(s.page(t, "/perjanjian/melbourne")), "\n")
	for state, want := range map[string]int{"| Sama": 3, "| Tidak ikut": 2, "| Ditambahkan": 3, "| Berubah": 0, "| Berganti": 0, "| Diperluas": 0} {
		if n := strings.Count(rows, state); n != want {
			t.Errorf("%d rows are %q, want %d", n, state, want)
		}
	}
}

func TestReplacedFieldAndFieldThatNobodyComparedAreCalledSo(t *testing.T) {
	s := openOwn(t)
	s.exec(t, `update approvals set scope = '[
		{"approved": {"id": "Tari", "en": "Dance"}, "signed": {"id": "Musik", "en": "Music"}, "turn": "replaced"},
		{"approved": {"id": "Air", "en": "Water"}, "signed": {"id": "Sungai", "en": "Rivers"}, "turn": ""}]' where cardinality(sectors) > 0`)
	if got := strings.Join(scopeOf(s.page(t, "/perjanjian/melbourne")), "\n"); got != "Tari | Musik | Berganti\nAir | Sungai | Belum dinilai" {
		t.Errorf("scope: %q", got)
	}
}

func TestEqualScopesAreCalledTheSame(t *testing.T) {
	s := openOwn(t)
	s.exec(t, `update approvals set scope = '[{"approved": {"id": "Air", "en": "Water"}, "signed": {"id": "air", "en": "water"}, "turn": ""}]'
		where cardinality(sectors) > 0`)
	if doc := s.page(t, "/perjanjian/melbourne"); section(doc, "Bidangnya sama").Length() != 1 || len(scopeOf(doc)) != 1 {
		t.Errorf("scope: %q", scopeOf(doc))
	}
}

func TestScopeThatCannotBeComparedSaysWhy(t *testing.T) {
	s := openOwn(t)
	s.exec(t, "update approvals set decision = 'approved' where decision = 'discussed'")
	for slug, want := range map[string]string{
		"hamamatsu":    "Bidang yang disetujui DPRD tidak disebut sumber",
		"suwon":        "Belum tercatat keputusan DPRD tentang naskah ini. Itu tidak berarti DPRD menolak. Perjanjian ini lebih tua dari UU 24/2000.",
		"namur":        "Belum tercatat keputusan DPRD tentang naskah ini.",
		"braunschweig": "lebih tua dari UU 24/2000",
	} {
		doc := s.page(t, "/perjanjian/"+slug)
		if text := words(section(doc, "Bidangnya belum bisa dibandingkan")); !strings.Contains(text, want) {
			t.Errorf("%s: %q", slug, text)
		}
		if rows := scopeOf(doc); len(rows) > 0 {
			t.Errorf("%s compares %q", slug, rows)
		}
	}
	for _, slug := range []string{"toyota", "cebu"} {
		if section(s.page(t, "/perjanjian/"+slug), "Bidangnya").Length() != 0 {
			t.Errorf("%s, which binds nobody, is measured by a scope", slug)
		}
	}
}

// exec runs SQL of a test.
func (s site) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := s.pool.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
}
