package cache

import (
	"bytes"
	"net/http"
	"strings"
)

// asked is a request as far as an answer that is ready can depend on it.
type asked struct {
	request http.Request
	seen    [len(read)]string // what was read of each header
}

// read are the headers that are looked at, and that a usual request has once at most.
var read = [...]string{"Host", "Cookie", "Accept-Encoding", "If-None-Match", "X-Forwarded-Proto", "Connection"}

// The places of read.
const (
	host = iota
	cookie
	acceptEncoding
	ifNoneMatch
	forwardedProto
	connection
)

// unusual are headers of requests that have a body, or ask for another kind of answer or connection.
var unusual = [...]string{"Content-Length", "Transfer-Encoding", "Expect", "Upgrade", "Trailer", "TE", "HTTP2-Settings", "Proxy-Connection"}

func newAsked(remote string) *asked {
	return &asked{request: http.Request{
		Method: http.MethodGet, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, RemoteAddr: remote, Header: http.Header{},
	}}
}

// read takes in bytes if they are one request by GET, whole and with nothing before or behind, that is usual in every respect: written as
// RFC 9112 says, without a body, and on a connection that stays. What it takes, net/http takes as the same; not the other way round.
func (a *asked) read(b []byte) bool {
	const method, version = "GET ", " HTTP/1.1"
	line, rest, ok := nextLine(b)
	if !ok || !bytes.HasPrefix(line, []byte(method)) || !bytes.HasSuffix(line, []byte(version)) || len(line) <= len(method)+len(version) {
		return false
	}
	target := line[len(method) : len(line)-len(version)]
	if target[0] != '/' || !visible(target) || !escaped(target) {
		return false
	}
	var found [len(read)][]byte
	for {
		if line, rest, ok = nextLine(rest); !ok {
			return false
		}
		if len(line) == 0 {
			break
		}
		if !sort(line, &found) {
			return false
		}
	}
	stays := len(found[connection]) == 0 || equalFold(found[connection], "keep-alive")
	if len(rest) > 0 || len(found[host]) == 0 || !visible(found[host]) || !stays {
		return false
	}
	a.take(target, &found)
	return true
}

// sort puts the value of a header where it is looked for; ok is false for one that is not usual.
func sort(line []byte, found *[len(read)][]byte) (ok bool) {
	name, value, ok := bytes.Cut(line, []byte(":"))
	if !ok || !token(name) {
		return false
	}
	for i, one := range read {
		if len(one) == len(name) && equalFold(name, one) {
			if found[i] != nil {
				return false
			}
			if found[i] = bytes.Trim(value, " \t"); found[i] == nil {
				found[i] = []byte{} // was there, and says nothing
			}
			return true
		}
	}
	for _, one := range unusual {
		if len(one) == len(name) && equalFold(name, one) {
			return false
		}
	}
	return true
}

// take makes the request of what was read. Readers ask the same again and again, so that little of it is new.
func (a *asked) take(target []byte, found *[len(read)][]byte) {
	if string(target) != a.request.RequestURI {
		a.request.RequestURI = string(target)
	}
	for i, value := range found {
		if string(value) == a.seen[i] {
			continue
		}
		a.seen[i] = string(value)
		switch {
		case i == host:
			a.request.Host = a.seen[i]
		case len(value) == 0:
			a.request.Header.Del(read[i])
		default:
			a.request.Header.Set(read[i], a.seen[i])
		}
	}
}

// nextLine cuts off a line that ends as it must and holds no control characters.
func nextLine(b []byte) (line, rest []byte, ok bool) {
	end := bytes.IndexByte(b, '\n')
	if end < 1 || b[end-1] != '\r' {
		return nil, nil, false
	}
	line = b[:end-1]
	for _, c := range line {
		if c < ' ' && c != '\t' || c == 0x7f {
			return nil, nil, false
		}
	}
	return line, b[end+1:], true
}

// visible tells whether all characters are of those that ASCII shows.
func visible(b []byte) bool {
	for _, c := range b {
		if c <= ' ' || c > '~' {
			return false
		}
	}
	return true
}

// escaped tells whether each percent sign begins an escape (RFC 3986, 2.1).
func escaped(target []byte) bool {
	for {
		at := bytes.IndexByte(target, '%')
		if at < 0 {
			return true
		}
		if target = target[at+1:]; len(target) < 2 || !hexadecimal(target[0]) || !hexadecimal(target[1]) {
			return false
		}
	}
}

func hexadecimal(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// token tells whether b can be the name of a header (RFC 9110, 5.6.2).
func token(b []byte) bool {
	for _, c := range b {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	return len(b) > 0
}

// equalFold tells whether b is a word in ASCII, in whatever case.
func equalFold(b []byte, word string) bool {
	if len(b) != len(word) {
		return false
	}
	for i, c := range b {
		if c != word[i] && (c|0x20 != word[i]|0x20 || c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}
