package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// tables are where the records of each list lie, and the column by which it is dated.
var tables = map[string]struct{ name, dated string }{
	"partners": {"cities", ""}, "agreements": {"agreements", "signed_on"}, "steps": {"steps", "happened_on"},
	"approvals": {"approvals", "decided_on"}, "promises": {"promises", "due_on"}, "programs": {"programs", "start_on"},
	"activities": {"activities", "start_on"}, "outcomes": {"outcomes", "as_of"}, "opportunities": {"opportunities", "deadline_on"},
	"venues": {"venues", "opened_on"}, "mirrors": {"mirrors", "checked_on"}, "sources": {"sources", "published_on"},
	"documents": {"documents", ""}, "sectors": {"sectors", ""}, "limits": {"limits", ""},
}

// ids are the numbers that a question to the database returns.
func (f face) ids(t *testing.T, sql string, args ...any) []int64 {
	t.Helper()
	rows, err := f.pool.Query(t.Context(), sql, args...)
	if err != nil {
		t.Fatalf("%v\n%s", err, sql)
	}
	defer rows.Close()
	var all []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		all = append(all, id)
	}
	return all
}

func idsOf(items []object) []int64 {
	var all []int64
	for _, item := range items {
		id, _ := item.at("id").(float64)
		all = append(all, int64(id))
	}
	return all
}

// TestCursorsWalkEveryRecordOnceInOrder walks every list in each of its orders, a few records at a time.
func TestCursorsWalkEveryRecordOnceInOrder(t *testing.T) {
	f := openOwn(t)
	f.fill(t)
	s := specOf(t, f)
	for name, table := range tables {
		for _, order := range s.values(t, "/api/v1/"+name, "sort") {
			column, turned := strings.CutPrefix(order, "-")
			direction := map[bool]string{true: "desc", false: "asc"}[turned]
			want := f.ids(t, fmt.Sprintf(`select id from %s order by %s::text is null, %s collate "C" %s, id %s`,
				table.name, column, map[bool]string{true: "lpad(id::text, 9, '0')", false: column + "::text"}[column == "id"], direction, direction))
			got := idsOf(f.all(t, "/api/v1/"+name+"?limit=4&sort="+order+"&fields=id"))
			if !slices.Equal(got, want) {
				t.Errorf("%s by %s: %v, want %v", name, order, got, want)
			}
		}
	}
}

// values are those that a parameter may have.
func (s spec) values(t *testing.T, path, parameter string) (all []string) {
	t.Helper()
	parameters, _ := s.at("paths", path, "get", "parameters").([]any)
	for i := range parameters {
		if s.at("paths", path, "get", "parameters", i, "name") != parameter {
			continue
		}
		way := []any{"paths", path, "get", "parameters", i, "schema", "enum"}
		if s.at(way...) == nil {
			way = []any{"paths", path, "get", "parameters", i, "schema", "items", "enum"}
		}
		list, _ := s.at(way...).([]any)
		for _, v := range list {
			all = append(all, v.(string))
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s: nothing is said of the values of %s", path, parameter)
	}
	return all
}

func TestCursorsLoseNothingWhileRecordsArePublishedChangedAndTakenOut(t *testing.T) {
	f := openOwn(t)
	before := f.ids(t, "select id from steps order by id")
	var seen []int64
	next := "/api/v1/steps?limit=5"
	for n := 0; next != ""; n++ {
		part := f.get(t, next).is(http.StatusOK).object()
		seen = append(seen, idsOf(part.items())...)
		next, _ = part.at("next").(string)
		for _, sql := range []string{
			"insert into steps (agreement_id, stage) select min(id), 'monitoring' from agreements",
			"update steps set happened_on = '1950', version = version + 1 where id = " + fmt.Sprint(before[len(before)-1]),
			"delete from steps where id = " + fmt.Sprint(seen[0]),
		} {
			if _, err := f.pool.Exec(t.Context(), sql); err != nil {
				t.Fatal(err)
			}
		}
		if n > 30 {
			break
		}
	}
	counted := map[int64]int{}
	for _, id := range seen {
		counted[id]++
	}
	for _, id := range before {
		if counted[id] != 1 {
			t.Errorf("record %d was told %d times", id, counted[id])
		}
	}
	for id, n := range counted {
		if n != 1 {
			t.Errorf("record %d was told %d times", id, n)
		}
	}
	if len(seen) <= len(before) {
		t.Error("records published meanwhile were not told")
	}
}

func TestCursorBelongsToItsQuestion(t *testing.T) {
	f := open(t)
	a := f.get(t, "/api/v1/activities?limit=2&nature=protocol").is(http.StatusOK)
	next, _ := a.object().at("next").(string)
	if link := a.Header().Values("Link"); !slices.Contains(link, "<"+next+`>; rel="next"`) {
		t.Errorf("Link is %q, next %q", link, next)
	}
	u, err := url.Parse(next)
	if err != nil || !strings.HasPrefix(next, baseURL) {
		t.Fatalf("next is %q", next)
	}
	cursor := url.QueryEscape(u.Query().Get("cursor"))
	f.get(t, "/api/v1/activities?limit=50&fields=id&nature=protocol&cursor="+cursor).is(http.StatusOK)
	for name, path := range map[string]string{
		"another filter": "/api/v1/activities?nature=substantive&cursor=" + cursor,
		"another order":  "/api/v1/activities?nature=protocol&sort=start_on&cursor=" + cursor,
		"another list":   "/api/v1/programs?cursor=" + cursor,
		"none of ours":   "/api/v1/activities?cursor=abc",
		"broken":         "/api/v1/activities?cursor=%2F%2F",
		"JSON of others": "/api/v1/activities?cursor=eyJpIjoxfQ",
	} {
		if a := f.get(t, path, "Accept-Language", "en").is(http.StatusUnprocessableEntity); a.object().at("errors", 0, "field") != "cursor" {
			t.Errorf("%s: %s", name, a.Body)
		}
	}
}

func TestLastPartHasNoNext(t *testing.T) {
	f := open(t)
	total := len(f.ids(t, "select id from sectors"))
	a := f.get(t, fmt.Sprintf("/api/v1/sectors?limit=%d", total)).is(http.StatusOK)
	o := a.object()
	if len(o.items()) != total || o.at("total") != float64(total) || o.at("next") != nil {
		t.Errorf("%d items of %v, next %v", len(o.items()), o.at("total"), o.at("next"))
	}
	if link := strings.Join(a.Header().Values("Link"), ","); strings.Contains(link, "next") {
		t.Errorf("Link is %q", link)
	}
}
