package localpg

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const temporaryPrefix = "kotakembar-volatile-"

// memory is where Linux shows a part of its memory as a folder; a container may have given it little.
const (
	memory     = "/dev/shm"
	memoryRoom = 4 << 30 // bytes that must be free, for several servers side by side
)

// claimTemporary makes a temporary folder, and first clears away those whose program was killed.
func (s *Server) claimTemporary(ctx context.Context) error {
	user, err := serverAccount("")
	if err != nil {
		return err
	}
	root := volatileRoot(user)
	s.sweep(ctx, root)
	if s.Dir, err = os.MkdirTemp(root, temporaryPrefix); err != nil {
		return err
	}
	s.temporary = true
	if err = os.Chmod(s.Dir, 0o755); err == nil {
		s.lock, err = lock(filepath.Join(s.Dir, "lock"))
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(s.Dir))
	}
	return nil
}

// volatileRoot is where temporary folders stand: in the memory of the machine where it has room and nobody has chosen a folder,
// because most of what a database of a test costs is the making of its files.
func volatileRoot(user account) string {
	if os.Getenv("TMPDIR") == "" && memoryFree() >= memoryRoom && user.reaches(memory) {
		return memory
	}
	return temporaryRoot(user)
}

// sweep removes the temporary folders that no program holds. A young one may be just about to be locked, so it stays.
func (s *Server) sweep(ctx context.Context, root string) {
	found, _ := filepath.Glob(filepath.Join(root, temporaryPrefix+"*")) // the only error is a bad pattern
	for _, dir := range found {
		info, err := os.Lstat(dir)
		if err != nil || !info.IsDir() || time.Since(info.ModTime()) < time.Minute {
			continue
		}
		if err := removeAbandoned(ctx, dir, s); err != nil {
			s.Log.Debug("left behind", "folder", dir, "error", err)
		}
	}
}

func removeAbandoned(ctx context.Context, dir string, s *Server) error {
	f, err := lock(filepath.Join(dir, "lock"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := stopOrphan(ctx, filepath.Join(dir, "data"), s.Log); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}
