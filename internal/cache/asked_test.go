package cache

import (
	"bufio"
	"bytes"
	"net/http"
	"testing"
)

// What is taken for a usual request, net/http takes as the same one, and as a whole one.
func FuzzAsked(f *testing.F) {
	for _, usual := range []string{
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET /mitra?q=%41&x HTTP/1.1\r\nhOST:a:80\r\nCookie: a=b; c=d \r\nACCEPT-encoding:\tgzip\r\nIf-None-Match: \"a\", W/\"b\"\r\n\r\n",
		"GET /a HTTP/1.1\r\nHost: a\r\nConnection: Keep-Alive\r\nX-Forwarded-Proto: https\r\nUser-Agent: x\xff\r\n\r\n",
		"GET /a#b HTTP/1.1\r\nHost: a\r\nCookie:\r\n\r\n",
	} {
		if !newAsked("").read([]byte(usual)) {
			f.Errorf("not taken: %q", usual)
		}
		f.Add([]byte(usual))
	}
	for _, unusual := range []string{
		"", "\r\n", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\r\n\r\n", "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
		"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\nHost: a\r\n\r\n", "get / HTTP/1.1\r\nHost: a\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost:\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: \r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
		"GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: y\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nCookie: a\r\nCookie: b\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\nx", "GET / HTTP/1.1\r\nHost: a\x00\r\n\r\n",
	} {
		if newAsked("").read([]byte(unusual)) {
			f.Errorf("taken: %q", unusual)
		}
		f.Add([]byte(unusual))
	}
	ours := newAsked("")
	f.Fuzz(func(t *testing.T, b []byte) {
		if !ours.read(b) {
			return
		}
		rest := bufio.NewReader(bytes.NewReader(b))
		theirs, err := http.ReadRequest(rest)
		if err != nil {
			t.Fatalf("%q: net/http says %v", b, err)
		}
		if rest.Buffered() > 0 || theirs.Body != http.NoBody || theirs.Close || !theirs.ProtoAtLeast(1, 1) {
			t.Errorf("%q: net/http reads another request: %+v, %d bytes left", b, theirs, rest.Buffered())
		}
		if theirs.Method != ours.request.Method || theirs.Host != ours.request.Host || theirs.RequestURI != ours.request.RequestURI {
			t.Errorf("%q: %s %q %q and %q %q", b, theirs.Method, theirs.Host, theirs.RequestURI, ours.request.Host, ours.request.RequestURI)
		}
		for _, name := range read {
			if name != "Host" && theirs.Header.Get(name) != ours.request.Header.Get(name) {
				t.Errorf("%q: %s is %q and %q", b, name, theirs.Header.Get(name), ours.request.Header.Get(name))
			}
		}
	})
}
