package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// askEvidence takes along the question for the citations and rulings of one record.
func askEvidence(j *journey, e *portal.Evidence, kind portal.Kind, id int64) {
	ask(j, &e.Citations, scanCitation,
		`select field, source_id, says_id, says_en, locator
		from citations
		where kind = $1
			and record_id = $2
		order by position`, kind, id)
	ask(j, &e.Rulings, scanRuling,
		`select field, why_id, why_en
		from rulings
		where kind = $1
			and record_id = $2
		order by field`, kind, id)
}

// keepEvidence puts the record's evidence in place of what was there, as far as it is another one.
func keepEvidence(ctx context.Context, q db, of Named, before, after portal.Evidence) error {
	if !slices.Equal(before.Citations, after.Citations) {
		if err := keepCitations(ctx, q, of, after.Citations); err != nil {
			return err
		}
	}
	if slices.Equal(before.Rulings, after.Rulings) {
		return nil
	}
	return keepRulings(ctx, q, of, after.Rulings)
}

func keepCitations(ctx context.Context, q db, of Named, list []portal.Citation) error {
	if err := drop(ctx, q, "citations", of); err != nil || len(list) == 0 {
		return err
	}
	var sources []int64
	var fields, id, en, locators []string
	for _, c := range list {
		fields, sources, locators = append(fields, c.Field), append(sources, c.SourceID), append(locators, c.Locator)
		id, en = append(id, c.Says.ID), append(en, c.Says.EN)
	}
	return send(ctx, q,
		`insert into citations (kind, record_id, position, field, source_id, says_id, says_en, locator)
		select $1, $2, position, field, source_id, says_id, says_en, locator
		from unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[]) with ordinality
			as said (field, source_id, says_id, says_en, locator, position)`,
		of.Kind, of.ID, fields, sources, id, en, locators)
}

func keepRulings(ctx context.Context, q db, of Named, list []portal.Ruling) error {
	if err := drop(ctx, q, "rulings", of); err != nil || len(list) == 0 {
		return err
	}
	var fields, id, en []string
	for _, r := range list {
		fields, id, en = append(fields, r.Field), append(id, r.Why.ID), append(en, r.Why.EN)
	}
	return send(ctx, q,
		`insert into rulings (kind, record_id, field, why_id, why_en)
		select $1, $2, field, why_id, why_en
		from unnest($3::text[], $4::text[], $5::text[]) as said (field, why_id, why_en)`,
		of.Kind, of.ID, fields, id, en)
}

// dropEvidence drops all evidence of a record.
func dropEvidence(ctx context.Context, q db, of Named) error {
	if err := drop(ctx, q, "citations", of); err != nil {
		return err
	}
	return drop(ctx, q, "rulings", of)
}

func drop(ctx context.Context, q db, table string, of Named) error {
	return send(ctx, q, "delete from "+table+"\nwhere kind = $1\n\tand record_id = $2", of.Kind, of.ID)
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
func (s *Store) Cited(ctx context.Context, records []Named) (cited []portal.Cited, rulings Rulings, err error) {
	var j journey
	var rows citedRows
	rows.ask(&j, records)
	if err := j.travel(ctx, s.pool); err != nil {
		return nil, nil, err
	}
	cited, rulings = rows.told()
	return cited, rulings, nil
}

// citedRows are the rows of the evidence for many records, not yet put together.
type citedRows struct {
	cited   []portal.Cited
	sources []portal.Source
	ruled   []ruled
}

// ask takes along the questions for the evidence.
func (r *citedRows) ask(j *journey, records []Named) {
	const asked = "\njoin unnest($1::text[], $2::bigint[]) as asked (kind, id) on asked.kind = c.kind and asked.id = c.record_id"
	kinds, ids := apart(records)
	ask(j, &r.cited, scanCited,
		`select c.kind, c.record_id, c.field, c.source_id, c.says_id, c.says_en, c.locator
		from citations c`+asked+`
		order by c.kind, c.record_id, c.position`, kinds, ids)
	askWhere(j, &r.sources, sources, "id in (select c.source_id from citations c"+asked+")", kinds, ids)
	ask(j, &r.ruled, scanRuled,
		`select c.kind, c.record_id, c.field, c.why_id, c.why_en
		from rulings c`+asked+`
		order by c.kind, c.record_id, c.field`, kinds, ids)
}

// told puts the rows together once they are read.
func (r citedRows) told() ([]portal.Cited, Rulings) {
	rulings := Rulings{}
	for _, one := range r.ruled {
		rulings[one.of] = append(rulings[one.of], one.Ruling)
	}
	return withSources(r.cited, r.sources), rulings
}

// apart are the kinds and the numbers of some records, as a question takes them.
func apart(records []Named) (kinds []string, ids []int64) {
	kinds, ids = make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	return kinds, ids
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
