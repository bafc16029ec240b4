package admin_test

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// counter counts the questions that are asked of the database.
type counter struct{ n atomic.Int64 }

func (c *counter) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	c.n.Add(1)
	return ctx
}

func (c *counter) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// counted is an office whose questions are counted, with the pool to ask others.
func counted(t *testing.T) (office, *pgxpool.Pool, *counter) {
	t.Helper()
	config, err := pgxpool.ParseConfig(storetest.URL(t))
	if err != nil {
		t.Fatal(err)
	}
	c := &counter{}
	config.ConnConfig.Tracer = c
	pool, err := pgxpool.NewWithConfig(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return officeOn(t, pool, false), pool, c
}

// taskCounts are the counts of the page of tasks by kind, as its chips say them.
func taskCounts(a answer) map[portal.TaskKind]int {
	counts := map[portal.TaskKind]int{}
	for _, kind := range portal.TaskKinds {
		words := regexp.MustCompile(regexp.QuoteMeta(i18n.EN.T("tasks.kind."+string(kind))) + ` (\d+)`)
		if found := words.FindStringSubmatch(a.text(".chips")); found != nil {
			counts[kind], _ = strconv.Atoi(found[1])
		}
	}
	return counts
}

// verifiable is SQL that tells whether a source that can be checked speaks of fields of a record.
func verifiable(kind, id, fields string) string {
	return `exists (select from citations q join sources z on z.id = q.source_id
		where q.kind = '` + kind + `' and q.record_id = ` + id + ` and z.quality in ('official', 'secondary') and q.field ~ '` + fields + `')`
}

func TestCountsOfTasksAreThoseOfTheDatabase(t *testing.T) {
	t.Parallel()
	o, pool, _ := counted(t)
	for _, sql := range []string{
		`insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on) values
			('a', 'a', 'grant', 'x', 'x', '2020-01-01'), ('b', 'b', 'grant', 'x', 'x', '2020-02'), ('c', 'c', 'grant', 'x', 'x', '2999')`,
		`insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en) values
			('a', 'a', repeat('a', 64), 'application/pdf', 1, 'id', 'agreement', (select min(id) from agreements), '', ''),
			('b', 'b', repeat('b', 64), 'application/pdf', 1, 'id', 'agreement', (select min(id) from agreements), 'x', 'x')`,
	} {
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	page := o.person("Rina", portal.Editor).get(view.Admin(i18n.EN)).is(http.StatusOK)
	got, total := taskCounts(page), 0
	for _, n := range got {
		total += n
	}
	page.holds(".chips", i18n.EN.T("tasks.owner.kinds")+" "+strconv.Itoa(total))
	page.holds("h1", "No task waits for you")
	page.holds(".admin-head", "There are "+strconv.Itoa(total)+" other tasks")
	for kind, sql := range map[portal.TaskKind]string{
		portal.TaskOpportunity: `select count(*) from opportunities where left(deadline_on, 4) < '2024' and outcome_id = '' and activity_id is null`,
		portal.TaskAltText:     `select count(*) from documents where alt_text_id = '' or alt_text_en = ''`,
		portal.TaskPromise: `select count(*) from promises p where due_on < to_char(now(), 'YYYY') and coalesce(state, '') not in ('delivered', 'dropped')
			and ` + verifiable("promise", "p.id", ""),
		portal.TaskResult: `select count(*) from programs p where status <> 'planned' and kind not in ('visit', 'memorial', 'budget') and rpad(rtrim(end_on, '~?'), 10, '-01-01')::date + interval '6 months' < current_date
			and ` + verifiable("program", "p.id", "") + ` and not (result_id <> '' and ` + verifiable("program", "p.id", "^result") + `)
			and not exists (select from outcomes u where u.program_id = p.id and u.achieved is not null and not u.effort and ` + verifiable("outcome", "u.id", "^achieved") + `)
			and (p.city_id is not null or p.agreement_ids <> '{}')`,
	} {
		var want int
		if err := pool.QueryRow(t.Context(), sql).Scan(&want); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if want == 0 || got[kind] != want {
			t.Errorf("%s: the page counts %d, the database %d", kind, got[kind], want)
		}
	}
}

func TestPageOfTasksAsksAFixedNumberOfQuestions(t *testing.T) {
	t.Parallel()
	o, pool, c := counted(t)
	boss := o.person("Dimas", portal.Reviewer)
	ask := func() int64 {
		boss.get(view.Admin(i18n.ID)).is(http.StatusOK) // prepares the statements
		from := c.n.Load()
		boss.get(view.Admin(i18n.ID)).is(http.StatusOK)
		return c.n.Load() - from
	}
	before := ask()
	if _, err := pool.Exec(t.Context(), `with city as (
			insert into cities (slug, name_id, name_en, country, lat, lon, standing)
			select 'kota-' || n, 'Kota ' || n, 'City ' || n, 'NL', 50, n % 90, 'partner' from generate_series(1, 60) n returning id, slug)
		insert into agreements (slug, city_id, title_id, title_en, legal_type, instrument, signed_on, in_force_until, regime)
		select slug, id, slug, slug, 'sister_city', 'memorandum', '2009', '2019', '2018' from city`); err != nil {
		t.Fatal(err)
	}
	batched(o.person("Rina", portal.Editor), "Sama", "kawasaki", "suwon")
	if now := ask(); now != before || before > 32 {
		t.Errorf("%d questions, then %d of a larger register", before, now)
	}
}

func TestTasksOfMineAreThoseThatWaitForMe(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	batched(editor, "Sama", "suwon", "cebu", "melbourne")
	proposed(editor, "kawasaki")
	mine := boss.get(view.Admin(i18n.EN) + "?owner=mine").is(http.StatusOK)
	if counts := taskCounts(mine); len(counts) != 1 || counts[portal.TaskReview] != 2 {
		t.Errorf("a set of changes is one task: %v", counts)
	}
	mine.holds("h1", "2 tasks wait for you")
	own := editor.get(view.Admin(i18n.ID) + "?owner=mine").is(http.StatusOK)
	own.holds("h1", "Tidak ada tugas yang menunggu")
	own.holds("main", "menurut saringan ini")
	all := editor.get(view.Admin(i18n.EN) + "?kind=nonsense&page=0&owner=x").is(http.StatusOK)
	if counts := taskCounts(all); counts[portal.TaskReview] != 0 || counts[portal.TaskSilence] == 0 {
		t.Errorf("an editor sees %v", counts)
	}
}

func TestTasksOfOneKindAreShownWhole(t *testing.T) {
	t.Parallel()
	editor := newOffice(t, false).person("Rina", portal.Editor)
	short := editor.get(view.Admin(i18n.EN)).is(http.StatusOK)
	want := taskCounts(short)[portal.TaskSilence]
	if want <= 5 {
		t.Fatalf("%d silent partners are too few for this test", want)
	}
	link := short.page.Find(`main .queue-more a[href*="kind=silence"]`).AttrOr("href", "")
	whole := editor.get(link).is(http.StatusOK)
	if n := whole.page.Find("main .queue > li").Length(); n != want {
		t.Errorf("%d of %d are shown", n, want)
	}
	form := editor.get(whole.page.Find("main .queue a.button").First().AttrOr("href", "")).is(http.StatusOK)
	if city := form.filled().Get("city_id"); city == "" || city == "0" {
		t.Errorf("the form for a new activity names the city %q", city)
	}
}

func TestTasksAreFoundByWhoLooksAfterThem(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss, peer := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	_, given := proposed(editor, "kawasaki")
	proposed(editor, "suwon")
	drafted(editor, "Rintisan")
	to := strconv.FormatInt(staffIDOf(peer), 10)
	boss.post(path("changes", given, "assign"), url.Values{"to": {to}}).is(http.StatusSeeOther)
	tasksOf := func(p person, owner string) map[portal.TaskKind]int {
		return taskCounts(p.get(view.Admin(i18n.EN) + "?owner=" + owner).is(http.StatusOK))
	}
	for _, tt := range []struct {
		name  string
		got   map[portal.TaskKind]int
		want  int
		kinds int
	}{
		{"what another looks after is not the reviewer's own", tasksOf(boss, "mine"), 1, 1},
		{"what is given to a reviewer is their own, beside what is nobody's", tasksOf(peer, "mine"), 2, 1},
		{"a colleague's are those given to them", tasksOf(boss, to), 1, 1},
		{"nobody named sees all", tasksOf(boss, ""), 2, 0},
		{"an editor has nothing to review, and drafts of theirs alone are no colleague's business", tasksOf(boss, strconv.FormatInt(staffIDOf(editor), 10)), 0, 0},
	} {
		if tt.got[portal.TaskReview] != tt.want || tt.kinds > 0 && len(tt.got) != tt.kinds {
			t.Errorf("%s: %v, want %d to review", tt.name, tt.got, tt.want)
		}
	}
	batched(editor, "Sama", "cebu", "melbourne")
	drafted(boss, "Rancangan")
	mine := boss.get(view.Admin(i18n.EN) + "?owner=mine").is(http.StatusOK)
	mine.holds("h1", "3 tasks wait for you")
	mine.holds(".admin-rail", "Tasks 3 waiting for you")
	all := boss.get(view.Admin(i18n.EN)).is(http.StatusOK)
	all.holds("h1", "3 tasks wait for you")
	total := 0
	for _, n := range taskCounts(all) {
		total += n
	}
	all.holds(".admin-head", "There are "+strconv.Itoa(total-3)+" other tasks")
	page := boss.get(view.Admin(i18n.ID) + "?owner=" + to).is(http.StatusOK)
	page.holds("main select[name=owner] option[selected]", "Sari")
	page.holds("h1", "1 tugas menunggu Sari")
	page.holds("main .queue", "Diserahkan kepada Sari.")
}

func TestWhatPeopleWaitForStandsBeforeTheRegistersOwnTasks(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	proposed(o.person("Rina", portal.Editor), "kawasaki")
	boss := o.person("Dimas", portal.Reviewer)
	drafted(boss, "Rintisan")
	page := boss.get(view.Admin(i18n.ID)).is(http.StatusOK)
	heads := page.page.Find("main .section-flat > h2")
	if heads.Length() < 4 || heads.Eq(0).Text() != i18n.ID.T("tasks.kind.review") || heads.Eq(1).Text() != i18n.ID.T("tasks.kind.mine") {
		t.Errorf("the page begins with %q and %q", heads.Eq(0).Text(), heads.Eq(1).Text())
	}
	for _, tag := range page.page.Find("main .queue .tag").EachIter() {
		if strings.Contains(tag.Text(), "tahun") && strings.Contains(tag.Text(), "bulan") {
			t.Errorf("a mark says %q, which has no room", tag.Text())
		}
	}
}

// The summary of the week takes its numbers from the same count.
func TestCountsOfTasksAreThoseThatTheSummaryOfTheWeekTells(t *testing.T) {
	t.Parallel()
	o, pool, _ := counted(t)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	proposed(editor, "kawasaki")
	batched(editor, "Sama", "suwon", "cebu")
	drafted(boss, "Rintisan")
	for _, sql := range []string{
		`insert into letters (code, form_key, lang, kind, words, received_at) select n, n, 'id', 'correction', 'x', now() from generate_series(1, 120) n`,
		`insert into files (hash, media_type, size, fault) values (repeat('a', 64), 'image/png', 1, 'missing'), (repeat('c', 64), '', 1, 'orphan')`,
	} {
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	want, err := o.TasksWaiting(t.Context(), portal.Actor{ID: staffIDOf(boss), Role: portal.Reviewer})
	if err != nil {
		t.Fatal(err)
	}
	page := boss.get(view.Admin(i18n.EN)).is(http.StatusOK)
	got := taskCounts(page)
	for kind, n := range map[portal.TaskKind]int{portal.TaskReview: 2, portal.TaskMine: 1, portal.TaskLetter: 120, portal.TaskFile: 1} {
		if got[kind] != n || want[kind] != n {
			t.Errorf("%s: the page counts %d, the summary %d, and there are %d", kind, got[kind], want[kind], n)
		}
	}
	boss.get(view.Admin(i18n.EN)+"?kind=letter").is(http.StatusOK).holds("main .queue-more", "See all letters")
}

func TestRecordWithoutASourceIsATaskThatLeadsToItsForm(t *testing.T) {
	t.Parallel()
	o, pool, _ := counted(t)
	p := o.person("Rina", portal.Editor)
	at := view.Admin(i18n.ID) + "?kind=source&size=100"
	before := taskCounts(p.get(view.Admin(i18n.EN)))[portal.TaskSource]
	for kind, desk := range map[string]string{"step": "steps", "approval": "approvals", "promise": "promises", "outcome": "outcomes", "opportunity": "opportunities"} {
		if kind == "opportunity" {
			if _, err := pool.Exec(t.Context(), "insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on) values ('a', 'a', 'grant', 'x', 'x', '2999')"); err != nil {
				t.Fatal(err)
			}
		}
		var id int64
		err := pool.QueryRow(t.Context(), `with one as (select id from `+desk+` order by id desc limit 1), bare as (
			delete from citations where kind = $1 and record_id in (select id from one))
			select id from one`, kind).Scan(&id)
		if err != nil {
			t.Fatal(err)
		}
		if p.get(at).page.Find(`.queue a[href="`+path(desk, id)+`"]`).Length() == 0 {
			t.Errorf("%s %d is no task", kind, id)
		}
	}
	if after := taskCounts(p.get(view.Admin(i18n.EN)))[portal.TaskSource]; after < before+5 {
		t.Errorf("%d tasks before, %d after", before, after)
	}
}
