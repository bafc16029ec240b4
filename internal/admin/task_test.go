package admin_test

import (
	"context"
	"net/http"
	"regexp"
	"strconv"
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
	page.holds("h1", strconv.Itoa(total)+" tasks waiting")
	for kind, sql := range map[portal.TaskKind]string{
		portal.TaskOpportunity: `select count(*) from opportunities where left(deadline_on, 4) < '2024' and outcome_id = '' and activity_id is null`,
		portal.TaskAltText:     `select count(*) from documents where alt_text_id = '' or alt_text_en = ''`,
		portal.TaskPromise: `select count(*) from promises p where due_on < to_char(now(), 'YYYY') and coalesce(state, '') not in ('delivered', 'dropped')
			and ` + verifiable("promise", "p.id", ""),
		portal.TaskResult: `select count(*) from programs p where status <> 'planned' and kind not in ('visit', 'memorial', 'budget') and rpad(rtrim(end_on, '~?'), 10, '-01-01')::date + interval '6 months' < current_date
			and ` + verifiable("program", "p.id", "") + ` and not (result_id <> '' and ` + verifiable("program", "p.id", "^result") + `)
			and not exists (select from outcomes u where u.program_id = p.id and u.achieved is not null and ` + verifiable("outcome", "u.id", "^achieved") + `)
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
	mine.holds("h1", "2 tasks waiting")
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
