package admin

import (
	"context"
	"net/url"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// changeLedger is the queue of reviews as a file.
func changeLedger() ledger {
	return ledger{
		route: "changes", file: "changes", rows: Office.changeRows,
		columns: []string{
			"ledger.number", "changes.kind", "ledger.about", "ledger.state", "ledger.reason", "changes.author", "ledger.begun_at", "ledger.submitted_at",
			"changes.assignee", "ledger.reviewer", "ledger.decided_at", "ledger.note", "ledger.batch",
		},
	}
}

// changeRows leaves out what the reader may not see, as the queue does.
func (o Office) changeRows(ctx context.Context, q url.Values, take func([]any) error) error {
	l, filter := i18n.From(ctx), queueAsked(q, actor(ctx), o.Now()).filter
	return inParts(func(number, size int) ([]portal.Change, error) {
		filter.Number, filter.Size = number, size
		found, _, err := o.Store.Changes(ctx, filter)
		return found, err
	}, func(part []portal.Change) error {
		return eachOf(part, take, func(c portal.Change) []any {
			return []any{
				c.ID, l.T("kind." + string(c.Kind)), changeTitle(l, c), changeTag(l, c).Word, textCell(c.Reason), textCell(c.Author),
				instantCell(c.CreatedAt), instantCell(c.SubmittedAt), textCell(c.Assignee), textCell(c.Reviewer), instantCell(c.DecidedAt),
				textCell(c.Note), numberCell(c.BatchID),
			}
		})
	})
}

// batchLedger is the list of sets of changes as a file.
func batchLedger() ledger {
	columns := []string{"ledger.number", "ledger.about", "ledger.reason", "changes.author", "ledger.begun_at", "changes.assignee", "ledger.size"}
	for _, s := range portal.States {
		columns = append(columns, "choice.state."+string(s))
	}
	return ledger{route: batchesRoute, file: batchesRoute, columns: columns, rows: Office.batchRows}
}

func (o Office) batchRows(ctx context.Context, _ url.Values, take func([]any) error) error {
	l := i18n.From(ctx)
	return inParts(func(number, size int) ([]portal.Batch, error) {
		found, _, err := o.Store.Batches(ctx, number, size)
		return found, err
	}, func(part []portal.Batch) error {
		return eachOf(part, take, func(b portal.Batch) []any {
			row := []any{
				b.ID, batchTitle(l, b), textCell(b.Reason), textCell(b.Author), instantCell(b.CreatedAt), textCell(b.Assignee), int64(b.Size()),
			}
			for _, s := range portal.States {
				row = append(row, int64(b.Counts[s]))
			}
			return row
		})
	})
}

// letterLedger is what citizens sent as a file, without who sent it: neither contact nor code leaves the house.
func letterLedger() ledger {
	return ledger{
		route: lettersRoute, file: lettersRoute, rows: Office.letterRows,
		columns: []string{
			"ledger.number", "ledger.state", "letter.kind", "letter.about", "letter.fact", "letter.idea_title", "letters.said", "letter.proof",
			"ledger.received_at", "ledger.keeper", "letters.answer", "ledger.answered_at", "ledger.closed_at",
		},
	}
}

func (o Office) letterRows(ctx context.Context, q url.Values, take func([]any) error) error {
	l, filter := i18n.From(ctx), lettersAsked(q)
	return inParts(func(number, size int) ([]portal.Letter, error) {
		filter.Number, filter.Size = number, size
		found, _, err := o.Store.Letters(ctx, filter)
		return found, err
	}, func(part []portal.Letter) error {
		abouts := make([]store.Named, len(part))
		for i, one := range part {
			abouts[i] = store.Named{Kind: one.AboutKind, ID: one.AboutID}
		}
		shown, err := o.Store.PagesOf(ctx, abouts)
		if err != nil {
			return err
		}
		return eachOf(part, take, func(one portal.Letter) []any {
			fact := ""
			if one.Field != "" {
				fact = fieldLabel(l, one.AboutKind, one.Field)
			}
			return []any{
				one.ID, letterStateTag(l, one.State).Word, l.T("choice.letter_kind." + string(one.Kind)),
				textCell(letterAbout(l, one, shown[store.Named{Kind: one.AboutKind, ID: one.AboutID}])), textCell(fact), textCell(one.Title),
				textCell(one.Words), textCell(one.Proof), instantCell(one.ReceivedAt), textCell(one.Keeper), textCell(one.Answer),
				instantCell(one.AnsweredAt), instantCell(one.ClosedAt),
			}
		})
	})
}

// taskLedger is what needs a person as a file.
func taskLedger() ledger {
	return ledger{
		route: "tasks", file: "tasks", rows: Office.taskRows,
		columns: []string{"ledger.task", "ledger.about", "ledger.state", "ledger.why", "ledger.address"},
	}
}

func (o Office) taskRows(ctx context.Context, q url.Values, take func([]any) error) error {
	of := tasksAsked(q, actor(ctx))
	of.all = true
	all, err := o.worklists(ctx, of)
	if err != nil {
		return err
	}
	l := i18n.From(ctx)
	for _, list := range ofKind(all, q) {
		if err := eachOf(list.items, take, func(item view.QueueItem) []any {
			return []any{l.T("tasks.kind." + string(list.kind)), item.Title, textCell(itemState(item)), item.Why, o.BaseURL + item.URL}
		}); err != nil {
			return err
		}
	}
	return nil
}

// itemState is what the marks of a thing to do say.
func itemState(item view.QueueItem) string {
	if item.Tag.Word != "" {
		return item.Tag.Word
	}
	words := make([]string, len(item.Marks.Open))
	for i, mark := range item.Marks.Open {
		words[i] = mark.Word
	}
	return strings.Join(words, ", ")
}
