package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// measuredOrTold is whether words or a measure that is not of effort alone say what came of a program.
const measuredOrTold = `(result_id || result_en <> '' or exists (
	select from outcomes o where o.program_id = r.id and o.achieved is not null and not o.effort))`

// filters tell, for each parameter of each list, what a record must be like, in SQL of the test's own; {} stands for the value.
var filters = map[string]map[string]string{
	"partners": {
		"standing": "standing = {}", "country": "country = {}",
		"sector": `not is_home and r.id in (
			select city_id from agreements where {} = any(sectors) union select city_id from activities where {} = any(sectors)
			union select city_id from programs where {} = any(sectors)
			union select a.city_id from agreements a join programs g on a.id = any(g.agreement_ids) where {} = any(g.sectors))`,
	},
	"agreements": {
		"partner": "city_id = (select id from cities where slug = {})", "country": "(select country from cities c where c.id = r.city_id) = {}",
		"sector": "{} = any(sectors)", "legal_type": "legal_type = {}", "instrument": "instrument = {}", "regime": "regime = {}",
		"reported": "reported = {}",
	},
	"steps": {
		"partner":   "(select c.slug from agreements a join cities c on c.id = a.city_id where a.id = r.agreement_id) = {}",
		"agreement": "(select slug from agreements a where a.id = r.agreement_id) = {}", "stage": "stage = {}",
	},
	"approvals": {
		"partner":   "(select c.slug from agreements a join cities c on c.id = a.city_id where a.id = r.agreement_id) = {}",
		"agreement": "(select slug from agreements a where a.id = r.agreement_id) = {}", "kind": "kind = {}", "decision": "decision = {}",
		"sector": "{} = any(sectors)",
	},
	"promises": {
		"partner":   "(select c.slug from agreements a join cities c on c.id = a.city_id where a.id = r.agreement_id) = {}",
		"agreement": "(select slug from agreements a where a.id = r.agreement_id) = {}", "sector": "{} = any(sectors)", "state": "state = {}",
	},
	"programs": {
		"partner": `((select slug from cities c where c.id = r.city_id) = {} or exists (
			select from agreements a join cities c on c.id = a.city_id where c.slug = {} and a.id = any(r.agreement_ids)))`,
		"agreement": "(select id from agreements where slug = {}) = any(agreement_ids)",
		"country":   "(select country from cities c where c.id = r.city_id) = {}", "sector": "{} = any(sectors)", "kind": "kind = {}",
		"status": "status = {}",
		"result": `case {}
			when 'overdue' then kind not in ('budget', 'visit', 'memorial') and status <> 'planned' and ` + endedHalfAYearAgo + `
				and exists (select from citations c join sources s on s.id = c.source_id
					where c.kind = 'program' and c.record_id = r.id and s.quality <> 'unverifiable')
				and not (result_id || result_en <> '' and exists (select from citations c join sources s on s.id = c.source_id
					where c.kind = 'program' and c.record_id = r.id and c.field in ('result', 'result_id', 'result_en') and s.quality <> 'unverifiable'))
				and not exists (select from outcomes o join citations c on c.kind = 'outcome' and c.record_id = o.id and c.field = 'achieved'
					join sources s on s.id = c.source_id where o.program_id = r.id and o.achieved is not null and not o.effort and s.quality <> 'unverifiable')
				and (exists (select from cities c where c.id = r.city_id and c.standing not in ('unproven', 'none'))
					or exists (select from agreements a join cities c on c.id = a.city_id
						where a.id = any(r.agreement_ids) and c.standing not in ('unproven', 'none')))
			when 'reported' then status <> 'planned' and ` + measuredOrTold + `
			else status = 'planned' or not ` + measuredOrTold + `
		end`,
	},
	"activities": {
		"partner":   "(select slug from cities c where c.id = r.city_id) = {}",
		"agreement": "(select slug from agreements a where a.id = r.agreement_id) = {}",
		"program":   "(select slug from programs g where g.id = r.program_id) = {}",
		"country":   "(select country from cities c where c.id = r.city_id) = {}", "sector": "{} = any(sectors)", "nature": "nature = {}",
		"kind": "kind = {}", "place": "place = {}",
	},
	"outcomes": {
		"partner": `exists (select from programs g join cities c on c.slug = {} and (c.id = g.city_id or exists (
			select from agreements a where a.city_id = c.id and a.id = any(g.agreement_ids))) where g.id = r.program_id)`,
		"program": "(select slug from programs g where g.id = r.program_id) = {}",
	},
	"opportunities": {
		"partner": "(select slug from cities c where c.id = r.city_id) = {}",
		"program": "(select slug from programs g where g.id = r.program_id) = {}", "kind": "kind = {}",
	},
	"venues": {
		"partner": "(select slug from cities c where c.id = r.city_id) = {}",
		"program": "(select slug from programs g where g.id = r.program_id) = {}",
		"country": "(select country from cities c where c.id = r.city_id) = {}", "kind": "kind = {}",
	},
	"mirrors":   {"partner": "(select slug from cities c where c.id = r.city_id) = {}", "listed": "listed = {}"},
	"sources":   {"quality": "quality = {}", "language": "language = {}"},
	"documents": {"about_kind": "about_kind = {}", "language": "language = {}"},
	"sectors":   {},
	"limits":    {"stage": "stage = {}"},
}

