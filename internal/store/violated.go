package store

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"kotakembar/internal/portal"
)

// violated turns a violated constraint into the words that a bad field has. Constraints are named table_field_kind, so the name
// tells the field; another error stays as it is.
func violated(err error) error {
	pg, ok := errors.AsType[*pgconn.PgError](err)
	if !ok || pg.ConstraintName == "" {
		return err
	}
	field := strings.TrimPrefix(pg.ConstraintName, pg.TableName+"_")
	for suffix, key := range map[string]string{
		"_key":   "problem.taken",
		"_check": "problem.not_allowed",
		"_fkey":  "problem.unknown_record",
	} {
		name, found := strings.CutSuffix(field, suffix)
		if !found {
			continue
		}
		if pg.Hint == hintInUse {
			return errInUse
		}
		return &portal.Invalid{Problems: []portal.Problem{{Field: name, Key: key}}}
	}
	return err
}

// hintInUse marks a violation that our own triggers raise because others name the record.
const hintInUse = "in use"

var errInUse = &portal.Invalid{Problems: []portal.Problem{{Key: "problem.in_use"}}}

// stillNamed turns a violated reference into errInUse, for a statement that takes a record away.
func stillNamed(err error) error {
	const foreignKeyViolation = "23503"
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && pg.Code == foreignKeyViolation {
		return errInUse
	}
	return err
}
