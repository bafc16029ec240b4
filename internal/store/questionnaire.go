package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

const questionnaireSQL = "select id, program_id, code, questions, opened_at, opened_by, closed_at, sheets\nfrom questionnaires\n"

func scanQuestionnaire(row pgx.CollectableRow) (q portal.Questionnaire, err error) {
	err = row.Scan(&q.ID, &q.ProgramID, &q.Code, &q.Questions, &q.OpenedAt, &q.OpenedBy, (*zeronull.Timestamptz)(&q.ClosedAt), &q.Sheets)
	return q, err
}

// Questionnaires returns all questionnaires without their counts, the latest first.
func (s *Store) Questionnaires(ctx context.Context) ([]portal.Questionnaire, error) {
	return all(ctx, s.pool, scanQuestionnaire, questionnaireSQL+"order by id desc")
}

// Questionnaire returns the questionnaire of a number with its counts.
func (s *Store) Questionnaire(ctx context.Context, id int64) (portal.Questionnaire, error) {
	return s.questionnaire(ctx, "where id = $1", id)
}

// QuestionnaireByCode returns the questionnaire that a code leads to.
func (s *Store) QuestionnaireByCode(ctx context.Context, code string) (portal.Questionnaire, error) {
	return s.questionnaire(ctx, "where code = $1", code)
}

// QuestionnaireOf returns the questionnaire of a program; portal.ErrNotFound where none was ever opened.
func (s *Store) QuestionnaireOf(ctx context.Context, programID int64) (portal.Questionnaire, error) {
	return s.questionnaire(ctx, "where program_id = $1", programID)
}

func (s *Store) questionnaire(ctx context.Context, where string, arg any) (q portal.Questionnaire, err error) {
	if q, err = one(ctx, s.pool, scanQuestionnaire, questionnaireSQL+where, arg); err != nil {
		return q, err
	}
	rows, err := s.pool.Query(ctx, "select question, choice, n\nfrom questionnaire_counts\nwhere questionnaire_id = $1", q.ID)
	if err != nil {
		return q, err
	}
	q.Counts = map[portal.Question]map[string]int{}
	var question portal.Question
	var choice string
	var n int
	_, err = pgx.ForEachRow(rows, []any{&question, &choice, &n}, func() error {
		if q.Counts[question] == nil {
			q.Counts[question] = map[string]int{}
		}
		q.Counts[question][choice] = n
		return nil
	})
	return q, err
}

// OpenQuestionnaire opens a questionnaire for a program and returns its number. A program has one; a second is portal.ErrConflict.
func (s *Store) OpenQuestionnaire(ctx context.Context, actor portal.Actor, q portal.Questionnaire, title string) (id int64, err error) {
	if err := q.Check(); err != nil {
		return 0, err
	}
	err = s.within(ctx, "open questionnaire", func(tx pgx.Tx) error {
		added, err := all(ctx, tx, pgx.RowTo[int64],
			`insert into questionnaires (program_id, code, questions, opened_at, opened_by)
			values (@program, @code, @questions, @at, @by)
			on conflict (program_id) do nothing
			returning id`,
			pgx.StrictNamedArgs{"program": q.ProgramID, "code": q.Code, "questions": some(portal.InOrder(q.Questions)), "at": q.OpenedAt, "by": actor.Name})
		if err != nil {
			return err
		}
		if len(added) == 0 {
			return portal.ErrConflict
		}
		id = added[0]
		done := portal.By(actor, portal.TraceQuestionnaire)
		done.About = title
		return note(ctx, tx, done)
	})
	return id, err
}

// CloseQuestionnaire ends the taking of answers at an instant, or takes them again for the zero time.
func (s *Store) CloseQuestionnaire(ctx context.Context, id int64, at time.Time) error {
	_, err := one(ctx, s.pool, pgx.RowTo[int64], "update questionnaires\nset closed_at = $2\nwhere id = $1\nreturning id", id, nullTime(at))
	return err
}

// CountSheet adds what one person answered to the counts. The form of a key counts once. portal.ErrConflict where no answers are taken.
func (s *Store) CountSheet(ctx context.Context, id int64, sheet portal.Sheet, key string, at time.Time) error {
	return s.within(ctx, "count sheet", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, "insert into questionnaire_forms (key, sent_at)\nvalues ($1, $2)\non conflict (key) do nothing", key, at)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		tag, err = tx.Exec(ctx, "update questionnaires\nset sheets = sheets + 1\nwhere id = $1\n\tand closed_at is null", id)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return portal.ErrConflict
		}
		for question, choice := range sheet {
			if choice == "" {
				continue
			}
			_, err := tx.Exec(ctx,
				`insert into questionnaire_counts (questionnaire_id, question, choice, n)
				values ($1, $2, $3, 1)
				on conflict (questionnaire_id, question, choice) do update
				set n = questionnaire_counts.n + 1`, id, question, choice)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// TidyQuestionnaires forgets which forms were sent before an instant.
func (s *Store) TidyQuestionnaires(ctx context.Context, before time.Time) error {
	_, err := s.pool.Exec(ctx, "delete from questionnaire_forms\nwhere sent_at < $1", before)
	return err
}
