package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/web/view"
)

func TestMelbourneTellsItsTermFirst(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/melbourne")
	if lead := words(doc.Find(".lead").First()); !strings.Contains(lead, "Empat tahun") || !strings.Contains(lead, "22 April 2028") {
		t.Errorf("lead: %q", lead)
	}
	if mark := words(doc.Find(".page-head .tag").First()); mark != "Segera habis" {
		t.Errorf("legal state: %q", mark)
	}
}

func TestStepsOfMelbourneAreSevenWithImplementationUnderWay(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/melbourne")
	if n := doc.Find(".stepper > li").Length(); n != 7 {
		t.Errorf("%d steps, want 7", n)
	}
	if now := words(doc.Find(`.stepper > li[aria-current="step"] h3`)); !strings.HasPrefix(now, "Pelaksanaan") {
		t.Errorf("under way: %q", now)
	}
	if n := doc.Find(`.stepper > li[data-state="todo"]`).Length(); n != 1 {
		t.Errorf("%d steps to do, want the evaluation alone", n)
	}
}

func TestPathOlderThanTheRulesLeavesOutWhatTheyAsk(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/fort-worth")
	if text := words(doc.Find(".stepper")); strings.Contains(text, "Persetujuan DPRD") {
		t.Errorf("steps of 1990: %q", text)
	}
}

func TestIntentIsNeverUnderWay(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/toyota")
	if n := doc.Find(`.stepper > li[aria-current]`).Length(); n != 0 {
		t.Error("a letter of intent of 2017 is shown as under way")
	}
}

func TestRegisterOfApprovalsTellsNotFoundFromRefused(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/persetujuan-dprd")
	results := map[string]string{}
	doc.Find("tbody tr").Each(func(_ int, row *goquery.Selection) { results[words(row.Find("th"))] = words(row.Find(".tag")) })
	for city, want := range map[string]string{
		"Melbourne": "Disetujui", "Hamamatsu": "Dibahas saja", "Namur": "Tanpa dokumen", "Braunschweig": "Lebih tua dari UU 24/2000",
	} {
		if results[city] != want {
			t.Errorf("%s: %q, want %q", city, results[city], want)
		}
	}
	if _, claim := results["Cebu"]; claim {
		t.Error("a claim stands in the register")
	}
	if !strings.Contains(words(doc.Find(".note")), "tidak berarti DPRD menolak") {
		t.Error("the register does not explain what was not found")
	}
}

func TestDrawingOfTheWayNamesOnlyWhatIsOnRecord(t *testing.T) {
	doc := open(t).page(t, "/persetujuan-dprd")
	for city, want := range map[string]string{
		"Seoul": "penandatanganan naskah tidak tercatat", "Braunschweig": "Letter of Intent tidak tercatat", "Melbourne": "Naskah ditandatangani 22 April 2024",
	} {
		row := doc.Find("tbody tr").FilterFunction(func(_ int, row *goquery.Selection) bool { return words(row.Find("th")) == city })
		if label := row.Find(".span").AttrOr("aria-label", ""); !strings.Contains(label, want) {
			t.Errorf("%s: %q, want %q", city, label, want)
		}
	}
}

func TestOnlyWhatFollowedTheSigningIsToldOfThePaper(t *testing.T) {
	s := openOwn(t)
	part := func() string { return words(s.page(t, "/perjanjian/melbourne").Find("#" + view.ActivitiesID).Parent()) }
	text := part()
	since, before := strings.Index(text, "Sejak ditandatangani Belum ada kegiatan bertanggal"), strings.Index(text, "Sebelum ditandatangani")
	if since < 0 || before < since {
		t.Errorf("activities: %q", text)
	}
	step := func() string {
		return words(s.page(t, "/perjanjian/melbourne").Find(`.stepper > li[aria-current="step"]`))
	}
	if now := step(); !strings.Contains(now, "sejak ditandatangani: 0") {
		t.Errorf("implementation: %q", now)
	}
	if _, err := s.pool.Exec(t.Context(), `update activities set start_on = '2024-05-02', end_on = null where id = (
		select max(v.id) from activities v join agreements a on a.id = v.agreement_id where a.slug = 'melbourne')`); err != nil {
		t.Fatal(err)
	}
	if text, now := part(), step(); strings.Contains(text, "Belum ada kegiatan bertanggal") || !strings.Contains(now, "sejak ditandatangani: 1") {
		t.Errorf("after one followed: %q, %q", text, now)
	}
}

func TestRegisterCanBeFiltered(t *testing.T) {
	s := open(t)
	all := s.page(t, "/persetujuan-dprd").Find("tbody tr").Length()
	s.page(t, "/persetujuan-dprd").Find(".chip").Each(func(i int, chip *goquery.Selection) {
		href, _ := chip.Attr("href")
		rows := s.page(t, href).Find("tbody tr").Length()
		if i > 0 && (rows == 0 || rows >= all) {
			t.Errorf("%s: %d rows of %d", words(chip), rows, all)
		}
	})
}

