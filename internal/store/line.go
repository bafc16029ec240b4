package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// Line is what a long list narrows, counts and orders a record by. It is kept in memory for each record of the list, so it is small:
// equal words of the lines of one question share their memory.
type Line struct {
	ID      int64
	CityID  int64 // 0 for none
	On      portal.Date
	Says    []string // single facts in an order that is fixed for the kind
	Sectors []string
}

// lineSQL is, for each kind with long lists, what stands behind select, from what, and the column of the city.
var lineSQL = map[portal.Kind]struct{ line, from, city string }{
	// Says: whether a result is on record, status, kind. Of what is still planned nothing has come.
	portal.KindProgram: {
		`id, city_id, start_on, array[(status <> 'planned' and (result_id <> '' or result_en <> ''))::text, status, kind], sectors`, "programs", "city_id",
	},
	// Says: the instrument.
	portal.KindAgreement: {`id, city_id, signed_on, array[instrument], '{}'::text[]`, "agreements", "city_id"},
	// Says: whether a result is on record, nature, place, kind.
	portal.KindActivity: {
		`id, city_id, start_on, array[(result_id <> '' or result_en <> '')::text, nature, coalesce(place, ''), kind], sectors`, "activities", "city_id",
	},
}

// Lines returns the lines of a kind in the order of their numbers: those of some cities, among which 0 stands for no city, or all where
// none are named.
func (s *Store) Lines(ctx context.Context, kind portal.Kind, of []int64) ([]Line, error) {
	q := lineSQL[kind]
	sql, args := "select "+q.line+"\nfrom "+q.from, []any{}
	if of != nil {
		sql += "\nwhere " + q.city + " = any($1)\n\tor " + q.city + " is null and 0 = any($1)"
		args = append(args, of)
	}
	var l Line
	shared := sharedLists{}
	return all(ctx, s.pool, func(row pgx.CollectableRow) (Line, error) {
		err := row.Scan(&l.ID, (*reference)(&l.CityID), (*zeronull.Text)(&l.On), &l.Says, &l.Sectors)
		l.On, l.Says, l.Sectors = portal.Date(shared.word(string(l.On))), shared.list(l.Says), shared.list(l.Sectors)
		return l, err
	}, sql+"\norder by 1", args...)
}

// sharedLists lets equal lists of words share their memory.
type sharedLists map[string][]string

func (s sharedLists) list(words []string) []string {
	key := strings.Join(words, "\x00")
	if len(words) == 0 {
		return nil // not the list of one empty word
	}
	known, ok := s[key]
	if !ok {
		known = append([]string{}, words...)
		s[key] = known
	}
	return known
}

func (s sharedLists) word(w string) string { return s.list([]string{w})[0] }

// TiesSince returns the cities of which something was written after an edition of their summaries; 0 among them stands for what is of
// no city.
func (s *Store) TiesSince(ctx context.Context, edition int64) ([]int64, error) {
	return all(ctx, s.pool, pgx.RowTo[int64], "select city_id\nfrom tie_summaries\nwhere edition > $1", edition)
}
