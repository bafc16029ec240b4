// Package caller tells from which address a request comes, also through proxies that are ours.
//
// Here belongs whom to believe about addresses. What does not belong here: what is done with them, such as throttles.
package caller

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

type key struct{}

// Known tells all that answers a request from which address it comes: that of the connection or, where that is one of the proxies, what
// they say of it in X-Forwarded-For. Nothing is told where they say what is no address.
func Known(proxies []netip.Prefix) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if found := addressOf(r, proxies); found.IsValid() {
				r = r.WithContext(context.WithValue(r.Context(), key{}, found))
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Address is from where a request comes; not valid where that is not known.
func Address(ctx context.Context) netip.Addr {
	found, _ := ctx.Value(key{}).(netip.Addr)
	return found
}

// Text is the address in words, empty where it is not known.
func Text(ctx context.Context) string {
	if found := Address(ctx); found.IsValid() {
		return found.String()
	}
	return ""
}

// Through tells whether a request comes over one of some proxies.
func Through(proxies []netip.Prefix, r *http.Request) bool { return in(proxies, connected(r)) }

func addressOf(r *http.Request, proxies []netip.Prefix) netip.Addr {
	peer := connected(r)
	if !in(proxies, peer) {
		return peer
	}
	for _, header := range slices.Backward(r.Header.Values("X-Forwarded-For")) {
		for _, said := range slices.Backward(strings.Split(header, ",")) {
			if said = strings.TrimSpace(said); said == "" {
				continue
			}
			// What stands left of nonsense, or of somebody who is no proxy of ours, may be made up.
			if one := parsed(said).WithZone(""); !in(proxies, one) {
				return one
			}
		}
	}
	return netip.Addr{}
}

// connected is the other end of the connection.
func connected(r *http.Request) netip.Addr {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	return parsed(host)
}

// parsed reads an address. One of version 4 is the same however it is written.
func parsed(said string) netip.Addr {
	found, err := netip.ParseAddr(said)
	if err != nil {
		return netip.Addr{}
	}
	return found.Unmap()
}

func in(some []netip.Prefix, addr netip.Addr) bool {
	return slices.ContainsFunc(some, func(p netip.Prefix) bool { return p.Contains(addr.WithZone("")) })
}
