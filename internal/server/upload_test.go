package server_test

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

// endless is a form with a file of any length, and how much of it was read.
type endless struct {
	head io.Reader
	left int64
	read int64
}

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.head.Read(p)
	if err == io.EOF {
		if e.left == 0 {
			return 0, io.EOF
		}
		n = int(min(e.left, int64(len(p))))
		e.left -= int64(n)
	}
	e.read += int64(n)
	return n, nil
}

func TestFileThatIsTooLargeIsRefusedWithItsLimitAndTheWayBack(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	editor := s.seated("asep", portal.Editor)
	const size, kind = 200 << 20, "multipart/form-data; boundary=x"
	head := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../besar.pdf\"\r\n\r\n%PDF-1.7\n"
	for _, told := range []bool{true, false} { // with its length, and in chunks
		for _, at := range []string{"/admin/documents/new", "/en/admin/documents/new"} {
			body := &endless{head: bytes.NewReader([]byte(head)), left: size}
			r := editor.request(http.MethodPost, at)
			r.Header.Set("Content-Type", kind)
			r.Body, r.ContentLength = io.NopCloser(body), -1
			if told {
				r.ContentLength = size + int64(len(head))
			}
			a := editor.ask(r)
			page := a.text("main")
			words := map[bool]string{true: "A file may have at most 20 MB", false: "Sebuah berkas paling besar 20 MB"}[strings.HasPrefix(at, "/en")]
			if a.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(page, words) || !strings.Contains(a.body, `href="`+at+`"`) {
				t.Errorf("%s: status %d: %s", at, a.StatusCode, page)
			}
			if told && body.read > 0 || body.read > 22<<20 {
				t.Errorf("%s: %d bytes were read", at, body.read)
			}
		}
	}
}
