package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// AddImport takes a file in: fill gives it line by line and may set the header until it returns. All lines come in, or none.
func (s *Store) AddImport(ctx context.Context, actor portal.Actor, im *portal.Import, fill func(take func(portal.ImportLine) error) error) error {
	im.AuthorID, im.State = actor.ID, portal.ImportRead
	return s.within(ctx, "take file in", func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx,
			`insert into imports (kind, file, header, state, author_id)
			values ($1, $2, '{}', $3, $4)
			returning id, created_at`, im.Kind, im.File, im.State, im.AuthorID).Scan(&im.ID, &im.CreatedAt)
		if err != nil {
			return err
		}
		var part [][]any
		send := func() error {
			_, err := tx.CopyFrom(ctx, pgx.Identifier{"import_lines"}, []string{"import_id", "place", "line", "cells"}, pgx.CopyFromRows(part))
			part = part[:0]
			return err
		}
		err = fill(func(l portal.ImportLine) error {
			im.Lines++
			part = append(part, []any{im.ID, im.Lines, l.Line, l.Cells})
			if len(part) < importPart {
				return nil
			}
			return send()
		})
		if err != nil {
			return err
		}
		if err := send(); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "update imports\nset header = $2, mapping = $3, lines = $4\nwhere id = $1", im.ID, im.Header, im.Mapping, im.Lines)
		return err
	})
}

// importPart is how many lines are taken in, or checked, in one go.
const importPart = 500

const importSQL = `
	select id, kind, file, header, mapping, state, lines, checked, author_id, batch_id, created_at,
		coalesce((select e.id from errands e where e.what = 'hand_in' and e.subject_id = imports.id and e.outcome = ''), 0)
	from imports`

func scanImport(row pgx.CollectableRow) (im portal.Import, err error) {
	err = row.Scan(&im.ID, &im.Kind, &im.File, &im.Header, &im.Mapping, &im.State, &im.Lines, &im.Checked, &im.AuthorID,
		(*zeronull.Int8)(&im.BatchID), &im.CreatedAt, &im.HandingInID)
	return im, err
}

// Import returns a file on its way in, with its counts.
func (s *Store) Import(ctx context.Context, id int64) (portal.Import, error) {
	im, err := one(ctx, s.pool, scanImport, importSQL+"\nwhere id = $1", id)
	if err != nil {
		return im, err
	}
	rows, err := s.pool.Query(ctx, "select outcome, count(*)\nfrom import_lines\nwhere import_id = $1\n\tand outcome is not null\ngroup by outcome", id)
	if err != nil {
		return im, err
	}
	im.Counts = map[portal.LineOutcome]int{}
	var outcome portal.LineOutcome
	var n int
	_, err = pgx.ForEachRow(rows, []any{&outcome, &n}, func() error {
		im.Counts[outcome] = n
		return nil
	})
	return im, err
}

// Imports returns the latest files that somebody brought, without their counts.
func (s *Store) Imports(ctx context.Context, authorID int64, most int) ([]portal.Import, error) {
	return all(ctx, s.pool, scanImport, importSQL+"\nwhere author_id = $1\norder by id desc\nlimit $2", authorID, most)
}

const importLineSQL = `
	select place, line, cells, coalesce(outcome, ''), faults, record_id, base_version, slug, title, changed, after
	from import_lines`

func scanImportLine(row pgx.CollectableRow) (l portal.ImportLine, err error) {
	err = row.Scan(&l.Place, &l.Line, &l.Cells, &l.Outcome, &l.Faults, &l.RecordID, &l.BaseVersion, &l.Slug, &l.Title, &l.Changed, &l.After)
	return l, err
}

// ImportLines returns one page of the lines of a file with an outcome.
func (s *Store) ImportLines(ctx context.Context, id int64, outcome portal.LineOutcome, number, size int) ([]portal.ImportLine, error) {
	return all(ctx, s.pool, scanImportLine, importLineSQL+`
		where import_id = $1
			and outcome = $2
		order by place
		limit $3
		offset $4`, id, outcome, size, (number-1)*size)
}

// FirstLines returns the first lines of a file, to show what its columns hold.
func (s *Store) FirstLines(ctx context.Context, id int64, most int) ([]portal.ImportLine, error) {
	return all(ctx, s.pool, scanImportLine, importLineSQL+"\nwhere import_id = $1\norder by place\nlimit $2", id, most)
}

