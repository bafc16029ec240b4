package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// evidence returns the citations and rulings of one record.
func evidence(ctx context.Context, q db, kind portal.Kind, id int64) (e portal.Evidence, err error) {
	e.Citations, err = all(ctx, q, scanCitation,
		`select field, source_id, says_id, says_en, locator
		from citations
		where kind = $1
			and record_id = $2
		order by position`, kind, id)
	if err != nil {
		return e, err
	}
	e.Rulings, err = all(ctx, q, scanRuling,
		`select field, why_id, why_en
		from rulings
		where kind = $1
			and record_id = $2
		order by field`, kind, id)
	return e, err
}

// keepEvidence puts the record's evidence in place of what was there.
func keepEvidence(ctx context.Context, q db, kind portal.Kind, id int64, e portal.Evidence) error {
	if err := dropEvidence(ctx, q, kind, id); err != nil {
		return err
	}
	for i, c := range e.Citations {
		_, err := q.Exec(ctx,
			`insert into citations (kind, record_id, position, field, source_id, says_id, says_en, locator)
			values (@kind, @id, @position, @field, @source, @says_id, @says_en, @locator)`,
			pgx.StrictNamedArgs{
				"kind": kind, "id": id, "position": i + 1, "field": c.Field, "source": c.SourceID,
				"says_id": c.Says.ID, "says_en": c.Says.EN, "locator": c.Locator,
			})
		if err != nil {
			return err
		}
	}
	for _, r := range e.Rulings {
		_, err := q.Exec(ctx,
			`insert into rulings (kind, record_id, field, why_id, why_en)
			values (@kind, @id, @field, @why_id, @why_en)`,
			pgx.StrictNamedArgs{"kind": kind, "id": id, "field": r.Field, "why_id": r.Why.ID, "why_en": r.Why.EN})
		if err != nil {
			return err
		}
	}
	return nil
}

func dropEvidence(ctx context.Context, q db, kind portal.Kind, id int64) error {
	for _, table := range []string{"citations", "rulings"} {
		if _, err := q.Exec(ctx, "delete from "+table+"\nwhere kind = $1\n\tand record_id = $2", kind, id); err != nil {
			return err
		}
	}
	return nil
}

func scanCitation(row pgx.CollectableRow) (c portal.Citation, err error) {
	err = row.Scan(&c.Field, &c.SourceID, &c.Says.ID, &c.Says.EN, &c.Locator)
	return c, err
}

func scanRuling(row pgx.CollectableRow) (r portal.Ruling, err error) {
	err = row.Scan(&r.Field, &r.Why.ID, &r.Why.EN)
	return r, err
}

// citationColumns and rulingColumns are the rows of the two tables of evidence, for those who take the register along.
func citationColumns() []column {
	var of Named
	var position int64
	var c portal.Citation
	return columns(
		column{"kind", &of.Kind},
		column{"record_id", &of.ID},
		column{"position", &position},
		column{"field", &c.Field},
		column{"source_id", &c.SourceID},
		both("says", &c.Says),
		column{"locator", &c.Locator},
	)
}

func rulingColumns() []column {
	var of Named
	var r portal.Ruling
	return columns(
		column{"kind", &of.Kind},
		column{"record_id", &of.ID},
		column{"field", &r.Field},
		both("why", &r.Why),
	)
}

// Named is a record by kind and number.
type Named struct {
	Kind portal.Kind
	ID   int64
}

// Cited returns the citations of many records with their sources, and the rulings of those records, in one journey to the database.
// Each source is read once, however often it is cited.
func (s *Store) Cited(ctx context.Context, records []Named) (cited []portal.Cited, rulings map[Named][]portal.Ruling, err error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	const asked = "\njoin unnest($1::text[], $2::bigint[]) as asked (kind, id) on asked.kind = c.kind and asked.id = c.record_id"
	var j journey
	var read []portal.Source
	var told []ruled
	ask(&j, &cited, scanCited,
		`select c.kind, c.record_id, c.field, c.source_id, c.says_id, c.says_en, c.locator
		from citations c`+asked+`
		order by c.kind, c.record_id, c.position`, kinds, ids)
	askWhere(&j, &read, sources, "id in (select c.source_id from citations c"+asked+")", kinds, ids)
	ask(&j, &told, scanRuled,
		`select c.kind, c.record_id, c.field, c.why_id, c.why_en
		from rulings c`+asked+`
		order by c.kind, c.record_id, c.field`, kinds, ids)
	if err := j.travel(ctx, s.pool); err != nil {
		return nil, nil, err
	}
	rulings = map[Named][]portal.Ruling{}
	for _, r := range told {
		rulings[r.of] = append(rulings[r.of], r.Ruling)
	}
	return withSources(cited, read), rulings, nil
}

// withSources gives each citation its source; one that was taken out meanwhile takes its citations with it.
func withSources(cited []portal.Cited, read []portal.Source) []portal.Cited {
	known := make(map[int64]portal.Source, len(read))
	for _, source := range read {
		known[source.ID] = source
	}
	for i, c := range cited {
		cited[i].Source = known[c.SourceID]
	}
	return slices.DeleteFunc(cited, func(c portal.Cited) bool { return c.Source.ID == 0 })
}

// ruled is a ruling and the record that it is on.
type ruled struct {
	of Named
	portal.Ruling
}

func scanRuled(row pgx.CollectableRow) (r ruled, err error) {
	err = row.Scan(&r.of.Kind, &r.of.ID, &r.Field, &r.Why.ID, &r.Why.EN)
	return r, err
}

// scanCited reads a citation without its source.
func scanCited(row pgx.CollectableRow) (c portal.Cited, err error) {
	err = row.Scan(&c.Kind, &c.RecordID, &c.Field, &c.SourceID, &c.Says.ID, &c.Says.EN, &c.Locator)
	return c, err
}
