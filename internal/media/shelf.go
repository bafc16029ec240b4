package media

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"syscall"
)

// Errors of the place where files lie. Nothing of a file stays that could not be kept.
var (
	ErrFull = errors.New("no room for the file")
	ErrAway = errors.New("the place where files lie does not answer as it should")
)

// shelf is where files lie for good, each at a place that its content names. A place that is empty is fs.ErrNotExist.
type shelf interface {
	// take moves a file that has come in to its place. The same bytes may lie there already.
	take(ctx context.Context, name, at string) error
	open(ctx context.Context, at string) (io.ReadSeekCloser, error)
	has(ctx context.Context, at string) (bool, error)
	remove(ctx context.Context, at string) error
	each(ctx context.Context, tell func(at string, size int64) error) error
}

// folder is a shelf on the disk of this machine: the folder into which files come, too.
type folder struct{ root *os.Root }

func (f folder) take(_ context.Context, name, at string) error {
	if err := f.root.Mkdir(path.Dir(at), 0o750); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := f.root.Rename(name, at); err != nil {
		return err
	}
	return errors.Join(f.sync(path.Dir(at)), f.sync("."))
}

// sync makes the names in a folder last through a crash of the machine.
func (f folder) sync(at string) error {
	d, err := f.root.Open(at)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func (f folder) open(_ context.Context, at string) (io.ReadSeekCloser, error) { return f.root.Open(at) }

func (f folder) has(_ context.Context, at string) (bool, error) {
	_, err := f.root.Stat(at)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (f folder) remove(_ context.Context, at string) error { return removed(f.root.Remove(at)) }

func (f folder) each(ctx context.Context, tell func(at string, size int64) error) error {
	return fs.WalkDir(f.root.FS(), ".", func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return errors.Join(err, ctx.Err())
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // forgotten meanwhile
		}
		if err != nil {
			return err
		}
		return tell(at, info.Size())
	})
}

// removed is what is wrong with a removal; what is gone already is well gone.
func removed(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// kept is what is wrong with the keeping of a file.
func kept(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("%w: %w", ErrFull, err)
	}
	return fmt.Errorf("keep file: %w", err)
}
