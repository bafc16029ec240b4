package bench_test

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"time"

	"kotakembar/internal/portal"
)

// patience is how long something that is being started may take.
const patience = 10 * time.Second

// settling is how long a copy that has just started has work behind its answers, which would take part of the others' only core.
const settling = 4 * time.Second

// uncached is a query that means nothing and is too long for a page that is kept ready.
const uncached = "?x=" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

// binaryRows weigh the program as it lies there, stripped.
func (b *bench) binaryRows() []row {
	file, err := os.Stat(b.program)
	if err != nil {
		b.Fatal(err)
	}
	return []row{{"binary", float64(file.Size()) / 1e6, "MB", 40, false, "stripped, with everything in it"}}
}

// startRows start further copies over a database that is ready.
func (b *bench) startRows() []row {
	if err := b.store.TendSummaries(b.Context(), portal.Now()); err != nil { // as the first copy does once it has a moment
		b.Fatal(err)
	}
	time.Sleep(settling)
	var list []float64
	for range rounds {
		begun := time.Now()
		p := b.start()
		list = append(list, float64(time.Since(begun).Microseconds())/1000)
		_ = p.cmd.Process.Kill()
	}
	return []row{{"start to first page on a ready database", median(list), "ms", 60, false, "the home page, made anew"}}
}

// restRows look at a copy that nobody asks for anything, once its start is over.
func (b *bench) restRows() []row {
	p := b.start()
	time.Sleep(settling) // rest is what is measured
	now, _ := p.resident(b.T)
	own := p.memory(b.T, "RssAnon:")
	_ = p.cmd.Process.Kill()
	return []row{
		{"memory at rest", now, "MiB", 25, false, "resident, after its first page, pages of the program's own file included"},
		{"memory at rest, without the pages of its file", own, "MiB", 0, false, "what the system cannot take back"},
	}
}

// loadRows look at the copy that has answered all that was asked so far, and ask for many different pages.
func (b *bench) loadRows() []row {
	for _, path := range b.links() {
		rate(b.T, target{host: b.site.host, path: path, status: 200}, 100*time.Millisecond)
	}
	_, most := b.site.resident(b.T)
	return []row{{"memory under load, at most", most, "MiB", 64, false, "resident, all rows above and every page that the home page leads to"}}
}

// links are the pages that the home page leads to.
func (b *bench) links() (paths []string) {
	for _, link := range regexp.MustCompile(`href="(/[a-z][^"#?.]*)"`).FindAllSubmatch(b.site.get(b.T, "/"), -1) {
		if path := string(link[1]); !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// uncachedRows measure pages that are made anew, one after the other, against the smallest question to the database.
func (b *bench) uncachedRows() []row {
	pages := []struct{ name, path string }{
		{"home", "/"}, {"manfaat", "/manfaat"}, {"directory", "/mitra"}, {"search", "/cari"}, {"API list", "/api/v1/partners"}, {"feed", "/perubahan.atom"},
	}
	c, err := dial(b.site.host)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	things := []func() error{b.selectOne}
	for _, p := range pages {
		path := p.path + uncached
		switch p.name {
		case "search":
			path += "&q=budaya"
		case "API list": // it refuses words that mean nothing, and is never kept ready
			path = p.path
		}
		request := target{host: b.site.host, path: path}.request()
		things = append(things, func() error {
			_, err := c.ask(request, 200)
			return err
		})
	}
	middle, slow := lags(b.T, 100, things...)
	one := float64(middle[0])
	var rows []row
	for i, p := range pages {
		m := middle[i+1]
		rows = append(rows, row{p.name + ", made anew : SELECT 1", float64(m) / one, "x", 0, false,
			fmt.Sprintf("%v : %v, 99 of 100 within %v", m.Round(time.Microsecond), middle[0].Round(time.Microsecond), slow[i+1].Round(time.Microsecond))})
	}
	return rows
}

func (b *bench) selectOne() error {
	var one int
	return b.pool.QueryRow(b.Context(), "select 1").Scan(&one)
}

// directoryRows compare the directory with its parts, as its own benchmark measures them.
func (b *bench) directoryRows() []row {
	out, err := exec.Command("go", "test", "-vet=off", "-run", "^$", "-bench", "^BenchmarkDirectory$", "-benchtime", "2s", "../public").CombinedOutput()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	took := map[string]float64{}
	for _, m := range regexp.MustCompile(`(?m)^BenchmarkDirectory/(\w+)\S*\s+\d+\s+([\d.]+) ns/op`).FindAllSubmatch(out, -1) {
		if took[string(m[1])], err = strconv.ParseFloat(string(m[2]), 64); err != nil {
			b.Fatal(err)
		}
	}
	whole, shown := took["whole"], took["shown"]
	if whole == 0 || shown == 0 {
		b.Fatalf("the benchmark said: %s", out)
	}
	return []row{
		{"directory, made anew : rendered alone", shown / whole, "x", 0.4, true, fmt.Sprintf("%.2f : %.2f ms", whole/1e6, shown/1e6)},
	}
}