func TestCouncilsAbroadStandApart(t *testing.T) {
	doc := open(t).page(t, "/persetujuan-dprd")
	if text := words(doc.Find(".rail .records").First()); !strings.Contains(text, "Rat der Stadt Braunschweig") {
		t.Errorf("other approvals: %q", text)
	}
	if strings.Contains(words(doc.Find("tbody")), "Rat der Stadt") {
		t.Error("a council abroad stands among the decisions of the DPRD")
	}
}

func TestPaperStandsWithTheStepThatItBelongsTo(t *testing.T) {
	s := openOwn(t)
	_, err := s.pool.Exec(t.Context(),
		`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Naskah MSP', 'Memorandum', repeat('a', 64), 'application/pdf', 389120, 'en', 'step', s.id, 'Isi', 'Content'
		from steps s
		join agreements a on a.id = s.agreement_id
		where a.slug = 'melbourne'
			and s.stage = 'signed'`)
	if err != nil {
		t.Fatal(err)
	}
	paper := s.page(t, "/perjanjian/melbourne").Find(".stepper .documents li")
	if text := words(paper); !strings.Contains(text, "Naskah MSP") || !strings.Contains(text, "PDF, 380 KB, Inggris") {
		t.Errorf("papers of the signing: %q", text)
	}
	if href, _ := paper.Find("a").Attr("href"); href != "/dokumen/"+strings.Repeat("a", 64) {
		t.Errorf("the paper leads to %q", href)
	}
}

