package public_test

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// registers are the pages with a list that can be taken along at their own address, and where the lines of the list stand on them.
var registers = []struct {
	path  view.Path
	lines string
}{
	{view.Agreements, "tbody tr"}, {view.Approvals, "tbody tr"}, {view.Promises, "tbody tr"}, {view.Programs, "tbody tr"},
	{view.Venues, ".records > li"}, {view.Missing, ".missing"}, {view.Sources, "tbody tr"},
}

func TestEveryRegisterCanBeTakenAlongAsItIsShown(t *testing.T) {
	s := open(t)
	for _, r := range registers {
		for _, l := range i18n.Langs {
			doc := s.page(t, r.path.In(l))
			href := doc.Find("a.file-link").AttrOr("href", "")
			if href != r.path.CSV().In(l) {
				t.Errorf("%s: the file is %q", r.path.In(l), href)
				continue
			}
			if shown, rows := doc.Find("main "+r.lines).Length(), s.file(t, href); len(rows) != shown || shown == 0 {
				t.Errorf("%s: %d lines in the file, %d on the page", href, len(rows), shown)
			}
		}
	}
}

func TestFileOfARegisterIsNarrowedAsThePageIs(t *testing.T) {
	s := open(t)
	for path, lines := range map[string]string{
		"/persetujuan-dprd?result=approved": "tbody tr", "/janji?partner=melbourne": "tbody tr", "/program?kind=promotion_centre": "tbody tr",
	} {
		doc := s.page(t, path)
		shown, rows := doc.Find("main "+lines).Length(), s.file(t, doc.Find("a.file-link").AttrOr("href", ""))
		if len(rows) != shown || shown == 0 {
			t.Errorf("%s: %d lines in the file, %d on the page", path, len(rows), shown)
		}
	}
}

func TestFileOfOpportunitiesHoldsAllAndIsOfferedWhereThereAreAny(t *testing.T) {
	s := openOwn(t)
	if s.page(t, "/peluang").Find("a.file-link").Length() != 0 {
		t.Error("an empty list is offered as a file")
	}
	for n := range 2 {
		s.exec(t, `insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on)
			values ('Magang `+strconv.Itoa(n)+`', 'Internship', 'training', 'warga', 'residents', '202`+strconv.Itoa(5+2*n)+`-02')`)
	}
	if rows := s.file(t, s.page(t, "/peluang").Find("a.file-link").AttrOr("href", "")); len(rows) != 2 || rows[0]["Tenggat"] != "2025-02" {
		t.Errorf("file: %v", rows)
	}
}

func TestEveryFileHasHeadsOfItsOwnForItsColumns(t *testing.T) {
	s := open(t)
	for _, path := range []view.Path{
		view.PartnersCSV, view.ActivitiesCSV, view.VisitsCSV, view.VisitYearsCSV, view.BenefitYearsCSV, view.BenefitPeopleCSV, view.BenefitCostsCSV,
		view.BenefitFieldsCSV, view.BenefitGoalsCSV, view.BenefitPlacesCSV, view.BenefitInitiatorsCSV, view.BenefitCountedCSV,
		view.Agreements.CSV(), view.Approvals.CSV(), view.Promises.CSV(), view.Programs.CSV(), view.Opportunities.CSV(), view.Venues.CSV(),
		view.Missing.CSV(), view.Sources.CSV(),
	} {
		for _, l := range i18n.Langs {
			body := strings.TrimPrefix(s.ask(http.MethodGet, path.In(l)).Body.String(), "\uFEFF")
			heads, err := csv.NewReader(strings.NewReader(body)).Read()
			if err != nil || len(heads) < 2 {
				t.Fatalf("%s: %v, %v", path.In(l), heads, err)
			}
			seen := map[string]bool{}
			for _, head := range heads {
				if head == "" || seen[head] {
					t.Errorf("%s has %q twice, or a column without a head", path.In(l), head)
				}
				seen[head] = true
			}
		}
	}
}
