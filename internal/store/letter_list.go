package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// LetterFilter narrows a list of letters; zero values narrow nothing, but spam is listed only where it is asked for.
type LetterFilter struct {
	State  portal.LetterState
	Kind   portal.LetterKind
	Search string // words that the letter must contain, or its code
	Number int    // of the page, from 1
	Size   int
}

// letterOf is the condition of a filter without its state: kind, search.
const letterOf = `
	where ($1 = '' or l.kind = $1)
		and ($2 = '' or (l.title || ' ' || l.words || ' ' || l.proof || ' ' || l.code) ilike '%' || $2 || '%')`

// letterWhere is the condition of a filter: kind, search, state.
const letterWhere = letterOf + `
		and (case $3 when '' then l.state <> 'spam' else l.state = $3 end)`

// Letters returns one page of letters and how many there are in all: those that wait first, of them the oldest; then the others,
// the newest first.
func (s *Store) Letters(ctx context.Context, f LetterFilter) (letters []portal.Letter, total int, err error) {
	args := []any{f.Kind, likeLiteral.Replace(strings.TrimSpace(f.Search)), f.State}
	if err := s.pool.QueryRow(ctx, "select count(*)\nfrom letters l"+letterWhere, args...).Scan(&total); err != nil {
		return nil, 0, err
	}
	letters, err = all(ctx, s.pool, scanLetter, letterSQL+letterWhere+`
		order by l.state in ('received', 'reviewing') desc,
			case when l.state in ('received', 'reviewing') then l.id end, l.id desc
		limit $4
		offset $5`, append(args, f.Size, (f.Number-1)*f.Size)...)
	return letters, total, err
}

// LetterCounts returns how many of the letters that a filter finds stand in each state, whichever state it asks for.
func (s *Store) LetterCounts(ctx context.Context, f LetterFilter) (map[portal.LetterState]int, error) {
	rows, err := s.pool.Query(ctx, "select l.state, count(*)\nfrom letters l"+letterOf+"\ngroup by l.state",
		f.Kind, likeLiteral.Replace(strings.TrimSpace(f.Search)))
	if err != nil {
		return nil, err
	}
	counts := map[portal.LetterState]int{}
	var state portal.LetterState
	var n int
	_, err = pgx.ForEachRow(rows, []any{&state, &n}, func() error {
		counts[state] = n
		return nil
	})
	return counts, err
}

// LettersFor returns the letters that wait for a member of staff: their own and those that nobody has taken up, the oldest first.
func (s *Store) LettersFor(ctx context.Context, staffID int64) ([]portal.Letter, error) {
	return all(ctx, s.pool, scanLetter, letterSQL+`
		where l.state = 'received'
			or l.state = 'reviewing' and l.keeper_id = $1
		order by l.id
		limit 100`, staffID)
}
