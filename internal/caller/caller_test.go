package caller_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"kotakembar/internal/caller"
)

func TestAddressIsThatOfTheFirstWhoIsNoProxyOfOurs(t *testing.T) {
	t.Parallel()
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fe80::/10")}
	for _, c := range []struct {
		name    string
		from    string
		said    []string
		proxies []netip.Prefix
		want    string
		through bool
	}{
		{"nobody between", "203.0.113.9:4711", nil, nil, "203.0.113.9", false},
		{"a header that nobody asked for", "203.0.113.9:4711", []string{"198.51.100.1"}, nil, "203.0.113.9", false},
		{"a stranger who plays proxy", "203.0.113.9:4711", []string{"198.51.100.1"}, proxies, "203.0.113.9", false},
		{"version 4 in version 6", "[::ffff:203.0.113.9]:4711", nil, nil, "203.0.113.9", false},
		{"a link of its own", "[fe80::1%eth0]:4711", nil, nil, "fe80::1%eth0", false},
		{"one proxy", "10.1.2.3:4711", []string{"198.51.100.1"}, proxies, "198.51.100.1", true},
		{"a proxy in version 6", "[::ffff:10.1.2.3]:4711", []string{"::ffff:198.51.100.1"}, proxies, "198.51.100.1", true},
		{"a proxy on a link", "[fe80::1%eth0]:4711", []string{"2001:db8::1%x"}, proxies, "2001:db8::1", true},
		{"two proxies", "10.1.2.3:4711", []string{"198.51.100.1, 10.9.9.9"}, proxies, "198.51.100.1", true},
		{"two proxies with a header each", "10.1.2.3:4711", []string{"198.51.100.1", "10.9.9.9"}, proxies, "198.51.100.1", true},
		{"a made-up beginning", "10.1.2.3:4711", []string{"192.0.2.1, 198.51.100.1 ,, "}, proxies, "198.51.100.1", true},
		{"a made-up header", "10.1.2.3:4711", []string{"192.0.2.1", "198.51.100.1"}, proxies, "198.51.100.1", true},
		{"a trusted address made up", "10.1.2.3:4711", []string{"10.0.0.1, 198.51.100.1"}, proxies, "198.51.100.1", true},
		{"nonsense", "10.1.2.3:4711", []string{"198.51.100.1, unknown"}, proxies, "", true},
		{"a port", "10.1.2.3:4711", []string{"198.51.100.1:80"}, proxies, "", true},
		{"nothing said", "10.1.2.3:4711", nil, proxies, "", true},
		{"proxies alone", "10.1.2.3:4711", []string{"10.0.0.1"}, proxies, "", true},
		{"no address", "pipe", []string{"198.51.100.1"}, proxies, "", false},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr, r.Header["X-Forwarded-For"] = c.from, c.said
		if through := caller.Through(c.proxies, r); through != c.through {
			t.Errorf("%s: through a proxy: %v", c.name, through)
		}
		caller.Known(c.proxies)(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if got := caller.Text(r.Context()); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
			if got := caller.Address(r.Context()); got.IsValid() != (c.want != "") {
				t.Errorf("%s: %v", c.name, got)
			}
		})).ServeHTTP(httptest.NewRecorder(), r)
	}
}
