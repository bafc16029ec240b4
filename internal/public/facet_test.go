package public_test

import (
	"maps"
	"net/http"
	"strings"
	"testing"
)

// fruitless are the lists that readers can narrow, each by choices that leave nothing of it.
var fruitless = map[string]string{
	"/persetujuan-dprd": "result=refused", "/janji": "partner=cuenca&sector=HRD", "/program": "partner=bandung&result=reported",
	"/kegiatan": "nature=protocol&partner=kawasaki", "/kunjungan": "partner=hangzhou&way=out", "/sejarah": "decade=1980&kind=paper",
	"/mitra": "continent=africa",
}

func TestListsKeepWhatNarrowsThemWhenTheLanguageIsChanged(t *testing.T) {
	s := open(t)
	lists := maps.Clone(fruitless)
	lists["/kalender"], lists["/perubahan"], lists["/cari"], lists["/bandingkan"] = "partner=melbourne", "kind=program", "q=magang", "kota=suwon"
	for path, query := range lists {
		english := s.page(t, path+"?"+query).Find(`a[hreflang="en"]`).First().AttrOr("href", "")
		if _, kept, _ := strings.Cut(english, "?"); !strings.HasPrefix(english, "/en/") || kept != query {
			t.Errorf("%s?%s is in English %s", path, query, english)
		}
		if back := s.page(t, english).Find(`a[hreflang="id"]`).First().AttrOr("href", ""); back != path+"?"+query {
			t.Errorf("%s leads back to %s", english, back)
		}
	}
}

func TestChoiceThatAListDoesNotKnowIsSaidAndNotApplied(t *testing.T) {
	s := open(t)
	for path, query := range map[string]string{
		"/mitra": "sector=xyz", "/persetujuan-dprd": "result=xyz", "/janji": "sector=xyz", "/program": "kind=xyz", "/kegiatan": "partner=xyz", "/kunjungan": "way=xyz",
		"/sejarah": "decade=xyz", "/kalender": "partner=xyz", "/perubahan": "kind=xyz", "/en/partners": "sort=xyz", "/en/activities": "nature=xyz&sector=EDU",
	} {
		doc := s.page(t, path+"?"+query)
		said := words(doc.Find(`.note[data-tone="warn"] [role="status"]`))
		if want := map[bool]string{true: "was not applied", false: "tidak dipakai"}[strings.HasPrefix(path, "/en/")]; !strings.Contains(said, want) || !strings.Contains(said, "“xyz”") {
			t.Errorf("%s?%s: %q", path, query, said)
		}
		canonical := doc.Find(`link[rel="canonical"]`).AttrOr("href", "")
		if robots := doc.Find(`meta[name="robots"]`).AttrOr("content", ""); !strings.Contains(robots, "noindex") || strings.Contains(canonical, "xyz") {
			t.Errorf("%s?%s: search engines are told %q and %s", path, query, robots, canonical)
		}
		if strings.Contains(query, "sector=EDU") && !strings.HasSuffix(doc.Find(`a[hreflang="id"]`).First().AttrOr("href", ""), "?sector=EDU") {
			t.Errorf("%s?%s: the other choice is lost", path, query)
		}
		if known := s.page(t, path); known.Find(`.note [role="status"]`).Length() != 0 {
			t.Errorf("%s says it of no choice", path)
		}
	}
	if said := words(s.page(t, "/cari?q=kunjungan&kind=xyz").Find(`.note [role="status"]`)); !strings.Contains(said, "“xyz”") {
		t.Errorf("the search: %q", said)
	}
}

func TestSecondChoiceOfOneFilterIsSaidToBeLeftOut(t *testing.T) {
	s := open(t)
	for path, left := range map[string]string{
		"/mitra?sector=EDU&sector=ENV": "Bidang yang disepakati atau digarap “Lingkungan”", "/en/programs?kind=exchange&kind=sport": "Kind “Sport”",
		"/kegiatan?nature=protocol&nature=substantive": "Sifat “Substansial”", "/en/partners?sort=name&sort=newest": "“newest”",
		"/perubahan?kind=program&kind=city": "“Kota”", "/cari?q=suwon&kind=program&kind=city": "“Kota”",
	} {
		doc := s.page(t, path)
		said, robots := words(doc.Find(`.note[data-tone="warn"] [role="status"]`)), doc.Find(`meta[name="robots"]`).AttrOr("content", "")
		if !strings.Contains(said, left) || !strings.Contains(robots, "noindex") {
			t.Errorf("%s: %q, %q", path, said, robots)
		}
	}
	if said := words(s.page(t, "/mitra?sector=EDU&sector=EDU").Find(`.note [role="status"]`)); said != "" {
		t.Errorf("the same choice twice: %q", said)
	}
	for _, path := range []string{"/mitra.csv?sector=EDU&sector=ENV", "/program.csv?kind=exchange&kind=sport"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestFileIsNotSentWithMoreThanWasAskedFor(t *testing.T) {
	s := open(t)
	for _, path := range []string{
		"/mitra.csv?sector=xyz", "/persetujuan-dprd.csv?result=xyz", "/janji.csv?sector=xyz", "/program.csv?kind=xyz", "/kegiatan.csv?partner=xyz",
		"/kunjungan.csv?way=xyz", "/kunjungan/tahun.csv?way=xyz",
	} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "“xyz”") {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestListNarrowedToNothingSaysWhatWasSoughtAndLeadsBack(t *testing.T) {
	s := open(t)
	for path, sought := range map[string]string{
		"/persetujuan-dprd": "Ditolak", "/janji": "Cuenca", "/program": "Hasil tercatat", "/kegiatan": "Kawasaki", "/kunjungan": "Hangzhou", "/sejarah": "1980", "/mitra": "Afrika",
	} {
		doc := s.page(t, path+"?"+fruitless[path])
		empty := doc.Find("main .empty")
		if empty.Length() != 1 || !strings.Contains(words(empty), sought) || empty.Find(`a.button[href="`+path+`"]`).Length() != 1 {
			t.Errorf("%s?%s: %q", path, fruitless[path], words(empty))
		}
		if full := s.page(t, path); full.Find("main .empty").Length() != 0 {
			t.Errorf("%s is said to be empty", path)
		}
	}
	if s.page(t, "/mitra?continent=africa").Find(`.empty a[href="/sejarah#tahun-1955"]`).Length() != 1 {
		t.Error("the city of the Asian-African Conference does not lead to 1955")
	}
	if s.page(t, "/sejarah").Find("#tahun-1955").Length() != 1 {
		t.Error("the history of 1955 has no place to lead to")
	}
}

func TestRegisterWithoutRecordsSaysSoAndAsksForThem(t *testing.T) {
	s := openOwn(t)
	s.exec(t, "truncate agreements, programs, activities, promises, opportunities, venues, sources cascade")
	for _, path := range []string{
		"/perjanjian", "/persetujuan-dprd", "/janji", "/program", "/kegiatan", "/kunjungan", "/sumber", "/sejarah", "/kalender", "/en/agreements", "/en/calendar",
	} {
		empty, report := s.page(t, path).Find("main .empty"), "/lapor"
		if strings.HasPrefix(path, "/en/") {
			report = "/en/report"
		}
		if empty.Length() != 1 || empty.Find(`a[href="`+report+`"]`).Length() != 1 {
			t.Errorf("%s: %q", path, words(empty))
		}
	}
	for _, path := range []string{"/", "/mitra", "/manfaat", "/tempat", "/peluang", "/belum-ditemukan", "/mitra/suwon", "/cari?q=suwon"} {
		s.page(t, path)
	}
}
