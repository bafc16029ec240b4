package export

import (
	"context"
	"errors"
	"io"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// MonthlyFormat is in what format the monthly snapshots are.
var MonthlyFormat = Formats[0]

// KeepMonth makes the snapshot of the running month where there is none yet, and does nothing where there is.
func (s *Shelf) KeepMonth(ctx context.Context) error {
	now := s.Now()
	month := now.Format("2006-01")
	if _, err := s.Store.MonthlyOf(ctx, month); !errors.Is(err, portal.ErrNotFound) {
		return err
	}
	c, err := s.Get(ctx, MonthlyFormat.FileName)
	if err != nil {
		return err
	}
	return s.Store.KeepMonthly(ctx, store.Monthly{Month: month, MadeAt: now, Edition: c.Edition, Size: c.Size, Hash: c.Hash}, c.Content())
}

// MonthlyContent reads the bytes of a snapshot, a part at a time.
func (s *Shelf) MonthlyContent(ctx context.Context, m store.Monthly) io.ReadSeeker {
	return io.NewSectionReader(&parts{ctx: ctx, store: s.Store, month: m.Month, at: -1}, 0, m.Size)
}

// partTime is how long a reader waits for one part.
const partTime = 10 * time.Second

// parts reads the parts of a snapshot as one; the last one that was read is kept.
type parts struct {
	ctx   context.Context
	store *store.Store
	month string
	at    int // which part is held, -1 for none
	held  []byte
}

func (p *parts) ReadAt(to []byte, offset int64) (n int, err error) {
	for n < len(to) {
		position, within := int((offset+int64(n))/store.PartSize), int((offset+int64(n))%store.PartSize)
		if err := p.hold(position); err != nil {
			return n, err
		}
		if within >= len(p.held) {
			return n, io.EOF
		}
		n += copy(to[n:], p.held[within:])
	}
	return n, nil
}

func (p *parts) hold(position int) (err error) {
	if p.at == position {
		return nil
	}
	ctx, cancel := context.WithTimeout(p.ctx, partTime)
	defer cancel()
	p.held, err = p.store.MonthlyPart(ctx, p.month, position)
	if errors.Is(err, portal.ErrNotFound) { // it ended with the part before
		p.held, err = nil, nil
	}
	p.at = position
	return err
}
