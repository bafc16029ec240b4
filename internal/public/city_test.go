package public_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

var claimed = []string{"Cebu", "Bari", "Hannover", "Hanover", "Miami"}

func TestUnprovenClaimsAreNeverAmongThePartners(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/", "/en/", "/mitra", "/en/partners"} {
		doc := s.page(t, path)
		doc.Find(".pulse-name, .skyline strong").Each(func(_ int, e *goquery.Selection) {
			if slices.ContainsFunc(claimed, func(name string) bool { return strings.Contains(words(e), name) }) {
				t.Errorf("%s shows %q among the partners", path, words(e))
			}
		})
		if len(strings.Split(path, "/")) > 2 || path == "/mitra" {
			continue
		}
		if text := words(doc.Find("main")); slices.ContainsFunc(claimed, func(name string) bool { return strings.Contains(text, name) }) {
			t.Errorf("%s names a claim", path)
		}
	}
	if n := s.page(t, "/mitra").Find("#klaim .records > li").Length(); n != 4 {
		t.Errorf("%d claims stand apart, want 4", n)
	}
}

func TestHomeCountsPartnersFromTheRecords(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/")
	rows := doc.Find(".pulse-row").Length()
	if title := words(doc.Find("h1")); !strings.HasPrefix(strings.ToLower(title), i18n.ID.Count(rows)+" kota mitra") {
		t.Errorf("title %q with %d rows", title, rows)
	}
	if first := words(doc.Find(".pulse-name").First()); first != "Braunschweig" {
		t.Errorf("the oldest partner is %q", first)
	}
	if doc.Find(".note li").Length() == 0 {
		t.Error("nothing to watch")
	}
}

func TestBraunschweigShowsBothDatesWithTheirSources(t *testing.T) {
	s := open(t)
	for path, dates := range map[string][]string{
		"/mitra/braunschweig":         {"24 Mei 1960", "2 Juni 1960"},
		"/en/partners/braunschweig":   {"24 May 1960", "2 June 1960"},
		"/perjanjian/braunschweig":    {"24 Mei 1960", "2 Juni 1960"},
		"/en/agreements/braunschweig": {"24 May 1960", "2 June 1960"},
	} {
		doc := s.page(t, path)
		for _, date := range dates {
			claim := doc.Find(".dispute-claims > li").FilterFunction(func(_ int, e *goquery.Selection) bool {
				return strings.HasPrefix(words(e.Find(".dispute-value")), date)
			})
			if claim.Length() == 0 || claim.Find(".refs a").Length() == 0 {
				t.Errorf("%s: no sourced claim of %s", path, date)
			}
			if facts := words(doc.Find(".facts")); !strings.Contains(facts, date) {
				t.Errorf("%s: the facts leave out %s", path, date)
			}
		}
	}
}

func TestBothPapersAreDatedWhereOneExtendsTheOther(t *testing.T) {
	s := open(t)
	for path, dates := range map[string][]string{
		"/mitra/hamamatsu":                         {"26 Juni 2019", "atau sebelum 2008", "Naskah terbaru11 Agustus 2025"},
		"/mitra/kawasaki":                          {"Ditandatangani18 Februari 2016", "Naskah terbaru6 Februari 2020"},
		"/bandingkan?kota=kawasaki&kota=hamamatsu": {"18 Februari 2016", "6 Februari 2020", "26 Juni 2019"},
	} {
		text := words(s.page(t, path).Find("main"))
		for _, date := range dates {
			if !strings.Contains(text, date) {
				t.Errorf("%s lacks %q", path, date)
			}
		}
	}
}

func TestDateOfAPaperAndOfItsSigningIsDisputedOnce(t *testing.T) {
	text := words(open(t).page(t, "/mitra/liuzhou").Find("main"))
	if n := strings.Count(text, "Peringatan ke-50 jatuh pada 2005"); n != 1 {
		t.Errorf("the ruling stands there %d times", n)
	}
}

func TestResultsSayWhomTheyReached(t *testing.T) {
	s := open(t)
	if text := words(s.page(t, "/mitra/liuzhou").Find("main")); !strings.Contains(text, "berapa di antaranya dari Bandung belum diketahui") {
		t.Error("652 students pass for residents of Bandung")
	}
	if text := words(s.page(t, "/mitra/fort-worth").Find("main")); strings.Contains(text, "Sepuluh anggota delegasi datang") {
		t.Error("that a delegation came is told as a result")
	}
	exchange := s.page(t, "/program/swn-2018")
	if text := words(exchange.Find("main")); !strings.Contains(text, "Universitas, upaya, bukan hasil") || strings.Contains(text, "Tiga universitas datang") || exchange.Find(".units").Length() != 0 {
		t.Errorf("that universities came passes for a result: %q", text)
	}
}

