package bench_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/globe"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// usualTies is how many ties the world has, unless KOTAKEMBAR_TIES says otherwise.
const usualTies = 5000

// TestBenchOfAWorld measures pages of a register of the world's size, made anew, against the smallest question to the database. It takes
// the world of DATABASE_URL where that holds one.
func TestBenchOfAWorld(t *testing.T) {
	if os.Getenv("KOTAKEMBAR_BENCH") == "" {
		t.Skip("it takes minutes and a quiet machine: make bench-world")
	}
	b := overDatabase(t)
	b.fill()
	b.site = b.start("KOTAKEMBAR_JOBS=false") // as a node that answers readers and leaves work on the whole register to another one
	for _, rows := range []func(*bench) []row{(*bench).worldRows, (*bench).searchRows, (*bench).naiveRows} {
		for _, r := range rows(b) {
			fmt.Println(r)
			if r.missed() {
				t.Errorf("missed: %s", r.what)
			}
		}
	}
}

// fill makes a world where there is none.
func (b *bench) fill() {
	mark, err := b.store.TieMark(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	ties := usualTies
	if asked := os.Getenv("KOTAKEMBAR_TIES"); asked != "" {
		if ties, err = strconv.Atoi(asked); err != nil {
			b.Fatal(err)
		}
	}
	if !mark.Many {
		order := globe.Order{Seed: 1, Day: portal.Now(), Ties: ties, Over: true}
		if err := globe.Fill(b.Context(), b.store, order, func(done string) { b.Log(done) }); err != nil {
			b.Fatal(err)
		}
	}
	if err := b.store.TendSummaries(b.Context(), portal.Now()); err != nil { // of this day and these rules, as the night makes them
		b.Fatal(err)
	}
}

// worldPages are pages of lists and sums; n is their last part.
var worldPages = []struct{ name, path string }{
	{"home with its map", "/"}, {"manfaat", "/manfaat"},
	{"directory", "/mitra"}, {"directory, narrowed and counted", "/mitra?country=DE&legal=expired&sort=name"}, {"directory, a deep part", "/mitra?page=150"},
	{"programs", "/program"}, {"programs, narrowed and counted", "/program?status=ongoing&result=none"}, {"programs, a deep part", "/program?page=900"},
	{"activities", "/kegiatan"}, {"activities, narrowed and counted", "/kegiatan?nature=protocol&place=here"}, {"activities, a deep part", "/kegiatan?page=900"},
	{"agreements", "/perjanjian"}, {"agreements, a deep part", "/perjanjian?group=concluded&page=150"},
	{"approvals", "/persetujuan-dprd"}, {"approvals, a deep part", "/persetujuan-dprd?page=90"},
	{"visits", "/kunjungan"}, {"visits, narrowed and counted", "/kunjungan?report=overdue&way=out"}, {"visits, a deep part", "/kunjungan?page=90"},
	{"promises", "/janji"}, {"promises, narrowed and counted", "/janji?due=overdue&page=3"},
}

// The targets are ratios to SELECT 1, in the median and in 99 of 100.
const (
	worldMedian = 10
	worldSlow   = 30
	searchSlow  = 60
)

func (b *bench) worldRows() (rows []row) {
	var requests [][]byte
	for _, p := range worldPages {
		path := p.path + uncached
		if strings.Contains(p.path, "?") {
			path = p.path + "&" + strings.TrimPrefix(uncached, "?")
		}
		b.site.await(b.T, path, time.Minute) // until the node has read what it keeps
		requests = append(requests, target{host: b.site.host, path: path}.request())
	}
	c, err := dial(b.site.host)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	things := []func() error{b.selectOne}
	for _, request := range requests {
		things = append(things, func() error {
			_, err := c.ask(request, 200)
			return err
		})
	}
	middle, slow := lags(b.T, 500, things...)
	for i, p := range worldPages {
		rows = append(rows, b.ratios(p.name, middle[0], middle[i+1], slow[i+1])...)
	}
	return rows
}

// ratios are the rows of one page.
func (b *bench) ratios(name string, one, middle, slow time.Duration) []row {
	how := fmt.Sprintf("%v and %v : %v", middle.Round(time.Microsecond), slow.Round(time.Microsecond), one.Round(time.Microsecond))
	return []row{
		{"world: " + name + ", made anew : SELECT 1, median", float64(middle) / float64(one), "x", worldMedian, false, how},
		{"world: " + name + ", 99 of 100", float64(slow) / float64(one), "x", worldSlow, false, how},
	}
}

// commonest are words that stand in very many records.
var commonest = strings.Fields("kota kerja sama pelatihan pendidikan budaya nota program kunjungan sister city culture education training pameran bandung")

// searchRows look in the store, since the site answers one address so many searches a minute: for names that one place has, which have
// to be found among the first ten, and for words that are everywhere.
func (b *bench) searchRows() []row {
	rows, err := b.pool.Query(b.Context(),
		`select min(slug), name_id
		from cities
		where not is_home
			and standing <> 'none'
		group by name_id
		having count(*) = 1
		order by md5(name_id)
		limit $1`, 300-len(commonest))
	if err != nil {
		b.Fatal(err)
	}
	slugs, words := map[string]string{}, slices.Clone(commonest)
	var slug, name string
	_, err = pgx.ForEachRow(rows, []any{&slug, &name}, func() error {
		slugs[name], words = slug, append(words, name)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	next, known := 0, map[string]bool{}
	suggest := func() error {
		_, err := b.store.Suggest(b.Context(), i18n.ID, beginning(words[next%len(words)]))
		return err
	}
	search := func() error {
		word := words[next%len(words)]
		next++
		found, err := b.store.Search(b.Context(), store.Search{Lang: i18n.ID, Words: word, Number: 1, Size: 10})
		for _, h := range found.Hits {
			if h.Kind == portal.KindCity && h.Slug == slugs[word] {
				known[word] = true
			}
		}
		return err
	}
	lags(b.T, len(words), suggest, search) // the database reads what it needs from the disk
	middle, slow := lags(b.T, 3*len(words), b.selectOne, suggest, search)
	how := func(thing int) string {
		return fmt.Sprintf("%v and %v : %v, %d words", middle[thing].Round(time.Microsecond), slow[thing].Round(time.Microsecond), middle[0].Round(time.Microsecond), len(words))
	}
	return []row{
		{"world: names suggested by four letters : SELECT 1, 99 of 100", float64(slow[1]) / float64(middle[0]), "x", searchSlow, false, how(1)},
		{"world: search in the database : SELECT 1, 99 of 100", float64(slow[2]) / float64(middle[0]), "x", searchSlow, false, how(2)},
		{"world: names found among the first ten", float64(len(known)) / float64(len(slugs)), "of 1", .98, true, fmt.Sprintf("%d of %d", len(known), len(slugs))},
	}
}

// beginning is what a reader has typed of a word when names are suggested.
func beginning(word string) string {
	letters := []rune(word)
	return string(letters[:min(len(letters), 4)])
}
