package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// nodeChannel carries what other nodes say to one.
func nodeChannel(node string) string { return "node " + node }

// register has a node hear what is published, and what others say to it. Nodes that ended without a word are forgotten.
func (e *ear) register(ctx context.Context) error {
	for _, channel := range []string{publishedChannel, nodeChannel(e.node)} {
		if err := e.do(ctx, "listen "+pgx.Identifier{channel}.Sanitize()); err != nil {
			return fmt.Errorf("listen: %w", err)
		}
	}
	return e.do(ctx, "delete from nodes\nwhere seen_at < now() - interval '1 hour'")
}

// live tells that the node lives and has heard all so far.
func (e *ear) live(ctx context.Context) error {
	err := e.do(ctx,
		`insert into nodes (name)
		values ($1)
		on conflict (name) do update
		set seen_at = clock_timestamp()`, e.node)
	if err != nil {
		return fmt.Errorf("say that the node lives: %w", err)
	}
	return nil
}

// leave lets nobody wait for the node any more.
func (e *ear) leave(ctx context.Context) {
	_ = e.do(ctx, "delete from nodes\nwhere name = $1", e.node) // where that fails, others wait for the lease
	ctx, cancel := context.WithTimeout(ctx, beat)
	defer cancel()
	_ = e.Close(ctx) // it may be gone already
}

// round waits for nodes.
type round struct {
	awaited map[string]bool // those that have not answered
	early   []string        // those that answered before anybody knew who is awaited
	done    chan struct{}
}

// CatchUp waits until no node answers readers with pages from before the call: each that lives has said that it heard of everything
// that was published before, or has been silent for so long that it keeps no page ready.
func (p *Published) CatchUp(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, lease)
	defer cancel()
	silent := time.NewTimer(lease)
	defer silent.Stop()
	name, r := rand.Text(), &round{done: make(chan struct{})}
	p.guard.Lock()
	p.rounds[name] = r
	p.guard.Unlock()
	defer p.forget(name)
	awaited, err := p.send(ctx, name)
	if err != nil {
		<-silent.C
		return fmt.Errorf("send a round: %w", err)
	}
	p.await(r, awaited)
	select {
	case <-r.done:
	case <-silent.C:
	}
	return nil
}

// send sends a round and returns the nodes that live. This one is awaited while it hears.
func (p *Published) send(ctx context.Context, name string) ([]string, error) {
	rows, err := p.pool.Query(ctx,
		`select pg_notify($1, $2), array(
			select name
			from nodes
			where seen_at > clock_timestamp() - $3::interval
				and (name <> $4 or $5))`,
		publishedChannel, name+" "+p.node, lease, p.node, p.hears.Load())
	if err != nil {
		return nil, err
	}
	return pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (nodes []string, err error) {
		err = row.Scan(nil, &nodes)
		return nodes, err
	})
}

// await says which nodes a round waits for.
func (p *Published) await(r *round, nodes []string) {
	p.guard.Lock()
	defer p.guard.Unlock()
	r.awaited = map[string]bool{}
	for _, node := range nodes {
		r.awaited[node] = true
	}
	for _, node := range r.early {
		delete(r.awaited, node)
	}
	if len(r.awaited) == 0 {
		close(r.done)
	}
}

// heardBy takes note that a node has heard a round.
func (p *Published) heardBy(name, node string) {
	p.guard.Lock()
	defer p.guard.Unlock()
	r, ok := p.rounds[name]
	switch {
	case !ok:
	case r.awaited == nil:
		r.early = append(r.early, node)
	case r.awaited[node]:
		delete(r.awaited, node)
		if len(r.awaited) == 0 {
			close(r.done)
		}
	}
}

func (p *Published) forget(name string) {
	p.guard.Lock()
	defer p.guard.Unlock()
	delete(p.rounds, name)
}