func TestUncertainFirstYearIsToldAsUncertain(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{
		"/mitra": "Gedung Yingkou: kemitraan sejak sekitar 2005", "/en/partners": "Building of Yingkou: partnership since about 2005",
		"/mitra/yingkou": "Gedung Yingkou: kemitraan sejak sekitar 2005",
	} {
		body := s.ask(http.MethodGet, path).Body.String()
		if !strings.Contains(body, want) || strings.Contains(body, "Yingkou: kemitraan sejak 2005") {
			t.Errorf("%s tells the first year of Yingkou as certain", path)
		}
	}
}

func TestDistanceIsTold(t *testing.T) {
	s := open(t)
	if text := words(s.page(t, "/mitra/braunschweig").Find(".lead")); !strings.Contains(text, "Jerman, 11.0") || !strings.Contains(text, " km dari Bandung") {
		t.Errorf("lead: %q", text)
	}
}

// fact is a line of the facts on a page.
func fact(doc *goquery.Document, label string) string {
	return words(doc.Find(".facts > div").FilterFunction(func(_ int, e *goquery.Selection) bool { return words(e.Find("dt")) == label }).Find("dd"))
}

func TestClockOfAPartnerIsToldForAllSeasons(t *testing.T) {
	s := open(t)
	for path, want := range map[string][2]string{
		"/mitra/braunschweig":       {"Waktu setempat", "6 jam lebih lambat dari Bandung, 5 jam pada musim panas"},
		"/en/partners/braunschweig": {"Local time", "6 hours behind Bandung, 5 hours in summer"},
		"/en/partners/melbourne":    {"Local time", "3 hours ahead of Bandung, 4 hours in summer"},
		"/en/partners/bengaluru":    {"Local time", "1 hour 30 minutes behind Bandung"},
		"/mitra/petaling-jaya":      {"Waktu setempat", "1 jam lebih cepat dari Bandung"},
	} {
		if got := fact(s.page(t, path), want[0]); !strings.HasPrefix(got, want[1]) {
			t.Errorf("%s: %q, want %q", path, got, want[1])
		}
	}
}

func TestClockThatNobodyKnowsIsNotGuessed(t *testing.T) {
	s := openOwn(t)
	if _, err := s.pool.Exec(t.Context(), "update cities set time_zone = '' where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	if got := fact(s.page(t, "/mitra/suwon"), "Waktu setempat"); got != "Belum ada data" {
		t.Errorf("the clock shows %q", got)
	}
	if _, err := s.pool.Exec(t.Context(), "update cities set time_zone = 'Asia/Jakarta' where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	if got := fact(s.page(t, "/mitra/suwon"), "Waktu setempat"); !strings.HasPrefix(got, "Jamnya sama dengan Bandung") {
		t.Errorf("the clock shows %q", got)
	}
}

func TestWordsForReadersInThePartnerCityStandInTheirLanguage(t *testing.T) {
	s := openOwn(t)
	if s.page(t, "/mitra/suwon").Find(".split-main p[lang]").Length() != 0 {
		t.Error("words stand there that nobody has written")
	}
	s.publish(t, "suwon", func(c *portal.City) { c.NativeText = "반둥의 자매도시입니다." })
	if p := s.page(t, "/mitra/suwon").Find(`.split-main p[lang="ko"]`); words(p) != "반둥의 자매도시입니다." || p.AttrOr("dir", "") != "ltr" {
		t.Errorf("the words are %q", words(p))
	}
	if _, err := s.pool.Exec(t.Context(), "update cities set native_lang = 'ar', native_text = 'مدينة شقيقة' where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	if dir := s.page(t, "/en/partners/suwon").Find(`.split-main p[lang="ar"]`).AttrOr("dir", ""); dir != "rtl" {
		t.Errorf("Arabic is written %q", dir)
	}
}

func TestPlaceOfAPartnerIsShownOnASmallMap(t *testing.T) {
	doc := open(t).page(t, "/mitra/melbourne")
	if label := doc.Find(".place svg").AttrOr("aria-label", ""); !strings.HasPrefix(label, "Melbourne (titik) dan Bandung (lingkaran)") || !strings.Contains(label, "5.0") {
		t.Errorf("the map says %q", label)
	}
}

