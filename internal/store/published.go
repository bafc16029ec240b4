package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Reader is told what goes on with the register: Open when it hears of everything from now on, Renew that it has heard of everything
// so far, Forget when something that readers see has changed, and Shut when it may have missed something. Open and Renew count for
// the time that comes with them, and no longer.
type Reader interface {
	Open(lease time.Duration)
	Renew(lease time.Duration)
	Forget()
	Shut()
}

// Readers are told one after the other.
type Readers []Reader

// Open opens all.
func (list Readers) Open(lease time.Duration) {
	for _, one := range list {
		one.Open(lease)
	}
}

// Renew renews all.
func (list Readers) Renew(lease time.Duration) {
	for _, one := range list {
		one.Renew(lease)
	}
}

// Forget has all forget.
func (list Readers) Forget() {
	for _, one := range list {
		one.Forget()
	}
}

// Shut shuts all.
func (list Readers) Shut() {
	for _, one := range list {
		one.Shut()
	}
}

// publishedChannel carries an empty notice for everything published (migration 00110), and the rounds of Published.
const publishedChannel = "published"

// The rhythm in which nodes say that they live. A node that has not said so within the lease keeps no page ready by its own clock, so
// that nobody has to wait longer for one that was lost. A post may take four seconds before it waits for the nodes.
const (
	beat  = 300 * time.Millisecond
	lease = 5 * beat
	pause = time.Second // before a lost connection is made anew
)

// Published listens on a connection of its own for what is published on any copy of the program, and tells the other copies that it
// does (nodes, migration 00116).
//
// Whoever has published sends a round: a notice with a name of its own. Notices come in the order of their transactions, so that a node
// that hears the round has heard of the publication, and says so to who sent it.
type Published struct {
	pool  *pgxpool.Pool
	node  string // the name of this copy
	hears atomic.Bool

	guard  sync.Mutex
	rounds map[string]*round // those under way, by their names
}

// NewPublished prepares to listen over the addresses of a pool.
func NewPublished(pool *pgxpool.Pool) *Published {
	return &Published{pool: pool, node: rand.Text(), rounds: map[string]*round{}}
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
		slog.WarnContext(ctx, "not hearing what is published: pages are made anew for each reader", "error", err, "again_in", pause)
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// ear is the connection of a node that listens.
type ear struct {
	*Published
	*pgx.Conn
	reader Reader
	owed   []string // rounds of other nodes that were heard and not answered yet
}

func (p *Published) listen(ctx context.Context, reader Reader) error {
	e := &ear{Published: p, reader: reader}
	config := p.pool.Config().ConnConfig
	config.RuntimeParams["application_name"] += " listener"
	config.OnNotification = e.take
	conn, err := connect(ctx, config)
	if err != nil {
		return err
	}
	e.Conn = conn
	defer e.leave(context.WithoutCancel(ctx))
	if err := e.register(ctx); err != nil {
		return err
	}
	begun := time.Now()
	if err := e.live(ctx); err != nil {
		return err
	}
	p.hears.Store(true)
	reader.Open(lease - time.Since(begun))
	for next := begun.Add(beat); ; {
		if err := e.hear(ctx, next); err != nil {
			return err
		}
		if begun = time.Now(); begun.Before(next) {
			continue
		}
		if err := e.live(ctx); err != nil {
			return err
		}
		reader.Renew(lease - time.Since(begun)) // all notices before the answer have come before it
		next = begun.Add(beat)
	}
}

// take is what a notice does.
func (e *ear) take(_ *pgconn.PgConn, n *pgconn.Notification) {
	switch name, from, _ := strings.Cut(n.Payload, " "); {
	case n.Channel != publishedChannel:
		e.heardBy(name, from)
	case n.Payload == "":
		e.reader.Forget()
	case from == e.node:
		e.heardBy(name, from)
	default:
		e.owed = append(e.owed, n.Payload)
	}
}

// hear waits for a notice, or until it is time to say that the node lives, and answers rounds.
func (e *ear) hear(ctx context.Context, until time.Time) error {
	patience, cancel := context.WithDeadline(ctx, until)
	defer cancel()
	err := e.PgConn().WaitForNotification(patience)
	if err != nil && (ctx.Err() != nil || patience.Err() == nil) {
		return err
	}
	for len(e.owed) > 0 { // more may come with each answer
		name, from, _ := strings.Cut(e.owed[0], " ")
		e.owed = e.owed[1:]
		if err := e.do(ctx, "select pg_notify($1, $2)", nodeChannel(from), name+" "+e.node); err != nil {
			return fmt.Errorf("answer a round: %w", err)
		}
	}
	return nil
}

// do runs a statement that has to be quick.
func (e *ear) do(ctx context.Context, sql string, args ...any) error {
	ctx, cancel := context.WithTimeout(ctx, lease)
	defer cancel()
	_, err := e.Exec(ctx, sql, args...)
	return err
}
