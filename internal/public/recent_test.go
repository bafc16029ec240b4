package public_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func verdict(c portal.Change, state portal.State) store.Verdict {
	v := store.Verdict{Revision: c.Revision, State: state}
	if state != portal.Applied {
		v.Note = "catatan untuk penyunting"
	}
	return v
}

// insertPublications puts published changes of a record by somebody who is gone into the history, one each step of time.
func (s site) insertPublications(t *testing.T, kind portal.Kind, id int64, n int, from, step string) {
	t.Helper()
	_, err := s.pool.Exec(t.Context(),
		`insert into changes (kind, record_id, op, title, before, after, reason, state, author, reviewer, decided_at)
		select kind, record_id, 'save', title, after, jsonb_set(after, '{fields,region}', to_jsonb('wilayah ' || n)),
			'alasan ' || n, 'applied', 'Orang Lama', 'Orang Lain', $4::timestamptz + n * $5::interval
		from changes, generate_series(1, $3) n
		where kind = $1 and record_id = $2 and key like 'seed:%'`, kind, id, n, from, step)
	if err != nil {
		t.Fatal(err)
	}
}

func TestWeeksFollowEachOtherWithoutGapOrRepeat(t *testing.T) {
	s := openOwn(t)
	id := s.numberOf(t, portal.KindCity, "suwon")
	s.insertPublications(t, portal.KindCity, id, 120, "2026-11-09 00:00+07", "1 hour") // five days of one week
	s.insertPublications(t, portal.KindCity, id, 3, "2026-09-01 00:00+07", "1 minute") // weeks before, after a stretch of nothing
	seen, weeks, seeded := map[string]int{}, map[string]bool{}, 0
	path := "/perubahan"
	for pages := 0; path != ""; pages++ {
		if pages > 10 {
			t.Fatal("the pages have no end")
		}
		doc := s.page(t, path)
		weeks[words(doc.Find("h2").First())] = true
		entries := doc.Find(".records > li")
		if entries.Length() > 51 {
			t.Errorf("%s shows %d changes", path, entries.Length())
		}
		entries.Each(func(i int, e *goquery.Selection) {
			if text := words(e); strings.Contains(text, "alasan") {
				seen[words(e.Find("bdi"))+words(e.Find("a[href]").Last())+e.Find("a[href]").Last().AttrOr("href", "")]++
				if !strings.Contains(text, "Pengusul: petugas. Pemutus: petugas.") {
					t.Errorf("somebody who is gone is called %q", text)
				}
			} else if strings.Contains(text, "Data awal") {
				seeded++
			}
		})
		path = doc.Find(`.recent-way a:not(:contains("terbaru"))`).AttrOr("href", "")
	}
	if len(seen) != 123 || seeded == 0 {
		t.Errorf("%d changes and %d days of first data were shown, want 123", len(seen), seeded)
	}
	for entry, n := range seen {
		if n != 1 {
			t.Errorf("%s was shown %d times", entry, n)
		}
	}
	for _, week := range []string{"Pekan 9 November 2026 sampai 15 November 2026", "Pekan 31 Agustus 2026 sampai 6 September 2026"} {
		if !weeks[week] {
			t.Errorf("%q was not among %v", week, weeks)
		}
	}
}

func TestFirstDataIsCountedByKindAndCalledSo(t *testing.T) {
	s := open(t)
	var agreements int
	if err := s.pool.QueryRow(t.Context(), "select count(*) from changes where author = 'seed' and kind = 'agreement' and state = 'applied'").Scan(&agreements); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"/perubahan": "Data awal", "/en/changes": "First data", "/perubahan?kind=agreement": "Perjanjian: "} {
		if text := words(s.page(t, path).Find(".records")); !strings.Contains(text, want) {
			t.Errorf("%s: %q", path, text)
		}
	}
	if text := words(s.page(t, "/perubahan?kind=agreement").Find(".records")); !strings.Contains(text, fmt.Sprintf("Perjanjian: %d", agreements)) || strings.Contains(text, "Kota:") {
		t.Errorf("agreements alone: %q", text)
	}
}

