package admin

import (
	"context"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// batchChanges shows the changes of a batch; what all of them have in common is said once, above.
func (o Office) batchChanges(ctx context.Context, changes []portal.Change) ([]view.QueueItem, error) {
	l := i18n.From(ctx)
	items, err := o.queue(ctx, changes)
	if err != nil {
		return nil, err
	}
	differ, err := o.differing(ctx, changes)
	if err != nil {
		return nil, err
	}
	for i, c := range changes {
		items[i].Why, items[i].Diff = "", differ[i]
		if len(differ[i]) == 0 {
			items[i].Why = changedWhat(l, c)
		}
		if c.State == portal.Returned && c.Note != "" {
			items[i].Why = strings.TrimSpace(items[i].Why + " " + l.T("review.noted", c.Reviewer, c.Note))
		}
	}
	return items, nil
}

// changedWhat names what a change touches, in a sentence.
func changedWhat(l i18n.Lang, c portal.Change) string {
	switch {
	case c.Op == portal.OpRetire:
		return l.T("retire.summary") + "."
	case c.Revives():
		return l.T("revive.summary") + "."
	case c.Before.Empty():
		return l.T("batch.new")
	}
	return changedNames(l, c.Changed())
}
