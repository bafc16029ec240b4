package chaos

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// paper is a PDF of about so many bytes, another one for each number.
func paper(n byte, size int) []byte {
	head := []byte("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%")
	return append(head, bytes.Repeat([]byte{'a' + n}, size)...)
}

// upload sends a file ahead of its form, as the script of a form does.
func (w *writer) upload(data []byte) (answer, error) { return w.sendParts("/admin/files", nil, data) }

// sendParts sends a form that may carry a file.
func (w *writer) sendParts(action string, form url.Values, file []byte) (answer, error) {
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for name := range form {
		_ = parts.WriteField(name, form.Get(name)) // a buffer takes everything
	}
	if file != nil {
		part, err := parts.CreateFormFile("file", "naskah.pdf")
		if err != nil {
			return answer{}, err
		}
		_, _ = part.Write(file)
	}
	_ = parts.Close()
	r, err := http.NewRequest(http.MethodPost, w.base+action, &body)
	if err != nil {
		return answer{}, err
	}
	r.Header.Set("Content-Type", parts.FormDataContentType())
	return w.send(r)
}

func TestFullDiskRefusesAFileInWordsAndKeepsNothingOfIt(t *testing.T) {
	const room = 3 << 20
	data := t.TempDir()
	files := filepath.Join(data, "files")
	if err := os.Mkdir(files, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", files, "tmpfs", 0, "size=3m"); err != nil {
		t.Skipf("a small disk cannot be made here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(files, syscall.MNT_DETACH) })
	n := newNode(t, newDatabase(t).url, "KOTAKEMBAR_DATA="+data)
	w := newWriter(t, "penuh", n.url())
	if a := must(t)(w.upload(paper(0, room/2))); a.status != http.StatusOK {
		t.Fatalf("status %d", a.status)
	}
	a := must(t)(w.upload(paper(1, room*2/3)))
	if a.status != http.StatusInsufficientStorage || !strings.Contains(a.body, "Tidak ada tempat lagi") {
		t.Errorf("a file for which there is no room is answered with %d", a.status)
	}
	left, err := filepath.Glob(filepath.Join(files, "new-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("what is left of it: %v, %v", left, err)
	}
	if a := must(t)(w.upload(paper(2, room/10))); a.status != http.StatusOK {
		t.Errorf("a small one after it is answered with %d", a.status)
	}
	if a := must(t)(w.get("/mitra")); a.status != http.StatusOK {
		t.Errorf("a page is answered with %d", a.status)
	}
}