// endedHalfAYearAgo tells of a program in SQL that the first day that its end can mean lies more than six months back.
const endedHalfAYearAgo = "(translate(end_on, '~?%', '') || substr('0000-01-01', length(translate(end_on, '~?%', '')) + 1))::date + interval '6 months' < date '2026-11-20'"

// shared are the parameters that other tests look at: those that lists have in common, and those that no column tells.
var shared = []string{"q", "updated_since", "sort", "limit", "cursor", "fields", "since", "until", "vitality", "legal", "continent", "decade", "sources"}

// TestFiltersFindWhatTheirSQLFinds tries every value of every filter, and two of them at once, against SQL written here.
func TestFiltersFindWhatTheirSQLFinds(t *testing.T) {
	f := openOwn(t)
	f.fill(t)
	s := specOf(t, f)
	for name, table := range tables {
		parameters, _ := s.at("paths", "/api/v1/"+name, "get", "parameters").([]any)
		for i := range parameters {
			parameter, _ := s.at("paths", "/api/v1/"+name, "get", "parameters", i, "name").(string)
			if slices.Contains(shared, parameter) {
				continue
			}
			condition, ok := filters[name][parameter]
			if !ok {
				t.Errorf("%s can be asked by %s, which nobody tries", name, parameter)
				continue
			}
			values, found := f.choices(t, s, name, parameter, i), 0
			for _, value := range values {
				found += f.same(t, name, table.name, parameter, condition, value)
			}
			if found == 0 {
				t.Errorf("%s by %s: no value finds anything", name, parameter)
			}
			if object(parameters[i].(map[string]any)).at("schema", "type") == "array" && len(values) > 1 {
				f.same(t, name, table.name, parameter, condition, values[0], values[len(values)-1])
			}
		}
	}
}

// same asks for records by one or more values, and compares. It returns how many there are.
func (f face) same(t *testing.T, name, table, parameter, condition string, values ...string) int {
	t.Helper()
	var any []string
	for _, v := range values {
		any = append(any, strings.ReplaceAll(condition, "{}", "'"+v+"'"))
	}
	want := f.ids(t, fmt.Sprintf("select id from %s r where %s order by id", table, strings.Join(any, " or ")))
	path := "/api/v1/" + name + "?fields=id&limit=200&" + parameter + "=" + url.QueryEscape(strings.Join(values, ","))
	part := f.get(t, path).is(http.StatusOK).object()
	if got := idsOf(part.items()); !slices.Equal(got, want) || part.at("total") != float64(len(want)) {
		t.Errorf("%s: %v of %v, want %v", path, got, part.at("total"), want)
	}
	return len(want)
}

// choices are the values to try: those that the description names, or those that the register holds.
func (f face) choices(t *testing.T, s spec, name, parameter string, i int) []string {
	t.Helper()
	for _, way := range [][]any{{"schema", "enum"}, {"schema", "items", "enum"}} {
		if s.at(append([]any{"paths", "/api/v1/" + name, "get", "parameters", i}, way...)...) != nil {
			return s.values(t, "/api/v1/"+name, parameter)
		}
	}
	questions := map[string]string{
		"partner": "select slug from cities", "agreement": "select slug from agreements", "program": "select slug from programs",
		"country": "select distinct country from cities", "sector": "select code from sectors",
		"language": "select distinct language from sources",
	}
	var values []string
	rows, err := f.pool.Query(t.Context(), questions[parameter]+" order by 1")
	if err != nil {
		t.Fatalf("%s of %s: %v", parameter, name, err)
	}
	defer rows.Close()
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			t.Fatal(err)
		}
		values = append(values, v)
	}
	return values
}

