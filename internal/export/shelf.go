package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// makeTime is how long making one file may take.
const makeTime = 5 * time.Minute

// Shelf keeps the files of a register ready on this node: each is made when it is first asked for after the register has changed,
// by one maker at a time, and then given out from disk however often and slowly it is read.
type Shelf struct {
	Register
	dir    string
	making singleflight.Group
	turn   *semaphore.Weighted
	mu     sync.Mutex
	copies map[string]*Copy
	life   context.Context // of whatever is being made, which outlives the reader who asked for it
	end    context.CancelFunc
}

// Copy is a file that is ready. Its bytes stay readable for as long as somebody holds it, though another has taken its place.
type Copy struct {
	FileName  string
	MediaType string
	Size      int64
	Hash      string // SHA-256, hex
	Edition   store.Edition
	key       string
	bytes     *os.File // has no name any more; it is closed when nobody holds it
}

// NewShelf is an empty shelf whose files lie in the folder, without a name of their own; in that for temporary files where none is given.
func NewShelf(r Register, dir string) *Shelf {
	life, end := context.WithCancel(context.Background())
	return &Shelf{Register: r, dir: dir, turn: semaphore.NewWeighted(1), copies: map[string]*Copy{}, life: life, end: end}
}

// Close stops whatever is being made.
func (s *Shelf) Close() { s.end() }

// Get returns a file by its name as of now, and makes it where that has not been done. It gives up waiting with ctx; the file is
// made all the same, for whoever asks next. A name of no file is portal.ErrNotFound.
func (s *Shelf) Get(ctx context.Context, name string) (*Copy, error) {
	format, err := file(name)
	if err != nil {
		return nil, err
	}
	edition, err := s.Store.Edition(ctx)
	if err != nil {
		return nil, err
	}
	key := s.key(format, edition)
	if ready := s.held(name); ready != nil && ready.key == key {
		return ready, nil
	}
	made := s.making.DoChan(name+key, func() (any, error) {
		ctx, cancel := context.WithTimeout(s.life, makeTime)
		defer cancel()
		return s.make(ctx, format)
	})
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case done := <-made:
		if done.Err != nil {
			return nil, done.Err
		}
		return done.Val.(*Copy), nil
	}
}

// key tells the states of a file apart.
func (s *Shelf) key(f Format, e store.Edition) string {
	key := strconv.FormatInt(e.Changes, 10) + " " + strconv.FormatInt(e.At.UnixNano(), 10)
	if f.Daily {
		key += " " + string(portal.On(s.Now()))
	}
	return key
}

func (s *Shelf) held(name string) *Copy {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.copies[name]
}

// make writes a file and puts it on the shelf. Only one is made at a time, since each takes a connection to the database.
func (s *Shelf) make(ctx context.Context, format Format) (*Copy, error) {
	if err := s.turn.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	defer s.turn.Release(1)
	made, err := s.write(ctx, format)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.copies[format.FileName] = made
	return made, nil
}

// write writes a file that loses its name at once, so that nothing of it is left behind whatever becomes of this node.
func (s *Shelf) write(ctx context.Context, format Format) (c *Copy, err error) {
	f, err := os.CreateTemp(s.dir, "kotakembar-*")
	if err != nil {
		return nil, err
	}
	if err := os.Remove(f.Name()); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	sum := &measured{to: f, hash: sha256.New()}
	edition, err := s.Write(ctx, sum, format.FileName)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Copy{
		FileName: format.FileName, MediaType: format.MediaType, Size: sum.size, Hash: hex.EncodeToString(sum.hash.Sum(nil)),
		Edition: edition, key: s.key(format, edition), bytes: f,
	}, nil
}

// Content reads the file, for one reader.
func (c *Copy) Content() io.ReadSeeker { return io.NewSectionReader(c.bytes, 0, c.Size) }
