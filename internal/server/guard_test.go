package server_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/respond"
	"kotakembar/internal/server"
	"kotakembar/internal/watch"
	"kotakembar/web"
	"kotakembar/web/view"
)

// always are the headers without which nothing may leave, and words that they must hold.
var always = map[string]string{
	"Content-Security-Policy":      "default-src 'none'; style-src 'self'",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "strict-origin-when-cross-origin",
	"Permissions-Policy":           "camera=()",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Strict-Transport-Security":    "max-age=31536000",
}

func TestEveryAnswerCarriesTheSecurityHeaders(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	waiting := closed(t, nil)
	form := "application/x-www-form-urlencoded"
	for name, a := range map[string]answer{
		"page":             s.browser().get("/").is(http.StatusOK),
		"static file":      s.browser().get(web.URL(web.Stylesheet)).is(http.StatusOK),
		"no static file":   s.browser().get("/static/none.css").is(http.StatusNotFound),
		"missing page":     s.browser().get("/tidak-ada").is(http.StatusNotFound),
		"redirect":         s.browser().get("/mitra/").is(http.StatusMovedPermanently),
		"signed out":       s.browser().get("/admin").is(http.StatusSeeOther),
		"other method":     s.browser().send(http.MethodDelete, "/mitra", nil, "").is(http.StatusMethodNotAllowed),
		"bad request":      s.browser().get("/mitra?q=%00").is(http.StatusBadRequest),
		"too large":        s.browser().send(http.MethodPost, "/masuk", strings.NewReader(strings.Repeat("x", 2<<20)), form).is(http.StatusRequestEntityTooLarge),
		"health":           s.browser().get("/healthz").is(http.StatusOK),
		"ready":            s.browser().get("/readyz").is(http.StatusOK),
		"database is away": waiting.browser().get("/").is(http.StatusServiceUnavailable),
		"not ready":        waiting.browser().get("/readyz").is(http.StatusServiceUnavailable),
	} {
		for header, want := range always {
			if got := a.Header.Get(header); !strings.Contains(got, want) {
				t.Errorf("%s: %s is %q, want %q", name, header, got, want)
			}
		}
	}
	stranger := s.browser()
	stranger.host = "evil.example"
	if a := stranger.get("/").is(http.StatusMisdirectedRequest); !strings.Contains(a.Header.Get("Content-Security-Policy"), "default-src 'none'") {
		t.Error("misdirected: no policy")
	}
}

func TestOnlyThePulseMayBeShownInAFrame(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, l := range i18n.Langs {
		for _, slug := range []string{"suwon", "cebu"} {
			a := s.browser().get(view.PulseFrame.In(l, slug)).is(http.StatusOK)
			if got, want := a.Header.Get("Content-Security-Policy"), respond.Policy("*"); got != want {
				t.Errorf("%s: %s", slug, got)
			}
		}
	}
	seen := 0
	for _, r := range routesOf(t, s) {
		address := strings.ReplaceAll(r.address, "999999", "braunschweig")
		if r.method != http.MethodGet || strings.HasPrefix(address, view.PulseFrame.In(i18n.ID, "")) && !strings.HasSuffix(address, ".svg") ||
			strings.HasPrefix(address, view.PulseFrame.In(i18n.EN, "")) && !strings.HasSuffix(address, ".svg") {
			continue
		}
		seen++
		if policy := s.browser().get(address).Header.Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s may be shown in a frame: %s", address, policy)
		}
	}
	if seen < 60 {
		t.Errorf("only %d routes were asked", seen)
	}
}

func TestRequestsThatNoPageOfOursMakesAreRefused(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, c := range []struct {
		name, method, path, body string
		status                   int
	}{
		{"NUL in the path", http.MethodGet, "/mitra/%00", "", 400},
		{"line break in the path", http.MethodGet, "/mitra/a%0ab", "", 400},
		{"line break in the query", http.MethodGet, "/mitra?x=a%0ab", "", 400},
		{"C1 control in the query", http.MethodGet, "/mitra?x=%C2%85", "", 400},
		{"broken UTF-8 in the path", http.MethodGet, "/mitra/%ff", "", 400},
		{"broken UTF-8 in the query", http.MethodGet, "/mitra?x=%ff", "", 400},
		{"broken escape in the query", http.MethodGet, "/mitra?x=%zz", "", 400},
		{"endless address", http.MethodGet, "/mitra?x=" + strings.Repeat("x", 5000), "", 414},
		{"NUL in a form", http.MethodPost, "/masuk", "email=a%00b", 400},
		{"control in the name of a field", http.MethodPost, "/masuk", "a%0ab=1", 400},
		{"broken form", http.MethodPost, "/masuk", "email=%zz", 400},
		{"lines in a form", http.MethodPost, "/tampilan", "theme=dark&x=a%0d%0a%09b", 303},
		{"unknown theme", http.MethodPost, "/tampilan", "theme=pink", 400},
		{"unknown method", "PROPFIND", "/mitra", "", 405},
		{"post to a page", http.MethodPost, "/mitra", "", 405},
		{"get of a command", http.MethodGet, "/keluar", "", 405},
		{"head", http.MethodHead, "/mitra", "", 200},
		{"head of a page of staff", http.MethodHead, "/masuk", "", 200},
	} {
		a := s.browser().send(c.method, c.path, strings.NewReader(c.body), "application/x-www-form-urlencoded")
		if a.StatusCode != c.status {
			t.Errorf("%s: status %d, want %d", c.name, a.StatusCode, c.status)
		}
		if a.StatusCode == http.StatusMethodNotAllowed && a.Header.Get("Allow") == "" {
			t.Errorf("%s: does not say what is allowed", c.name)
		}
	}
}

