// Package media keeps the bytes of uploaded documents: checked, named by their content, and served so that a browser never
// runs them.
//
// What does not belong here: titles and what a document is about (package portal), who may upload or see it (the faces).
package media

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"time"

	"kotakembar/internal/portal"
)

// DefaultLimit is the largest size of a file in bytes, unless a store says otherwise.
const DefaultLimit = 20 << 20

// Store keeps files named by their content: ab/cdef... for the hash abcdef... They come into a folder of this machine, and lie there or
// in a bucket that many nodes share.
type Store struct {
	root      *os.Root // where files come in
	shelf     shelf
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
	root, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	return newStore(root, folder{root}, limit), nil
}

// OpenBucket prepares to keep files in a bucket (s3://BUCKET/FOLDER?endpoint=https://HOST&region=NAME); into the folder dir they come. It
// does not wait for the bucket.
func OpenBucket(address string, key Key, dir string, limit int64) (*Store, error) {
	root, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	b, err := openBucket(address, key, root)
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return newStore(root, b, limit), nil
}

func openFolder(dir string) (*os.Root, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("folder of files: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("folder of files: %w", err)
	}
	return root, nil
}

func newStore(root *os.Root, s shelf, limit int64) *Store {
	return &Store{root: root, shelf: s, limit: cmp.Or(limit, DefaultLimit), desk: make(chan struct{}, 1)}
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
	file, err := s.receive(ctx, name, from)
	if err == nil {
		err = note(file)
	}
	if err == nil {
		err = kept(s.shelf.take(ctx, name, place(file.Hash)))
	}
	if err != nil {
		return portal.File{}, errors.Join(err, removed(s.root.Remove(name)))
	}
	return file, nil
}

// Forget removes the bytes of a kept file, at every width and in every form; of one that is gone already nothing is left to do.
func (s *Store) Forget(hash string) error {
	if !hashForm.MatchString(hash) {
		return portal.ErrNotFound
	}
	ctx, cancel := context.WithTimeout(context.Background(), forgetTime)
	defer cancel()
	for _, width := range Widths {
		for as := range forms {
			if err := s.shelf.remove(ctx, narrowed(hash, width, as)); err != nil {
				return err
			}
		}
	}
	return s.shelf.remove(ctx, place(hash))
}

// forgetTime is for all bytes of a file, wherever they lie.
const forgetTime = 20 * time.Second

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
	kept.Hash, err = sum(s.root.Open(name))
	return kept, err
}

// write puts bytes into a file that comes in, for good.
func (s *Store) write(name string, from io.Reader, how int) (err error) {
	f, err := s.root.OpenFile(name, os.O_CREATE|os.O_WRONLY|how, 0o640)
	if err != nil {
		return kept(err)
	}
	defer func() { err = errors.Join(err, kept(f.Close())) }()
	if _, err := io.Copy(f, from); err != nil {
		return kept(err)
	}
	return kept(f.Sync())
}

// sum is the hash of a file that was opened.
func sum[F io.ReadCloser](f F, err error) (string, error) {
	if err != nil {
		return "", err
	}
	bytes := sha256.New()
	_, err = io.Copy(bytes, f)
	return hex.EncodeToString(bytes.Sum(nil)), errors.Join(err, f.Close())
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
