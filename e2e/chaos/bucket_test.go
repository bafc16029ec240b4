package chaos

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The key to the bucket, and its name.
const (
	keyID, keySecret = "kembar", "rahasia-uji-saja"
	bucketName       = "kembar"
)

// newBucket runs an S3 server over a folder, and returns the settings by which nodes find it.
func newBucket(t *testing.T) (settings []string, folder string) {
	t.Helper()
	dir := t.TempDir()
	folder = filepath.Join(dir, bucketName)
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	built := filepath.Join(dir, "versitygw")
	build := exec.Command("go", "build", "-o", built, "github.com/versity/versitygw/cmd/versitygw")
	build.Dir = "../s3" // a module of its own, so that what it needs stays out of ours
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the S3 server: %v\n%s", err, said)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	_ = listener.Close()
	server := exec.Command(built, "--port", address, "--access", keyID, "--secret", keySecret, "posix", dir)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	for begun := time.Now(); ; time.Sleep(pause) {
		conn, err := net.Dial("tcp", address)
		if err == nil {
			_ = conn.Close()
			break
		}
		if time.Since(begun) > patience {
			t.Fatal(err)
		}
	}
	return []string{
		fmt.Sprintf("KOTAKEMBAR_FILES=s3://%s/berkas?endpoint=http://%s&region=us-east-1", bucketName, address),
		"KOTAKEMBAR_FILES_KEY=" + keyID, "KOTAKEMBAR_FILES_SECRET=" + keySecret,
	}, folder
}

func TestFilesInABucketAreTheSameOnEveryNode(t *testing.T) {
	d := newDatabase(t)
	settings, folder := newBucket(t)
	one, two := newNode(t, d.url, settings...), newNode(t, d.url, settings...)
	w, elsewhere := newWriter(t, "berkas", one.url()), newWriter(t, "lain", two.url())
	data := paper(0, 5<<20)
	slug := publishPaper(t, w, data, d.number("select min(id) from agreements"))
	for range 2 { // the same bytes a second time, from the other node
		if a := must(t)(elsewhere.upload(data)); a.status != http.StatusOK {
			t.Fatalf("status %d: %s", a.status, a.body)
		}
	}
	var found []string
	_ = filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			found = append(found, path)
		}
		return err
	})
	if len(found) != 1 {
		t.Errorf("in the bucket lie %v", found)
	}
	readParts(t, two.url()+slug, data)
	for _, n := range []*node{one, two} {
		if said := check(t, n, 0); !strings.Contains(said, "files: fine") {
			t.Errorf("check says %s", said)
		}
	}
	if err := os.WriteFile(found[0], data[:len(data)-1], 0o644); err != nil {
		t.Fatal(err)
	}
	if said := check(t, one, 1); !strings.Contains(said, "changed") && !strings.Contains(said, "missing") {
		t.Errorf("of a file that was changed in the bucket, check says %s", said)
	}
}

// check has a copy of the program compare all files.
func check(t *testing.T, n *node, code int) string {
	t.Helper()
	c := exec.Command(program, "check", "--files")
	c.Env = n.env
	said, _ := c.CombinedOutput()
	if c.ProcessState.ExitCode() != code {
		t.Errorf("check ends with %d: %s", c.ProcessState.ExitCode(), said)
	}
	return string(said)
}

// publishPaper publishes a document of an agreement with its file and returns the address of the file.
func publishPaper(t *testing.T, w *writer, data []byte, agreement int) string {
	t.Helper()
	staged := must(t)(w.upload(data))
	_, hash, ok := strings.Cut(staged.body, `"hash":"`)
	if staged.status != http.StatusOK || !ok {
		t.Fatalf("status %d: %s", staged.status, staged.body)
	}
	hash, _, _ = strings.Cut(hash, `"`)
	action, form := w.form(must(t)(w.get("/admin/documents/new")), "form#answers")
	for name, v := range map[string]string{
		"title_id": "Naskah", "title_en": "Text", "alt_text_id": "Naskah", "alt_text_en": "Text", "language": "id", "file_kept": hash,
		"about": fmt.Sprintf("agreement:%d", agreement), "reason": "uji", "do": "submit",
	} {
		form.Set(name, v)
	}
	sent := must(t)(w.sendParts(action, form, nil))
	if sent.status != http.StatusSeeOther {
		_, said, _ := strings.Cut(sent.body, "error-summary")
		t.Fatalf("status %d: %.400s", sent.status, said)
	}
	change, _, _ := strings.Cut(sent.to, "?")
	decide, verdict := w.form(must(t)(w.get(change)), `form[action$="/decide"]`)
	verdict.Set("verdict", "apply")
	if got := must(t)(w.post(decide, verdict)).status; got != http.StatusSeeOther {
		t.Fatalf("status %d", got)
	}
	return "/dokumen/" + hash
}

// readParts reads a file whole and in parts.
func readParts(t *testing.T, at string, data []byte) {
	t.Helper()
	for asked, want := range map[string][]byte{"": data, "bytes=1000-1999": data[1000:2000], "bytes=-10": data[len(data)-10:]} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, at, nil)
		if err != nil {
			t.Fatal(err)
		}
		if asked != "" {
			r.Header.Set("Range", asked)
		}
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(a.Body)
		_ = a.Body.Close()
		if err != nil || string(got) != string(want) {
			t.Errorf("%q: status %d, %d bytes in place of %d, %v", asked, a.StatusCode, len(got), len(want), err)
		}
	}
}
