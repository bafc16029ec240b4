package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// orphanAfter is how long a file may lie there before somebody hands in what names it.
const orphanAfter = 7 * 24 * time.Hour

// named tells whether something names a file: a document, a change in the history of one, or a letter.
const named = `(
	exists (select from documents d where d.hash = f.hash)
	or exists (select from letter_files l where l.hash = f.hash)
	or exists (
		select
		from changes c
		where c.kind = 'document'
			and f.hash in (c.after -> 'fields' ->> 'hash', c.before -> 'fields' ->> 'hash')))`

// FilesToCheck returns the hashes of some kept files that were last looked at before an instant, or never, the longest unseen first.
func (s *Store) FilesToCheck(ctx context.Context, before time.Time, most int) ([]string, error) {
	return all(ctx, s.pool, scanText,
		`select hash
		from files
		where checked_at is null or checked_at < $1
		order by checked_at nulls first, hash
		limit $2`, before, most)
}

// NoteChecked remembers what a look at a kept file came to. A sound one that nothing names, and has not for a while, is an orphan.
func (s *Store) NoteChecked(ctx context.Context, hash string, fault portal.FileFault, at time.Time) error {
	_, err := s.pool.Exec(ctx,
		`update files f
		set checked_at = @at,
			fault = case when @fault = '' and kept_at < @since and not `+named+` then 'orphan' else @fault end
		where hash = @hash`,
		pgx.StrictNamedArgs{"hash": hash, "fault": string(fault), "at": at, "since": at.Add(-orphanAfter)})
	return err
}

// NoteFound remembers bytes that lie where files are kept although nobody kept them: orphans, unless they are known.
func (s *Store) NoteFound(ctx context.Context, hash string, size int64, at time.Time) error {
	_, err := s.pool.Exec(ctx,
		`insert into files (hash, media_type, size, kept_at, checked_at, fault)
		values ($1, '', $2, $3, $3, 'orphan')
		on conflict (hash) do nothing`, hash, size, at)
	return err
}

const faultySQL = `
	select f.hash, f.media_type, f.size, f.fault, f.checked_at, coalesce(d.id, 0), coalesce(d.title_id, ''), coalesce(d.title_en, ''),
		exists (select from letter_files l where l.hash = f.hash)
	from files f
	left join lateral (select id, title_id, title_en from documents where hash = f.hash order by id limit 1) as d on true
	where f.fault <> ''`

func scanFaulty(row pgx.CollectableRow) (f portal.FaultyFile, err error) {
	err = row.Scan(&f.Hash, &f.MediaType, &f.Size, &f.Fault, (*zeronull.Timestamptz)(&f.CheckedAt), &f.DocumentID, &f.Title.ID, &f.Title.EN, &f.InLetter)
	return f, err
}

// FaultyFiles returns a page of the files that something is wrong with, those with one fault alone where one is named.
func (s *Store) FaultyFiles(ctx context.Context, fault portal.FileFault, number, size int) ([]portal.FaultyFile, error) {
	return all(ctx, s.pool, scanFaulty, faultySQL+`
		and ($1 = '' or f.fault = $1)
		order by f.fault = 'orphan', d.id nulls last, f.hash
		limit $2
		offset $3`, string(fault), size, (number-1)*size)
}

// FileFaults counts the files that something is wrong with, by what it is; sound ones too.
func (s *Store) FileFaults(ctx context.Context) (map[portal.FileFault]int, error) {
	rows, err := s.pool.Query(ctx, "select fault, count(*)\nfrom files\ngroup by fault")
	if err != nil {
		return nil, err
	}
	counts := map[portal.FileFault]int{}
	var fault portal.FileFault
	var n int
	_, err = pgx.ForEachRow(rows, []any{&fault, &n}, func() error {
		counts[fault] = n
		return nil
	})
	return counts, err
}

// ForgetOrphan removes a file that nothing names; forget removes its bytes. One that is named by now is portal.ErrConflict.
func (s *Store) ForgetOrphan(ctx context.Context, actor portal.Actor, hash string, forget func(hash string) error) error {
	return s.within(ctx, "forget orphan", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, "delete from files f\nwhere hash = $1\n\tand fault = 'orphan'\n\tand not "+named, hash)
		if err == nil && tag.RowsAffected() == 0 {
			err = portal.ErrConflict
		}
		if err != nil {
			return err
		}
		done := portal.By(actor, portal.TraceFileForgotten)
		done.About = hash
		if err := note(ctx, tx, done); err != nil {
			return err
		}
		return forget(hash)
	})
}
