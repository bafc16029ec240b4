package media

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
)

// Bytes opens a kept file as it lies there, and tells its size. One that is not there is portal.ErrNotFound.
func (s *Store) Bytes(ctx context.Context, hash string) (io.ReadCloser, int64, error) {
	f, err := s.Read(ctx, hash)
	if err != nil {
		return nil, 0, err
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, size, nil
}

// TakeBack keeps bytes that were kept before under their hash, and tells whether they were not there. Other bytes are refused.
func (s *Store) TakeBack(ctx context.Context, hash string, from io.Reader) (fresh bool, err error) {
	if there, err := s.shelf.has(ctx, place(hash)); err != nil || there {
		return false, err
	}
	name := "new-" + rand.Text()
	err = s.write(name, contextual{ctx, from}, os.O_EXCL)
	if err == nil {
		var is string
		if is, err = sum(s.root.Open(name)); err == nil && is != hash {
			err = fmt.Errorf("file %s is not what its name says", hash)
		}
	}
	if err == nil {
		err = kept(s.shelf.take(ctx, name, place(hash)))
	}
	if err != nil {
		return false, errors.Join(err, removed(s.root.Remove(name)))
	}
	return true, nil
}
