package media

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"
)

// Reading a PDF for its words is left to a process of its own: files come from anybody, and whatever one does to a reader (loops,
// bombs, a stack without end), the site must not notice.

// Bounds of the reading of one PDF.
const (
	readTime   = 10 * time.Second
	readMemory = 512 << 20 // bytes that the process may have
	mostPages  = 500
)

// ErrUnread is the error of a kept file in which what is looked for was not found: the reader of a PDF gave up or was stopped, or the
// bytes of an image are not what they were.
var ErrUnread = errors.New("the file could not be read")

// Words has the command read the words of a kept PDF, which it gets as its input; ReadWords is what it does. Empty where it holds none.
func (s *Store) Words(ctx context.Context, hash string, command ...string) (string, error) {
	f, err := s.near(ctx, hash)
	if err != nil {
		return "", err
	}
	defer f.Close()
	ctx, cancel := context.WithTimeout(ctx, readTime)
	defer cancel()
	said := bytes.Buffer{}
	reader := exec.CommandContext(ctx, command[0], command[1:]...)
	reader.Dir, reader.Env = "/", []string{"GOMAXPROCS=1"} // it knows nothing of the site
	reader.Stdin, reader.Stdout = f, &limited{to: &said, left: mostWords}
	reader.WaitDelay = time.Second
	if err := reader.Run(); err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnread, err)
	}
	return strings.TrimSpace(strings.ToValidUTF8(said.String(), "")), nil
}

// near opens a kept file on the disk of this machine; one that lies elsewhere is brought there for as long as it is open.
func (s *Store) near(ctx context.Context, hash string) (*os.File, error) {
	from, err := s.Read(ctx, hash)
	if err != nil {
		return nil, err
	}
	if f, here := from.(*os.File); here {
		return f, nil
	}
	defer from.Close()
	name := "near-" + rand.Text()
	if err := s.write(name, from, os.O_EXCL); err != nil {
		return nil, errors.Join(err, removed(s.root.Remove(name)))
	}
	f, err := s.root.Open(name)
	return f, errors.Join(err, removed(s.root.Remove(name))) // its bytes stay until it is closed
}

// limited takes so many bytes and forgets the others.
type limited struct {
	to   io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n, err := l.to.Write(p[:min(len(p), l.left)])
	l.left -= n
	return len(p), err
}

// ReadWords writes the words of a PDF, page by page, within bounds that end the process where they are passed. It is for a process
// that does nothing else.
func ReadWords(from io.ReaderAt, size int64, to io.Writer) (err error) {
	if err := confine(readMemory, readTime); err != nil {
		return err
	}
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%v", broken)
		}
	}()
	r, err := pdf.NewReader(from, size)
	if err != nil {
		return err
	}
	out := &limited{to: to, left: mostWords}
	for n := 1; n <= min(r.NumPage(), mostPages) && out.left > 0; n++ {
		if _, err := io.WriteString(out, pageWords(r, n)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// pageWords are the words of one page; of a broken one there are none.
func pageWords(r *pdf.Reader, n int) (words string) {
	defer func() { _ = recover() }()
	said, err := r.Page(n).GetPlainText(nil)
	if err != nil {
		return ""
	}
	return strings.ReplaceAll(norm.NFKC.String(said), "\uFFFD", "") // ligatures as their letters; nothing for letters that the font does not name
}