// MatchImport says which columns those of a file fill, and has all its lines checked anew in the background.
func (s *Store) MatchImport(ctx context.Context, id int64, mapping []string) error {
	return s.within(ctx, "match columns", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx,
			`update imports
			set mapping = $2, state = 'checking', checked = 0
			where id = $1
				and state <> 'handed_in'
				and not exists (select from errands where what = 'hand_in' and subject_id = $1 and outcome = '')`, id, mapping)
		if err == nil && tag.RowsAffected() == 0 {
			err = portal.ErrConflict
		}
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "update import_lines\nset outcome = null\nwhere import_id = $1\n\tand outcome is not null", id); err != nil {
			return err
		}
		return later(ctx, tx, portal.CheckImport{ImportID: id}, nil)
	})
}

// UncheckedLines returns the next lines of a file that have not been checked.
func (s *Store) UncheckedLines(ctx context.Context, im portal.Import) ([]portal.ImportLine, error) {
	return all(ctx, s.pool, scanImportLine, importLineSQL+"\nwhere import_id = $1\n\tand place > $2\norder by place\nlimit $3",
		im.ID, im.Checked, importPart)
}

// EarlierLines returns the lines before a place that bring records of some numbers or addresses, wrong ones aside: the line by each
// number, and by each address.
func (s *Store) EarlierLines(ctx context.Context, im portal.Import, ids []int64, slugs []string) (byID map[int64]int, bySlug map[string]int, err error) {
	rows, err := s.pool.Query(ctx,
		`select line, record_id, slug
		from import_lines
		where import_id = $1
			and place <= $2
			and outcome <> 'wrong'
			and (record_id = any($3) and record_id <> 0 or slug = any($4) and slug <> '')`, im.ID, im.Checked, ids, slugs)
	if err != nil {
		return nil, nil, err
	}
	byID, bySlug = map[int64]int{}, map[string]int{}
	var line int
	var id int64
	var slug string
	_, err = pgx.ForEachRow(rows, []any{&line, &id, &slug}, func() error {
		byID[id], bySlug[slug] = line, line
		return nil
	})
	return byID, bySlug, err
}

// KeepChecked keeps what came of checking the next lines of a file. Where another node has kept it meanwhile, or the columns were
// matched anew, it is portal.ErrConflict and nothing is kept.
func (s *Store) KeepChecked(ctx context.Context, im *portal.Import, lines []portal.ImportLine) error {
	now := im.Checked + len(lines)
	state := portal.ImportChecking
	if now >= im.Lines {
		state = portal.ImportChecked
	}
	err := s.within(ctx, "keep checked lines", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx,
			`update imports
			set checked = @now, state = @state
			where id = @id
				and state = 'checking'
				and checked = @was
				and mapping = @mapping`,
			pgx.StrictNamedArgs{"id": im.ID, "now": now, "state": state, "was": im.Checked, "mapping": im.Mapping})
		if err == nil && tag.RowsAffected() == 0 {
			err = portal.ErrConflict
		}
		if err != nil {
			return err
		}
		return keepLines(ctx, tx, im.ID, lines)
	})
	if err == nil {
		im.Checked, im.State = now, state
	}
	return err
}

func keepLines(ctx context.Context, tx pgx.Tx, id int64, lines []portal.ImportLine) error {
	var send pgx.Batch
	for _, l := range lines {
		send.Queue(
			`update import_lines
			set outcome = @outcome, faults = @faults, record_id = @record, base_version = @version, slug = @slug, title = @title,
				changed = @changed, after = @after
			where import_id = @id
				and place = @place`,
			pgx.StrictNamedArgs{
				"id": id, "place": l.Place, "outcome": l.Outcome, "faults": faultList(l.Faults), "record": l.RecordID, "version": l.BaseVersion,
				"slug": l.Slug, "title": l.Title, "changed": some(l.Changed), "after": l.After,
			})
	}
	return tx.SendBatch(ctx, &send).Close()
}

