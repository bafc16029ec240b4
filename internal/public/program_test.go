package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestCitiesOfAProgramAreToldWithTheirReason(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{
		"/program/lb-walls": "Busan, Korea Selatan (ada tempatnya di sana; hanya tempat program, tanpa ikatan kota)", "/program/seo-wall": "Seoul, Korea Selatan 1 2",
		"/en/programs/lb-walls": "Busan, South Korea (one of its places is there; only a place of the program, without a tie)",
	} {
		label := "Kota"
		if strings.HasPrefix(path, "/en/") {
			label = "City"
		}
		if got := fact(s.page(t, path), label); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", path, got)
		}
	}
}

func TestPlanOfWhichAPartIsOnRecordSaysSo(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{
		"/en/programs/fw-2025": "Planned; only a part is on record", "/program/fw-2025": "Direncanakan; yang tercatat terlaksana baru sebagian",
	} {
		if text := words(s.page(t, path).Find("main")); !strings.Contains(text, want) || strings.Contains(text, "nothing shows that it took place") {
			t.Errorf("%s does not say %q", path, want)
		}
	}
}

func TestPlanSaysItsMoneyOnceAndItsUnitsAsPeopleDo(t *testing.T) {
	s := open(t)
	for path, c := range map[string]struct{ has, hasNot string }{
		"/en/programs/budget-2008": {"850,000,000 rupiah. One year, five cities.", "IDR"},
		"/en/programs/seo-hongdae": {"4 floors", "4 floor "},
		"/en/programs/lb-bec":      {"100 businesses", "100 business "},
		"/en/programs/ham-workers": {"One box is one person.", "one persons"},
	} {
		text := words(s.page(t, path).Find("main"))
		if !strings.Contains(text, c.has) || strings.Contains(text, c.hasNot) {
			t.Errorf("%s: %q is there: %t, %q: %t", path, c.has, strings.Contains(text, c.has), c.hasNot, strings.Contains(text, c.hasNot))
		}
	}
	rows := s.page(t, "/en/programs/budget-2008").Find(".table-plan tbody tr").FilterFunction(func(_ int, tr *goquery.Selection) bool {
		return strings.Contains(words(tr), "850,000,000")
	})
	if rows.Length() != 1 {
		t.Errorf("the budget stands in %d rows", rows.Length())
	}
}

func TestPlanStandsBesideOutcome(t *testing.T) {
	row := open(t).page(t, "/program/seo-hongdae").Find(".table-plan tbody tr").First()
	plan, outcome := words(row.Find("td").Eq(0)), words(row.Find("td").Eq(1))
	if !strings.Contains(plan, "empat lantai") || !strings.Contains(outcome, "dua kafe") {
		t.Errorf("plan %q, outcome %q", plan, outcome)
	}
}

func TestLittleBandungInHongdaeIsDisputed(t *testing.T) {
	doc := open(t).page(t, "/program/seo-hongdae")
	if n := doc.Find(".dispute-claims > li").Length(); n < 3 {
		t.Errorf("%d versions of Hongdae, want 3", n)
	}
}

func TestProgramSaysWhatIsNotKnown(t *testing.T) {
	text := words(open(t).page(t, "/en/programs/bsw-ggm").Find("main"))
	for _, want := range []string{"What we do not know yet", "What it cost.", "Who paid."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said", want)
		}
	}
}

func TestCostIsWrittenInItsCurrency(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{"/program/kws-jica": "60.000.000 yen", "/en/programs/kws-jica": "60,000,000 yen"} {
		if text := s.page(t, path).Text(); !strings.Contains(text, want) {
			t.Errorf("%s does not say %s", path, want)
		}
	}
}

func TestSourceTellsWhatRestsOnIt(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/sumber/bsw-de")
	if doc.Find(`.records a[href="/perjanjian/braunschweig"]`).Length() == 0 {
		t.Error("the agreement does not rest on the partner's page")
	}
	if doc.Find(`.facts a[href^="https://"]`).Length() == 0 {
		t.Error("the source itself is not linked")
	}
}

func TestNumbersOfSourcesFollowTheirFirstUse(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/", "/mitra/braunschweig", "/perjanjian/melbourne", "/program/seo-hongdae", "/persetujuan-dprd"} {
		last := map[string]bool{}
		var order []string
		s.page(t, path).Find("main .refs a").Each(func(_ int, a *goquery.Selection) {
			if n := words(a); !last[n] {
				last[n] = true
				order = append(order, n)
			}
		})
		s.page(t, path).Find(".sources-number").Each(func(i int, e *goquery.Selection) {
			if i < len(order) && words(e) != order[i] {
				t.Errorf("%s: number %s is used as the %d. one", path, order[i], i+1)
			}
		})
	}
}

