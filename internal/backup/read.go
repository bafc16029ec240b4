package backup

import (
	"archive/tar"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"

	"kotakembar/internal/store"
)

// Limits of what is read into memory, in bytes.
const (
	documentLimit = 16 << 20
	windowLimit   = 64 << 20
)

var errOther = errors.New("this is no backup of this program")

// into is where the parts of an archive go while it is read.
type into struct {
	begin func(Begin) error
	table func(t store.TableRows, from io.Reader) (rows int64, err error) // reads to the end
	file  func(hash string, from io.Reader) error
}

// Check reads an archive to its end and compares everything with its hashes and counts.
func Check(ctx context.Context, from io.Reader, said Progress) (Begin, End, error) {
	return read(ctx, from, said, into{
		begin: func(Begin) error { return nil },
		table: func(_ store.TableRows, from io.Reader) (int64, error) {
			lines := &lineCounter{}
			_, err := io.Copy(lines, from)
			return lines.n, err
		},
		file: func(hash string, from io.Reader) error {
			sum := sha256.New()
			if _, err := io.Copy(sum, from); err != nil {
				return err
			}
			if hex.EncodeToString(sum.Sum(nil)) != hash {
				return fmt.Errorf("file %s is not what its name says", hash)
			}
			return nil
		},
	})
}

// lineCounter counts lines; a row is one, since copy writes what ends a line inside of a value otherwise.
type lineCounter struct{ n int64 }

func (l *lineCounter) Write(b []byte) (int, error) {
	for _, c := range b {
		if c == '\n' {
			l.n++
		}
	}
	return len(b), nil
}

// read takes an archive apart. What it gives to the parts is worth nothing until it returns without an error.
func read(ctx context.Context, from io.Reader, said Progress, to into) (Begin, End, error) {
	unpacked, err := zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(windowLimit))
	if err != nil {
		return Begin{}, End{}, err
	}
	defer unpacked.Close()
	r := &reader{ctx: ctx, tar: tar.NewReader(unpacked), into: to, said: said, seen: End{Tables: map[string]Count{}}}
	if err := r.all(); err != nil {
		return r.begun, r.end, err
	}
	if _, err := io.Copy(io.Discard, unpacked); err != nil { // the sum of the whole stands at the very end
		return r.begun, r.end, damaged("its last bytes: %w", err)
	}
	return r.begun, r.end, nil
}

// reader reads an archive and counts.
type reader struct {
	into
	ctx   context.Context // of the one call of read
	tar   *tar.Reader
	said  Progress
	next  string // the entry that is read now; empty after the last
	size  int64
	begun Begin
	seen  End
	end   End
}

func (r *reader) all() error {
	if err := r.opening(); err != nil {
		return err
	}
	for _, t := range r.begun.Tables {
		if err := r.rows(t); err != nil {
			return err
		}
	}
	for strings.HasPrefix(r.next, filesDir) {
		if err := r.kept(strings.TrimPrefix(r.next, filesDir)); err != nil {
			return err
		}
	}
	return r.closing()
}

// advance goes to the next entry.
func (r *reader) advance() error {
	h, err := r.tar.Next()
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.Is(err, io.EOF):
		r.next, r.size = "", 0
		return nil
	case err != nil:
		return damaged("after %s: %w", cmp.Or(r.next, "its first byte"), err)
	}
	r.next, r.size = h.Name, h.Size
	return nil
}

// opening reads what the archive holds.
func (r *reader) opening() error {
	if err := r.advance(); err != nil {
		return fmt.Errorf("%w: %w", errOther, err)
	}
	if r.next != beginName {
		return errOther
	}
	sum, err := r.document(&r.begun)
	if err != nil {
		return err
	}
	r.seen.Begin = sum
	switch {
	case r.begun.Format > format:
		return fmt.Errorf("%w (its format is %d)", store.ErrNewer, r.begun.Format)
	case len(r.begun.Steps) == 0 || len(r.begun.Tables) == 0:
		return damaged("it holds no tables")
	}
	return r.begin(r.begun)
}

// document reads an entry as JSON, goes on to the next, and returns the hash.
func (r *reader) document(v any) (sum string, err error) {
	name := r.next
	if r.size > documentLimit {
		return "", damaged("%s is too long", name)
	}
	said, err := io.ReadAll(r.tar)
	if err != nil {
		return "", damaged("%s: %w", name, err)
	}
	if err := json.Unmarshal(said, v); err != nil {
		return "", damaged("%s: %w", name, err)
	}
	hashed := sha256.Sum256(said)
	return hex.EncodeToString(hashed[:]), r.advance()
}

// rows reads all pieces of a table.
func (r *reader) rows(t store.TableRows) error {
	p := &joined{reader: r, table: t.Name, n: 1, sum: sha256.New()}
	var n int64
	if r.next == pieceName(t.Name, 1) {
		var err error
		if n, err = r.table(t, p); p.err != nil {
			return p.err // and what the database makes of it is of no interest
		} else if err != nil {
			return err
		}
	}
	r.seen.Tables[t.Name] = Count{Rows: n, Sum: hex.EncodeToString(p.sum.Sum(nil))}
	r.said(t.Name, n)
	return nil
}

// kept reads a file.
func (r *reader) kept(hash string) error {
	whole := &faulty{from: r.tar}
	err := r.file(hash, whole)
	if whole.err != nil {
		return damaged("file %s: %w", hash, whole.err)
	}
	if err != nil {
		return err
	}
	r.seen.Files++
	r.seen.Bytes += r.size
	r.said("files", r.seen.Files)
	return r.advance()
}

// closing compares what was read with what was written.
func (r *reader) closing() error {
	if r.next != endName {
		return damaged("it ends before its end, or %q is out of its order", r.next)
	}
	if _, err := r.document(&r.end); err != nil {
		return err
	}
	if r.next != "" {
		return damaged("%q comes after its end", r.next)
	}
	if r.seen.Begin != r.end.Begin || len(r.seen.Tables) != len(r.end.Tables) {
		return damaged("its beginning is not what it was")
	}
	for _, t := range r.begun.Tables {
		if r.seen.Tables[t.Name] != r.end.Tables[t.Name] {
			return damaged("the rows of table %s are not what they were", t.Name)
		}
	}
	if r.seen.Files != r.end.Files || r.seen.Bytes != r.end.Bytes {
		return damaged("%d files of %d bytes are not %d of %d", r.seen.Files, r.seen.Bytes, r.end.Files, r.end.Bytes)
	}
	return nil
}
