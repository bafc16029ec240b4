package main

import (
	"context"
	"log/slog"
	"time"

	"kotakembar/internal/admin"
	"kotakembar/internal/i18n"
	"kotakembar/internal/jobs"
	"kotakembar/internal/link"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// work does background work until ctx is done, and lets what is under way come to its end. Where it cannot begin, because the
// database has gone meanwhile, it tries again.
func (n node) work(ctx context.Context, d database, st *store.Store) {
	if !n.jobs {
		return
	}
	const pause = 10 * time.Second
	for ctx.Err() == nil {
		crew, err := jobs.Start(ctx, d.Pool, jobs.Config{
			Store: st, Mail: n.mail, Home: n.home(), Solo: n.solo, Now: portal.Now, ContactDays: n.contactDays, AuditYears: n.auditYears, Forget: n.files.Forget,
			Files:       n.files,
			Tracer:      n.tracer,
			Words:       n.words,
			CheckImport: admin.Office{Store: st}.CheckImport, Links: n.links(),
		})
		if err == nil {
			<-ctx.Done()
			n.letFinish(ctx, crew)
			return
		}
		slog.WarnContext(ctx, "background work could not begin", "error", err, "again_in", pause)
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// links is how addresses of sources are asked for. Sites want to know who asks, so that nobody is asked where that cannot be said.
func (n node) links() *link.Checker {
	if n.baseURL == "" {
		return nil
	}
	return &link.Checker{Agent: "KotaKembar (+" + n.baseURL + view.About.In(i18n.EN) + "; link check)"}
}

// home is the address by which mails lead to the site.
func (n node) home() string {
	if n.baseURL != "" {
		return n.baseURL
	}
	return "http://" + n.address.String()
}

func (n node) letFinish(ctx context.Context, crew *jobs.Crew) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTime)
	defer cancel()
	if err := crew.Stop(ctx); err != nil {
		slog.Warn("some background work was cut off; it is done again later", "error", err)
	}
}
