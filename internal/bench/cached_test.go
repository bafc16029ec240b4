package bench_test

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// usualSize is the size, in bytes, of the page with which ready pages are measured, as near as there is one.
const usualSize = 25_000

// TestMain is the bare handler where it is asked to be, in a process of its own as the program is.
func TestMain(m *testing.M) {
	if file := os.Getenv("KOTAKEMBAR_BENCH_BARE"); file != "" {
		fmt.Fprintln(os.Stderr, bare(os.Getenv("KOTAKEMBAR_BENCH_HOST"), file))
		os.Exit(1)
	}
	if url := os.Getenv("KOTAKEMBAR_BENCH_NAIVE"); url != "" {
		fmt.Fprintln(os.Stderr, serveNaive(os.Getenv("KOTAKEMBAR_BENCH_HOST"), url))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// bare writes the bytes of a file and does nothing else.
func bare(host, file string) error {
	body, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	length := strconv.Itoa(len(body))
	return http.ListenAndServe(host, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Length", length)
		_, _ = w.Write(body)
	}))
}

// cachedRows measure a page that is ready.
func (b *bench) cachedRows() []row {
	page, body := b.usualPage()
	resp, err := http.Head("http://" + b.site.host + page) // ready by now
	if err != nil {
		b.Fatal(err)
	}
	_ = resp.Body.Close()
	folder := b.TempDir()
	file := filepath.Join(folder, "page.html")
	if err := os.WriteFile(file, body, 0o644); err != nil {
		b.Fatal(err)
	}
	host := free(b.T)
	own := b.run(host, []string{"KOTAKEMBAR_BENCH_BARE=" + file, "KOTAKEMBAR_BENCH_HOST=" + host}, os.Args[0])
	own.await(b.T, "/", patience)
	targets := []target{
		{host: b.site.host, path: page, status: 200},
		{host: own.host, path: "/", status: 200},
		{host: b.site.host, path: page, status: 304, header: "If-None-Match: " + resp.Header.Get("ETag") + "\r\n"},
	}
	nginx := b.nginx(folder)
	if nginx != nil {
		targets = append(targets, target{host: nginx.host, path: "/page.html", status: 200})
	}
	got := rates(b.T, targets...)
	rows := []row{
		{"cached page : bare net/http handler", got[0] / got[1], "x", 0.95, true, fmt.Sprintf("%.0f : %.0f a second, %d bytes", got[0], got[1], len(body))},
		{"304 : cached page", got[2] / got[0], "x", 1.8, true, fmt.Sprintf("%.0f : %.0f a second", got[2], got[0])},
	}
	if nginx == nil {
		return append(rows, unmeasured("cached page : nginx's static file", "nginx is not here"))
	}
	return append(rows, row{"cached page : nginx's static file", got[0] / got[3], "x", 0.45, true, fmt.Sprintf("%.0f : %.0f a second", got[0], got[3])})
}

// usualPage is one of the pages that the home page leads to, but for the one on the data, which tells of files that are still being made.
func (b *bench) usualPage() (path string, body []byte) {
	for _, link := range b.links() {
		if link == "/data" {
			continue
		}
		page := b.site.get(b.T, link)
		if body == nil || abs(len(page)-usualSize) < abs(len(body)-usualSize) {
			path, body = link, page
		}
	}
	return path, body
}

func abs(n int) int { return max(n, -n) }

// nginx serves a folder, nil where there is none.
func (b *bench) nginx(folder string) *process {
	program, err := exec.LookPath("nginx")
	if err != nil {
		if program, err = exec.LookPath("/usr/sbin/nginx"); err != nil {
			return nil
		}
	}
	host := free(b.T)
	config := filepath.Join(folder, "nginx.conf")
	text := fmt.Sprintf(`daemon off; worker_processes 1; pid %[1]s/pid; error_log %[1]s/errors;
user root;
events { worker_connections 512; }
http {
	access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
	types { text/html html; }
	client_body_temp_path %[1]s/a; proxy_temp_path %[1]s/b; fastcgi_temp_path %[1]s/c; uwsgi_temp_path %[1]s/d; scgi_temp_path %[1]s/e;
	server { listen %[2]s; root %[1]s; }
}
`, folder, host)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	p := b.run(host, nil, program, "-c", config)
	p.await(b.T, "/page.html", patience)
	return p
}
