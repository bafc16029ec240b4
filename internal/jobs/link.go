package jobs

import (
	"context"
	"errors"
	"log/slog"
	"net/url"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/link"
	"kotakembar/internal/portal"
)

// linkTime is how long addresses are asked for before other work gets its turn; the next time goes on.
const linkTime = 75 * time.Second

// longestLink is how long one address may take with all that it leads to.
const longestLink = 40 * time.Second

// checkLinks asks for the addresses of sources whose time has come, one after the other.
func (c Config) checkLinks(ctx context.Context, _ *river.Job[portal.CheckLinks]) error {
	if c.Links == nil {
		return nil
	}
	due, err := c.Store.DueLinks(ctx, c.Now())
	if err != nil {
		return err
	}
	round, end := c.Links.Begin(), time.Now().Add(linkTime)
	var asked []portal.Link
	for _, k := range due {
		if ctx.Err() != nil || time.Now().After(end) {
			break
		}
		asked = append(asked, c.askFor(ctx, round, k))
	}
	if cutOff(asked) {
		slog.WarnContext(ctx, "no site answered; the fault may be on our side, so that nothing is held against their addresses", "asked", len(asked))
		return nil
	}
	return c.Store.KeepLinks(ctx, asked)
}

// checkLink asks for the address of one source, whenever it was asked for last.
func (c Config) checkLink(ctx context.Context, job *river.Job[portal.CheckLink]) error {
	if c.Links == nil {
		return nil
	}
	k, err := c.Store.LinkOf(ctx, job.Args.SourceID)
	if errors.Is(err, portal.ErrNotFound) {
		return nil // its source was taken out, or lost its address
	}
	if err != nil {
		return err
	}
	return c.Store.KeepLinks(ctx, []portal.Link{c.askFor(ctx, c.Links.Begin(), k)})
}

func (c Config) askFor(ctx context.Context, round *link.Round, k portal.Link) portal.Link {
	ctx, cancel := context.WithTimeout(ctx, longestLink)
	defer cancel()
	got := round.Check(ctx, k.URL)
	fault := portal.LinkFaultOf(got.Status)
	switch {
	case got.Private:
		fault = portal.LinkPrivate
	case got.Robots:
		fault = portal.LinkRobots
	}
	return k.Answered(got.Status, fault, c.Now())
}

// cutOff tells whether it looks as if we ourselves had no way out: several sites, and none of them can be reached.
func cutOff(asked []portal.Link) bool {
	const several = 3
	hosts := map[string]bool{}
	for _, k := range asked {
		if k.Fault != portal.LinkUnreachable {
			return false
		}
		if at, err := url.Parse(k.URL); err == nil {
			hosts[at.Host] = true
		}
	}
	return len(hosts) >= several
}
