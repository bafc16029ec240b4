package admin

import (
	"cmp"
	"context"
	"net/url"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// linkLedger is what is known of the addresses of sources as a file.
func linkLedger() ledger {
	return ledger{
		route: linksRoute, file: linksRoute, rows: Office.linkRows,
		columns: []string{
			"ledger.number", "choice.kind.source", "field.url", "link.archive", "link.state", "link.answer", "link.failures", "ledger.checked_at",
			"ledger.good_at", "ledger.failing_since",
		},
	}
}

func (o Office) linkRows(ctx context.Context, q url.Values, take func([]any) error) error {
	l := i18n.From(ctx)
	found, err := o.Store.Links(ctx)
	if err != nil {
		return err
	}
	return eachOf(linksIn(found, linkStateAsked(q)), take, func(k portal.Link) []any {
		return []any{
			k.SourceID, k.Title, k.URL, textCell(k.ArchiveURL), linkTag(l, k).Word, linkAnswer(l, k), int64(k.Failures), instantCell(k.CheckedAt),
			instantCell(k.GoodAt), instantCell(k.FailingSince),
		}
	})
}

// translationLedger is the list of texts whose translation needs a person as a file, with the whole texts.
func translationLedger() ledger {
	return ledger{
		route: translationsRoute, file: translationsRoute, rows: Office.translationRows,
		columns: []string{
			"changes.kind", "ledger.number", "ledger.about", "ledger.field", "translation.state", "translation.original", "translation.translation",
			"translation.made_from", "ledger.since",
		},
	}
}

func (o Office) translationRows(ctx context.Context, q url.Values, take func([]any) error) error {
	l := i18n.From(ctx)
	found, err := o.Store.Translations(ctx)
	if err != nil {
		return err
	}
	kind, state := translationsAsked(q)
	for part := range slices.Chunk(translationsIn(found, kind, state), exportPart) {
		titles, err := o.translationTitles(ctx, part)
		if err != nil {
			return err
		}
		if err := eachOf(part, take, func(t portal.Translation) []any {
			kind := l.T("kind." + string(t.Kind))
			return []any{
				kind, t.RecordID, cmp.Or(titles[t.Kind][t.RecordID], kind), fieldLabel(l, t.Kind, t.Field), translationTag(l, t.State).Word,
				textCell(t.Text.ID), textCell(t.Text.EN), textCell(t.MadeFrom), instantCell(t.Since),
			}
		}); err != nil {
			return err
		}
	}
	return nil
}
