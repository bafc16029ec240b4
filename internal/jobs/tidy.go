package jobs

import (
	"cmp"
	"context"
	"log/slog"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// mailDays is how long mails are kept, sent or not.
const mailDays = 30

// importDays is how long files that brought records are kept.
const importDays = 30

// usualAuditYears are those for which most offices must be able to answer.
const usualAuditYears = 5

// tidy forgets what is kept for a time only and whose time has passed, and makes anew what turns with the day. What fails is tried
// again.
func (c Config) tidy(ctx context.Context) error {
	done, err := c.Store.TidyLetters(ctx, c.Now(), c.ContactDays, c.Forget)
	if err != nil {
		return err
	}
	if done != (store.Tidied{}) {
		slog.InfoContext(ctx, "letters tidied", "contacts", done.Contacts, "files", done.Files)
	}
	if _, err := c.Store.TidyMails(ctx, c.Now().AddDate(0, 0, -mailDays)); err != nil {
		return err
	}
	if err := c.Store.TidyAlerts(ctx, c.Now().Add(-portal.AlertPatience)); err != nil {
		return err
	}
	if err := c.Store.TidyQuestionnaires(ctx, c.Now().AddDate(0, 0, -1)); err != nil {
		return err
	}
	if err := c.Store.TidyImports(ctx, c.Now().AddDate(0, 0, -importDays)); err != nil {
		return err
	}
	if err := c.Store.TidyErrands(ctx, c.Now().AddDate(0, 0, -importDays)); err != nil {
		return err
	}
	if err := c.Store.TidyTasks(ctx, c.Now()); err != nil {
		return err
	}
	if err := c.Store.TidyPosts(ctx); err != nil {
		return err
	}
	if err := c.Store.TendSummaries(ctx, c.Now()); err != nil {
		return err
	}
	lines, err := c.Store.ForgetTraces(ctx, c.Now().AddDate(-cmp.Or(c.AuditYears, usualAuditYears), 0, 0))
	if err == nil && lines > 0 {
		slog.InfoContext(ctx, "audit trail tidied", "lines", lines)
	}
	return err
}