func TestProgramsAreNarrowedWithCountsThatAgreeWithTheRegister(t *testing.T) {
	s := open(t)
	for query, sql := range map[string]string{
		"":                                "select count(*) from programs",
		"?status=ongoing":                 "select count(*) from programs where status = 'ongoing'",
		"?result=reported":                "select count(*) from programs where result_id <> '' and status <> 'planned'",
		"?partner=suwon&kind=visit":       "select count(*) from programs p join cities c on c.id = p.city_id where c.slug = 'suwon' and p.kind = 'visit'",
		"?sector=EDU&result=none":         "select count(*) from programs where 'EDU' = any(sectors) and (result_id = '' or status = 'planned')",
		"?status=imaginary&sector=nobody": "select count(*) from programs",
	} {
		if rows, want := s.page(t, "/program"+query).Find("tbody tr").Length(), s.count(t, sql); rows != want || want == 0 {
			t.Errorf("%q lists %d programs, want %d", query, rows, want)
		}
	}
}

func TestPlannedBuildingIsDashedAndWhatOpenedIsLit(t *testing.T) {
	s := openOwn(t)
	doc := s.page(t, "/program/seo-hongdae")
	house := doc.Find(".stage .plan-house")
	boxes := func(class string) int { return strings.Count(house.Find("path."+class).AttrOr("d", ""), "M") }
	if windows, shelves := boxes("plan-window"), boxes("lit"); windows != 4*5-1 || shelves != 2*2 {
		t.Errorf("%d dashed windows and %d lit boards", windows, shelves)
	}
	if label := house.Find("svg").AttrOr("aria-label", ""); !strings.Contains(label, "4 lantai") || !strings.Contains(label, "di kota itu: 2.") {
		t.Errorf("the drawing is called %q", label)
	}
	if names := words(house.Find("text")); names != "KafeRestoranTokoGaleri" {
		t.Errorf("the floors are called %q", names)
	}
	if doc.Find(".units").Length() != 0 {
		t.Error("the floors are drawn twice")
	}
	if to := doc.Find("a:contains('Bali Bistro')").AttrOr("href", ""); to != "/program/seo-wall" {
		t.Errorf("what opened leads to %q", to)
	}
	where := doc.Find(".table-plan tbody tr").FilterFunction(isRow("Tempat"))
	if text := words(where.Find("td").Last()); !strings.Contains(text, "Bali Bistro") || !strings.Contains(text, "Fun Road") {
		t.Errorf("what opened: %q", text)
	}
	when := doc.Find(".table-plan tbody tr").FilterFunction(isRow("Waktu"))
	if text := words(when.Find("td").First()); !strings.HasPrefix(text, "Oktober 2015") {
		t.Errorf("the day of the plan stands as %q", words(when))
	}
	if _, err := s.pool.Exec(t.Context(), "update programs set status = 'completed' where slug = 'seo-hongdae'"); err != nil {
		t.Fatal(err)
	}
	if s.page(t, "/program/seo-hongdae").Find(".plan-house").Length() != 0 {
		t.Error("a plan that was carried out is drawn as one")
	}
}

func TestMeasureIsDrawnUnitByUnit(t *testing.T) {
	s := openOwn(t)
	if _, err := s.pool.Exec(t.Context(), "update outcomes set planned = 76 where achieved = 21"); err != nil {
		t.Fatal(err)
	}
	doc := s.page(t, "/en/programs/seo-wall")
	section := doc.Find("section:has(.units)")
	if title := words(section.Find("h2")); section.Length() != 1 || title != "Companies shown: twenty-one of seventy-six" {
		t.Errorf("%d drawings, %q", section.Length(), title)
	}
	boxes := func(class string) int { return strings.Count(section.Find("path."+class).AttrOr("d", ""), "M") }
	if boxes("lit") != 21 || boxes("unlit") != 76-21 || !strings.Contains(section.Text(), "55 short of the plan") {
		t.Errorf("%d full and %d pale boxes, %q", boxes("lit"), boxes("unlit"), words(section))
	}
	row := doc.Find(".table-plan tbody tr").FilterFunction(isRow("Companies shown"))
	if plan, outcome := words(row.Find("td").First()), words(row.Find("td").Last()); !strings.HasPrefix(plan, "76 companies") || !strings.HasPrefix(outcome, "21 companies (as of Jul 2017)") {
		t.Errorf("plan %q, outcome %q", plan, outcome)
	}
}

func TestProgramSaysWhatTheCouncilDecidedOnItsPaper(t *testing.T) {
	s := open(t)
	for slug, want := range map[string]string{"seo-wall": "Keputusannya belum ditemukan", "mel-2020": "Disetujui, 30 Maret 2023"} {
		if fact := words(s.page(t, "/program/"+slug).Find(".facts > div:contains('Persetujuan DPRD')")); !strings.Contains(fact, want) {
			t.Errorf("%s: %q", slug, fact)
		}
	}
}
