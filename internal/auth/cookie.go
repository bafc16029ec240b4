package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Names of the session cookie. Browsers take the first only over https, for this host alone and for all its paths; the second
// is for a program that is opened on its own machine.
const (
	cookieName      = "__Host-kotakembar"
	cookieNameLocal = "kotakembar-local"
)

const tokenLength = 32

// remembered is how long a browser keeps the token of a session that has ended. It opens nothing; by it what its holder sends too late
// is known to be theirs.
const remembered = 24 * time.Hour

// Possible tells whether a session can be kept on the way that the request came: over https, or on this very machine.
func (k *Keeper) Possible(r *http.Request) bool { return k.Secure(r) || Loopback(r.Host) }

// Loopback tells whether a host, with or without port, is this very machine.
func Loopback(host string) bool {
	host = HostName(host)
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.IsLoopback()
	}
	return strings.EqualFold(host, "localhost")
}

// HostName is a host without its port.
func HostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.Trim(host, "[]")
}

// cookie is the session cookie on the way that the request came, still empty.
func (k *Keeper) cookie(r *http.Request) *http.Cookie {
	c := &http.Cookie{Name: cookieNameLocal, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if k.Secure(r) {
		c.Name, c.Secure = cookieName, true
	}
	return c
}

// token is the hash of the token in the request's cookie, nil if there is none.
func (k *Keeper) token(r *http.Request) []byte {
	if !k.Possible(r) {
		return nil
	}
	c, err := r.Cookie(k.cookie(r).Name)
	if err != nil {
		return nil
	}
	token, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil || len(token) != tokenLength {
		return nil
	}
	return hashToken(token)
}

func hashToken(token []byte) []byte {
	sum := sha256.Sum256(token)
	return sum[:]
}

// newToken returns a token as the cookie holds it, and its hash as the row does.
func newToken() (value string, hash []byte) {
	token := make([]byte, tokenLength)
	_, _ = rand.Read(token) // never fails
	return base64.RawURLEncoding.EncodeToString(token), hashToken(token)
}

func (k *Keeper) setCookie(w http.ResponseWriter, r *http.Request, value string) {
	c := k.cookie(r)
	c.Value, c.MaxAge = value, int((Lifetime+remembered)/time.Second)
	http.SetCookie(w, c)
}

func (k *Keeper) dropCookie(w http.ResponseWriter, r *http.Request) {
	c := k.cookie(r)
	c.MaxAge = -1
	http.SetCookie(w, c)
}
