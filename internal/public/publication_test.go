package public_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/portal"
)

// rina and dimas are staff whose names, addresses and notes nobody outside may see.
type pair struct{ editor, reviewer portal.Actor }

func (s site) staff(t *testing.T) pair {
	t.Helper()
	person := func(name string, role portal.Role) portal.Actor {
		id, err := s.store.AddStaff(t.Context(), portal.Staff{Email: name + "@rahasia.test", Name: name + " Rahasia", Role: role, PasswordHash: "x"})
		if err != nil {
			t.Fatal(err)
		}
		return portal.Actor{ID: id, Name: name + " Rahasia", Role: role}
	}
	return pair{person("rina", portal.Editor), person("dimas", portal.Reviewer)}
}

// handIn proposes other values for fields of a public record, given as JSON.
func (s site) handIn(t *testing.T, who pair, kind portal.Kind, id int64, reason string, fields map[string]string) portal.Change {
	t.Helper()
	live, version, err := s.store.Live(t.Context(), kind, id)
	if err != nil || version == 0 {
		t.Fatalf("%s %d is not public: %v", kind, id, err)
	}
	after := portal.Pick(live, live, nil)
	for name, value := range fields {
		after.Fields[name] = json.RawMessage(value)
	}
	c := portal.Change{
		Kind: kind, RecordID: id, BaseVersion: version, Op: portal.OpSave, Title: "judul", After: after, Reason: reason, State: portal.Submitted,
	}
	if err := s.store.SaveChange(t.Context(), who.editor, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// publishAs carries a change of fields through both hands.
func (s site) publishAs(t *testing.T, who pair, kind portal.Kind, id int64, reason string, fields map[string]string) portal.Change {
	t.Helper()
	return s.decide(t, who, s.handIn(t, who, kind, id, reason, fields), portal.Applied)
}

func (s site) decide(t *testing.T, who pair, c portal.Change, state portal.State) portal.Change {
	t.Helper()
	c, err := s.store.Decide(t.Context(), who.reviewer, c.ID, verdict(c, state))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// retire takes a record out.
func (s site) retire(t *testing.T, who pair, kind portal.Kind, id int64, reason string) {
	t.Helper()
	_, version, err := s.store.Live(t.Context(), kind, id)
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{Kind: kind, RecordID: id, BaseVersion: version, Op: portal.OpRetire, Title: "judul", Reason: reason, State: portal.Submitted}
	if err := s.store.SaveChange(t.Context(), who.editor, &c); err != nil {
		t.Fatal(err)
	}
	s.decide(t, who, c, portal.Applied)
}

// numberOf is a seeded record's number by the end of its key.
func (s site) numberOf(t *testing.T, kind portal.Kind, key string) (id int64) {
	t.Helper()
	if err := s.pool.QueryRow(t.Context(), "select seed_id($1, $2)", kind, key).Scan(&id); err != nil {
		t.Fatal(err)
	}
	return id
}

func historyPath(kind portal.Kind, id int64) string { return fmt.Sprintf("/perubahan/%s/%d", kind, id) }

func TestNothingOfAnOpenOrRejectedChangeIsToldNorWhoMadeOne(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	id := s.numberOf(t, portal.KindAgreement, "braunschweig")
	s.publishAs(t, who, portal.KindAgreement, id, "Piagam dilihat di arsip.", map[string]string{"signed_on": `"1960-06-02"`})
	rejected := s.handIn(t, who, portal.KindAgreement, id, "alasan tertolak", map[string]string{"term_id": `"masa tertolak"`, "term_en": `"rejected term"`})
	s.decide(t, who, rejected, portal.Rejected)
	returned := s.handIn(t, who, portal.KindAgreement, id, "alasan kembali", map[string]string{"term_id": `"masa kembali"`, "term_en": `"returned term"`})
	s.decide(t, who, returned, portal.Returned)
	s.handIn(t, who, portal.KindAgreement, id, "alasan menunggu", map[string]string{"term_id": `"masa menunggu"`, "term_en": `"waiting term"`})
	for _, path := range append(s.publicationPaths(), historyPath(portal.KindAgreement, id), "/en"+strings.Replace(historyPath(portal.KindAgreement, id), "perubahan", "changes", 1)) {
		said := strings.ToLower(s.ask(http.MethodGet, path).Body.String())
		if !strings.Contains(said, "piagam dilihat di arsip") {
			t.Errorf("%s does not tell the published change", path)
		}
		for _, secret := range []string{"rahasia", "rina", "dimas", "tertolak", "rejected term", "alasan kembali", "masa kembali", "menunggu", "waiting term", "catatan untuk"} {
			if strings.Contains(said, secret) {
				t.Errorf("%s tells %q", path, secret)
			}
		}
	}
}

// publicationPaths are all places that tell of what was published lately.
func (s site) publicationPaths() []string {
	return []string{
		"/perubahan", "/en/changes", "/perubahan.atom", "/en/changes.json", "/mitra/braunschweig/perubahan.json", "/perubahan/agreement.atom",
	}
}

func TestRecordHistoryTellsWhatChangedInTheWordsOfItsForm(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	id := s.numberOf(t, portal.KindAgreement, "braunschweig")
	s.publishAs(t, who, portal.KindAgreement, id, "Arsip menyebut hari lain.", map[string]string{"signed_on": `"1960-06-02"`, "slug": `"piagam-braunschweig"`})
	s.publishAs(t, who, portal.KindAgreement, id, "Judul Inggris diperbaiki.", map[string]string{"title_en": `"Bond of friendship"`})
	doc := s.page(t, historyPath(portal.KindAgreement, id))
	var titles []string
	doc.Find(".section h2").Each(func(i int, _ *goquery.Selection) { titles = append(titles, words(doc.Find(".section h2").Eq(i))) })
	if len(titles) != 3 || !strings.HasPrefix(titles[0], "Versi 3,") || !strings.HasPrefix(titles[2], "Versi 1,") {
		t.Fatalf("versions: %q", titles)
	}
	second := doc.Find(".section").Eq(1)
	if text := words(second); !strings.Contains(text, "Pengusul: penyunting. Pemutus: peninjau.") || !strings.Contains(text, "Alasan: Arsip menyebut hari lain.") {
		t.Errorf("second version: %q", text)
	}
	if del, ins := words(second.Find("del")), words(second.Find("ins")); del != "24 Mei" || ins != "2 Juni" {
		t.Errorf("from %q to %q", del, ins)
	}
	if n := second.Find(".diff-row").Length(); n != 1 {
		t.Errorf("%d rows, want that of the date alone and none of the address", n)
	}
	if href := second.Find(".diff-new .diff-source a").First().AttrOr("href", ""); !strings.HasPrefix(href, "/sumber/") {
		t.Errorf("the source leads to %q", href)
	}
	if text := words(doc.Find(".section").Eq(0).Find("ins")); text != "Bond of friendship" {
		t.Errorf("what changed in English alone reads %q in Indonesian", text)
	}
	first := doc.Find(".section").Eq(2)
	if text := words(first); !strings.Contains(text, "Data awal") || strings.Contains(text, "Alasan") || !strings.Contains(words(first.Find("details dd")), "24 Mei 1960") {
		t.Errorf("first version: %q", text)
	}
	if href := doc.Find(`.page-head a:contains("Lihat catatannya")`).AttrOr("href", ""); href != "/perjanjian/piagam-braunschweig" {
		t.Errorf("the record stands at %q", href)
	}
}

func TestOnlyTheArrangementOfTheRegisterIsCalledSo(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	id := s.numberOf(t, portal.KindCity, "braunschweig")
	s.publishAs(t, who, portal.KindCity, id, "Nama di peta bertumpuk.", map[string]string{"label_dx": "83", "label_anchor": `"end"`})
	for _, path := range []string{"/perubahan", historyPath(portal.KindCity, id)} {
		if text := words(s.page(t, path).Find("main")); !strings.Contains(text, "Hanya penataan daftar yang berubah") || strings.Contains(text, "83") { // which no time of the day holds
			t.Errorf("%s: %q", path, text)
		}
	}
}

func TestHistoryOfARecordThatWasTakenOutSaysSo(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	id := s.numberOf(t, portal.KindActivity, "bsw-bridge")
	s.retire(t, who, portal.KindActivity, id, "Dobel.")
	doc := s.page(t, historyPath(portal.KindActivity, id))
	if text := words(doc.Find(".note")); !strings.Contains(text, "sudah ditarik dari daftar") {
		t.Errorf("note: %q", text)
	}
	if text := words(doc.Find(".section").First()); !strings.Contains(text, "Ditarik") || !strings.Contains(text, "Dobel.") || strings.Contains(text, "Yang terbit sekarang") {
		t.Errorf("last version: %q", text)
	}
	if doc.Find(`.page-head a`).Length() != 0 {
		t.Error("it leads to a record that is not there any more")
	}
	if content := doc.Find(`meta[name="robots"]`).AttrOr("content", ""); content != "noindex" {
		t.Errorf("robots: %q", content)
	}
	entry := s.page(t, "/perubahan").Find(".records > li").First()
	if text := words(entry); !strings.Contains(text, "Ditarik") || entry.Find("h4 a").Length() != 0 {
		t.Errorf("entry: %q", text)
	}
	href := entry.Find(`a[href^="/perubahan/"]`).AttrOr("href", "")
	if path, anchor, _ := strings.Cut(href, "#"); s.page(t, path).Find("#"+anchor).Length() != 1 {
		t.Errorf("%s leads to no version", href)
	}
}

func TestNothingThatATakenOutRecordSaidIsToldUntilItComesBack(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	id := s.numberOf(t, portal.KindActivity, "bsw-bridge")
	s.publishAs(t, who, portal.KindActivity, id, "Nama peserta ditambahkan.", map[string]string{"title_id": `"Kunjungan Siti Rahmawati"`, "title_en": `"Visit of Siti Rahmawati"`})
	kept, _, err := s.store.Live(t.Context(), portal.KindActivity, id)
	if err != nil {
		t.Fatal(err)
	}
	history := historyPath(portal.KindActivity, id)
	paths := append(s.publicationPaths(), history, "/en/changes/activity/"+strings.TrimPrefix(history, "/perubahan/activity/"), history+"?below=3", "/perubahan/activity.json")
	paths = slices.DeleteFunc(paths, func(path string) bool { return path == "/perubahan/agreement.atom" })
	tells := func(path, word string) bool { return strings.Contains(s.ask(http.MethodGet, path).Body.String(), word) }
	s.retire(t, who, portal.KindActivity, id, "Memuat nama orang pribadi.")
	for _, path := range paths {
		for _, secret := range []string{"Siti", "judul", "rgerpark"} {
			if tells(path, secret) {
				t.Errorf("%s tells %q", path, secret)
			}
		}
		if !strings.HasSuffix(path, "below=3") && !tells(path, "Memuat nama orang pribadi.") || !tells(path, fmt.Sprint("number ", id)) && !tells(path, fmt.Sprint("nomor ", id)) {
			t.Errorf("%s does not say that record %d was taken out, and why", path, id)
		}
	}
	text := words(s.page(t, history).Find("main"))
	for _, told := range []string{"Riwayat: Kegiatan nomor", "Nama peserta ditambahkan.", "Pengusul: penyunting. Pemutus: peninjau.", "Data awal", "isinya tidak diperlihatkan lagi", "Diubah", "Baru"} {
		if !strings.Contains(text, told) {
			t.Errorf("the history lacks %q: %q", told, text)
		}
	}
	back := portal.Change{Kind: portal.KindActivity, RecordID: id, Op: portal.OpSave, Title: "judul", After: kept, Reason: "Keliru ditarik.", State: portal.Submitted}
	if err := s.store.SaveChange(t.Context(), who.editor, &back); err != nil {
		t.Fatal(err)
	}
	s.decide(t, who, back, portal.Applied)
	if !tells(history, "Kunjungan Siti Rahmawati") {
		t.Error("the record is back, and its history is not")
	}
}

func TestRecordsLeadToTheirHistoryAndBack(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/mitra/braunschweig", "/perjanjian/melbourne", "/program/seo-hongdae", "/sumber/bsw-de", "/en/partners/suwon"} {
		href := s.page(t, path).Find(".page-end a").AttrOr("href", "")
		if back := s.page(t, href).Find(".page-head a").AttrOr("href", ""); back != path {
			t.Errorf("the history of %s leads back to %q", path, back)
		}
	}
	dispute := s.page(t, "/perjanjian/braunschweig").Find(`.dispute a:contains("Riwayat pembahasan")`)
	if href := dispute.First().AttrOr("href", ""); !strings.HasPrefix(href, "/perubahan/agreement/") {
		t.Errorf("the discussion of a dispute stands at %q", href)
	}
}

func TestHistoryOfNothingIsNotThere(t *testing.T) {
	s := open(t)
	for _, path := range []string{
		"/perubahan/agreement/999999", "/perubahan/agreement/0", "/perubahan/agreement/-1", "/perubahan/agreement/x", "/perubahan/staff/1",
		"/perubahan/agreement/99999999999999999999", "/perubahan/%00/1", "/perubahan/agreement/1?below=1",
	} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := s.ask(http.MethodPost, "/perubahan"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a post is answered %d", w.Code)
	}
}

func TestVersionsOfALongHistoryArePaged(t *testing.T) {
	s := openOwn(t)
	id := s.numberOf(t, portal.KindCity, "suwon")
	s.insertPublications(t, portal.KindCity, id, 45, "2026-11-01 08:00+07", "1 hour")
	seen := map[string]bool{}
	path := historyPath(portal.KindCity, id)
	for pages := 0; path != ""; pages++ {
		doc := s.page(t, path)
		doc.Find(".section h2").Each(func(i int, _ *goquery.Selection) { seen[words(doc.Find(".section h2").Eq(i))] = true })
		next, more := doc.Find(`.section a:contains("Versi yang lebih lama")`).Attr("href")
		if pages > 5 {
			t.Fatal("the pages have no end")
		}
		if path = ""; more {
			path = historyPath(portal.KindCity, id) + next
		}
	}
	if len(seen) != 46 {
		t.Errorf("%d versions were shown, want 46", len(seen))
	}
}

func TestHistoryOfASourceNamesItInItsOwnLanguage(t *testing.T) {
	s := open(t)
	path := fmt.Sprintf("/en/changes/source/%d", s.numberOf(t, portal.KindSource, "ant-mel-2023"))
	title := s.page(t, path).Find("h1")
	if name := title.Find(`span[lang="id"]`); name.Length() != 1 || !strings.HasPrefix(words(title), "History: "+words(name)) {
		t.Errorf("%s is headed %q", path, words(title))
	}
	if cells := s.page(t, path).Find(`.facts dd [lang="id"]`); cells.Length() != 2 || strings.Contains(cells.Parent().Text(), "ID:") {
		t.Errorf("%s: title and publisher are %q", path, words(cells.Parent()))
	}
	path = fmt.Sprintf("/en/changes/city/%d", s.numberOf(t, portal.KindCity, "melbourne"))
	line := s.page(t, path).Find(`.diff-source:has([href="/en/sources/terop-mel-2024"])`).First()
	if line.Find(`a[lang="id"]`).Length() != 1 || !strings.HasPrefix(words(line), "Source: ") || strings.HasPrefix(line.Find("a").Text(), "Source") {
		t.Errorf("%s: its Indonesian source is %q", path, words(line))
	}
}
