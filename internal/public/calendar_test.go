package public_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	ics "github.com/arran4/golang-ical"
)

// dates is a calendar as a program that keeps calendars understands it, by the names of its days.
func (s site) dates(t *testing.T, path string) map[string]*ics.VEvent {
	t.Helper()
	w := s.ask(http.MethodGet, path)
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/calendar") {
		t.Fatalf("GET %s: %d %s", path, w.Code, w.Header().Get("Content-Type"))
	}
	raw := w.Body.String()
	for line := range strings.SplitSeq(strings.TrimSuffix(raw, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("%s: a line of %d octets: %q", path, len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(strings.NewReader(raw))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	found := map[string]*ics.VEvent{}
	for _, e := range cal.Events() {
		if found[e.Id()] != nil {
			t.Errorf("%s: %s twice", path, e.Id())
		}
		found[e.Id()] = e
	}
	return found
}

func TestCalendarOfDaysIsTheSameForProgramsInBothLanguages(t *testing.T) {
	s := open(t)
	id, en := s.dates(t, "/kalender.ics"), s.dates(t, "/en/calendar.ics")
	if len(id) == 0 || len(id) != len(en) {
		t.Errorf("%d and %d dates", len(id), len(en))
	}
	for uid, e := range id {
		if en[uid] == nil || !strings.HasPrefix(uid, "tag:kembar.example,2026:due/") {
			t.Errorf("%s has no twin", uid)
			continue
		}
		start := e.GetProperty(ics.ComponentPropertyDtStart)
		if start.ICalParameters["VALUE"][0] != "DATE" || en[uid].GetProperty(ics.ComponentPropertyDtStart).Value != start.Value {
			t.Errorf("%s begins %v", uid, start)
		}
		if stamp, err := e.GetDtStampTime(); err != nil || stamp.Year() < 2000 {
			t.Errorf("%s is stamped %v, %v", uid, stamp, err)
		}
	}
	if again := s.ask(http.MethodGet, "/kalender.ics").Body.String(); again != s.ask(http.MethodGet, "/kalender.ics").Body.String() {
		t.Error("equal data give unequal bytes")
	}
}

func TestEndOfATermAndItsMarksStandInTheCalendar(t *testing.T) {
	s := open(t)
	days := map[string]string{}
	for _, e := range s.dates(t, "/mitra/melbourne/kalender.ics") {
		days[e.GetProperty(ics.ComponentPropertySummary).Value] = e.GetProperty(ics.ComponentPropertyDtStart).Value
	}
	for title, day := range map[string]string{
		"Masa berlaku habis: Nota kesepahaman Bandung–Melbourne":                  "20280422",
		"18 bulan sebelum masa berlaku habis: Nota kesepahaman Bandung–Melbourne": "20261022",
		"6 bulan sebelum masa berlaku habis: Nota kesepahaman Bandung–Melbourne":  "20271022",
		"Ulang tahun ke-3 kemitraan dengan Melbourne":                             "20270422",
	} {
		if days[title] != day {
			t.Errorf("%s on %q, want %s; of %v", title, days[title], day, days)
		}
	}
}

func TestCalendarTellsWhatIsComingAndWhatOfItsDayIsNotKnown(t *testing.T) {
	s := openOwn(t)
	doc := s.page(t, "/kalender")
	if text := words(doc.Find("main")); strings.Contains(text, "22 Okt 2026") || !strings.Contains(text, "22 Apr 2028") {
		t.Errorf("on 20 November 2026: %q", text)
	}
	year := doc.Find("section:has(h2:contains('Sepanjang 2027'))")
	if text := words(year); !strings.Contains(text, "Liuzhou") || !strings.Contains(text, "Harinya tidak diketahui: tentang awalnya hanya tercatat 2005.") {
		t.Errorf("what is known to the year: %q", text)
	}
	if text := words(doc.Find("main")); strings.Contains(text, "Yingkou") {
		t.Error("a partnership whose first year is uncertain has an anniversary")
	}
	if round := doc.Find(".records > li:contains('Angka bulat')"); !strings.Contains(words(round), "ke-30 kemitraan dengan Suwon") {
		t.Errorf("round: %q", words(round))
	}
	only := s.page(t, "/kalender?partner=suwon")
	only.Find(".records > li").Each(func(_ int, e *goquery.Selection) {
		if !strings.Contains(words(e), "Suwon") {
			t.Errorf("of Suwon alone: %q", words(e))
		}
	})
	if href := only.Find(`.page-head a`).AttrOr("href", ""); href != "/mitra/suwon/kalender.ics" {
		t.Errorf("the file of Suwon is %q", href)
	}
}

func TestDeadlinesStandInTheCalendarOfOpportunities(t *testing.T) {
	s := openOwn(t)
	if n := len(s.dates(t, "/peluang.ics")); n != 0 {
		t.Errorf("%d dates of no opportunity", n)
	}
	if _, err := s.pool.Exec(t.Context(),
		`insert into opportunities (title_id, title_en, kind, who_id, who_en, opens_on, deadline_on)
		values ('Magang; perawat, dan guru', 'Internship', 'training', 'warga', 'residents', '2027-01-10', '2027-02')`); err != nil {
		t.Fatal(err)
	}
	titles, ends := map[string]string{}, map[string]string{}
	for _, e := range s.dates(t, "/peluang.ics") {
		ends[e.GetProperty(ics.ComponentPropertySummary).Value] = e.GetProperty(ics.ComponentPropertyDtEnd).Value
		titles[e.GetProperty(ics.ComponentPropertySummary).Value] = e.GetProperty(ics.ComponentPropertyDtStart).Value
	}
	if titles["Pendaftaran dibuka: Magang; perawat, dan guru"] != "20270110" || titles["Tenggat: Magang; perawat, dan guru (Februari 2027)"] != "20270201" ||
		ends["Tenggat: Magang; perawat, dan guru (Februari 2027)"] != "20270301" {
		t.Errorf("dates: %v", titles)
	}
	for _, path := range []string{"/mitra/atlantis/kalender.ics", "/kalender.xyz"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestKindsOfDatesAreToldInTheLanguageOfTheFile(t *testing.T) {
	s := open(t)
	for path, word := range map[string]string{"/kalender.ics": "Ulang tahun", "/en/calendar.ics": "Anniversary"} {
		kinds := map[string]bool{}
		for _, e := range s.dates(t, path) {
			kinds[e.GetProperty(ics.ComponentPropertyCategories).Value] = true
		}
		if !kinds[word] || kinds["anniversary"] || kinds["expiry_mark"] {
			t.Errorf("%s: %v", path, kinds)
		}
	}
}

func TestWhatIsKnownToTheYearStandsOnNoDayOfTheFile(t *testing.T) {
	s := open(t)
	if text := words(s.page(t, "/kalender").Find("main")); !strings.Contains(text, "kemitraan dengan Liuzhou") || !strings.Contains(text, "hanya diketahui tahunnya tidak ikut") {
		t.Errorf("page: %q", text)
	}
	for uid, e := range s.dates(t, "/en/calendar.ics") {
		start := e.GetProperty(ics.ComponentPropertyDtStart).Value
		if title := e.GetProperty(ics.ComponentPropertySummary).Value; strings.HasSuffix(start, "0101") || strings.Contains(title, "Liuzhou turns") {
			t.Errorf("%s, %q, begins %s", uid, title, start)
		}
	}
	if body := s.ask(http.MethodGet, "/en/calendar.ics").Body.String(); !strings.Contains(body, "Partnership with Suwon turns 30") {
		t.Error("the file lacks an anniversary of which the day is known")
	}
}

func TestAnniversaryWithoutADaySaysWhatOfItsBeginningIsKnown(t *testing.T) {
	said := 0
	for _, row := range open(t).page(t, "/en/calendar").Find(".records > li").EachIter() {
		if text := words(row); strings.Contains(text, "The day is not known") && strings.Contains(text, " turns ") {
			said++
			if strings.Contains(text, "only 2028 is on record") || strings.Contains(text, "only 2027 is on record") {
				t.Errorf("a year to come is called a record: %q", text)
			}
		}
	}
	if said == 0 {
		t.Error("no anniversary lacks its day, so this shows nothing")
	}
}
