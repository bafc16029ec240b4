package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/watch"
	"kotakembar/web"
)

// drainTime is how long requests in flight may take after the program was asked to stop.
const drainTime = 20 * time.Second

// serve runs the site until ctx is done. It listens at once; until the database is there, readers get the page for that.
func serve(ctx context.Context, args []string, w world) error {
	if words, err := flags(flag.NewFlagSet("serve", flag.ContinueOnError), args); err != nil {
		return err
	} else if len(words) > 0 {
		return usageError(fmt.Sprintf("it takes no %q", words[0]))
	}
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	go web.Prepare() // while the database is waited for
	if c.tracer, err = watch.NewTracer(w.env); err != nil {
		return problems{err.Error()}
	}
	level := new(slog.LevelVar)
	level.Set(c.logLevel)
	slog.SetDefault(c.loggerAt(w, level))
	files, err := c.openFiles()
	if err != nil {
		return err
	}
	defer files.Close()
	site, err := server.New(server.Config{
		BaseURL: c.baseURL, Hosts: c.hosts, Proxies: c.proxies, Solo: c.solo, Factor: c.factor, Passwords: c.passwords, Identity: c.identity, Roles: c.roles, Mails: c.mail != nil, Files: files, Now: time.Now,
		ContactDays: c.contactDays,
		Requests:    c.apiRate,
		Spool:       c.data,
		Built:       built(),
		Tracer:      c.tracer,
	})
	if err != nil {
		return err
	}
	listener, err := listen(ctx, "KOTAKEMBAR_ADDR", c.addr)
	if err != nil {
		return err
	}
	n := node{config: c, world: w, site: site, files: files, address: listener.Addr(), drained: make(chan struct{}), level: level}
	if c.metricsAddr != "" {
		if n.metrics, err = listen(ctx, "KOTAKEMBAR_METRICS_ADDR", c.metricsAddr); err != nil {
			return errors.Join(err, listener.Close())
		}
		fmt.Fprintf(w.out, "Numbers: http://%s/metrics\n", n.metrics.Addr())
	}
	return n.run(ctx, listener)
}

// listen opens the address that a setting names.
func listen(ctx context.Context, setting, addr string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("another program listens on %s already; stop it, or set %s to another port", addr, setting)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("this user may not listen on %s; set %s to a port above 1023", addr, setting)
	}
	return listener, err
}

// node is one running copy of the site.
type node struct {
	config
	world
	site    *server.Server
	files   *media.Store
	address net.Addr
	drained chan struct{} // closed when the last request is answered
	level   *slog.LevelVar
	metrics net.Listener // nil where nobody fetches numbers
}

func (n node) run(ctx context.Context, listener net.Listener) error {
	group, ctx := errgroup.WithContext(ctx)
	front := n.site.HTTP()
	group.Go(func() error {
		if err := front.Serve(n.site.Ahead(listener)); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	group.Go(func() error {
		keepLean(ctx, n.env)
		return nil
	})
	group.Go(func() error {
		handBack(ctx)
		return nil
	})
	group.Go(func() error { return n.keepDatabase(ctx) })
	group.Go(n.showMetrics)
	group.Go(func() error {
		obeySignals(ctx, n.level, n.logLevel)
		return nil
	})
	group.Go(func() error {
		defer close(n.drained)
		<-ctx.Done()
		return n.leave(front)
	})
	return group.Wait()
}

// leave lets the requests in flight come to their end, and those that a balancer sends until it has noticed that this node ends.
func (n node) leave(front *http.Server) error {
	n.site.Drain()
	time.Sleep(n.config.drain)
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := front.Shutdown(ctx); err != nil {
		slog.Warn("some requests were cut off", "after", drainTime)
		return front.Close()
	}
	return nil
}

// keepDatabase makes the database ready, opens the site over it, and closes it after the last request. The address is printed when
// nobody else is found to use the data folder.
func (n node) keepDatabase(ctx context.Context) error {
	d, err := serveDatabase(ctx, n.config, slog.Default())
	if err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	fmt.Fprintf(n.out, "Kota Kembar: http://%s\n", n.address)
	if err := n.prepare(ctx, d); err != nil {
		return errors.Join(err, d.Close())
	}
	if ctx.Err() == nil {
		var behind sync.WaitGroup
		st, readers := n.stores(ctx, d, &behind)
		n.site.Open(ctx, st)
		fmt.Fprintln(n.out, "Ready.")
		behind.Go(func() { n.site.Follow(ctx, store.NewPublished(d.Pool), readers...) })
		behind.Go(func() { n.site.Warm(ctx) })
		for _, work := range []func(){
			func() { n.site.ReadLists(ctx) },
			func() { n.tidy(ctx, st) },
			func() { n.site.KeepMonths(ctx) },
			func() { n.work(ctx, d, st) },
		} {
			behind.Go(func() { afterFirst(ctx, work) })
		}
		<-ctx.Done()
		behind.Wait()
	}
	<-n.drained
	n.site.Close()
	return errors.Join(d.Close(), n.lastSpans())
}

// headStart is how long the first readers of a node that has just started have it to themselves.
const headStart = time.Second

// afterFirst does work that can wait until the first readers were answered.
func afterFirst(ctx context.Context, work func()) {
	select {
	case <-ctx.Done():
	case <-time.After(headStart):
		work()
	}
}

// stores is the store over a database, and who has to hear of what is published there: the one that watches its copies.
func (n node) stores(ctx context.Context, d database, behind *sync.WaitGroup) (*store.Store, []store.Reader) {
	if d.copies == nil {
		return store.New(d.Pool), nil
	}
	replica := store.NewReplica(d.copies, d.Pool)
	n.site.Copies(replica)
	behind.Go(func() { replica.Watch(ctx) })
	return replica.Store(), []store.Reader{replica}
}

// lastSpans sends what was not yet sent of where the time went.
func (n node) lastSpans() error {
	const patience = 5 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return n.tracer.Stop(ctx)
}

// prepare gives the database its schema and its first administrator. It tries again for as long as the database is away and ctx
// lasts; what trying again does not mend is returned.
func (n node) prepare(ctx context.Context, d database) error {
	const first, longest = 250 * time.Millisecond, 10 * time.Second
	for pause := first; ; pause = min(2*pause, longest) {
		n.site.Wait("the database is being brought to the schema of this program")
		err := store.MigrateUp(ctx, d.Pool)
		if err == nil {
			err = store.New(d.Pool).AdoptSummaries(ctx, portal.Now())
		}
		if err == nil {
			err = n.firstAdministrator(ctx, store.New(d.Pool))
		}
		var unusable problems
		switch {
		case err == nil || ctx.Err() != nil:
			return nil
		case errors.As(err, &unusable):
			return unusable
		case !store.Away(err):
			return fmt.Errorf("the database answers, but the register cannot be kept in it: %w", err)
		}
		n.site.Wait("the database cannot be reached; it is tried again")
		slog.WarnContext(ctx, "the database is not ready", "error", err, "again_in", pause)
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
	}
}
