package bench_test

import (
	"context"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// ties is what the naive way reads of every tie for each of its questions.
const ties = `with ties as (
	select c.id, c.slug, c.name_id, c.country, c.standing, count(distinct a.id) as agreements, count(distinct p.id) as programs,
		count(distinct v.id) as activities, coalesce(max(substr(v.start_on, 1, 4)), '') as last
	from cities c
	left join agreements a on a.city_id = c.id
	left join programs p on p.city_id = c.id
	left join activities v on v.city_id = c.id
	where c.standing <> 'none'
	group by c.id
)
`

// naive is a directory as one writes it first: three plain questions with joins, the counts of choices among them, and a template over
// what they say. It shows far less than ours.
type naive struct{ pool *pgxpool.Pool }

type naiveChoice struct {
	Name string
	N    int
}

type naiveTie struct {
	ID                               int64
	Slug, Name, Country, Standing    string
	Agreements, Programs, Activities int
	Last                             string
}

var naivePage = template.Must(template.New("").Parse(`<!doctype html><html lang="id"><title>Mitra</title><h1>Kota mitra</h1>
<ul>{{range .Countries}}<li><a href="?country={{.Name}}">{{.Name}}</a> {{.N}}</li>{{end}}</ul>
<ul>{{range .Years}}<li><a href="?last={{.Name}}">{{.Name}}</a> {{.N}}</li>{{end}}</ul>
<table>{{range .Ties}}<tr><td><a href="/mitra/{{.Slug}}">{{.Name}}</a><td>{{.Country}}<td>{{.Standing}}<td>{{.Agreements}}<td>{{.Programs}}<td>{{.Activities}}<td>{{.Last}}</tr>
{{end}}</table></html>
`))

func (n naive) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var p struct {
		Countries, Years []naiveChoice
		Ties             []naiveTie
	}
	var err error
	if p.Countries, err = naiveAll[naiveChoice](r.Context(), n.pool, ties+"select country, count(*) from ties group by country order by 2 desc"); err == nil {
		p.Years, err = naiveAll[naiveChoice](r.Context(), n.pool, ties+"select last, count(*) from ties group by last order by 1 desc")
	}
	if err == nil {
		p.Ties, err = naiveAll[naiveTie](r.Context(), n.pool, ties+"select * from ties order by name_id limit 25")
	}
	if err == nil {
		err = naivePage.Execute(w, p)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func naiveAll[T any](ctx context.Context, pool *pgxpool.Pool, sql string) ([]T, error) {
	rows, err := pool.Query(ctx, sql)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[T])
}

// serveNaive answers at a host until it fails.
func serveNaive(host, url string) error {
	pool, err := pgxpool.New(context.Background(), url)
	if err != nil {
		return err
	}
	return http.ListenAndServe(host, naive{pool})
}

// naiveTimes is how often each is asked: the naive one takes its time.
const naiveTimes = 5

// naiveRows compare our directory, made anew, with the naive one over the same register.
func (b *bench) naiveRows() []row {
	host := free(b.T)
	own := b.run(host, []string{"KOTAKEMBAR_BENCH_NAIVE=" + b.url, "KOTAKEMBAR_BENCH_HOST=" + host}, os.Args[0])
	own.await(b.T, "/", time.Minute)
	ours, theirs := target{host: b.site.host, path: "/mitra" + uncached}, target{host: host, path: "/"}
	var things []func() error
	for _, to := range []target{ours, theirs} {
		c, err := dial(to.host)
		if err != nil {
			b.Fatal(err)
		}
		defer c.Close()
		things = append(things, func() error {
			_, err := c.ask(to.request(), http.StatusOK)
			return err
		})
	}
	middle, _ := lags(b.T, naiveTimes, things...)
	return []row{{"world: a naive directory (three questions with joins) : ours, made anew", float64(middle[1]) / float64(middle[0]), "x", 2.5, true,
		fmt.Sprintf("%v : %v", middle[1].Round(time.Microsecond), middle[0].Round(time.Microsecond))}}
}
