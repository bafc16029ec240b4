package media

import (
	"context"
	"errors"
	"io/fs"
	"path"

	"kotakembar/internal/portal"
)

// Check compares the bytes of a kept file with its hash.
func (s *Store) Check(hash string) (portal.FileFault, error) {
	sum, err := s.sum(place(hash))
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
	return fs.WalkDir(s.root.FS(), ".", func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return errors.Join(err, ctx.Err())
		}
		hash := path.Dir(at) + path.Base(at)
		if !hashForm.MatchString(hash) {
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // forgotten meanwhile
		}
		if err != nil {
			return err
		}
		return take(hash, info.Size())
	})
}
