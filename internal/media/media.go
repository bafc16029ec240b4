// Package media keeps the bytes of uploaded documents: checked, named by their content, and served so that a browser never
// runs them.
//
// What does not belong here: titles and what a document is about (package portal), who may upload or see it (the faces).
package media

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"kotakembar/internal/portal"
)

// DefaultLimit is the largest size of a file in bytes, unless a store says otherwise.
const DefaultLimit = 20 << 20

// Store is a folder of files named by their content: ab/cdef... for the hash abcdef...
type Store struct {
	root      *os.Root
	limit     int64
	strangers bool          // files come from people whom nobody knows
	desk      chan struct{} // holds whoever has a file in memory
}

// FromStrangers is the same store for files that come from people whom nobody knows: papers and pictures alone, in which nobody reads.
func (s *Store) FromStrangers() *Store {
	other := *s
	other.strangers = true
	return &other
}

// Open opens the folder, which is made if missing. A limit of 0 is DefaultLimit.
func Open(dir string, limit int64) (*Store, error) {
	if limit == 0 {
		limit = DefaultLimit
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("folder of files: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("folder of files: %w", err)
	}
	return &Store{root: root, limit: limit, desk: make(chan struct{}, 1)}, nil
}

// Close lets go of the folder.
func (s *Store) Close() error { return s.root.Close() }

// Keep reads a file to its end and keeps it. One that is too large, of another kind, or able to run something is a
// *portal.Invalid in the field "file", and nothing of it stays.
func (s *Store) Keep(ctx context.Context, from io.Reader) (portal.File, error) {
	return s.KeepNoted(ctx, from, func(portal.File) error { return nil })
}

// KeepNoted is Keep for a caller who must know of a file before it lies where files are found, such as one who may have to forget it
// again. If note fails, nothing of the file stays.
func (s *Store) KeepNoted(ctx context.Context, from io.Reader, note func(portal.File) error) (portal.File, error) {
	name := "new-" + rand.Text()
	kept, err := s.receive(ctx, name, from)
	if err == nil {
		err = note(kept)
	}
	if err == nil {
		err = s.settle(name, kept.Hash)
	}
	if err != nil {
		return portal.File{}, errors.Join(err, s.remove(name))
	}
	return kept, nil
}

// Forget removes the bytes of a kept file, at every width; of one that is gone already nothing is left to do.
func (s *Store) Forget(hash string) error {
	if !hashForm.MatchString(hash) {
		return portal.ErrNotFound
	}
	for _, width := range Widths {
		if err := s.remove(narrowed(hash, width)); err != nil {
			return err
		}
	}
	return s.remove(place(hash))
}

// receive streams the bytes into a temporary file, within the limit, and looks into it.
func (s *Store) receive(ctx context.Context, name string, from io.Reader) (kept portal.File, err error) {
	bounded := &io.LimitedReader{R: contextual{ctx, from}, N: s.limit + 1}
	if err := s.write(name, bounded, os.O_EXCL); err != nil {
		return kept, err
	}
	if bounded.N == 0 {
		return kept, refused("problem.file_large", int(s.limit>>20))
	}
	if kept, err = s.examine(ctx, name); err != nil {
		return kept, err
	}
	kept.Hash, err = s.sum(name)
	return kept, err
}

// write puts bytes into a file, for good.
func (s *Store) write(name string, from io.Reader, how int) (err error) {
	f, err := s.root.OpenFile(name, os.O_CREATE|os.O_WRONLY|how, 0o640)
	if err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := io.Copy(f, from); err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	return f.Sync()
}

// sum is the hash of a file as it lies there.
func (s *Store) sum(name string) (string, error) {
	f, err := s.root.Open(name)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), errors.Join(err, f.Close())
}

// settle gives the file its lasting name; the same bytes may be there already.
func (s *Store) settle(name, hash string) error {
	if err := s.root.Mkdir(hash[:2], 0o750); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("keep file: %w", err)
	}
	if err := s.root.Rename(name, place(hash)); err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	return errors.Join(s.sync(hash[:2]), s.sync("."))
}

// sync makes the names in a folder last through a crash of the machine.
func (s *Store) sync(folder string) error {
	d, err := s.root.Open(folder)
	if err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	return errors.Join(d.Sync(), d.Close())
}

func (s *Store) remove(name string) error {
	if err := s.root.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func place(hash string) string {
	if !hashForm.MatchString(hash) {
		return "nowhere"
	}
	return path.Join(hash[:2], hash[2:])
}

// contextual is a reader that ends with its context.
type contextual struct {
	ctx context.Context
	io.Reader
}

func (c contextual) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Reader.Read(p)
}

func refused(key string, args ...any) error {
	return &portal.Invalid{Problems: []portal.Problem{{Field: "file", Key: key, Args: args}}}
}
