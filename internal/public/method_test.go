package public_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestMethodTellsTheRulesInTheirOrderAndEveryFormula(t *testing.T) {
	s := open(t)
	for _, l := range i18n.Langs {
		doc := s.page(t, view.Method.In(l))
		var labels, want []string
		doc.Find("#" + view.MethodLabels + " ol strong").Each(func(_ int, e *goquery.Selection) { labels = append(labels, words(e)) })
		for _, label := range portal.Labels {
			want = append(want, l.T(label.Key()))
		}
		if !slices.Equal(labels, want) {
			t.Errorf("in %s: labels %q", l, labels)
		}
		for _, key := range portal.IndicatorKeys {
			rule := doc.Find("#" + view.IndicatorID(string(key)))
			if text := words(rule); !strings.Contains(text, l.T("indicator.formula."+string(key))) || !strings.Contains(text, l.T("indicator.silence."+string(key))) {
				t.Errorf("in %s: %s is told as %q", l, key, text)
			}
		}
		if !strings.Contains(words(doc.Find(".lead")), portal.RuleVersion) || !strings.Contains(words(doc.Find("main")), l.T("method.change.1")) {
			t.Errorf("in %s: the versions of the rules are not told", l)
		}
	}
}

// completeness asks for each cell of the coverage table by itself, in the order of its columns; an empty question does not apply.
var completeness = map[portal.Kind][6]string{
	portal.KindCity:      {"from cities", "", "from cities where " + vouched("city", "cities"), "", "", ""},
	portal.KindAgreement: {"from agreements", "from agreements where signed_on > ''", "from agreements where " + vouched("agreement", "agreements"), "", "", ""},
	portal.KindStep:      {"from steps", "from steps where happened_on > ''", "from steps where " + vouched("step", "steps"), "", "", ""},
	portal.KindApproval:  {"from approvals", "from approvals where decided_on > ''", "from approvals where " + vouched("approval", "approvals"), "", "", ""},
	portal.KindPromise:   {"from promises", "from promises where due_on > ''", "from promises where " + vouched("promise", "promises"), "", "", ""},
	portal.KindProgram: {
		"from programs", "from programs where start_on > ''", "from programs where " + vouched("program", "programs"), "from programs where cost >= 0", "",
		"from programs where status <> 'planned' and (result_id > '' or id in (select program_id from outcomes where achieved >= 0 and not effort))",
	},
	portal.KindActivity: {
		"from activities", "from activities where start_on > ''", "from activities where " + vouched("activity", "activities"),
		`from activities where jsonb_array_length(costs) > 0 and not exists (select from jsonb_array_elements(costs) c where c->>'amount' is null)`,
		"from activities where elected >= 0 or official >= 0 or student >= 0 or resident >= 0 or artist >= 0 or business >= 0",
		"from activities where result_id > ''",
	},
	portal.KindOutcome:     {"from outcomes", "from outcomes where as_of > ''", "from outcomes where " + vouched("outcome", "outcomes"), "", "", "from outcomes where achieved >= 0 and not effort"},
	portal.KindOpportunity: {"from opportunities", "from opportunities", "from opportunities where " + vouched("opportunity", "opportunities"), "from opportunities where cost_id > ''", "", "from opportunities where outcome_id > ''"},
	portal.KindVenue:       {"from venues", "from venues where opened_on > '' or confirmed_on > ''", "from venues where " + vouched("venue", "venues"), "", "", ""},
	portal.KindMirror:      {"from mirrors", "from mirrors where checked_on > ''", "from mirrors where " + vouched("mirror", "mirrors"), "", "", ""},
	portal.KindSource:      {"from sources", "from sources where published_on > ''", "", "", "", ""},
}

func vouched(kind, table string) string {
	return `id in (select record_id from citations where kind = '` + kind + `' and source_id in (select id from sources where quality <> 'unverifiable')) and ` + table + `.id > 0`
}

func TestCoverageIsThatOfTheRecords(t *testing.T) {
	s := openOwn(t)
	s.enliven(t)
	doc := s.page(t, "/cara-menghitung")
	rows := doc.Find("#" + view.MethodCoverage + " tbody tr")
	if rows.Length() != len(completeness) {
		t.Errorf("%d kinds, want %d", rows.Length(), len(completeness))
	}
	for kind, questions := range completeness {
		row := rows.FilterFunction(func(_ int, r *goquery.Selection) bool {
			return words(r.Find("th")) == i18n.ID.T("choice.kind."+string(kind))
		})
		var all int
		for i, question := range questions {
			want := "–tidak berlaku"
			if question != "" {
				var n int
				if err := s.pool.QueryRow(t.Context(), "select count(*) "+question).Scan(&n); err != nil {
					t.Fatal(err)
				}
				if i == 0 {
					all = n
				}
				want = share(i, n, all)
			}
			if got := words(row.Find("td").Eq(i)); got != want {
				t.Errorf("%s, column %d: %q, want %q", kind, i+1, got, want)
			}
		}
	}
}

// share is how a cell writes a count among all.
func share(column, n, all int) string {
	switch {
	case column == 0 || all == 0:
		return fmt.Sprint(n)
	case all < 5:
		return fmt.Sprintf("%d dari %d", n, all)
	}
	percent := (200*n + all) / (2 * all) // rounded
	if n > 0 && n < all {
		percent = min(max(percent, 1), 99)
	}
	return fmt.Sprintf("%d (%d%%)", n, percent)
}

func TestResultsOfProgramsAreAsManyInTheListAsInTheCoverage(t *testing.T) {
	s := openOwn(t)
	var measured string // of a program of which nobody wrote what came of it, and a measure tells
	if err := s.pool.QueryRow(t.Context(), `
		with one as (
			select id, title_id
			from programs
			where status = 'completed'
				and result_id = ''
				and not exists (select from outcomes where program_id = programs.id)
			order by id
			limit 1
		), told as (
			insert into outcomes (program_id, indicator_id, indicator_en, unit_id, unit_en, achieved)
			select id, 'Lulusan bekerja', 'Graduates in work', 'orang', 'persons', 12 from one
		)
		select title_id from one`).Scan(&measured); err != nil {
		t.Fatal(err)
	}
	list := s.page(t, "/program?result=reported")
	chip := words(list.Find(`a.chip[aria-current="true"]:contains("Hasil tercatat") .chip-count`))
	row := s.page(t, "/cara-menghitung").Find("#" + view.MethodCoverage + " tbody tr").FilterFunction(func(_ int, r *goquery.Selection) bool {
		return words(r.Find("th")) == i18n.ID.T("choice.kind.program")
	})
	if got, _, _ := strings.Cut(words(row.Find("td").Last()), " "); got != chip || chip == "" {
		t.Errorf("the coverage counts %q results, the list %q", got, chip)
	}
	line := list.Find("tbody tr").FilterFunction(isRow(measured))
	if line.Length() != 1 || !strings.Contains(words(line), "Hasil tercatat") {
		t.Errorf("%s stands there as %q", measured, words(line))
	}
}
