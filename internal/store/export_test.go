package store

import "context"

// IndexVersion is the version of the index of the search.
const IndexVersion = indexVersion

// The statements of a search, for a test that asks the database how it answers them.
var SearchStatements = map[string]string{"counts": countsSQL, "hits": hitsSQL}

// Explain returns how the database answers a statement of a search.
func (s *Store) Explain(ctx context.Context, sql string, words string) (plan string, err error) {
	q := questionOf(terms(typed(words)), " & ")
	args := q.args()
	args["most"] = SearchLimit
	if sql == hitsSQL {
		args["kind"], args["lang"], args["config"], args["size"], args["skip"] = "", "id", "register_id", 10, 0
		args["marking"], args["typed"], args["partners"] = marking, words, q.partners
	}
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return "", err
	}
	defer func() { err = joined(err, tx.Rollback(ctx)) }()
	if _, err = tx.Exec(ctx, "set local enable_seqscan = off"); err != nil {
		return "", err
	}
	rows, err := all(ctx, tx, scanText, "explain "+sql, args)
	for _, line := range rows {
		plan += line + "\n"
	}
	return plan, err
}