func TestHintForPrintingStandsWhereNoScriptRuns(t *testing.T) {
	doc := open(t).page(t, "/mitra/melbourne")
	button := doc.Find("button[data-print]")
	if _, hidden := button.Attr("hidden"); !hidden || !strings.Contains(words(button.NextAllFiltered("p")), "menu Cetak") {
		t.Errorf("without scripts there is %q", words(button.Parent()))
	}
}

func TestForeignNamesCarryTheirLanguage(t *testing.T) {
	s := open(t)
	if got, _ := s.page(t, "/mitra/suwon").Find(".stage [lang]").Attr("lang"); got != "ko" {
		t.Errorf("lang of the local name is %q", got)
	}
	for _, of := range []struct{ path, lang, name, beside string }{
		{"/mitra/braunschweig", "de", "Rat der Stadt Braunschweig", "Dewan kota mitra"},
		{"/mitra/braunschweig", "de", "TU Braunschweig", ""},
		{"/en/partners/braunschweig", "id", "Institut Teknologi Bandung", ""},
		{"/en/partners/hamamatsu", "id", "DPRD Kota Bandung", "Bandung city council (DPRD)"},
		{"/mitra/hamamatsu", "", "DPRD Kota Bandung", ""},
		{"/en/agreements/hamamatsu", "id", "DPRD Kota Bandung", "Bandung city council (DPRD): Awaiting a decision"},
		{view.Approvals.In(i18n.ID), "fr", "Conseil communal de Namur", "Namur: Dewan kota mitra"},
		{view.Approvals.In(i18n.EN), "id", "Kementerian Luar Negeri; Kementerian Dalam Negeri", "Toyota: Ministry"},
		{"/program/bsw-itb", "de", "TU Braunschweig", "(Pihak mitra)"},
		{"/en/programs/bsw-itb", "id", "Institut Teknologi Bandung", ""},
		{"/mitra/suwon", "en", "Ajou University", ""},
		{"/sumber/suwon-2007", "en", "Suwon's international exchange", ""},
		{"/sumber/bsw-aktuell", "de", "Bandung: Aktuelle Aktivitaeten", ""},
		{"/en/sources/suwon-2007", "", "Suwon's international exchange", ""},
	} {
		main := s.page(t, of.path).Find("body")
		named := main.Find("h1, h2, h3, strong, span, cite").FilterFunction(func(_ int, e *goquery.Selection) bool { return words(e) == of.name })
		marked := named.FilterFunction(func(_ int, e *goquery.Selection) bool { return e.AttrOr("lang", "") == of.lang })
		if marked.Length() == 0 || !strings.Contains(words(main), of.beside) {
			t.Errorf("%s: %q stands there %d times, %d in %q, and %q beside it: %v", of.path, of.name, named.Length(), marked.Length(), of.lang, of.beside, strings.Contains(words(main), of.beside))
		}
	}
}

