package public_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

var yearInWords = regexp.MustCompile(`\b\d{4}\b`)

func TestHistoryBeginsWithTheFirstContactAndLeavesNoYearUnsaid(t *testing.T) {
	doc := open(t).page(t, "/sejarah")
	if title := words(doc.Find("h1")); title != "69 tahun, dari Braunschweig ke Melbourne" {
		t.Errorf("title %q", title)
	}
	next := 1955
	doc.Find(".history > li").Each(func(_ int, li *goquery.Selection) {
		if year, err := strconv.Atoi(words(li.Find("h2"))); err == nil {
			if year != next {
				t.Errorf("%d stands where %d was due", year, next)
			}
			next = year + 1
			return
		}
		said := yearInWords.FindAllString(words(li.Find("p")), -1)
		first, _ := strconv.Atoi(said[0])
		last, _ := strconv.Atoi(said[len(said)-1])
		if first != next {
			t.Errorf("%q stands where %d was due", words(li), next)
		}
		if bricks := strings.Count(li.Find("path").AttrOr("d", ""), "M"); bricks != last-next+1 {
			t.Errorf("%q is drawn with %d bricks", words(li), bricks)
		}
		next = last + 1
	})
	if next != today.Year()+1 {
		t.Errorf("the history ends before %d", next)
	}
}

func TestStepOfADisputedYearIsToldInBothYears(t *testing.T) {
	doc := open(t).page(t, "/sejarah")
	first := words(doc.Find("#tahun-1955"))
	if !strings.Contains(first, "Menurut sumber lain: 1955. Daftar ini memakai 1957.") || !strings.Contains(first, "Sumber berbeda") {
		t.Errorf("1955: %q", first)
	}
	if text := words(doc.Find("#tahun-1957")); !strings.Contains(text, "Braunschweig") || !strings.Contains(text, "Sumber berbeda") {
		t.Errorf("1957: %q", text)
	}
}

func TestSkylineGrowsAsPartnershipsBegin(t *testing.T) {
	doc := open(t).page(t, "/sejarah")
	for year, want := range map[string]string{"1960": "gedung 1,", "1990": "gedung 2,", "1997": "gedung 3,"} {
		li := doc.Find("#tahun-" + year)
		if label := li.Find("svg").AttrOr("aria-label", ""); !strings.Contains(label, want) {
			t.Errorf("%s: %q", year, label)
		}
		if li.Find("h2.history-turn").Length() != 1 {
			t.Errorf("%s is not marked as a turn", year)
		}
	}
	if doc.Find("#tahun-1957 svg").Length() != 0 || doc.Find("#tahun-1985 h2.history-turn").Length() != 0 {
		t.Error("a year before any partnership has buildings, or one in which none began is a turn")
	}
}

func TestLongerSilenceIsDrawnWider(t *testing.T) {
	gaps := open(t).page(t, "/sejarah").Find(".history-gap")
	for said, want := range map[string]string{"1956:": "8", "1961 sampai 1984": "192"} {
		gap := gaps.FilterFunction(func(_ int, li *goquery.Selection) bool {
			return strings.Contains(li.Text(), said)
		})
		if width := gap.Find("svg").AttrOr("width", ""); width != want {
			t.Errorf("%q is drawn %q wide, not %s", said, width, want)
		}
	}
}

func TestHistoryTellsOnceWhatTwoRecordsTell(t *testing.T) {
	doc := open(t).page(t, "/sejarah?partner=melbourne")
	for selector, want := range map[string]int{
		"#tahun-2023 h3": 1, "#tahun-2024 h3": 1, ".history h3:contains('Kunjungan penjajakan City of Melbourne')": 1,
	} {
		if n := doc.Find(selector).Length(); n != want {
			t.Errorf("%s: told %d times", selector, n)
		}
	}
}

func TestHistoryIsNarrowedAndEachEntryHasItsSource(t *testing.T) {
	s := open(t)
	if text := words(s.page(t, "/sejarah?kind=program").Find("#tahun-2017")); !strings.Contains(text, "Program selesai") || strings.Contains(text, "Penandatanganan") {
		t.Errorf("programs of 2017: %q", text)
	}
	for _, path := range []string{"/sejarah", "/en/history?decade=2010", "/sejarah?decade=atlantis"} {
		entries := s.page(t, path).Find(".history-entries > div:has(h3)")
		if entries.Length() == 0 {
			t.Errorf("%s has no entries", path)
		}
		entries.Each(func(_ int, e *goquery.Selection) {
			if e.Find(".refs a").Length() == 0 && !strings.Contains(words(e), "Tanpa sumber") && !strings.Contains(words(e), "No source") {
				t.Errorf("%s: %q has neither a source nor the words for none", path, words(e))
			}
		})
	}
	if w := s.ask(http.MethodPost, "/sejarah"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a post is answered %d", w.Code)
	}
}

func TestYearInWhichOnlySomethingLastsIsNotCalledEmpty(t *testing.T) {
	s := open(t)
	text := words(s.page(t, "/sejarah").Find(".history"))
	if strings.Contains(text, "2012 sampai 2013: tidak ada yang tercatat") || !strings.Contains(text, "2012 sampai 2013: tidak ada peristiwa baru; kegiatan yang masih berlangsung: 1") {
		t.Errorf("2012 and 2013: %q", text)
	}
	if text := words(s.page(t, "/sejarah?partner=melbourne").Find(".history")); strings.Contains(text, "masih berlangsung") {
		t.Errorf("what lasts with Suwon stands with Melbourne: %q", text)
	}
}

func TestRejectedYearsAreShownAndNotCounted(t *testing.T) {
	doc := open(t).page(t, "/sejarah?partner=liuzhou")
	rejected, shown := 0, 0
	doc.Find(".history-entries > div:has(h3)").Each(func(_ int, e *goquery.Selection) {
		shown++
		if strings.Contains(words(e), "Menurut sumber lain:") {
			rejected++
		}
	})
	if rejected == 0 {
		t.Fatal("no source is rejected, so this shows nothing")
	}
	chosen := ""
	doc.Find(`[aria-current="true"], option[selected], .chip[aria-current]`).Each(func(_ int, c *goquery.Selection) {
		if text := words(c); strings.Contains(text, "Liuzhou") {
			chosen = text
		}
	})
	if !strings.Contains(chosen, strconv.Itoa(shown-rejected)) {
		t.Errorf("%d entries, %d of them rejected, are counted as %q", shown, rejected, chosen)
	}
}

func TestHistorySaysHowManyActivitiesHaveNoDate(t *testing.T) {
	s := open(t)
	n := s.count(t, "select count(*) from activities a join cities c on c.id = a.city_id where a.start_on is null and not c.is_home")
	if lead := words(s.page(t, "/sejarah").Find(".lead").First()); n == 0 || !strings.Contains(lead, strconv.Itoa(n)+" kegiatan tanpa tanggal") {
		t.Errorf("%d have no date: %q", n, lead)
	}
}