func TestPhotographOfAPaperIsSeenWithItsWordsAtTheWidthThatTheReaderNeeds(t *testing.T) {
	s := openOwn(t)
	_, err := s.pool.Exec(t.Context(),
		`with kept as (
			insert into files (hash, media_type, size, width, height) values (repeat('a', 64), 'image/jpeg', 389120, 1200, 800)
			returning hash)
		insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Halaman pertama', 'First page', hash, 'image/jpeg', 389120, 'en', 'agreement', a.id, 'Halaman dengan dua tanda tangan', 'A page with two signatures'
		from kept, agreements a
		where a.slug = 'melbourne'`)
	if err != nil {
		t.Fatal(err)
	}
	at := "/en/documents/" + strings.Repeat("a", 64)
	seen := s.page(t, "/en/agreements/melbourne").Find(".documents img").First()
	for name, want := range map[string]string{
		"src": at + "/480", "srcset": at + "/480 480w, " + at + "/960 960w", "alt": "A page with two signatures", "width": "480", "height": "320", "loading": "lazy",
	} {
		if got := seen.AttrOr(name, ""); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	small := seen.Prev()
	if set := small.AttrOr("srcset", ""); set != at+"/480.webp 480w, "+at+"/960.webp 960w" || small.AttrOr("type", "") != "image/webp" {
		t.Errorf("as WebP at %q", set)
	}
}

func TestPaperThatIsHeldCanBeTakenHomeInTheReadersLanguage(t *testing.T) {
	s := openOwn(t)
	for _, path := range []string{"/perjanjian/melbourne", "/perjanjian/toyota"} {
		if button := s.page(t, path).Find(".share a.button"); button.Length() != 0 {
			t.Errorf("%s offers %q, and nothing is held", path, words(button))
		}
	}
	s.exec(t, `insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Naskah', 'Paper', repeat(f.letter, 64), 'application/pdf', 1153434, f.language, 'step', s.id, 'Isi', 'Content'
		from (values ('melbourne', 'signed', 'a', 'id'), ('melbourne', 'signed', 'b', 'en'), ('melbourne', 'loi', 'c', 'en'), ('toyota', 'loi', 'd', 'ja'))
			as f (paper, stage, letter, language)
		join agreements a on a.slug = f.paper
		join steps s on s.agreement_id = a.id and s.stage = f.stage`)
	for path, want := range map[string]struct{ url, said, about string }{
		"/perjanjian/melbourne":    {"/dokumen/" + strings.Repeat("a", 64), "Unduh naskah", "PDF, 1,1 MB, Indonesia"},
		"/en/agreements/melbourne": {"/en/documents/" + strings.Repeat("b", 64), "Download the document", "PDF, 1.1 MB, English"},
		"/perjanjian/toyota":       {"/dokumen/" + strings.Repeat("d", 64), "Unduh naskah", "PDF, 1,1 MB, Jepang"},
	} {
		share := s.page(t, path).Find(".share")
		button := share.Find("a.button")
		if button.AttrOr("href", "") != want.url || words(button) != want.said || !strings.Contains(words(share), want.about) {
			t.Errorf("%s offers %q at %q", path, words(share), button.AttrOr("href", ""))
		}
	}
}

func TestLastStepIsDueBeforeTheTermRunsOut(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{
		"/perjanjian/melbourne": "Evaluasi BelumSebelum masa berlakunya habis, 22 April 2028.", "/perjanjian/hamamatsu-2025": "Evaluasi Belum ada catatan",
	} {
		if last := words(s.page(t, path).Find(".stepper > li").Last()); !strings.HasPrefix(last, want) {
			t.Errorf("%s: %q", path, last)
		}
	}
}

func TestClaimIsNeverGivenALegalTypeWithoutSayingSo(t *testing.T) {
	s := open(t)
	if text := words(s.page(t, "/perjanjian/cebu").Find(".facts > div").First()); !strings.Contains(text, "Baru klaim, belum terbukti.") {
		t.Errorf("legal type of a claim: %q", text)
	}
	if text := words(s.page(t, "/mitra/cebu").Find(".facts")); strings.Contains(text, "Kota kembar") {
		t.Errorf("facts of a claim: %q", text)
	}
}

func TestDecisionsStandOnThePathInTheOrderOfTime(t *testing.T) {
	text := words(open(t).page(t, "/perjanjian/hamamatsu").Find(".stepper"))
	pending, discussed := strings.Index(text, "4 Februari 2015"), strings.Index(text, "30 Maret 2015")
	if pending < 0 || discussed < pending {
		t.Errorf("pending at %d, discussed at %d of %q", pending, discussed, text)
	}
}

func TestRegisterLeadsToTheDocumentsThatAreHeld(t *testing.T) {
	s := openOwn(t)
	_, err := s.pool.Exec(t.Context(),
		`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Keputusan DPRD', 'Council decree', repeat('b', 64), 'application/pdf', 2048, 'id', 'approval', p.id, 'Isi', 'Content'
		from approvals p
		join agreements a on a.id = p.agreement_id
		where a.slug = 'melbourne'`)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.page(t, "/persetujuan-dprd?result=approved").Find("tbody tr").Length(); n != 1 {
		t.Errorf("%d cooperations are called approved, want Melbourne alone", n)
	}
	rows := s.page(t, "/persetujuan-dprd").Find("tbody tr")
	melbourne, other := rows.FilterFunction(isRow("Melbourne")), rows.FilterFunction(isRow("Hamamatsu"))
	if href := melbourne.Find(".documents a").AttrOr("href", ""); href != "/dokumen/"+strings.Repeat("b", 64) {
		t.Errorf("the decree leads to %q", href)
	}
	if text := words(other.Find("td").Last()); text != "Belum ditemukan" {
		t.Errorf("Hamamatsu: %q", text)
	}
	if date, note := words(melbourne.Find("td").First()), words(melbourne.Find(".table-note")); !strings.HasPrefix(date, "30 Mar 2023") || !strings.HasPrefix(note, "Rapat paripurna") {
		t.Errorf("decided %q, %q", date, note)
	}
}

func isRow(name string) func(int, *goquery.Selection) bool {
	return func(_ int, tr *goquery.Selection) bool { return words(tr.Find("th")) == name }
}

func TestFilterOfTheRegisterIsKeptWhereTheLanguageChanges(t *testing.T) {
	doc := open(t).page(t, "/persetujuan-dprd?result=no-document")
	if href := doc.Find(`.langs a[lang="en"]`).AttrOr("href", ""); href != "/en/council-approvals?result=no-document" {
		t.Errorf("English stands at %q", href)
	}
}

func TestTypeAndFieldsThatSourcesSupportAreNotCalledUnsourced(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/mitra/melbourne", "/perjanjian/melbourne", "/mitra/kawasaki", "/perjanjian/kawasaki-2020", "/mitra/hamamatsu"} {
		s.page(t, path).Find(".facts > div").Each(func(_ int, fact *goquery.Selection) {
			switch text := words(fact); {
			case strings.HasPrefix(text, "Jenis menurut hukum"), strings.HasPrefix(text, "Bidang yang ditandatangani"):
				if strings.Contains(strings.ToLower(text), "tanpa sumber") {
					t.Errorf("%s: %q", path, text)
				}
			}
		})
	}
}

func TestPaperThatNobodyFoundNeedsNoSource(t *testing.T) {
	if text := words(open(t).page(t, "/perjanjian/liuzhou").Find(".facts > div:contains('Bentuk naskah')")); strings.Contains(text, "Tanpa sumber") {
		t.Errorf("form of the paper: %q", text)
	}
}

func TestYearBesideItsOwnDayIsNoDispute(t *testing.T) {
	if text := words(open(t).page(t, "/perjanjian/suwon").Find(".dispute")); !strings.Contains(text, "27 Agustus 1997") || strings.Contains(text, "hanya tahun") {
		t.Errorf("dispute over the day of Suwon: %q", text)
	}
}
