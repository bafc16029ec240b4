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

// translationSQL tells what is the matter with each text. Which version of the original a translation was made from follows from the
// history: it is the one that was public when the translation last changed. Who fills an empty side translates what stands there.
func translationSQL(kinds []portal.Kind) string {
	return `with texts as (
		` + bilingualTexts(kinds) + `
	), edits as (
		select c.kind, c.record_id, left(f.key, -3) as field, right(f.key, 2) as lang, max(c.decided_at) as at
		from changes c
		cross join lateral jsonb_each(c.after -> 'fields') as f
		where c.state = 'applied'
			and c.op = 'save'
			and jsonb_typeof(c.before -> 'fields') = 'object'
			and jsonb_typeof(f.value) = 'string'
			and (right(f.key, 3) = '_en' or right(f.key, 3) = '_id' and c.before -> 'fields' ->> f.key <> '')
			and c.before -> 'fields' -> f.key is distinct from f.value
		group by 1, 2, 3, 4
	), judged as (
		select t.kind, t.record_id, t.field, t.original, t.translation,
			case
				when (t.original = '') <> (t.translation = '') then 'missing'
				when t.translation <> '' and o.at > greatest(coalesce(e.at, '-infinity'), coalesce(r.right_at, '-infinity')) then 'stale'
				when t.original = t.translation and length(t.original) >= @copied and r.right_at is null then 'copied'
			end as state,
			greatest(e.at, r.right_at) as made_at, o.at as since
		from texts t
		left join edits o on o.kind = t.kind and o.record_id = t.record_id and o.field = t.field and o.lang = 'id'
		left join edits e on e.kind = t.kind and e.record_id = t.record_id and e.field = t.field and e.lang = 'en'
		left join translations r on r.kind = t.kind and r.record_id = t.record_id and r.field = t.field
	)
	select kind, record_id, field, state, original, translation, made_at, since
	from judged
	where state is not null
	`
}

func scanTranslation(row pgx.CollectableRow) (t portal.Translation, err error) {
	err = row.Scan(&t.Kind, &t.RecordID, &t.Field, &t.State, &t.Text.ID, &t.Text.EN, (*zeronull.Timestamptz)(&t.MadeAt), (*zeronull.Timestamptz)(&t.Since))
	return t, err
}

// Translations returns all texts of public records whose translation needs a person, the longest outdated first.
func (s *Store) Translations(ctx context.Context) (list []portal.Translation, err error) {
	err = s.Moment(ctx, func(at *Store) error { // a large register takes longer than a page may usually ask
		list, err = all(ctx, at.pool, scanTranslation, translationSQL(portal.Kinds)+"order by since nulls last, kind, record_id, field",
			pgx.StrictNamedArgs{"copied": portal.CopiedLength})
		return err
	})
	return list, err
}

// TranslationsOf returns the texts of one public record whose translation needs a person.
func (s *Store) TranslationsOf(ctx context.Context, kind portal.Kind, id int64) ([]portal.Translation, error) {
	sql := strings.Replace(translationSQL([]portal.Kind{kind}), "where c.state = 'applied'", "where c.state = 'applied' and c.kind = @kind and c.record_id = @id", 1)
	return all(ctx, s.pool, scanTranslation, sql+"\tand record_id = @id", pgx.StrictNamedArgs{"copied": portal.CopiedLength, "kind": kind, "id": id})
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
