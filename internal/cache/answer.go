package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// answer is one that is kept. What it says never changes once it is made.
type answer struct {
	header http.Header
	plain  []byte
	packs  bool // bytes of its kind become fewer by packing
	forms  [encodings]packed
	hash   string // of the bytes without encoding, hex
	epoch  uint64
	made   time.Time
}

// packed is a form that is made when first asked for, and then once however many ask.
type packed struct {
	sync.Once
	*form // nil where it is no smaller than the plain one
}

// form is an answer in one encoding.
type form struct {
	body   []byte
	whole  headers // of the whole answer
	unsent headers // where the reader holds it already (RFC 9110, 15.4.5)
}

// headers are those of an answer, also as they travel, with the empty line at their end.
type headers struct {
	fields []field
	lines  []byte
}

// field is a header, whose values are shared by all answers that carry it.
type field struct {
	name   string
	values []string
}

// perRequest are headers that belong to one request alone.
var perRequest = map[string]bool{"X-Request-Id": true, "Date": true}

// ofBody are headers that tell of the bytes and are left out with them.
var ofBody = map[string]bool{"Content-Type": true, "Content-Encoding": true, "Content-Length": true, "Content-Language": true}

// newAnswer keeps a recorded answer.
func newAnswer(rec *recorder, epoch uint64, made time.Time) *answer {
	plain := bytes.Clone(rec.body.Bytes()) // without the room that was left
	sum := sha256.Sum256(plain)
	return &answer{
		header: rec.header, plain: plain, packs: packs(rec.header.Get("Content-Type")),
		hash: hex.EncodeToString(sum[:12]), epoch: epoch, made: made,
	}
}

// in is the answer in an encoding, nil where that is no gain.
func (a *answer) in(e encoding) *form {
	p := &a.forms[e]
	p.Do(func() {
		body := e.encode(a.plain)
		if e == identity || len(body) < len(a.plain) {
			p.form = a.form(e, body)
		}
	})
	return p.form
}

// form is the answer with a body in an encoding. A strong tag names exact bytes (RFC 9110, 8.8.3), so each encoding has its own.
func (a *answer) form(e encoding, body []byte) *form {
	h := a.header.Clone()
	h.Set("ETag", a.tag(e))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if e != identity {
		h.Set("Content-Encoding", e.String())
	}
	if !strings.Contains(strings.Join(h.Values("Vary"), ","), "Accept-Encoding") {
		h.Add("Vary", "Accept-Encoding")
	}
	f := &form{body: body}
	maps.DeleteFunc(h, func(name string, _ []string) bool { return perRequest[name] })
	f.whole = newHeaders(h)
	maps.DeleteFunc(h, func(name string, _ []string) bool { return ofBody[name] })
	f.unsent = newHeaders(h)
	return f
}

func newHeaders(h http.Header) (made headers) {
	for name, values := range h {
		made.fields = append(made.fields, field{name, values})
	}
	var lines bytes.Buffer
	_ = h.Write(&lines) // a buffer takes everything
	made.lines = append(lines.Bytes(), "\r\n"...)
	return made
}

// tag names the bytes of the answer in an encoding.
func (a *answer) tag(e encoding) string {
	if e == identity {
		return `"` + a.hash + `"`
	}
	return `"` + a.hash + "-" + e.String() + `"`
}

// known tells whether the reader holds the answer, in whichever encoding it came to them.
func (a *answer) known(tags string) bool {
	if tags == "" {
		return false
	}
	for one := range strings.SplitSeq(tags, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || strings.HasPrefix(one, `"`+a.hash) {
			return true
		}
	}
	return false
}

// serve gives the answer in the encoding that the reader takes.
func (a *answer) serve(w http.ResponseWriter, r *http.Request) {
	f, known := a.fit(r)
	if known {
		f.unsent.put(w.Header())
		w.WriteHeader(http.StatusNotModified)
		return
	}
	f.whole.put(w.Header())
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(f.body) // a reader who is gone is no error
	}
}

// fit is the form that a reader takes best; known tells that they hold the answer already.
func (a *answer) fit(r *http.Request) (f *form, known bool) {
	return a.choose(r.Header.Get("Accept-Encoding")), a.known(r.Header.Get("If-None-Match"))
}

func (list headers) put(h http.Header) {
	for _, one := range list.fields {
		h[one.name] = one.values
	}
}

// weight is about what the answer takes of the memory in all its forms, in bytes: packed they are a third of the plain one at most.
func (a *answer) weight(key string) uint32 {
	const around = 8 << 10                            // headers and bookkeeping
	return uint32(around + len(key) + 2*len(a.plain)) // far below its limit: see largest
}