func TestPostFromAnotherSiteIsRefusedInWords(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for _, headers := range []http.Header{
		{"Sec-Fetch-Site": {"cross-site"}},
		{"Sec-Fetch-Site": {"same-site"}, "Origin": {"https://lain.kembar.example"}},
		{"Sec-Fetch-Site": nil, "Origin": {"https://evil.example"}},
	} {
		b := s.browser()
		b.headers = headers
		a := b.post("/en/appearance", url.Values{"theme": {"dark"}}).is(http.StatusForbidden)
		if a.text("h1") != "This came from another site" || len(a.Cookies()) > 0 {
			t.Errorf("%v: %q, cookies %v", headers, a.text("h1"), a.Cookies())
		}
	}
}

func TestOnlyOurHostsAreAnsweredButHealthIs(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for host, want := range map[string]int{
		"kembar.example": 200, "KEMBAR.example.": 200, "kembar.example:8443": 200, "localhost:8080": 200,
		"evil.example": 421, "kembar.example.evil.example": 421, "": 421,
	} {
		b := s.browser()
		b.host = "kembar.example"
		b.headers = http.Header{}
		r := b.request(http.MethodGet, "/mitra")
		r.Host = host
		if a := b.ask(r); a.StatusCode != want {
			t.Errorf("%q: status %d, want %d", host, a.StatusCode, want)
		}
		r = b.request(http.MethodGet, "/healthz")
		r.Host = host
		b.ask(r).is(http.StatusOK)
	}
}

func TestAddressWithSlashAtTheEndNeverLeadsAway(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	for from, to := range map[string]string{
		"/mitra/?x=1":       "/mitra?x=1",
		"/admin/cities/":    "/admin/cities",
		"//evil.example/":   "/evil.example",
		"///evil.example//": "/evil.example",
		"/%5Cevil.example/": "/%5Cevil.example",
	} {
		b := s.browser()
		r := b.request(http.MethodGet, "/")
		u, err := url.ParseRequestURI(from)
		if err != nil {
			t.Fatal(err)
		}
		r.URL = u
		if strings.HasPrefix(from, "//") { // as it stands in the request line, where no host is read from it
			r.URL = &url.URL{Path: from}
		}
		b.ask(r).is(http.StatusMovedPermanently).leadsTo(to)
	}
}

func TestThemeIsKeptInACookieAndLeadsBack(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	b.post("/tampilan", url.Values{"theme": {"dark"}, "return": {"/mitra?x=1"}}).is(http.StatusSeeOther).leadsTo("/mitra?x=1")
	if c := b.cookies["theme"]; c == nil || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
		t.Errorf("cookie %v", c)
	}
	if a := b.get("/mitra"); !strings.Contains(a.body, `data-theme="dark"`) {
		t.Error("the page is not dark")
	}
	for _, away := range []string{"//evil.example", "https://evil.example", `/\evil.example`, "", "/\t/evil.example"} {
		b.post("/en/appearance", url.Values{"theme": {"device"}, "return": {away}}).is(http.StatusSeeOther).leadsTo("/en/")
	}
	if b.cookies["theme"] != nil {
		t.Error("the choice of the device needs no cookie")
	}
}

func TestPageThatDidNotChangeIsNotSentAgain(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	tag := b.get("/mitra").is(http.StatusOK).Header.Get("ETag")
	b.headers.Set("If-None-Match", `"other", `+tag)
	if a := b.get("/mitra").is(http.StatusNotModified); a.body != "" || a.Header.Get("Content-Security-Policy") == "" {
		t.Errorf("%d bytes, policy %q", len(a.body), a.Header.Get("Content-Security-Policy"))
	}
}

func TestPagesTravelPacked(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	b.headers.Set("Accept-Encoding", "gzip")
	a := b.get("/mitra").is(http.StatusOK)
	if a.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(a.Header.Values("Vary"), ","), "Accept-Encoding") {
		t.Errorf("%v", a.Header)
	}
}