// HandIn makes one batch of all lines of a file that bring something, and gives the import its batch. Lines that no longer fit what
// is public have become wrong; then nothing is handed in, and the error is portal.ErrConflict.
func (s *Store) HandIn(ctx context.Context, actor portal.Actor, im *portal.Import, b *portal.Batch) error {
	return s.handIn(ctx, actor, im, b, untold)
}

func (s *Store) handIn(ctx context.Context, actor portal.Actor, im *portal.Import, b *portal.Batch, told func(int) error) error {
	err := s.within(ctx, "hand file in", func(tx pgx.Tx) error {
		if err := addBatch(ctx, tx, actor, b, importParts(*im), told); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, "update imports\nset state = 'handed_in', batch_id = $2\nwhere id = $1", im.ID, b.ID)
		return err
	})
	if unfit, ok := errors.AsType[*Unfit](err); ok {
		return s.spoil(ctx, im.ID, unfit)
	}
	if err == nil {
		im.BatchID, im.State = b.ID, portal.ImportHandedIn
	}
	return err
}

// importParts gives the changes of the lines of a file that bring something.
func importParts(im portal.Import) parts {
	return func(ctx context.Context, tx pgx.Tx, take func([]portal.Change) error) error {
		return eachBringing(ctx, tx, im.ID, func(lines []portal.ImportLine) error {
			part := make([]portal.Change, len(lines))
			for i, l := range lines {
				part[i] = l.Change(im.Kind)
			}
			return take(part)
		})
	}
}

// eachBringing gives the lines of a file that bring something, part by part.
func eachBringing(ctx context.Context, tx pgx.Tx, id int64, take func([]portal.ImportLine) error) error {
	for after := 0; ; {
		lines, err := all(ctx, tx, scanImportLine, importLineSQL+`
			where import_id = $1
				and outcome in ('new', 'changed')
				and place > $2
			order by place
			limit $3`, id, after, batchPart)
		if err != nil || len(lines) == 0 {
			return err
		}
		after = lines[len(lines)-1].Place
		if err := take(lines); err != nil {
			return err
		}
	}
}

// spoil marks lines that stopped fitting what is public since they were checked.
func (s *Store) spoil(ctx context.Context, id int64, unfit *Unfit) error {
	err := s.within(ctx, "mark lines", func(tx pgx.Tx) error {
		first := 0
		return eachBringing(ctx, tx, id, func(lines []portal.ImportLine) error {
			var wrong []portal.ImportLine
			for i, l := range lines {
				if why := unfit.Why[first+i]; why != nil {
					l.Outcome, l.Faults = portal.LineWrong, FaultsOf(why)
					wrong = append(wrong, l)
				}
			}
			first += len(lines)
			return keepLines(ctx, tx, id, wrong)
		})
	})
	if err == nil {
		err = portal.ErrConflict
	}
	return err
}

// FaultsOf says what is wrong with a line in the words of both languages; its columns are those of the record.
func FaultsOf(err error) (faults []portal.LineFault) {
	invalid := portal.AsInvalid(err)
	if invalid == nil {
		return []portal.LineFault{{Why: i18n.Text{ID: i18n.ID.T("problem.line_moved"), EN: i18n.EN.T("problem.line_moved")}}}
	}
	for _, p := range invalid.Problems {
		faults = append(faults, portal.LineFault{Column: p.Field, Why: i18n.Text{ID: i18n.ID.T(p.Key, p.Args...), EN: i18n.EN.T(p.Key, p.Args...)}})
	}
	return faults
}

// DropImport forgets a file and its lines; what was made of them stays.
func (s *Store) DropImport(ctx context.Context, id int64) error {
	tag, err := s.pool.Exec(ctx,
		`delete from imports
		where id = $1
			and not exists (select from errands where what = 'hand_in' and subject_id = $1 and outcome = '')`, id)
	if err == nil && tag.RowsAffected() == 0 {
		err = portal.ErrNotFound
	}
	return err
}

// TidyImports forgets files that were brought before an instant.
func (s *Store) TidyImports(ctx context.Context, before time.Time) error {
	_, err := s.pool.Exec(ctx, "delete from imports\nwhere created_at < $1", before)
	return err
}

// faultList is a list that is never null.
func faultList(faults []portal.LineFault) []portal.LineFault {
	if faults == nil {
		return []portal.LineFault{}
	}
	return faults
}
