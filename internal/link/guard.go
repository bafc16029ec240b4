package link

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"
)

// Guard tells whether a place may be asked. It is given the place that a name has led to, right before the connection is made, so
// that no answer of a name server can lead it astray.
type Guard func(to netip.AddrPort) bool

// ports are those at which sites of the web are found.
var ports = []uint16{80, 443, 8080, 8443}

// reserved are the networks that look public and are not, or that lead on to any other: the registries of special-purpose addresses
// at IANA (RFC 6890 and those that followed).
var reserved = networks(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
	"240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10",
)

func networks(written ...string) (all []netip.Prefix) {
	for _, w := range written {
		all = append(all, netip.MustParsePrefix(w))
	}
	return all
}

// Public lets through the public web alone: no address of this machine, of the networks around it, or of their clouds.
func Public(to netip.AddrPort) bool {
	a := to.Addr().Unmap()
	within := func(p netip.Prefix) bool { return p.Contains(a) }
	return slices.Contains(ports, to.Port()) && a.Zone() == "" && a.IsGlobalUnicast() && !a.IsPrivate() && !slices.ContainsFunc(reserved, within)
}

// client asks through the guard and through nothing else: no proxy of the machine, no redirect by itself.
func (c Checker) client() *http.Client {
	guard := c.Guard
	if guard == nil {
		guard = Public
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !guard(to) {
			return errPrivate
		}
		return nil
	}}
	return &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, DisableKeepAlives: true, DisableCompression: true, ForceAttemptHTTP2: true,
			MaxResponseHeaderBytes: mostHeader,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}
