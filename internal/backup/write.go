package backup

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"github.com/klauspost/compress/zstd"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// pieceSize is how many bytes of a table are held until they are written; a row may be longer.
const pieceSize = 1 << 20

// Write writes an archive of a dump and the files that it names. Files that are gone or spoilt do not keep it from the others; End
// names them.
func Write(ctx context.Context, to io.Writer, program string, at time.Time, d *store.Dump, files *media.Store, said Progress) (End, error) {
	packed, err := zstd.NewWriter(to, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return End{}, err
	}
	w := &writer{tar: tar.NewWriter(packed), at: at, said: said, End: End{Tables: map[string]Count{}, Absent: []Absent{}}}
	err = w.all(ctx, Begin{Format: format, Program: program, At: at.UTC(), Contents: d.Contents}, d, files)
	if err != nil {
		return w.End, errors.Join(err, packed.Close())
	}
	return w.End, errors.Join(w.tar.Close(), packed.Close())
}

// writer writes an archive and counts.
type writer struct {
	End
	tar  *tar.Writer
	at   time.Time
	said Progress
}

func (w *writer) all(ctx context.Context, begin Begin, d *store.Dump, files *media.Store) (err error) {
	if w.Begin, err = w.document(beginName, begin); err != nil {
		return err
	}
	for _, t := range d.Tables {
		if err := w.table(ctx, d, t); err != nil {
			return err
		}
	}
	hashes, err := d.Files(ctx)
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		if err := errors.Join(ctx.Err(), w.file(ctx, hash, files)); err != nil {
			return err
		}
	}
	_, err = w.document(endName, w.End)
	return err
}

// document writes a value as JSON and returns its hash.
func (w *writer) document(name string, v any) (sum string, err error) {
	said, err := json.MarshalIndent(v, "", "\t")
	if err != nil {
		return "", err
	}
	hashed := sha256.Sum256(said)
	return hex.EncodeToString(hashed[:]), w.entry(name, int64(len(said)), bytes.NewReader(said))
}

func (w *writer) entry(name string, size int64, from io.Reader) error {
	err := w.tar.WriteHeader(&tar.Header{Name: name, Size: size, Mode: 0o600, ModTime: w.at, Format: tar.FormatPAX})
	if err != nil {
		return err
	}
	_, err = io.Copy(w.tar, from)
	return err
}

func (w *writer) table(ctx context.Context, d *store.Dump, t store.TableRows) error {
	p := &pieces{writer: w, table: t.Name, sum: sha256.New()}
	rows, err := d.Rows(ctx, t, p)
	if err == nil {
		err = p.flush()
	}
	if err != nil {
		return err
	}
	w.Tables[t.Name] = Count{Rows: rows, Sum: hex.EncodeToString(p.sum.Sum(nil))}
	w.said(t.Name, rows)
	return nil
}

// pieces cuts the rows of a table into entries of the archive.
type pieces struct {
	*writer
	table string
	sum   hash.Hash
	held  bytes.Buffer
	n     int
}

func (p *pieces) Write(b []byte) (int, error) {
	p.sum.Write(b)
	p.held.Write(b)
	if p.held.Len() < pieceSize {
		return len(b), nil
	}
	return len(b), p.flush()
}

func (p *pieces) flush() error {
	if p.held.Len() == 0 {
		return nil
	}
	p.n++
	err := p.entry(pieceName(p.table, p.n), int64(p.held.Len()), &p.held)
	p.held.Reset()
	return err
}

func pieceName(table string, n int) string { return fmt.Sprintf("%s%s/%06d", tablesDir, table, n) }

// file writes a kept file that is what its hash says.
func (w *writer) file(ctx context.Context, hash string, files *media.Store) error {
	fault, err := files.Check(ctx, hash)
	if err != nil {
		return err
	}
	if fault != portal.FileSound {
		w.Absent = append(w.Absent, Absent{hash, fault})
		return nil
	}
	f, size, err := files.Bytes(ctx, hash)
	if errors.Is(err, portal.ErrNotFound) { // forgotten at this moment
		w.Absent = append(w.Absent, Absent{hash, portal.FileMissing})
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := w.entry(filesDir+hash, size, f); err != nil {
		return fmt.Errorf("file %s: %w", hash, err)
	}
	w.Files++
	w.Bytes += size
	w.said("files", w.Files)
	return nil
}