// TestDatesAreTakenForTheirFirstDay compares since and until with the first days that dates can mean, computed in another way.
func TestDatesAreTakenForTheirFirstDay(t *testing.T) {
	f := openOwn(t)
	f.fill(t)
	for name, table := range tables {
		if table.dated == "" {
			continue
		}
		first := "to_date(substr(rtrim(" + table.dated + `, '~?') || '-01-01', 1, 10), 'YYYY-MM-DD')`
		for since, day := range map[string]string{"2016": "2016-01-01", "2016-05": "2016-05-01", "2017-07-20": "2017-07-20", "1900": "1900-01-01"} {
			f.dated(t, name, "since="+since, fmt.Sprintf("select id from %s where %s >= '%s' order by id", table.name, first, day))
		}
		for until, day := range map[string]string{"2016": "2016-12-31", "2016-02": "2016-02-29", "2017-07-20": "2017-07-20", "2100": "2100-12-31"} {
			f.dated(t, name, "until="+until, fmt.Sprintf("select id from %s where %s <= '%s' order by id", table.name, first, day))
		}
		f.dated(t, name, "since=2010&until=2015", fmt.Sprintf("select id from %s where %s between '2010-01-01' and '2015-12-31' order by id", table.name, first))
	}
}

func (f face) dated(t *testing.T, name, query, sql string) {
	t.Helper()
	path := "/api/v1/" + name + "?fields=id&limit=200&" + query
	if got, want := idsOf(f.all(t, path)), f.ids(t, sql); !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", path, got, want)
	}
}

func TestListsAreNarrowedToWhatChangedSince(t *testing.T) {
	f := openOwn(t)
	if _, err := f.pool.Exec(t.Context(), `insert into changes (kind, record_id, title, state, author, decided_at)
		select 'agreement', id, slug, 'applied', 'seed', timestamptz '2030-05-01 10:00+00' from agreements where slug in ('suwon', 'melbourne')
		union all select 'agreement', id, slug, 'draft', 'seed', null from agreements where slug = 'braunschweig'`); err != nil {
		t.Fatal(err)
	}
	want := f.ids(t, "select id from agreements where slug in ('suwon', 'melbourne') order by id")
	for _, since := range []string{"2030", "2030-05-01", "2030-05-01T10:00:00Z", "2030-05-01T17:00:00%2B07:00"} {
		if since == "2030" {
			f.get(t, "/api/v1/agreements?updated_since=2030").is(http.StatusUnprocessableEntity)
			continue
		}
		items := f.all(t, "/api/v1/agreements?fields=id,updated_at&updated_since="+since)
		if !slices.Equal(idsOf(items), want) || items[0].at("updated_at") != "2030-05-01T10:00:00Z" {
			t.Errorf("since %s: %v, want %v", since, items, want)
		}
	}
	if items := f.all(t, "/api/v1/agreements?updated_since=2030-05-01T10:00:01Z"); len(items) > 0 {
		t.Errorf("%d changed later", len(items))
	}
}

func TestWordsNarrowLists(t *testing.T) {
	f := open(t)
	want := f.ids(t, `select id from programs where position('little bandung' in lower(title_id || ' ' || title_en || ' ' || slug)) > 0 order by id`)
	if got := idsOf(f.all(t, "/api/v1/programs?q=LITTLE%20bandung")); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if items := f.all(t, "/api/v1/programs?q=%25"); len(items) > 0 {
		t.Errorf("a percent sign finds %d programs", len(items))
	}
}

func TestOldShortNamesStillNameTheirRecord(t *testing.T) {
	f := openOwn(t)
	if _, err := f.pool.Exec(t.Context(), "insert into old_slugs (kind, slug, record_id) select 'city', 'brunswick', id from cities where slug = 'braunschweig'"); err != nil {
		t.Fatal(err)
	}
	a := f.get(t, "/api/v1/partners/brunswick?fields=name").is(http.StatusMovedPermanently)
	if to := a.Header().Get("Location"); to != "/api/v1/partners/braunschweig?fields=name" {
		t.Errorf("leads to %q", to)
	}
	if old, now := f.all(t, "/api/v1/activities?partner=brunswick"), f.all(t, "/api/v1/activities?partner=braunschweig"); len(old) != len(now) || len(now) == 0 {
		t.Errorf("%d activities, want %d", len(old), len(now))
	}
}

func TestFieldOrCountryThatDoesNotExistIsToldAndNotAnsweredWithAnEmptyList(t *testing.T) {
	f := open(t)
	for _, list := range []string{"partners", "agreements", "programs", "activities"} {
		for query, field := range map[string]string{"sector=xyz": "sector", "sector=EDU,xyz": "sector", "country=XX": "country", "country=kr": "country"} {
			o := f.get(t, "/api/v1/"+list+"?"+query, "Accept-Language", "en").is(http.StatusUnprocessableEntity).object()
			if o.at("errors", 0, "field") != field || o.at("errors", 1) != nil {
				t.Errorf("%s?%s: %v", list, query, o.at("errors"))
			}
		}
		f.get(t, "/api/v1/"+list+"?sector=EDU&country=KR,JP").is(http.StatusOK)
	}
	for _, path := range []string{"approvals?sector=xyz", "promises?sector=xyz", "venues?country=XX"} {
		f.get(t, "/api/v1/"+path).is(http.StatusUnprocessableEntity)
	}
}
