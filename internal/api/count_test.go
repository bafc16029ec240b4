package api_test

import (
	"encoding/csv"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
)

var datedOnPage = regexp.MustCompile(`Kegiatan bertanggal: (\d+)\.`)

// TestDatedActivitiesAreAsManyOnThePageInTheFilesAndInTheRegister counts those of every partner six ways.
func TestDatedActivitiesAreAsManyOnThePageInTheFilesAndInTheRegister(t *testing.T) {
	f := open(t)
	all, directory := f.table(t, "/kegiatan.csv"), map[string]string{}
	for _, row := range f.table(t, "/mitra.csv") {
		directory[row["Nama"]] = row["Kegiatan bertanggal"]
	}
	lasting := 0
	for _, p := range f.all(t, "/api/v1/partners?limit=200&standing=partner,prospect,ended") {
		slug, _ := p.at("slug").(string)
		name, _ := p.at("name", "id").(string)
		if home, _ := p.at("home").(bool); home {
			continue
		}
		want := strconv.Itoa(len(f.ids(t, "select id from activities where start_on is not null and city_id = (select id from cities where slug = '"+slug+"')")))
		listed, inFile := 0, 0
		for _, a := range f.all(t, "/api/v1/activities?limit=200&partner="+slug) {
			if a.at("start_on") != nil {
				listed++
			}
		}
		for _, row := range all {
			if row["Kota"] == name && row["Mulai"] != "" {
				inFile++
			}
		}
		onPage := "0"
		if found := datedOnPage.FindStringSubmatch(f.page(t, "/mitra/"+slug).Find("svg.pulse-large").AttrOr("aria-label", "")); found != nil {
			onPage = found[1]
		}
		for where, got := range map[string]string{
			"its page": onPage, "the directory's file": directory[name], "the API": number(p.at("dated_activities")),
			"the API's list": strconv.Itoa(listed), "the file of activities": strconv.Itoa(inFile),
		} {
			if got != want {
				t.Errorf("%s: %s says %s dated activities, want %s", slug, where, got, want)
			}
		}
		for _, year := range pulseOf(p) {
			n, _ := strconv.Atoi(strings.Fields(year)[1])
			lasting += n
		}
		n, _ := strconv.Atoi(want)
		lasting -= n
	}
	if lasting < 1 {
		t.Error("nothing lasts for several years, so this shows nothing")
	}
}

// programsOn counts the programs that the page of a partner lists.
func programsOn(doc *goquery.Document) int {
	section := doc.Find("section").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.TrimSpace(s.Find("h2").First().Text()) == i18n.ID.T("partner.programs")
	})
	return section.Find(`.records-title a[href^="/program/"]`).Length()
}

func codesOf(sectors []object) (codes []string) {
	for _, s := range sectors {
		code, _ := s.at("code").(string)
		codes = append(codes, code)
	}
	return codes
}

// TestProgramsOfAPartnerAreAsManyOnThePageInTheFilesAndInTheRegister counts them of every partner five ways.
func TestProgramsOfAPartnerAreAsManyOnThePageInTheFilesAndInTheRegister(t *testing.T) {
	f := open(t)
	several := 0
	for _, p := range f.all(t, "/api/v1/partners?limit=200&standing=partner,prospect,ended,unproven") {
		slug, _ := p.at("slug").(string)
		if home, _ := p.at("home").(bool); home {
			continue
		}
		want := len(f.ids(t, `select p.id from programs p
			where p.city_id = (select id from cities where slug = $1)
				or exists (select from agreements a join cities c on c.id = a.city_id where c.slug = $1 and a.id = any(p.agreement_ids))`, slug))
		several += len(f.ids(t, `select p.id from programs p
			where p.city_id is distinct from (select id from cities where slug = $1)
				and exists (select from agreements a join cities c on c.id = a.city_id where c.slug = $1 and a.id = any(p.agreement_ids))`, slug))
		chip := 0
		if link := f.page(t, "/program").Find(`a.chip[href="/program?partner=` + slug + `"] .chip-count`); link.Length() > 0 {
			chip, _ = strconv.Atoi(strings.Join(strings.Fields(link.Text()), ""))
		}
		inFile := 0
		if want > 0 { // the file refuses a choice that no program has
			inFile = len(f.table(t, "/program.csv?partner="+slug))
		}
		for where, got := range map[string]int{
			"the filter": chip, "the file": inFile, "the API": len(f.all(t, "/api/v1/programs?limit=200&partner="+slug)),
			"its page": programsOn(f.page(t, "/mitra/"+slug)),
		} {
			if got != want {
				t.Errorf("%s: %s has %d programs, want %d", slug, where, got, want)
			}
		}
	}
	if several == 0 {
		t.Error("no program is with several partners, so this shows nothing")
	}
}

// table is a file of the site, each line by the heads of its columns.
func (f face) table(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	body := strings.TrimPrefix(f.get(t, path).is(http.StatusOK).Body.String(), "\uFEFF")
	lines, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, head := range lines[0] {
			row[head] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestPartnersAreNarrowedByWhatIsComputedAsInTheDirectory compares each choice with the documents themselves and with the directory.
func TestPartnersAreNarrowedByWhatIsComputedAsInTheDirectory(t *testing.T) {
	f := open(t)
	all := f.all(t, "/api/v1/partners?limit=200")
	for parameter, c := range map[string]struct {
		page, file string
		values     []string
		said       func(object) any
	}{
		"vitality":  {"vitality", "Nama", []string{"dormant", "not_assessable", "exploratory"}, func(p object) any { return p.at("vitality", "label") }},
		"legal":     {"legal", "Nama", []string{"no_term", "expiring", "older"}, nil},
		"continent": {"continent", "Nama", []string{"europe", "asia"}, nil},
		"decade":    {"since", "Nama", []string{"1960", "1990"}, nil},
		"sources":   {"sources", "Nama", []string{"differ"}, nil},
		"sector":    {"sector", "Nama", codesOf(f.all(t, "/api/v1/sectors?limit=200")), nil},
	} {
		found := 0
		for _, value := range c.values {
			got := idsOf(f.all(t, "/api/v1/partners?limit=200&"+parameter+"="+value))
			found += len(got)
			if c.said != nil {
				var want []int64
				for _, p := range all {
					if c.said(p) == value {
						want = append(want, idsOf([]object{p})...)
					}
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s=%s: %v, the documents say %v", parameter, value, got, want)
				}
			}
			for _, p := range all {
				if p.at("home") == true { // the directory does not have it
					got = slices.DeleteFunc(got, func(id int64) bool { return id == idsOf([]object{p})[0] })
				}
			}
			if len(got) == 0 {
				continue
			}
			if rows := f.table(t, "/mitra.csv?"+c.page+"="+value); len(rows) != len(got) {
				t.Errorf("%s=%s: %d partners, the directory has %d", parameter, value, len(got), len(rows))
			}
		}
		if found == 0 {
			t.Errorf("%s: no value finds anything", parameter)
		}
	}
	for _, slip := range []string{"vitality=lively", "legal=perhaps", "continent=atlantis", "decade=1994", "sources=agree"} {
		f.get(t, "/api/v1/partners?"+slip).is(http.StatusUnprocessableEntity)
	}
}