func TestChangesAreNarrowedToOneKind(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	s.publishAs(t, who, portal.KindCity, s.numberOf(t, portal.KindCity, "suwon"), "Wilayah diperiksa.", map[string]string{"region": `"Gyeonggi"`})
	s.publishAs(t, who, portal.KindAgreement, s.numberOf(t, portal.KindAgreement, "suwon"), "Masa berlaku ditemukan.", map[string]string{"in_force_until": `"2031-08-25"`})
	doc := s.page(t, "/perubahan?kind=agreement")
	if text := words(doc.Find(".records")); !strings.Contains(text, "Masa berlaku ditemukan.") || strings.Contains(text, "Wilayah diperiksa.") {
		t.Errorf("agreements: %q", text)
	}
	if text := words(doc.Find(".records > li").First()); !strings.Contains(text, "Diubah: Berlaku sampai.") {
		t.Errorf("what changed: %q", text)
	}
	if text := words(doc.Find(`.chip[aria-current]`)); text != "Perjanjian" {
		t.Errorf("current: %q", text)
	}
	if href := doc.Find(`.langs a[lang="en"]`).AttrOr("href", ""); href != "/en/changes?kind=agreement" {
		t.Errorf("English stands at %q", href)
	}
	if text := words(doc.Find(".records-title").First()); text != "Perjanjian: Nota kesepahaman kota kembar Bandung–Suwon" {
		t.Errorf("title: %q", text)
	}
	en := s.page(t, "/en/changes").Find(".records > li").First()
	if reason := en.Find(`[lang="id"]`); words(reason) != "Masa berlaku ditemukan." || !strings.Contains(words(en), "Proposed by: editor. Decided by: reviewer.") {
		t.Errorf("in English: %q", words(en))
	}
}

func TestOddQueriesOfChangesAreTheNewestOnes(t *testing.T) {
	s := open(t)
	for _, query := range []string{"?before=x", "?before=-1", "?before=1-x", "?before=99999999999999999999-1", "?kind=staff", "?kind=&before=", "?before=9223372036854775807-1"} {
		if w := s.ask(http.MethodGet, "/perubahan"+query); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Data awal") {
			t.Errorf("%s: %d", query, w.Code)
		}
	}
	if text := words(s.page(t, "/perubahan?before=1-1").Find(".section")); !strings.Contains(text, "Belum ada perubahan yang tercatat.") {
		t.Errorf("before everything: %q", text)
	}
}

func TestChangesAskAFixedNumberOfQuestions(t *testing.T) {
	s := openOwn(t)
	city, step := s.numberOf(t, portal.KindCity, "suwon"), historyPath(portal.KindAgreement, s.numberOf(t, portal.KindAgreement, "suwon"))
	paths := []string{"/perubahan", historyPath(portal.KindCity, city), step}
	before := map[string]int64{}
	for _, path := range paths {
		if before[path] = s.questions(t, path); before[path] > 13 {
			t.Errorf("%s asks %d questions", path, before[path])
		}
	}
	s.insertPublications(t, portal.KindCity, city, 40, "2026-11-09 00:00+07", "1 hour")
	s.insertPublications(t, portal.KindAgreement, s.numberOf(t, portal.KindAgreement, "suwon"), 15, "2026-11-09 00:00+07", "1 hour")
	for _, path := range paths {
		if now := s.questions(t, path); now != before[path] {
			t.Errorf("%s asked %d questions and asks %d of a longer history", path, before[path], now)
		}
	}
}

func TestRegisterThatHasJustBegunIsNotSaidToBeQuiet(t *testing.T) {
	s := openOwn(t)
	s.exec(t, "alter table changes disable trigger user")
	s.exec(t, "update changes set decided_at = '2026-11-18 12:00+07' where key like 'seed:%'")
	if lead := words(s.page(t, "/perubahan").Find(".lead").First()); !strings.Contains(lead, "mulai terbit pekan ini") {
		t.Errorf("lead: %q", lead)
	}
}