func TestPagesOfStaffArePackedForWhoTakesIt(t *testing.T) {
	t.Parallel()
	b := open(t, nil).browser()
	asks := func(path, accept string) answer {
		b.headers.Set("Accept-Encoding", accept)
		return b.get(path).is(http.StatusOK)
	}
	plain, packed := asks("/masuk", "identity"), asks("/masuk", "br, gzip;q=0.5")
	if packed.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("%v", packed.Header)
	}
	r, err := gzip.NewReader(strings.NewReader(packed.body))
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(r); err != nil || string(body) != plain.body {
		t.Errorf("%d bytes came, want %d, %v", len(body), len(plain.body), err)
	}
	for path, accept := range map[string]string{"/masuk": "gzip;q=0, *;q=0", web.URL("img/icon-192.png"): "gzip"} {
		if a := asks(path, accept); a.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s for %s: %v", path, accept, a.Header)
		}
	}
}

func TestOnlyTrustedProxiesAreBelieved(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Proxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")} })
	for from, want := range map[string]bool{"10.1.2.3": true, "::ffff:10.1.2.3": true, "203.0.113.9": false} {
		b := s.browser()
		b.scheme, b.host, b.from = "http", "localhost", netip.MustParseAddr(from)
		b.headers = http.Header{"X-Forwarded-Proto": {"https"}, "X-Request-Id": {"given-by-proxy-1"}}
		a := b.get("/mitra").is(http.StatusOK)
		if got := a.Header.Get("Strict-Transport-Security") != ""; got != want {
			t.Errorf("%s: believed about https: %v", from, got)
		}
		if got := a.Header.Get("X-Request-Id") == "given-by-proxy-1"; got != want {
			t.Errorf("%s: believed about the request id: %v", from, got)
		}
	}
}

func TestLogNamesNobodyAndNothingAskedFor(t *testing.T) { // not parallel: it looks at what the program logs
	var lines bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(watch.Handler(slog.NewTextHandler(&lines, nil))))
	defer slog.SetDefault(before)
	b := open(t, nil).browser()
	b.get("/mitra/braunschweig?rahasia=1").is(http.StatusOK)
	b.signIn("rina@bandung.go.id", "salah salah salah")
	log := lines.String()
	for _, secret := range []string{"rahasia", "rina", "salah", b.from.String(), "braunschweig"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q:\n%s", secret, log)
		}
	}
	for _, want := range []string{"route=/mitra/{slug}", "status=200", "status=422", "request_id="} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %q:\n%s", want, log)
		}
	}
}

func TestAddressesThatMachinesAskForAreThere(t *testing.T) {
	t.Parallel()
	b := closed(t, nil).browser()
	icon := b.get("/favicon.ico").is(http.StatusFound).Header.Get("Location")
	b.get(icon).is(http.StatusOK)
	robots := b.get("/robots.txt").is(http.StatusOK)
	for _, line := range []string{"User-agent: *", "Disallow: /admin", "Disallow: /masuk", "Disallow: /cari?", "Disallow: /cari/saran", "Disallow: /en/search?"} {
		if !strings.Contains(robots.body, line+"\n") {
			t.Errorf("robots.txt lacks %q", line)
		}
	}
	if a := b.get("/static/x").is(http.StatusNotFound); a.text("h1") == "" {
		t.Error("an unknown file has no page")
	}
}

func TestSuggestionsAskedTooOftenAreToBeWaitedForAndTheSearchIsNot(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Searches = 2 })
	b := s.browser()
	b.get("/cari/saran?q=su").is(http.StatusOK)
	b.get("/en/search/suggestions?q=su").is(http.StatusOK)
	a := b.get("/cari/saran?q=suw").is(http.StatusTooManyRequests)
	if a.Header.Get("Retry-After") != "60" || a.Header.Get("Content-Type") != respond.ProblemType || strings.Contains(a.body, "<") {
		t.Errorf("%v says %s", a.Header, a.body)
	}
	b.get("/cari?q=suwon").is(http.StatusOK)
}

func TestSearchingTooOftenIsToBeWaitedFor(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Searches = 2 })
	b := s.browser()
	b.get("/cari?q=suwon").is(http.StatusOK)
	b.get("/en/search?q=suwon").is(http.StatusOK)
	a := b.get("/cari?q=suwon").is(http.StatusTooManyRequests)
	if a.Header.Get("Retry-After") != "60" || a.text("h1") != "Terlalu sering" {
		t.Errorf("Retry-After %q, says %q", a.Header.Get("Retry-After"), a.text("h1"))
	}
	b.get("/mitra").is(http.StatusOK)
	other := s.browser()
	other.from = netip.MustParseAddr("203.0.113.5")
	other.get("/cari?q=suwon").is(http.StatusOK)
}
