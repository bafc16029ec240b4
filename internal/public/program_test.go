package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

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
	for path, want := range map[string]string{"/program/kws-jica": "60.000.000 JPY", "/en/programs/kws-jica": "60,000,000 JPY"} {
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
