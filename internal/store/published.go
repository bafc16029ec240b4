package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Reader is told what goes on with the register: Open when it hears of everything from now on, Forget when something that readers
// see has changed, and Shut when it may have missed something.
type Reader interface {
	Open()
	Forget()
	Shut()
}

// publishedChannel carries an empty notice for everything published (migration 00110), and the rounds of Published.
const publishedChannel = "published"

// Published listens on a connection of its own for what is published on any copy of the program.
type Published struct {
	pool   *pgxpool.Pool
	beat   time.Duration // how long silence is believed, and then an answer is waited for
	pause  time.Duration // before it connects anew
	hears  atomic.Bool
	guard  sync.Mutex
	rounds map[string]chan struct{} // those under way, by their names
}

// NewPublished prepares to listen over the addresses of a pool.
func NewPublished(pool *pgxpool.Pool) *Published {
	return &Published{pool: pool, beat: time.Second, pause: time.Second, rounds: map[string]chan struct{}{}}
}

// Follow tells the reader what it hears, until ctx ends. A connection that is lost or silent is made anew.
func (p *Published) Follow(ctx context.Context, reader Reader) {
	for ctx.Err() == nil {
		err := p.listen(ctx, reader)
		reader.Shut()
		p.hears.Store(false)
		if ctx.Err() != nil {
			return
		}
		slog.WarnContext(ctx, "not hearing what is published: pages are made anew for each reader", "error", err, "again_in", p.pause)
		select {
		case <-ctx.Done():
		case <-time.After(p.pause):
		}
	}
}

func (p *Published) listen(ctx context.Context, reader Reader) error {
	conn, err := pgx.ConnectConfig(ctx, p.pool.Config().ConnConfig)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, "listen "+publishedChannel); err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	p.hears.Store(true)
	reader.Open()
	for {
		if err := p.hear(ctx, conn, reader); err != nil {
			return err
		}
	}
}

// hear takes one notice, or makes sure after a silence that there would have been one.
func (p *Published) hear(ctx context.Context, conn *pgx.Conn, reader Reader) error {
	patience, cancel := context.WithTimeout(ctx, p.beat)
	defer cancel()
	notice, err := conn.WaitForNotification(patience)
	switch {
	case err == nil && notice.Payload == "":
		reader.Forget()
		return nil
	case err == nil:
		p.end(notice.Payload)
		return nil
	case ctx.Err() != nil || patience.Err() == nil:
		return err
	}
	answer, cancel := context.WithTimeout(ctx, p.beat)
	defer cancel()
	return conn.Ping(answer)
}

// CatchUp waits until the reader was told of everything that was published before the call: notices come in the order of their
// transactions, and so after them that of a round sent now. A reader that is shut has nothing to catch up with.
func (p *Published) CatchUp(ctx context.Context) error {
	if !p.hears.Load() {
		return nil
	}
	name, heard := rand.Text(), make(chan struct{})
	p.guard.Lock()
	p.rounds[name] = heard
	p.guard.Unlock()
	defer p.end(name)
	ctx, cancel := context.WithTimeout(ctx, 2*p.beat)
	defer cancel()
	if _, err := p.pool.Exec(ctx, "select pg_notify($1, $2)", publishedChannel, name); err != nil {
		return fmt.Errorf("send a round: %w", err)
	}
	select {
	case <-heard:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// end lets a round that is under way here come to its end.
func (p *Published) end(name string) {
	p.guard.Lock()
	defer p.guard.Unlock()
	if heard, ok := p.rounds[name]; ok {
		close(heard)
		delete(p.rounds, name)
	}
}
