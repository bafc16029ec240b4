package store

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// bilingualTexts is SQL for all texts of public records that stand in both languages, from the columns of each kind.
func bilingualTexts(kinds []portal.Kind) string {
	var parts []string
	for _, kind := range kinds {
		table := doors[kind].public()
		columns := map[string]bool{}
		for _, c := range table.Columns {
			columns[c.Name] = true
		}
		for _, c := range table.Columns {
			if field, ok := strings.CutSuffix(c.Name, "_en"); ok && columns[field+"_id"] {
				parts = append(parts, "select '"+string(kind)+"' as kind, id as record_id, '"+field+"' as field, coalesce("+field+"_id, '') as original, coalesce("+
					field+"_en, '') as translation\nfrom "+table.Name)
			}
		}
	}
	return strings.Join(parts, "\nunion all\n")
}

// translationSQL tells what is the matter with each text of some kinds, or of the one record @id. A translation is outdated where the
// original is not the text that it was made from.
func translationSQL(kinds []portal.Kind, of string) string {
	return `with texts as (
		` + bilingualTexts(kinds) + `
	), made as (
		select distinct on (o.kind, o.record_id, o.field) o.*
		from translation_origins o` + of + `
		order by o.kind, o.record_id, o.field, o.id desc
	), judged as (
		select t.kind, t.record_id, t.field, t.original, t.translation,
			case
				when (t.original = '') <> (t.translation = '') then 'missing'
				when t.translation <> '' and m.original <> md5(t.original) then 'stale'
				when t.original = t.translation and length(t.original) >= @copied and r.right_at is null then 'copied'
			end as state,
			m.original as made_from, m.version, m.made_at
		from texts t
		left join made m on m.kind = t.kind and m.record_id = t.record_id and m.field = t.field
		left join translations r on r.kind = t.kind and r.record_id = t.record_id and r.field = t.field
	)
	select j.kind, j.record_id, j.field, j.state, j.original, j.translation, coalesce(j.version, 0), j.made_at, left_behind.at,
		coalesce(left_behind.original, '')
	from judged j
	left join lateral (
		select c.decided_at as at, c.before -> 'fields' ->> (j.field || '_id') as original
		from changes c
		where j.state = 'stale'
			and c.kind = j.kind
			and c.record_id = j.record_id
			and c.state = 'applied'
			and c.op = 'save'
			and md5(c.before -> 'fields' ->> (j.field || '_id')) = j.made_from
			and md5(coalesce(c.after -> 'fields' ->> (j.field || '_id'), '')) <> j.made_from
		order by c.decided_at desc, c.id desc
		limit 1
	) as left_behind on true
	where j.state is not null
	`
}

func scanTranslation(row pgx.CollectableRow) (t portal.Translation, err error) {
	err = row.Scan(&t.Kind, &t.RecordID, &t.Field, &t.State, &t.Text.ID, &t.Text.EN, &t.Version,
		(*zeronull.Timestamptz)(&t.MadeAt), (*zeronull.Timestamptz)(&t.Since), &t.MadeFrom)
	return t, err
}

// Translations returns all texts of public records whose translation needs a person, the longest outdated first.
func (s *Store) Translations(ctx context.Context) (list []portal.Translation, err error) {
	err = s.Moment(ctx, func(at *Store) error { // a large register takes longer than a page may usually ask
		list, err = all(ctx, at.pool, scanTranslation, translationSQL(portal.Kinds, "")+"order by left_behind.at nulls last, j.kind, j.record_id, j.field",
			pgx.StrictNamedArgs{"copied": portal.CopiedLength})
		return err
	})
	return list, err
}

// TranslationsOf returns the texts of one public record whose translation needs a person.
func (s *Store) TranslationsOf(ctx context.Context, kind portal.Kind, id int64) ([]portal.Translation, error) {
	sql := translationSQL([]portal.Kind{kind}, "\n\t\twhere o.kind = @kind and o.record_id = @id")
	return all(ctx, s.pool, scanTranslation, sql+"\tand j.record_id = @id", pgx.StrictNamedArgs{"copied": portal.CopiedLength, "kind": kind, "id": id})
}

// TranslationOrigins returns the marks of the originals that the translations of a public record were made from, by field; of those that
// nobody has touched since the record was published nothing is known.
func (s *Store) TranslationOrigins(ctx context.Context, kind portal.Kind, id int64) (portal.Origins, error) {
	rows, err := s.pool.Query(ctx, "select field, original\nfrom translation_origins\nwhere kind = $1\n\tand record_id = $2\norder by id", kind, id)
	if err != nil {
		return nil, err
	}
	origins := portal.Origins{}
	var field, original string
	_, err = pgx.ForEachRow(rows, []any{&field, &original}, func() error {
		origins[field] = original // the last one is the present one's
		return nil
	})
	return origins, err
}

// TranslationIsRight keeps that somebody found a translation right as it is; portal.ErrNotFound where nothing is the matter with it.
func (s *Store) TranslationIsRight(ctx context.Context, actor portal.Actor, t portal.Translation, at time.Time) error {
	found, err := s.TranslationsOf(ctx, t.Kind, t.RecordID)
	if err != nil {
		return err
	}
	for _, one := range found {
		if one.Field == t.Field && one.MayBeRight() {
			return s.keepTranslation(ctx, actor, one, at)
		}
	}
	return portal.ErrNotFound
}

func (s *Store) keepTranslation(ctx context.Context, actor portal.Actor, t portal.Translation, at time.Time) error {
	return s.within(ctx, "keep translation", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx,
			`insert into translations (kind, record_id, field, right_at, staff_id)
			values (@kind, @id, @field, @at, @staff)
			on conflict (kind, record_id, field) do update
			set right_at = excluded.right_at, staff_id = excluded.staff_id`,
			pgx.StrictNamedArgs{"kind": t.Kind, "id": t.RecordID, "field": t.Field, "at": at, "staff": actor.ID})
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx,
			`insert into translation_origins (kind, record_id, field, original, translation, version, made_at)
			select @kind, id, @field, md5(@original), md5(@translation), version, @at
			from `+doors[t.Kind].name+`
			where id = @id`,
			pgx.StrictNamedArgs{"kind": t.Kind, "id": t.RecordID, "field": t.Field, "original": t.Text.ID, "translation": t.Text.EN, "at": at})
		if err != nil {
			return err
		}
		done := portal.By(actor, portal.TraceTranslation)
		done.About = string(t.Kind) + " " + t.Field + ": " + firstWords(t.Text.ID)
		return note(ctx, tx, done)
	})
}

// firstWords is the beginning of a text, for a line of the audit trail.
func firstWords(s string) string {
	const most = 80
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most]) + " …"
	}
	return s
}