func TestChangedSourceIsNamedInItsLanguage(t *testing.T) {
	s := openOwn(t)
	source, err := s.store.Sources.BySlug(t.Context(), "rh-2016")
	if err != nil {
		t.Fatal(err)
	}
	source.CheckedOn = "2026-11-01"
	after, err := s.store.Sources.Snapshot(source, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{Kind: portal.KindSource, RecordID: source.ID, BaseVersion: 1, Op: portal.OpSave, Title: source.Title, After: after, Reason: "dibaca", State: portal.Submitted}
	if err := s.store.SaveChange(t.Context(), s.person(t, portal.Editor), &c); err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.Decide(t.Context(), s.person(t, portal.Reviewer), c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); err != nil {
		t.Fatal(err)
	}
	link := s.page(t, "/perubahan").Find(".records-title a").First()
	if name := words(link.Find(`[lang="de"]`)); words(link) != "Sumber: "+source.Title || name != source.Title {
		t.Errorf("%q, of which %q is German", words(link), name)
	}
}

func TestPulseOnAPhoneNamesItsDecades(t *testing.T) {
	if years := words(open(t).page(t, "/mitra/suwon").Find(".pulse-small .pulse-years")); !strings.HasPrefix(years, "19601970") || !strings.HasSuffix(years, "2020") {
		t.Errorf("the axis says %q", years)
	}
}

func TestUnsourcedFactSaysSo(t *testing.T) {
	s := open(t)
	for path, words := range map[string]string{"/mitra/liuzhou": "Tanpa sumber", "/en/partners/liuzhou": "No source"} {
		place := s.page(t, path).Find(".facts > div").First()
		if !strings.Contains(place.Text(), words) {
			t.Errorf("%s: %q", path, place.Text())
		}
	}
}

func TestWhatIsNotKnownIsSaid(t *testing.T) {
	s := open(t)
	if text := s.page(t, "/mitra/yingkou").Find(".facts").Text(); !strings.Contains(text, "Belum ada data") {
		t.Errorf("facts of Yingkou: %q", text)
	}
}

func TestActivityIsReachedByItsAnchor(t *testing.T) {
	s := open(t)
	link, _ := s.page(t, "/").Find(".records-title a").First().Attr("href")
	path, id, found := strings.Cut(link, "#")
	if !found || s.page(t, path).Find("#"+id).Length() != 1 {
		t.Errorf("latest record leads to %q", link)
	}
}

// person is a new member of staff.
func (s site) person(t *testing.T, role portal.Role) portal.Actor {
	t.Helper()
	a := portal.Actor{Name: string(role), Role: role}
	err := s.pool.QueryRow(t.Context(), "insert into staff (email, name, role, password_hash) values ($1 || '@example.id', $1, $1, '') returning id",
		string(role)).Scan(&a.ID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// propose saves a change of a city's record.
func (s site) propose(t *testing.T, editor portal.Actor, slug string, state portal.State, edit func(*portal.City)) portal.Change {
	t.Helper()
	city, err := s.store.Cities.BySlug(t.Context(), slug)
	if err != nil {
		t.Fatal(err)
	}
	live, version, err := s.store.Live(t.Context(), portal.KindCity, city.ID)
	if err != nil {
		t.Fatal(err)
	}
	edit(&city)
	after, err := s.store.Cities.Snapshot(city, portal.Evidence{Citations: live.Citations, Rulings: live.Rulings})
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{
		Kind: portal.KindCity, RecordID: city.ID, BaseVersion: version, Op: portal.OpSave,
		Title: city.Name.ID, After: after, Reason: "dari arsip", State: state,
	}
	if err := s.store.SaveChange(t.Context(), editor, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// publish hands in a change of a city's record and has it applied.
func (s site) publish(t *testing.T, slug string, edit func(*portal.City)) {
	t.Helper()
	c := s.propose(t, s.person(t, portal.Editor), slug, portal.Submitted, edit)
	_, err := s.store.Decide(t.Context(), s.person(t, portal.Reviewer), c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDraftIsNotPublic(t *testing.T) {
	s := openOwn(t)
	editor := s.person(t, portal.Editor)
	for _, state := range []portal.State{portal.Draft, portal.Submitted} {
		s.propose(t, editor, "braunschweig", state, func(c *portal.City) { c.Summary = i18n.Text{ID: "Rahasia.", EN: "Secret."} })
	}
	if text := s.page(t, "/mitra/braunschweig").Text(); strings.Contains(text, "Rahasia") {
		t.Error("a draft is public")
	}
}

func TestOldAddressLeadsToTheNewOne(t *testing.T) {
	s := openOwn(t)
	s.publish(t, "namur", func(c *portal.City) { c.Slug = "namur-belgia" })
	for old, now := range map[string]string{"/mitra/namur": "/mitra/namur-belgia", "/en/partners/namur": "/en/partners/namur-belgia"} {
		w := s.ask(http.MethodGet, old)
		if w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != now {
			t.Errorf("GET %s: %d to %q", old, w.Code, w.Header().Get("Location"))
		}
		s.page(t, now)
	}
}

func TestPublishedEditIsSeenAtOnce(t *testing.T) {
	s := openOwn(t)
	before := s.ask(http.MethodGet, view.Partner.In(i18n.ID, "braunschweig")).Header().Get("ETag")
	s.publish(t, "braunschweig", func(c *portal.City) { c.Summary = i18n.Text{ID: "Ditulis ulang.", EN: "Written anew."} })
	w := s.ask(http.MethodGet, view.Partner.In(i18n.ID, "braunschweig"))
	if !strings.Contains(w.Body.String(), "Ditulis ulang.") || w.Header().Get("ETag") == before {
		t.Error("the page still shows what was before")
	}
}
