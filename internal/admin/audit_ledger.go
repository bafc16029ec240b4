package admin

import (
	"context"
	"net/url"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// auditLedger is the audit trail as a file. Its columns are called the same in both languages, because programs that collect such
// trails read it, too.
func auditLedger() ledger {
	return ledger{
		route: auditRoute, file: "jejak-audit",
		columns: []string{"id", "done_at", "who", "kind", "about_kind", "about_id", "about", "was", "became"},
		rows:    Office.auditRows,
	}
}

// auditRows reads what a filter finds part by part: an audit trail of years need not fit into memory.
func (o Office) auditRows(ctx context.Context, q url.Values, take func([]any) error) error {
	l := i18n.From(ctx)
	f, _ := traceFilter(q)
	f.Before, f.Size = 0, exportPart
	return inParts(func(int, int) ([]portal.Trace, error) { return o.Store.Traces(ctx, f) }, func(part []portal.Trace) error {
		return eachOf(part, take, func(t portal.Trace) []any {
			f.Before = t.ID
			return []any{
				t.ID, t.DoneAt.UTC().Format(time.RFC3339), actorName(l, t), string(t.Kind), textCell(t.AboutKind), numberCell(t.AboutID),
				textCell(t.About), textCell(t.Was), textCell(t.Became),
			}
		})
	})
}
