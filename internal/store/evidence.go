package store

import (
	"context"

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

// Cited returns the citations of many records with their sources, and the rulings of those records, in one question each.
func (s *Store) Cited(ctx context.Context, records []Named) (cited []portal.Cited, rulings map[Named][]portal.Ruling, err error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	cited, err = all(ctx, s.pool, scanCited,
		`select c.kind, c.record_id, c.field, c.source_id, c.says_id, c.says_en, c.locator, `+sources.names("s.")+`
		from citations c
		join sources s on s.id = c.source_id
		join unnest($1::text[], $2::bigint[]) as asked (kind, id) on asked.kind = c.kind and asked.id = c.record_id
		order by c.kind, c.record_id, c.position`, kinds, ids)
	if err != nil {
		return nil, nil, err
	}
	rulings, err = s.rulings(ctx, kinds, ids)
	return cited, rulings, err
}

func (s *Store) rulings(ctx context.Context, kinds []string, ids []int64) (map[Named][]portal.Ruling, error) {
	rows, err := s.pool.Query(ctx,
		`select r.kind, r.record_id, r.field, r.why_id, r.why_en
		from rulings r
		join unnest($1::text[], $2::bigint[]) as asked (kind, id) on asked.kind = r.kind and asked.id = r.record_id
		order by r.kind, r.record_id, r.field`, kinds, ids)
	if err != nil {
		return nil, err
	}
	rulings := map[Named][]portal.Ruling{}
	var of Named
	var r portal.Ruling
	_, err = pgx.ForEachRow(rows, []any{&of.Kind, &of.ID, &r.Field, &r.Why.ID, &r.Why.EN}, func() error {
		rulings[of] = append(rulings[of], r)
		return nil
	})
	return rulings, err
}

func scanCited(row pgx.CollectableRow) (c portal.Cited, err error) {
	targets := []any{&c.Kind, &c.RecordID, &c.Field, &c.SourceID, &c.Says.ID, &c.Says.EN, &c.Locator, &c.Source.ID, &c.Source.Version}
	for _, col := range sources.columns(&c.Source) {
		targets = append(targets, col.field)
	}
	err = row.Scan(targets...)
	return c, err
}
