package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
)

func TestAdministratorSeesWhatFailedAndRunsItAgain(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	var dead, done int64
	for state, id := range map[string]*int64{"discarded": &dead, "completed": &done} {
		err := pool.QueryRow(t.Context(),
			`insert into river_job (kind, args, state, attempt, max_attempts, attempted_at, finalized_at, errors)
			values ('tidy', '{}', $1::text::river_job_state, 5, 5, now(), now(),
				case $1 when 'discarded' then array['{"error": "the disk is away"}'::jsonb] end)
			returning id`, state).Scan(id)
		if err != nil {
			t.Fatal(err)
		}
	}
	boss := o.person("kepala", portal.Administrator)
	page := boss.get("/admin/jobs").is(http.StatusOK)
	page.holds("main table", "Menghapus yang habis masa simpannya")
	page.holds("main table", "the disk is away")
	if n := page.page.Find("main table form").Length(); n != 1 {
		t.Errorf("%d of the two can be run again, want the one that failed", n)
	}
	if said := page.text("main table"); strings.Contains(said, "Belum ada data") {
		t.Errorf("work that has no fault is told to lack data: %s", said)
	}
	if _, err := pool.Exec(t.Context(), `update river_job set errors = array['{"error": "tell reader: not found"}'::jsonb] where id = $1`, dead); err != nil {
		t.Fatal(err)
	}
	if said := boss.get("/admin/jobs").text("main table"); strings.Contains(said, "not found") || !strings.Contains(said, "sudah tidak ada") {
		t.Errorf("what is gone is told as %s", said)
	}
	boss.get("/en/admin/jobs?state=dead").is(http.StatusOK).holds("main table", "Given up")
	boss.get("/admin/jobs?state=failing").is(http.StatusOK).holds("main", "Tidak ada pekerjaan yang cocok.")
	remind := boss.get("/admin/jobs?what=remind").is(http.StatusOK)
	if said := remind.text(".chips"); strings.Contains(said, "1") || remind.page.Find(`.chips a[href*="what=remind"]`).Length() != 1+len(portal.JobStates) {
		t.Errorf("work of another kind is counted, or the kind is forgotten: %s", said)
	}
	again := func(id int64) answer {
		return boss.post("/admin/jobs/"+strconv.FormatInt(id, 10)+"/again", url.Values{})
	}
	if a := again(dead).is(http.StatusSeeOther); a.location != "/admin/jobs?saved=job" {
		t.Errorf("leads to %q", a.location)
	}
	boss.get("/admin/jobs?saved=job").holds("main .notice", "masuk antrean lagi")
	var state string
	if err := pool.QueryRow(t.Context(), "select state from river_job where id = $1", dead).Scan(&state); err != nil || state != "available" {
		t.Errorf("state %q, %v", state, err)
	}
	again(done).is(http.StatusConflict)
	again(dead).is(http.StatusConflict)
	again(999999).is(http.StatusNotFound)
}

func TestFinishedRunsOfOneKindAreOneLineThatLeadsToAllOfThem(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	if _, err := pool.Exec(t.Context(),
		`insert into river_job (kind, args, state, attempt, max_attempts, attempted_at, finalized_at)
		select 'publish_due', '{}'::jsonb, 'completed'::river_job_state, 1, 5, now() - n * interval '1 minute', now() - n * interval '1 minute'
		from generate_series(1, 43) n
		union all
		select 'remind', '{}'::jsonb, 'discarded'::river_job_state, 5, 5, now(), now()
		from generate_series(1, 2)`); err != nil {
		t.Fatal(err)
	}
	boss := o.person("kepala", portal.Administrator)
	page := boss.get("/admin/jobs").is(http.StatusOK)
	lines := page.page.Find("main table tbody tr")
	if lines.Length() != 3 || strings.Count(page.text("main table"), "43 kali") != 1 {
		t.Errorf("%d lines, want one of 43 runs and two that failed: %s", lines.Length(), page.text("main table"))
	}
	all := boss.get(lines.Find("a").AttrOr("href", "")).is(http.StatusOK)
	all.holds("main .pager", "dari 43")
	all.holds("main select[name=what] option[selected]", "Menerbitkan yang terjadwal")
	boss.get("/admin/jobs?what=remind").is(http.StatusOK).holds("main .pager", "dari 2")
}
