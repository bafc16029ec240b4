package media

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"

	"kotakembar/internal/portal"
)

// Check compares the bytes of a kept file with its hash.
func (s *Store) Check(ctx context.Context, hash string) (portal.FileFault, error) {
	sum, err := sum(s.shelf.open(ctx, place(hash)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return portal.FileMissing, nil
	case err != nil:
		return portal.FileSound, err
	case sum != hash:
		return portal.FileChanged, nil
	}
	return portal.FileSound, nil
}

// Each tells of every file that lies where kept files do, by the hash in its name; what is on its way in, and images at other widths,
// are passed over.
func (s *Store) Each(ctx context.Context, take func(hash string, size int64) error) error {
	return s.shelf.each(ctx, func(at string, size int64) error {
		if hash := path.Dir(at) + path.Base(at); hashForm.MatchString(hash) {
			return take(hash, size)
		}
		return nil
	})
}

// Read opens the bytes of a kept file; portal.ErrNotFound where there are none.
func (s *Store) Read(ctx context.Context, hash string) (io.ReadSeekCloser, error) {
	if !hashForm.MatchString(hash) {
		return nil, portal.ErrNotFound
	}
	f, err := s.shelf.open(ctx, place(hash))
	return f, missing(err)
}
