package media

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Bytes opens a kept file as it lies there, and tells its size. One that is not there is portal.ErrNotFound.
func (s *Store) Bytes(hash string) (io.ReadCloser, int64, error) {
	f, err := s.root.Open(place(hash))
	if err != nil {
		return nil, 0, missing(err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// TakeBack keeps bytes that were kept before under their hash, and tells whether they were not there. Other bytes are refused.
func (s *Store) TakeBack(ctx context.Context, hash string, from io.Reader) (fresh bool, err error) {
	if _, err := s.root.Stat(place(hash)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	} else if err == nil {
		return false, nil
	}
	name := "new-" + rand.Text()
	err = s.write(name, contextual{ctx, from}, os.O_EXCL)
	if err == nil {
		var sum string
		if sum, err = s.sum(name); err == nil && sum != hash {
			err = fmt.Errorf("file %s is not what its name says", hash)
		}
	}
	if err == nil {
		err = s.settle(name, hash)
	}
	if err != nil {
		return false, errors.Join(err, s.remove(name))
	}
	return true, nil
}
